"""Regular expressions that are compiled when they are first used.

Some seven hundred of them tell how people and releases put things. To compile them all takes longer
than all else that a command does before it begins; one that reads no question needs hardly any, and
a question in English few of those for Korean.
"""

import re
from typing import Any, AnyStr, Generic, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")

_made: "list[_LazyRegex[Any]]" = []


class _LazyRegex(Generic[AnyStr]):
    """Stands for what `re.compile` gives until something is asked of it, and has its methods then:
    from there on they are called without a detour."""

    __slots__ = ("_wanted_flags", "pattern", *_METHODS)

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._wanted_flags = flags

    def __getattr__(self, name: str) -> object:
        # Called for what is not there yet; in two threads at once it puts the same there twice.
        compiled = re.compile(self.pattern, self._wanted_flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy_regex(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, to be called on, not given to functions of `re` nor compared with a
    match's `re`; what is wrong with it is raised at its first use. For those that last as long as
    the program.

    >>> word = lazy_regex(r"[a-z]+")
    >>> word.findall("one, two")
    ['one', 'two']
    """
    lazy = _LazyRegex(pattern, flags)
    _made.append(lazy)
    return cast("re.Pattern[AnyStr]", lazy)


def compile_regexes() -> None:
    """Compile those that are not yet, so that no answer waits for it. Raises `re.error`."""
    for each in _made:
        _ = each.search
