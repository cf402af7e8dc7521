"""Text into vectors, and vectors into neighbours.

This package knows nothing of releases, dates, questions, HTTP or settings. Each library it
stands on is imported in one file: sentence-transformers in `sentence_transformer`, the tokenizers
library in `onnx_encoder`; PyTorch also in `onnx_export`, ONNX Runtime in these two and in
`bit_products`. FAISS is imported by each kind of index, `flat_index` and `quantised_index`, by the
latter's `product_codes`, and by `faiss_files`, which they share.
"""

import os

# ONNX Runtime reports what it runs to its makers, since 1.29 on Linux and macOS too
# (https://github.com/microsoft/onnxruntime/pull/27379), and keeps an identifier in ~/.cache. It
# looks for this when it is imported, so that it has to be said before.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
