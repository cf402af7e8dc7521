"""What can go wrong between text and vectors.

    EmbeddingError
    ├── ModelNotFound    no model under that name or in that folder
    ├── ModelDamaged     the model's files are not the ones they should be, or cannot be loaded
    └── VectorsMismatch  vectors of another dimension or kind than the index holds

Each message says what was expected, what was found, and what to do.
"""


class EmbeddingError(Exception):
    """Anything this package raises on purpose."""


class ModelNotFound(EmbeddingError):
    """No model under that name or in that folder."""


class ModelDamaged(EmbeddingError):
    """The model's files are not the ones they should be, or cannot be loaded."""


class VectorsMismatch(EmbeddingError):
    """Vectors of another dimension or kind than the index holds."""
