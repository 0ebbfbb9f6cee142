"""The metadata of a PDF: XML of anybody, so entities stay unopened and nothing is fetched (ISO 32000-1, 14.3.2)."""

from __future__ import annotations

from lxml import etree
from pikepdf import Stream

from kursbuch_press.limits import Budget
from kursbuch_press.marks.streams import read_stream

Xmp = etree._Element  # noqa: SLF001 - the type of lxml's elements has no public name
_MOST = 4 << 20
"""Bytes; the metadata of a book with all its fonts has thousands."""


def read_xmp(written: object, budget: Budget) -> Xmp | None:
    """Give the metadata; None where there are none that can be read."""
    if not isinstance(written, Stream):
        return None
    content = read_stream(written, budget).strip(b"\0 \r\n\t")
    budget.spend(content.count(b"<"))
    if not content or len(content) > _MOST:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
