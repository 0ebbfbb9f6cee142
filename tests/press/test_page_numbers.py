"""Every page number in a finished PDF is right: read by PDFium and pypdf, which had no part in writing it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, Destination

MM = 72 / 25.4


@cache
def _texts(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [page.get_textpage().get_text_range() for page in document]


@cache
def _folios(path: Path) -> list[str]:
    """Read the folio that is printed in the outer corner at the foot of each page; empty where none is printed."""
    document = pypdfium2.PdfDocument(path)
    return [_folio(page) for page in document]


def _folio(page: pypdfium2.PdfPage) -> str:
    left, bottom, right, _ = page.get_trimbox()
    text = page.get_textpage()
    corners = [(left, left + 30 * MM), (right - 30 * MM, right)]
    for begin, end in corners:
        words = str(text.get_text_bounded(left=begin, bottom=bottom, right=end, top=bottom + 20 * MM)).strip()
        if re.fullmatch(r"\d+", words):
            return words
    return ""


def _links(path: Path) -> Iterator[tuple[int, str, int]]:
    """Give the page of each inner link, the words that it covers, and the page it leads to; pages count from 0."""
    for number, words, target, _ in _placed_links(path, None):
        yield number, words, target


Rectangle = tuple[float, float, float, float]


def _placed_links(path: Path, wanted: range | None) -> Iterator[tuple[int, str, int, Rectangle]]:
    """Give inner links as ``_links`` does, with the place of each in points: left, bottom, right, top."""
    reader = PdfReader(path)
    named = reader.named_destinations
    document = pypdfium2.PdfDocument(path)
    for number, page in enumerate(reader.pages):
        if wanted is not None and number not in wanted:
            continue
        texts = document[number].get_textpage()
        for annotation in page.get("/Annots", ArrayObject()):
            link = annotation.get_object()
            target = link.get("/Dest") or link.get("/A", {}).get("/D")
            if target is None:
                continue
            left, bottom, right, top = (float(value) for value in link["/Rect"])
            words = texts.get_text_bounded(left=left - 1, bottom=bottom, right=right + 1, top=top)
            yield number, _plain(words), _page_of(reader, target, named), (left, bottom, right, top)


def _page_of(reader: PdfReader, target: object, named: dict[str, Destination]) -> int:
    if isinstance(target, ArrayObject):
        return next(n for n, page in enumerate(reader.pages) if page.indirect_reference == target[0])
    page = reader.get_destination_page_number(named[str(target)])
    assert page is not None
    return page


def _shift(path: Path) -> int:
    """Give what is to be added to the place of a page, counted from 0, to get its folio (a cover has none)."""
    return next(int(folio) - number for number, folio in enumerate(_folios(path)) if folio)


def _outline(path: Path) -> list[tuple[int, str, int]]:
    """Give level, words and folio of every bookmark."""
    reader = PdfReader(path)
    found: list[tuple[int, str, int]] = []

    def walk(entries: Sequence[object], level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                assert isinstance(entry, Destination)
                page = reader.get_destination_page_number(entry)
                assert page is not None
                found.append((level, _plain(str(entry.title)), page + _shift(path)))

    walk(reader.outline, 1)
    return found


def _letters(text: str) -> str:
    """Give a text without white space and hyphens: at a line end they are soft in one file and hard in the other."""
    return re.sub(r"[\s\u00ad\u2010\ufffe-]+", "", text)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("\u00ad", "")).strip()


def test_the_folio_of_a_page_is_its_place_in_the_book(shipped: Path) -> None:
    path = shipped / "print/kursbuch-innenteil.pdf"
    folios = _folios(path)
    assert [folio for folio in folios if folio] == [str(n) for n, folio in enumerate(folios, start=1) if folio]
    assert len([folio for folio in folios if folio]) > len(folios) / 2


def test_the_contents_name_the_page_of_every_chapter_and_section(shipped: Path) -> None:
    path = shipped / "screen/kursbuch.pdf"
    shift = _shift(path)
    outline = _outline(path)
    begin = next(folio for _, words, folio in outline if words == "Inhalt")
    end = next(folio for _, _, folio in outline if folio > begin)
    document = pypdfium2.PdfDocument(path)
    shown: dict[int, bool] = {}
    for number, words, target, (_, bottom, _, top) in _placed_links(path, range(begin - shift, end - shift)):
        page = document[number]
        row = _plain(page.get_textpage().get_text_bounded(left=0, bottom=bottom, right=page.get_width(), top=top))
        folio, name = target + shift, re.escape(words)
        # Chapters have their number before their words, sections behind them.
        right = bool(re.search(rf"(?:^|\s){folio} (?:\d )?{name}|{name} {folio}(?:\s|$)", row))
        shown[target] = shown.get(target, False) or right
    assert all(shown.values()), sorted(target + shift for target, right in shown.items() if not right)
    chapters = {folio for level, _, folio in outline if level == 1 and folio > begin}
    assert chapters <= {target + shift for target in shown}


def test_every_page_number_in_a_link_is_the_folio_of_the_page_it_leads_to(shipped: Path) -> None:
    path = shipped / "screen/kursbuch.pdf"
    shift = _shift(path)
    lists = next(folio for _, words, folio in _outline(path) if words.startswith("Alle Maßnahmen")) - shift
    named, listed = 0, 0
    for number, words, target in _links(path):
        shown = re.search(r"[Ss]eite\s(\d+)\)?$", words)
        # Before the plan of measures a link of figures alone calls a note.
        alone = re.fullmatch(r"\d+", words) if number >= lists else None
        if shown:
            assert int(shown[1]) == target + shift, f"page {number + 1}: {words!r} leads to page {target + 1}"
            named += 1
        elif alone:
            assert int(alone[0]) == target + shift, f"page {number + 1}: {words!r} leads to page {target + 1}"
            listed += 1
    assert named > 25  # references in running text
    assert listed > 150  # plan of measures, lists of figures and tables, glossary, index


def test_the_index_names_pages_on_which_the_word_stands(shipped: Path) -> None:
    path = shipped / "screen/kursbuch.pdf"
    texts = [re.sub(r"[-\u00ad\u2010\s]", "", text).lower() for text in _texts(path)]
    begin = next(folio for _, words, folio in _outline(path) if words == "Register") - _shift(path)
    index = _plain(" ".join(_texts(path)[begin:]))
    named = re.findall(r"([A-ZÄÖÜ][a-zäöüß]{6,}) ((?:\d+(?:–\d+)?(?:, )?)+)", index)
    missed = [
        (word, page)
        for word, pages in named
        for page in (int(part.split("–")[0]) for part in pages.rstrip(", ").split(", "))
        if word.lower()[:6] not in texts[page - _shift(path)]
    ]
    assert len(named) > 40
    # An entry may stand for other words on its page, such as „Deutschkurs“ for „Sprachkurs“; most name their own word.
    assert len(missed) < len(named) / 4, missed


def test_print_and_screen_edition_show_the_same_words_on_the_same_pages(shipped: Path) -> None:
    # In another order: the screen edition's content is written as it is read.
    printed = [sorted(_letters(text)) for text in _texts(shipped / "print/kursbuch-innenteil.pdf")]
    screen = [sorted(_letters(text)) for text in _texts(shipped / "screen/kursbuch.pdf")]
    first = next(number for number, text in enumerate(screen) if text == printed[0])
    own = len(screen) - 2 * first  # the screen edition has covers on both sides, or none
    assert screen[first : first + own] == printed[:own]
    assert not any(printed[own:]), "what fills the book to the printer's multiple is blank"


@pytest.mark.parametrize("number", range(1, 7))
def test_handouts_name_the_page_on_which_their_chapter_opens(shipped: Path, number: int) -> None:
    handout = next((shipped / "handouts").glob(f"{number:02}-*.pdf"))
    words = " ".join(_texts(handout))
    title = re.sub(r"\s+", " ", PdfReader(handout).metadata.title or "")  # type: ignore[union-attr]
    named = {int(page) for page in re.findall(r"Seite\s(\d+)", words)}
    opening = _opening_page(shipped / "screen/kursbuch.pdf", title.rpartition(" – ")[0])  # behind it stands the book
    assert opening in named, (title, opening, named)


def _opening_page(path: Path, title: str) -> int:
    """Find the folio that the outline gives for the chapter whose title the handout carries."""
    for level, words, folio in _outline(path):
        name = re.sub(r"^Handlungsfeld \d: ", "", words)
        if level == 1 and name and name in title:
            return folio
    raise AssertionError(title)
