"""Text into vectors, and vectors into neighbours.

This package knows nothing of releases, dates, questions, HTTP or settings. Each library it
stands on is imported in one file: sentence-transformers in `sentence_transformer`, FAISS in
`flat_index`.
"""
