"""Text into vectors, and vectors into neighbours.

This package knows nothing of releases, dates, questions, HTTP or settings. Each library it
stands on is imported in one file: sentence-transformers in `sentence_transformer`, the tokenizers
library in `onnx_encoder`, FAISS in `flat_index`; PyTorch and ONNX Runtime also in `onnx_export`.
"""
