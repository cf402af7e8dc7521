"""Passages made from releases, encoded, and found again by vector and by words.

What is on the disk is made from the library alone, and can be made anew: `publishing` writes it,
`local_index` opens and searches it. `changing_library` and `upkeep` keep the two together.
"""
