"""Which rows of a FAISS index a search looks at: a slice, or those of it that are wanted."""

import faiss
import numpy as np

from embeddings.vector_index import Mask


def select_rows(rows: range, wanted: Mask | None) -> faiss.IDSelector:
    """FAISS's selector of `rows`, or of those for which `wanted`, (len(rows),), holds."""
    if wanted is None:
        return faiss.IDSelectorRange(rows.start, rows.stop, True)
    among = np.zeros(rows.stop, np.bool_)
    among[rows.start :] = wanted
    bits = np.packbits(among, bitorder="little")
    return faiss.IDSelectorBitmap(bits)  # type: ignore[arg-type, call-arg]  # None beyond its end.
