"""A believable ministry, made up: what the ranking is tuned on and then measured with.

Fifteen years of releases (series, revisions, events, one-offs) and questions whose right answer
is known because it was written into a release. `generate_ministry` makes it, `python -m
tests.ministry FOLDER` writes it in the form of BEIR. Ministers, officials and companies are
invented, and so is every figure.
"""

from tests.ministry.collection import Ministry, take_part, write_collection
from tests.ministry.generate import generate_ministry

__all__ = ["Ministry", "generate_ministry", "take_part", "write_collection"]
