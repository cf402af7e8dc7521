"""How much is tried: all with TEST_CRASHES=all, which takes a quarter of an hour, else a little."""

import os

TRIES_ALL = os.environ.get("TEST_CRASHES") == "all"
