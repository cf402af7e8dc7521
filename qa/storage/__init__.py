"""The library: releases, passages and their vectors in one SQLite file, the one truth.

`release_library` writes, one process at a time; `snapshot` reads, as it stood at one moment.
"""
