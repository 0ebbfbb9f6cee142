"""The folded sheets: what stands on their four pages, in German or in the words of a translation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kursbuch_press.book.addresses import address
from kursbuch_press.book.book import Book
from kursbuch_press.book.chapters import ActionField, Continuation
from kursbuch_press.book.edition import Edition
from kursbuch_press.book.handouts import FieldSheet, HandoutTexts
from kursbuch_press.book.languages import comma_of
from kursbuch_press.book.measures import Measure
from kursbuch_press.book.texts import Text, parse
from kursbuch_press.book.translations import Translation
from kursbuch_press.compose.inlines import Content, Foreign, Words
from kursbuch_press.compose.loose_texts import content_of
from kursbuch_press.compose.manuscript import Station

HANDOUTS = "handouts"
"""Under which chapter the texts of handouts.yaml have their addresses."""

BEGINNINGS = 3

PLACE = "ort"
"""The pictogram beside places that a sheet names in one text."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text of a sheet and the address of the German text that it is, or was made from."""

    address: str
    content: Content


@dataclass(frozen=True, slots=True)
class Beginning:
    """One thing that can begin tomorrow; ``pictogram`` is empty where the book says nothing and a number stands there."""

    pictogram: str
    said: Said


@dataclass(frozen=True, slots=True)
class Way:
    """A place to go to, with its pictogram and perhaps a telephone number."""

    pictogram: str
    phone: str
    said: Said


@dataclass(frozen=True, slots=True)
class Line:
    """A measure in short: its number, its name, who is responsible, and from when until when, in figures and as JJJJ-MM.

    ``span`` is where it begins and how long it lasts, in percent of the years that the sheet shows.
    """

    number: str
    title: Said
    who: Content
    when: str
    start: str
    until: str
    span: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Leaflet:
    """The sheet of one field: front, inside left, inside right, back; ``years`` are the first and last of its measures."""

    chapter: str
    number: str
    title: Said
    swatch: str
    illustration: str
    question: Said
    stays: Said | None
    about: Said
    tomorrow: tuple[Beginning, ...]
    measures: tuple[Line, ...]
    years: tuple[str, ...]
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A field on the sheet that is put up: its number, title and one line."""

    station: Station
    title: Said
    line: Said


@dataclass(frozen=True, slots=True)
class Common:
    """What every sheet carries: how to join in, and that it is a sample if it is."""

    join_title: Said
    join: tuple[Said, ...]
    sample: Said | None


@dataclass(frozen=True, slots=True)
class Sayer:
    """Says texts in the language of a sheet; what has no translation is said in German and marked as such."""

    edition: Edition
    translation: Translation | None = None
    continuation: str = ""
    """The letter under which measures of the continuation count."""
    asked: dict[str, str] = field(default_factory=dict)
    """Every text that was asked for: address and German wording."""
    names: dict[str, None] = field(default_factory=dict)
    """Every name of a body that was asked for."""

    @property
    def language(self) -> str:
        """The language of the sheet."""
        return self.translation.language if self.translation else self.edition.language

    def text(self, at: str, german: Text) -> Said:
        """Say a text of the book."""
        self.asked[at] = german.source
        if self.translation is None:
            return Said(at, content_of(german, self.edition.quotation_marks))
        found = self.translation.texts.get(at)
        if found is None:
            return Said(at, (Foreign(content_of(german, self.edition.quotation_marks), self.edition.language),))
        return Said(at, content_of(found.text, None))

    def name(self, german: str) -> Content:
        """Say the name of a body."""
        self.names[german] = None
        if self.translation is None:
            return (Words(german),)
        found = self.translation.names.get(german)
        return (Words(found),) if found else (Foreign((Words(german),), self.edition.language),)


def leaflet(chapter: ActionField | Continuation, texts: HandoutTexts, say: Sayer) -> Leaflet:
    """Compose the sheet of a field; what handouts.yaml does not say of it is taken from the chapter."""
    own = next((sheet for sheet in texts.sheets if sheet.chapter == chapter.id), None)
    measures = tuple(_lines(chapter, say))

    def of_chapter(name: str) -> Said:
        return say.text(address(chapter.id, name), getattr(chapter, name))

    def of_sheet(name: str) -> Said:
        assert own is not None
        return say.text(address(HANDOUTS, own.id, name), getattr(own, name))

    return Leaflet(
        chapter=chapter.id,
        number=str(chapter.number) if isinstance(chapter, ActionField) else "",
        title=of_chapter("title"),
        swatch=chapter.swatch,
        illustration=chapter.illustration or "",
        question=of_sheet("question") if own else of_chapter("claim"),
        stays=of_sheet("stays") if own else None,
        about=of_sheet("about") if own else of_chapter("lead"),
        tomorrow=tuple(_beginnings(own, say)) if own else tuple(Beginning("", line.title) for line in measures[:BEGINNINGS]),
        measures=measures,
        years=_years(chapter),
        ways=tuple(_ways(own, say)) if own else (),
    )


def motto(say: Sayer) -> Said | None:
    """Say the motto of the edition, if it has one."""
    own = say.edition.motto
    return say.text("edition/motto", parse(own)[0]) if own else None


def overview_rows(book: Book, texts: HandoutTexts, say: Sayer) -> tuple[OverviewRow, ...]:
    """Compose what the overview says of each field: the question on its sheet, or its claim where no sheet has one."""
    questions = {sheet.chapter: sheet for sheet in texts.sheets}

    def line(chapter: ActionField | Continuation) -> Said:
        own = questions.get(chapter.id)
        if own is None:
            return say.text(address(chapter.id, "claim"), chapter.claim)
        return say.text(address(HANDOUTS, own.id, "question"), own.question)

    return tuple(
        OverviewRow(
            Station(chapter.id, str(chapter.number) if isinstance(chapter, ActionField) else "", chapter.swatch),
            say.text(address(chapter.id, "title"), chapter.title),
            line(chapter),
        )
        for chapter in book.field_chapters
    )


def words_of_measures(book: Book) -> Iterator[str]:
    """Give what the measures are called and who takes part in them."""
    for measure in (measure for chapter in book.field_chapters for measure in chapter.measures):
        yield from (measure.title.plain, *measure.responsible, *measure.partners)


def common(texts: HandoutTexts, say: Sayer) -> Common:
    """Compose what every sheet carries."""
    paragraphs = tuple(say.text(address(HANDOUTS, each.id, "text"), each.text) for each in texts.join.paragraphs)
    sample = texts.sample if say.edition.muster else None
    return Common(
        say.text(address(HANDOUTS, "join", "title"), texts.join.title),
        paragraphs,
        say.text(address(HANDOUTS, "sample"), sample) if sample else None,
    )


def _beginnings(sheet: FieldSheet, say: Sayer) -> Iterator[Beginning]:
    for each in sheet.tomorrow:
        yield Beginning(each.pictogram, say.text(address(HANDOUTS, each.id, "text"), each.text))


def _ways(sheet: FieldSheet, say: Sayer) -> Iterator[Way]:
    if sheet.where is not None:
        yield Way(PLACE, "", say.text(address(HANDOUTS, sheet.id, "where"), sheet.where))
    for each in sheet.ways:
        yield Way(each.pictogram, each.phone or "", say.text(address(HANDOUTS, each.id, "text"), each.text))


def _lines(chapter: ActionField | Continuation, say: Sayer) -> Iterator[Line]:
    number = str(chapter.number) if isinstance(chapter, ActionField) else say.continuation
    years = [int(year) for year in _years(chapter)]
    for at, measure in enumerate(chapter.measures, start=1):
        names = [say.name(each) for each in measure.responsible]
        who = names[0] + tuple(inline for name in names[1:] for inline in (Words(comma_of(say.language)), *name))
        yield Line(
            f"{number}.{at}",
            say.text(address(chapter.id, measure.id, "title"), measure.title),
            who,
            _when(measure.start, measure.until),
            measure.start,
            measure.until,
            _span(measure, years[0], years[-1]),
        )


def _years(chapter: ActionField | Continuation) -> tuple[str, ...]:
    """Give the first and the last year of its measures, once if they are the same."""
    months = [month for measure in chapter.measures for month in (measure.start, measure.until)]
    return tuple(dict.fromkeys((min(months)[:4], max(months)[:4]))) if months else ()


def _span(measure: Measure, first: int, last: int) -> tuple[float, float]:
    """Give where a measure begins and how long it lasts, in percent of all years from the first to the last."""
    start, until = (12 * (int(month[:4]) - first) + int(month[5:]) for month in (measure.start, measure.until))
    month = 100 / (12 * (last - first + 1))
    return round((start - 1) * month, 2), round((until - start + 1) * month, 2)


def _when(start: str, until: str) -> str:
    """Write a span of months in figures, which every language reads: 9/2014–12/2015."""
    first, last = (f"{int(month)}/{year}" for year, month in (when.split("-") for when in (start, until)))
    return first if start == until else f"{first}–{last}"


def field_of(book: Book, chapter_id: str) -> ActionField | Continuation:
    """Give a field by its id."""
    return next(chapter for chapter in book.field_chapters if chapter.id == chapter_id)
