"""The shipped book in viewers that ignore tags: the words stand in the order of the tags, and each is found whole."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from kursbuch_press.pages.tagging.tags import PHRASES
from tests.judges import pdfjs, program, run
from tests.pages.tagging.tagtree import SOFT_HYPHEN, Mark, Node, TaggedPdf

pytestmark = pytest.mark.slow

HYPHENATED = re.compile(f"[^\\W\\d_]+(?:{SOFT_HYPHEN}[^\\W\\d_]+)+")


@pytest.fixture(scope="module")
def files(shipped: Path) -> list[TaggedPdf]:
    return [TaggedPdf(shipped / "screen/kursbuch.pdf"), *map(TaggedPdf, sorted((shipped / "handouts").glob("*.pdf")))]


def _read(node: Node) -> Iterator[Mark]:
    """Give the text of the tags, page by page in their order; words inside pictures are said by the alternative text."""
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _read(kid)
        elif isinstance(kid, Mark) and kid.tag != "/Figure":
            yield kid


def _words(node: Node) -> str:
    """Give all text below a tag, each block on lines of its own."""
    parts = []
    for kid in node.kids:
        if isinstance(kid, Mark):
            parts.append(kid.text)
        elif isinstance(kid, Node):
            parts.append(_words(kid) if kid.kind in PHRASES else f"\n{_words(kid)}\n")
    return "".join(parts)


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _out_of_order(pdf: TaggedPdf, pages: Sequence[str]) -> list[str]:
    """Name what does not follow in the text of its page what the tags have before it."""
    left = [_letters(page) for page in pages]
    at = [0] * len(left)
    missed = []
    for mark in _read(pdf.document):
        wanted = _letters(mark.text)
        found = left[mark.page].find(wanted, at[mark.page])
        if found < 0:
            missed.append(f"{pdf.path.name}, page {mark.page + 1}: {mark.text!r}")
        else:
            at[mark.page] = found + len(wanted)
    return missed


@cache
def _hyphenated(path: Path) -> frozenset[str]:
    """Give the words that are hyphenated at the end of a line, but for those that go on overleaf."""
    return frozenset(word.replace(SOFT_HYPHEN, "") for word in HYPHENATED.findall(_words(TaggedPdf(path).document)))


def test_pdfium_reads_the_words_in_the_order_of_the_tags(files: list[TaggedPdf]) -> None:
    missed = []
    for pdf in files:
        with pypdfium2.PdfDocument(pdf.path) as read:
            missed += _out_of_order(pdf, [_as_written(page) for page in read])
    assert missed == []


def _as_written(page: pypdfium2.PdfPage) -> str:
    """Give the text of a page as PDFium finds it in the content; its text of a whole page is sorted along each line."""
    textpage = page.get_textpage()
    texts = page.get_objects(filter=(raw.FPDF_PAGEOBJ_TEXT,), max_depth=9)
    return "".join(_text_of(text, textpage) for text in texts)


def _text_of(text: pypdfium2.PdfObject, textpage: pypdfium2.PdfTextPage) -> str:
    length = raw.FPDFTextObj_GetText(text, textpage, None, 0)
    letters = (ctypes.c_ushort * (length // 2 + 1))()
    raw.FPDFTextObj_GetText(text, textpage, letters, length)
    return bytes(letters)[: length - 2].decode("utf-16-le")


@pytest.mark.judge
def test_pdfjs_reads_the_words_in_the_order_of_the_tags_and_finds_each_whole(files: list[TaggedPdf]) -> None:
    for pdf in files:
        words = sorted(_hyphenated(pdf.path))
        read = pdfjs(pdf.path, *words)
        assert _out_of_order(pdf, read.pages) == []
        assert [word for word in words if not read.found[word]] == []


@pytest.mark.judge
def test_poppler_and_mupdf_read_hyphenated_words_whole(files: list[TaggedPdf]) -> None:
    for pdf in files:
        by_poppler = run(program("pdftotext", package="poppler-utils"), "-raw", str(pdf.path), "-")
        by_mupdf = run(program("mutool", package="mupdf-tools"), "draw", "-q", "-F", "text", str(pdf.path))
        # MuPDF parts what it takes for two paragraphs by an empty line, in the middle of a word, too.
        whole = {"poppler": re.sub(f"{SOFT_HYPHEN}\\s+", "", by_poppler), "MuPDF": re.sub(r"-\s+", "", by_mupdf)}
        for name, text in whole.items():
            assert (name, [word for word in _hyphenated(pdf.path) if word not in text]) == (name, [])
