"""A ministry's feed as it stands on a day: the seeds that were out by then, newest first."""

from collections.abc import Sequence
from datetime import date
from html import escape

from qa.records import Release


def write_feed(releases: Sequence[Release], day: date) -> str:
    """An RSS feed of the releases published by `day`, each with its whole text."""
    out = sorted(
        (release for release in releases if release.published <= day),
        key=lambda release: release.published,
        reverse=True,
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{escape(releases[0].publisher)}</title><language>en</language>"
        f"{''.join(map(_write_entry, out))}</channel></rss>"
    )


def _write_entry(release: Release) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in release.body.splitlines())
    return (
        f"<item><title>{escape(release.title)}</title>"
        f"<link>https://example.org/releases/{release.id}</link>"
        f"<pubDate>{release.published:%a, %d %b %Y} 09:00:00 +0900</pubDate>"
        f"<content:encoded>{escape(paragraphs)}</content:encoded></item>"
    )
