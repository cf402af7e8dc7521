"""What can go wrong, for callers who want to tell the cases apart.

    QaError
    ├── SourceError        what releases are to be read from is not there or not readable
    │   └── FetchError     a page cannot be got from the web, or is not to be
    ├── SettingsError      a setting is unknown or out of range
    ├── KeyRingError       the keys of the service cannot be read, or changed as asked
    ├── LibraryError       the library cannot be opened, read or written
    │   ├── LibraryBusy    another process is writing to the library
    │   ├── LibraryDamaged its file is damaged, or is none of a library
    │   └── ModelMismatch  the vectors were made with another encoder
    ├── IndexDamaged       a derived index does not match its manifest
    ├── IndexUnwritable    files of an index cannot be written, or deleted
    ├── CollectionError    an evaluation collection or questions file is malformed
    ├── EncodingFault      an encoder, a ranking or a reranker gave what cannot be compared
    └── QuestionError      a question or its filters cannot be answered as asked

Each message says what was expected, what was found, and what to do.
"""


class QaError(Exception):
    """Anything this package raises on purpose."""


class SourceError(QaError):
    """What releases are to be read from is not there or not readable."""


class FetchError(SourceError):
    """A page cannot be got from the web, or is not to be."""


class SettingsError(QaError):
    """A setting is unknown or out of range."""


class KeyRingError(QaError):
    """The keys of the service cannot be read, or changed as asked."""


class LibraryError(QaError):
    """The library cannot be opened, read or written."""


class LibraryBusy(LibraryError):
    """Another process is writing to the library, and has been for longer than was waited."""


class LibraryDamaged(LibraryError):
    """The library's file is damaged, so that SQLite cannot read it."""


class ModelMismatch(LibraryError):
    """The vectors in the library were made with another encoder than the one configured."""


class IndexDamaged(QaError):
    """A derived index does not match its manifest and has to be rebuilt."""


class IndexUnwritable(QaError):
    """Files of a derived index cannot be written, or deleted: the disk refuses."""


class CollectionError(QaError):
    """An evaluation collection or questions file is malformed."""


class EncodingFault(QaError):
    """The encoder, the ranking or the reranker gave what cannot be compared."""


class QuestionError(QaError):
    """A question or its filters cannot be answered as asked."""
