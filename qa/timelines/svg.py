"""Elements of a picture in SVG: lines and texts, holding nothing that XML cannot."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from xml.etree.ElementTree import Element

Attributes = Mapping[str, str | float]
"""Names and values of an element's attributes."""

GROUND = "#fff"
"""The colour behind the picture."""


def draw_way(parent: Element, way: str, *, faint: bool = False, width: float = 1) -> None:
    """A line along a way, which is written as the `d` of a path."""
    stroke: Attributes = {"stroke": "currentColor", "stroke-width": width, "fill": "none"}
    shown: Attributes = {"class": "faint", "opacity": 0.25} if faint else {}
    add_element(parent, "path", {**shown, **stroke, "d": way})


def write_text(svg: Element, x: float, y: float, text: str, *, anchor: str = "middle") -> None:
    """Text at `x`, clear of the lines behind it."""
    clear: Attributes = {
        "paint-order": "stroke",
        "stroke": GROUND,
        "stroke-width": 4,
        "fill": "currentColor",
    }
    where: Attributes = {"x": round(x, 1), "y": round(y, 1), "text-anchor": anchor}
    add_element(svg, "text", {"class": "words", **clear, **where}, text)


def add_element(
    parent: Element, tag: str, attributes: Attributes, text: str | None = None
) -> Element:
    """A new element within `parent`, its text without what XML cannot hold."""
    written = {name: str(value) for name, value in attributes.items()}
    added = ElementTree.SubElement(parent, tag, written)
    added.text = None if text is None else clean(text)
    return added


def clean(text: str) -> str:
    """The text without what XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets)."""
    return "".join(each if _is_allowed(ord(each)) else "\ufffd" for each in text)


def _is_allowed(code: int) -> bool:
    if code < 0x20:
        return code in (0x09, 0x0A, 0x0D)
    return not 0xD800 <= code <= 0xDFFF and code not in (0xFFFE, 0xFFFF)
