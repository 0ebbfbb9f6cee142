"""XML of a stranger: no entities, no DTD, no network, and counted before it is built (XML 1.0; ECMA-376, part 3)."""

from __future__ import annotations

import re

from lxml import etree

from kursbuch_press.limits import Budget
from kursbuch_press.packages import wording
from kursbuch_press.packages.elements import MC, Element
from kursbuch_press.problems import FileError

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": (
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
}
"""Names of the strict form of the format and the usual ones for the same things (ISO/IEC 29500-1, annex A)."""

_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wpi", "w14", "w15", "w16", "wp14", "a14", "cx", "cx1", "am3d", "aink"})
"""What today's Word understands and shows; of anything else it takes the fallback (ECMA-376, part 3, 10.2.1)."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def parse(content: bytes, budget: Budget) -> Element:
    """Build the tree of a part; raises etree.XMLSyntaxError for what is no XML, PressError for what Word never writes."""
    content = _utf8(content)
    budget.spend(content.count(b"<"))
    for strict, usual in _STRICT.items():
        content = content.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = etree.fromstring(content, parser)
    if root.getroottree().docinfo.doctype:
        raise FileError(wording.ENTITIES)
    _take_what_word_takes(root)
    return root


def _utf8(content: bytes) -> bytes:
    """Give XML in UTF-8, whatever of the two encodings of ECMA-376 (part 2, 9.1.1) it has."""
    if not content.startswith(_UTF_16):
        return content
    name = "utf-16" if content.startswith(_UTF_16[:2]) else "utf-16-le" if content.startswith(_UTF_16[2]) else "utf-16-be"
    return _DECLARATION.sub("", content.decode(name, "replace")).encode("utf-8", "replace")


def _take_what_word_takes(root: Element) -> None:
    """Put the chosen branch of each alternative into its place, the first one that Word understands."""
    for found in list(root.iter(f"{MC}AlternateContent")):
        parent = found.getparent()
        if parent is None:
            continue
        chosen = next((each for each in found.iterchildren(f"{MC}Choice") if _is_understood(each)), None)
        if chosen is None:
            chosen = next(found.iterchildren(f"{MC}Fallback"), None)
        for each in list(chosen) if chosen is not None else ():
            found.addprevious(each)
        parent.remove(found)


def _is_understood(choice: Element) -> bool:
    return all(_is_known(prefix) for prefix in choice.get("Requires", "").split())


def _is_known(prefix: str) -> bool:
    return prefix in _UNDERSTOOD or prefix.startswith("w16")
