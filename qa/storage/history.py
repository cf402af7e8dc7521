"""How a release came to be what it is: its earlier versions, and what each change did to it."""

from collections.abc import Sequence
from difflib import unified_diff

from qa.records import Release, Version


def format_history(versions: Sequence[Version], now: Release) -> str:
    """Each change of a release, line by line, oldest first, as `diff -u` shows it."""
    states = [(f"version {each.number}", each.release) for each in versions]
    states.append(("now", now))
    lines = [f"{now.id}: {len(versions)} earlier version{'' if len(versions) == 1 else 's'}"]
    for number, version in enumerate(versions):
        (before, old), (after, new) = states[number : number + 2]
        lines += ["", f"replaced {version.replaced_at:%Y-%m-%d %H:%M} UTC"]
        lines += unified_diff(_list_lines(old), _list_lines(new), before, after, lineterm="")
    return "\n".join(lines)


def _list_lines(release: Release) -> list[str]:
    named = (release.title, release.published, release.publisher)
    further = (release.category, release.url, release.language)
    heads = (str(each) for each in (*named, *further) if each is not None)
    return [*heads, *release.body.split("\n")]
