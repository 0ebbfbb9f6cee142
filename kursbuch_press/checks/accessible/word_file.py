"""A Word file opened to see whether everybody can read it: its XML, its styles, its links (ECMA-376)."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from kursbuch_press.checks.accessible.word_styles import Styles, read_styles
from kursbuch_press.checks.wording import readable_errors as words
from kursbuch_press.problems import PressError

Node = etree._Element  # noqa: SLF001 - the type of lxml's elements has no public name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
VML = "{urn:schemas-microsoft-com:vml}"
DC = "{http://purl.org/dc/elements/1.1/}"
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

_LARGEST = 192 * 1024 * 1024
_MOST_PARTS = 5000
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


@dataclass(frozen=True, slots=True)
class WordFile:
    """What each check of a Word file gets to see. ``targets`` are the addresses of links by their id."""

    name: str
    document: Node = field(repr=False)
    body: Node = field(repr=False)
    notes: tuple[Node, ...] = field(repr=False)
    styles: Styles = field(repr=False)
    core: Node | None = field(repr=False)
    settings: Node | None = field(repr=False)
    targets: Mapping[str, str] = field(repr=False)

    @property
    def language(self) -> str:
        """The language that holds where nothing else is said."""
        return self.styles.language

    def paragraphs(self) -> Iterator[Node]:
        """Give all paragraphs of the text, those in tables included."""
        return self.body.iter(f"{W}p")


def text_of(node: Node) -> str:
    """Give the words of a paragraph or a link as they stand now: without what is marked as deleted."""
    parts = []
    for each in node.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
        if each.tag == f"{W}t":
            parts.append(each.text or "")
        else:
            parts.append("-" if each.tag == f"{W}noBreakHyphen" else " ")
    return "".join(parts)


def value(node: Node | None, *path: str) -> str | None:
    """Give ``w:val`` at the end of a path of elements; empty for an element without one, None for no element."""
    for step in path:
        if node is None:
            return None
        node = node.find(f"{W}{step}")
    return None if node is None else node.get(f"{W}val", "")


def is_on(node: Node | None, *path: str) -> bool | None:
    """Read a switch: an element without a value is on (ECMA-376, 17.17.4); None where it is not there."""
    written = value(node, *path)
    return None if written is None else written not in {"0", "false", "off"}


def open_word(content: bytes, name: str) -> WordFile:
    """Open a file that may come from anybody; what cannot be judged at all raises PressError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            _refuse_extremes(packed)
            return _read(packed, name)
    except (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, EOFError, OSError, NotImplementedError) as error:
        raise PressError(words.BROKEN_WORD.format(reason=str(error).splitlines()[0][:160] if str(error) else "")) from error
    except RuntimeError as error:  # zipfile says so of a part behind a password
        raise PressError(words.OLD_OR_LOCKED) from error


def _refuse_extremes(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST:
        raise PressError(words.BOMB)


def _read(packed: zipfile.ZipFile, name: str) -> WordFile:
    names = set(packed.namelist())
    main = _main_part(packed, names)
    folder = main.rpartition("/")[0]
    document = _parse(packed, main)
    body = document.find(f"{W}body")
    if body is None:
        raise PressError(words.NO_WORD)

    def part(path: str) -> Node | None:
        return _parse(packed, path) if path in names else None

    notes = [part(f"{folder}/{kind}.xml") for kind in ("footnotes", "endnotes")]
    relations = part(f"{folder}/_rels/{main.rpartition('/')[2]}.rels")
    return WordFile(
        name,
        document,
        body,
        tuple(each for each in notes if each is not None),
        read_styles(part(f"{folder}/styles.xml")),
        part("docProps/core.xml"),
        part(f"{folder}/settings.xml"),
        {each.get("Id", ""): each.get("Target", "") for each in relations} if relations is not None else {},
    )


def _main_part(packed: zipfile.ZipFile, names: set[str]) -> str:
    """Find the text: most programs call it word/document.xml, but only the relations of the package say so."""
    if "_rels/.rels" in names:
        for each in _parse(packed, "_rels/.rels"):
            target = each.get("Target", "").lstrip("/")
            if each.get("Type", "").endswith("/officeDocument") and target in names and target.endswith(".xml"):
                if not target.startswith(("xl/", "ppt/")):
                    return target
                raise PressError(words.NO_WORD)
    if "word/document.xml" not in names:
        raise PressError(words.NO_WORD)
    return "word/document.xml"


def _parse(packed: zipfile.ZipFile, path: str) -> Node:
    """Read a part, but never more of it than the archive says; entities stay unopened."""
    with packed.open(path) as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise PressError(words.BOMB)
    if b"<!DOCTYPE" in content[:4096]:
        raise PressError(words.ENTITIES)
    for strict, usual in _STRICT.items():
        content = content.replace(strict, usual)
    return etree.fromstring(content, _PARSER)
