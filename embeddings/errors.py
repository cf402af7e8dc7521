"""What can go wrong between text and vectors.

    EmbeddingError
    ├── ModelNotFound     no model under that name or in that folder
    ├── ModelDamaged      the model's files are not the ones they should be, or cannot be loaded
    ├── ModelUnsupported  the model is sound, but this way of running it gives other vectors
    ├── ExportFailed      the model's graph could not be written
    └── VectorsMismatch   vectors of another dimension or kind than the index holds

Each message says what was expected, what was found, and what to do.
"""


class EmbeddingError(Exception):
    """Anything this package raises on purpose."""


class ModelNotFound(EmbeddingError):
    """No model under that name or in that folder."""


class ModelDamaged(EmbeddingError):
    """The model's files are not the ones they should be, or cannot be loaded."""


class ModelUnsupported(EmbeddingError):
    """The model is sound, but this way of running it gives other vectors."""


class ExportFailed(EmbeddingError):
    """The model's graph could not be written."""


class VectorsMismatch(EmbeddingError):
    """Vectors of another dimension or kind than the index holds."""
