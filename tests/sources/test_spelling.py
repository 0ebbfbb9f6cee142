"""The words of the shipped book: spelled as hunspell's German dictionary says, and set alike throughout.

What hunspell does not know stands in sources/words.txt, which `check --spelling` reads too: compounds, names and
abbreviations, each read by a person before it went in. The list holds no word that the book no longer needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest

from kursbuch_press.book.edition import QuotationMarks
from kursbuch_press.book.plain_language import ExplainedWord, PlainLanguage, PlainSection
from kursbuch_press.book.vocabulary import Vocabulary
from kursbuch_press.compose import compose, inlines
from kursbuch_press.compose.drawing_data import DrawingData
from kursbuch_press.compose.typography import polish, sort_key
from kursbuch_press.sources.handouts import read_handout_texts, read_plain_language
from kursbuch_press.sources.reading import read_book
from tests.judges import not_installed, program, run
from tests.shipped import PROJECT, vocabulary

LIST = PROJECT / "sources/words.txt"
SILENT = frozenset(
    {
        *("address", "target", "targets", "explained", "href", "id", "language", "number", "picture", "name"),
        *("kind", "matter", "role", "align", "starts", "swatch", "illustration", "pictogram", "group", "priority", "letter"),
        *("row", "column", "start", "until", "begin", "end", "route", "summary"),
    },
)
"""Fields of the manuscript that are not printed, or not as words."""

ENGLISH = ("literature/fazel-2005", "literature/istanbul-protokoll")
"""Sources whose titles are not German."""

FIELDS = (
    *("deutsch-fuer-alle", "integration-durch-bildung", "vielfalt-als-staerke"),
    *("zusammenleben-und-inklusion", "psychosoziale-versorgung", "verstetigung"),
)
"""The chapters that are built alike and must not sound alike."""

WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:’[a-z]+)?")
ROMAN = re.compile(r"[IVX]+")
CUT = re.compile(r"(?<=s)-(?= (?:und|oder|bis)\b|,)")
"""Where a compound lacks its head and is no word without it, as in „Bildungs- und Erziehungspartnerschaft“."""

LETTER, SPACE = "A-Za-zÀ-ÖØ-öø-ÿ", " \u00a0\u202f"
FAULTS = {
    "a straight or foreign quotation mark": r"[\"”»«›‹`´]",
    "a typewriter's apostrophe": r"'",
    "a quotation mark with a space inside": rf"[„‚][{SPACE}]|[{SPACE}][“‘]",
    "a hyphen in the place of a dash": rf"[{SPACE}]-[{SPACE}]|--|—|\d-\d",
    "a dash that can begin a line, or stands too close": rf"(?<![\d\u00a0])–(?!$)|\u00a0–(?![{SPACE},.])",
    "three dots": r"\.\.",
    "two spaces": rf"[{SPACE}]{{2}}",
    "a space before a mark": rf"[{SPACE}][,.;:!?)\]]",
    "a space behind a bracket": rf"[(\[][{SPACE}]",
    "no space behind a mark": rf"[,;!?][{LETTER}„]|(?<=[a-zäöüß]{{3}})[.:][{LETTER}]{{2}}",
    "a space at an edge": rf"^[{SPACE}]|[{SPACE}]$",
    "a number that can leave its sign": r"(?:§§?|Abs\.|Art\.|Nr\.|S\.|Bd\.) (?=[\dIVX])|\d (?=(?:%|€|Euro|Uhr)(?!\w))",
    "a day that can leave its month": r"\d\. (?:Januar|Februar|März|April|Mai|Ju[nl]i|August|[A-Z][a-z]+ber) ",
    "an abbreviation that can be parted": r"\b[zdouiv]\. ?[a-zA-ZÄ]\.|\b(?:Prof|Dr)\. ",
    "the same word twice": rf"\b([{LETTER}]{{2,}}) (?!Kinder bleiben)\1\b",
}
NEVER = (
    r"\bdaß\b",
    r"\bmuß\b",
    r"kreisfreie",  # a Kreisfreie Stadt is written so in Saxon law
    r"Arge\b",  # since 2011: Jobcenter
    r"Kindertagesstätte",  # Kindertageseinrichtung, for short Kita
    r"Asylant(?!rag)",
    r"Asylgesetz|AsylG\b",  # until October 2015: Asylverfahrensgesetz
    r"Mittelschule",  # since August 2013: Oberschule
    r"Regierungspräsidium",  # since 2008: Landesdirektion
    r"Innenministerium|Sozialministerium|Kultusministerium",  # their full names, so that the matrix counts them
    r"Migrantenselbstorganisation|Migrantenverein",  # Migrantenorganisation
    r"[a-zäöü]\*innen|[a-z]/-?innen|[a-zäöü]Innen\b",
)


@dataclass(frozen=True)
class Printed:
    """A run of words as it is printed, and where it is from."""

    at: str
    text: str
    german: str
    """The same without what is marked as another language."""

    def __str__(self) -> str:
        return f"{self.at}: {self.text}"


@cache
def book() -> tuple[Printed, ...]:
    """Everything that the book says, run by run; the questions of the Word drafts as well."""
    read = read_book(PROJECT).book
    assert read is not None
    return tuple(_printed(compose(read, vocabulary()).chapters, ""))


@cache
def loose_sheets() -> tuple[Printed, ...]:
    """What only the handouts and the back cover say."""
    book = read_book(PROJECT).book
    assert book is not None
    assert book.edition.about is not None
    sheets = read_handout_texts(PROJECT).content
    assert sheets is not None
    texts = {"edition/about": book.edition.about.plain}
    for part in (sheets.overview, sheets.join):
        texts |= {f"handouts/{part.title.plain}": part.title.plain}
        texts |= {f"handouts/{paragraph.id}": paragraph.text.plain for paragraph in part.paragraphs}
    return tuple(_one(at, text) for at, text in texts.items())


@cache
def plain_language() -> tuple[Printed, ...]:
    """The summary in Leichte Sprache, whose long words are written with hyphens."""
    summary = read_plain_language(PROJECT).content
    assert isinstance(summary, PlainLanguage)
    sections = (*summary.sections, summary.tested, summary.sample)
    return tuple(each for section in sections for each in _of_section(section))


def everything() -> tuple[Printed, ...]:
    return (*book(), *loose_sheets(), *plain_language())


def _of_section(section: PlainSection) -> Iterator[Printed]:
    yield _joined(f"leichte-sprache/{section.id}", section.title.plain)
    for block in section.blocks:
        if isinstance(block, ExplainedWord):
            yield _joined(f"leichte-sprache/{block.id}", block.word)
        for line in block.text.source.splitlines():
            if "spricht man so:" not in line:
                yield _joined(f"leichte-sprache/{block.id}", line)


def _joined(at: str, text: str) -> Printed:
    """Give a sentence and, for the dictionary, its words without the hyphens that help to read them."""
    whole = re.sub(r"(?<=[a-zäöüß])-([A-ZÄÖÜa-zäöü])(?=[a-zäöüß])", lambda found: found[1].lower(), text)
    return Printed(at, polish(text, QuotationMarks.GERMAN), whole)


def _one(at: str, text: str) -> Printed:
    set_text = polish(text, QuotationMarks.GERMAN)
    return Printed(at, set_text, set_text)


def _printed(thing: object, at: str) -> Iterator[Printed]:  # noqa: C901 - one line for each kind
    """Walk through a manuscript; what a new kind of node prints is found as well."""
    if isinstance(thing, StrEnum | Vocabulary):
        return  # keys, and words for all chapters
    if isinstance(thing, str):
        yield Printed(at, thing, thing)
    elif isinstance(thing, tuple):
        if thing and isinstance(thing[0], inlines.Inline):
            yield from _of_content(thing, at)
        else:
            for each in thing:
                yield from _printed(each, at)
    elif isinstance(thing, DrawingData) and thing.bars:
        yield from _printed((thing.bars, tuple(mark.label for mark in thing.legend)), at)  # its values are keys of forms
    elif isinstance(thing, DrawingData) and thing.columns:
        yield from _printed((thing.rows, thing.columns), at)  # the marks of a matrix carry colours
    elif is_dataclass(thing):
        here = str(getattr(thing, "address", "") or getattr(thing, "id", at))
        for field in fields(thing):
            if field.name not in SILENT:
                yield from _printed(getattr(thing, field.name), here)


def _of_content(content: inlines.Content, at: str) -> Iterator[Printed]:
    """Give a text, and behind it its notes and what its abbreviations stand for."""
    yield Printed(at, _plain(content, foreign=True), _plain(content, foreign=False))
    for inline in inlines.walk(content):
        match inline:
            case inlines.Footnote() if inline.content:
                yield from _of_content(inline.content, inline.address)
            case inlines.Short():
                yield Printed(at, inline.expansion, inline.expansion)
            case _:
                pass


def _plain(content: inlines.Content, *, foreign: bool) -> str:
    parts: list[str] = []
    for inline in content:
        match inline:
            case inlines.Words():
                parts.append(inline.text)
            case inlines.PageNumber() | inlines.Footnote():
                pass
            case inlines.Foreign() if not foreign:
                parts.append("…")
            case _:
                parts.append(_plain(inline.content, foreign=foreign))
    return "".join(parts)


def _words(texts: tuple[Printed, ...]) -> dict[str, str]:
    """Give each word and the first place where it stands; parts of a word with hyphens count for themselves."""
    found: dict[str, str] = {}
    for printed in texts:
        if not printed.at.startswith(ENGLISH):
            # There it is looked up with a head that fits everywhere.
            for word in WORD.findall(CUT.sub("arbeit", printed.german)):
                if len(word) > 1 and not ROMAN.fullmatch(word):
                    found.setdefault(word, printed.at)
    return found


@cache
def listed() -> tuple[str, ...]:
    return tuple(LIST.read_text("utf-8").split("\n")[:-1])


def _unknown(words: dict[str, str], folder: Path) -> set[str]:
    """Give the words that hunspell's German dictionary does not hold."""
    hunspell = program("hunspell", package="hunspell hunspell-de-de")
    file = folder / "words"
    file.write_text("\n".join(words), "utf-8")
    if "wahrlich" in run(hunspell, "-d", "de_DE", "-i", "utf-8", "-l", _probe(folder), accepted=(0, 1)):
        not_installed("hunspell's dictionary de_DE (Debian: hunspell-de-de)")
    return set(run(hunspell, "-d", "de_DE", "-i", "utf-8", "-l", str(file)).split())


def _probe(folder: Path) -> str:
    file = folder / "probe"
    file.write_text("wahrlich", "utf-8")
    return str(file)


@pytest.mark.judge
def test_every_word_is_spelled_as_the_dictionary_says(tmp_path: Path) -> None:
    words = _words(everything())
    assert len(words) > 3000, "too few words: the book was not read"
    unknown = _unknown(words, tmp_path) - set(listed())
    assert not unknown, "\n".join(f"{words[word]}: {word}" for word in sorted(unknown))


@pytest.mark.judge
def test_the_list_holds_no_word_that_the_dictionary_knows(tmp_path: Path) -> None:
    assert set(listed()) == _unknown(dict.fromkeys(listed(), ""), tmp_path)


def test_the_list_is_sorted_and_used() -> None:
    words = listed()
    assert list(words) == sorted(set(words), key=sort_key)
    assert [word for word in words if not WORD.fullmatch(word)] == []
    assert sorted(set(words) - set(_words(everything()))) == [], "words that stand nowhere any more"


@pytest.mark.judge
@pytest.mark.parametrize("wrong", ["Beratungstelle", "Integrationkurs", "Flüchtlingsozialarbeit", "vorraussichtlich"])
def test_the_dictionary_finds_what_is_misspelled(wrong: str, tmp_path: Path) -> None:
    assert _unknown({wrong: ""}, tmp_path) == {wrong}


@pytest.mark.parametrize("fault", FAULTS)
def test_signs_and_spaces_are_set_alike(fault: str) -> None:
    pattern = re.compile(FAULTS[fault])
    assert [str(printed) for printed in everything() if pattern.search(printed.text)] == []


def test_quotation_marks_come_in_pairs() -> None:
    for opening, closing in (("„", "“"), ("‚", "‘"), ("(", ")"), ("[", "]")):
        pair = re.compile(rf"[^{re.escape(opening + closing)}]")
        left = re.compile(re.escape(opening + closing))
        unpaired = [str(each) for each in everything() if left.sub("", pair.sub("", each.text))]
        assert unpaired == [], f"{opening}…{closing}"


def test_a_word_has_one_spelling() -> None:
    """Deutsch-Kurs and Deutschkurs do not stand side by side; Leichte Sprache has hyphens of its own."""
    forms: dict[str, set[str]] = {}
    for printed in (*book(), *loose_sheets()):
        if not printed.at.startswith(ENGLISH):
            for word in re.findall(rf"[{LETTER}]+(?:-[{LETTER}]+)*", printed.german):
                forms.setdefault(word.replace("-", "").lower(), set()).add(word[0].lower() + word[1:])
    several = {min(spellings): sorted(spellings) for spellings in forms.values() if len(spellings) > 1}
    assert several == {}


def test_older_spellings_and_two_names_for_one_thing_do_not_occur() -> None:
    """What the book calls one way it never calls another; each pattern names what is not said."""
    text = "\n".join(str(printed) for printed in (*book(), *loose_sheets()))
    found = {word: re.findall(rf".{{0,30}}{word}.{{0,30}}", text) for word in NEVER}
    assert {word: places for word, places in found.items() if places} == {}


def test_nothing_is_said_twice_from_field_to_field() -> None:
    """No five words in a row stand in two fields, but for the names of bodies and of parts."""
    fields: dict[str, set[str]] = {}
    for printed in book():
        chapter = printed.at.partition("/")[0]
        for clause in re.split(r"[.,:;?!]", printed.german) if chapter in FIELDS else ():
            words = clause.lower().split()
            for phrase in (" ".join(words[at : at + 5]) for at in range(len(words) - 4)):
                fields.setdefault(phrase, set()).add(chapter)
    assert len(fields) > 4000, "too few words: the fields were not read"
    names = re.compile(r"kreisfreien? |staatsministerium|mitautor")
    twice = {phrase: sorted(where) for phrase, where in fields.items() if len(where) > 1}
    assert {phrase: where for phrase, where in twice.items() if not names.search(phrase)} == {}


def test_every_law_that_is_cited_by_its_letters_is_explained() -> None:
    read = read_book(PROJECT).book
    assert read is not None
    sources = read.literature.entries
    letters = {found[0] for entry in sources if (found := re.match(r"\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ][\w/]*", entry.label))}
    gazettes = {gazette for entry in sources for gazette in re.findall(r"\w*Bl\.", entry.published or "")}
    assert {"AufenthG", "GG", "SGB", "VwV"} <= letters
    assert {"ABl.", "BGBl.", "SächsGVBl."} <= gazettes
    assert sorted((letters | gazettes) - {entry.short for entry in read.glossary.abbreviations}) == []
