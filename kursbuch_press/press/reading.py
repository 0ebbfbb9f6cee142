"""What is read of a project before anything is made of it: sources, handout texts, palette, printer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from kursbuch_press.book.addresses import address
from kursbuch_press.book.book import Book
from kursbuch_press.book.edition import WantedTranslation
from kursbuch_press.book.handouts import HandoutTexts
from kursbuch_press.book.plain_language import PlainLanguage
from kursbuch_press.book.translations import Translation
from kursbuch_press.book.vocabulary import FOLDER as WORDS
from kursbuch_press.book.vocabulary import Vocabulary
from kursbuch_press.compose.translating import Gap, asked_of, gaps
from kursbuch_press.disk import recording
from kursbuch_press.disk.looking import files_in
from kursbuch_press.disk.recording import record
from kursbuch_press.pages.coverage import lost_signs
from kursbuch_press.pages.handouts.wording import OVERVIEW
from kursbuch_press.pages.house_art import HouseArt, unknown_illustrations
from kursbuch_press.pages.palette import Palette, unknown_swatches
from kursbuch_press.pages.prepress.printers import Printer, load_printer, printer_names
from kursbuch_press.press import wording, wording_of_sources
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import ASKED, Project
from kursbuch_press.press.stages import stage
from kursbuch_press.problems import BookError, Place, Problem, Severity
from kursbuch_press.sources import key_places, place_in_layout, read_book, read_layout
from kursbuch_press.sources.handouts import (
    PartReading,
    read_handout_texts,
    read_plain_language,
    read_translation,
    unknown_chapters,
)
from kursbuch_press.sources.reading import Reading


@dataclass(frozen=True, slots=True)
class Readings:
    """The files of sources/ as read, with all their problems: the book, and what only the handouts carry."""

    book: Reading
    texts: PartReading[HandoutTexts]
    summary: PartReading[PlainLanguage]
    translations: Mapping[str, PartReading[Translation]]


@stage
def readings(project: Project) -> Readings:
    """Read all sources; mistakes raise nothing."""
    tell(wording.BOOK, wording.READING)
    folder = project.folder
    book = read_book(folder)
    languages = [wanted.language for wanted in book.book.edition.translations] if book.book else []
    translations = {language: read_translation(folder, language) for language in languages}
    if project.lenient:
        book = replace(book, book=book.sketch)
    return Readings(book, read_handout_texts(folder), read_plain_language(folder), translations)


@stage
def palette(project: Project) -> Palette:
    """Read the swatches; mistakes are raised as BookError."""
    return read_layout(project.folder / "layouts/palette.yaml", Palette)


@stage
def vocabulary(project: Project) -> Vocabulary:
    """Read the words of the product in the language of the edition; mistakes are raised as BookError."""
    book = readings(project).book.book
    language = book.edition.language if book else "de"
    path = project.folder / WORDS / f"{language}.yaml"
    if not recording.is_file(path):
        known = [each.stem for each in files_in(path.parent, ".yaml")]
        at = address("edition", "language")
        place = book.place(at) if book else Place("sources/kursbuch.yaml")
        hint = wording.no_language_hint(f"{WORDS}/{language}.yaml", known)
        raise BookError((Problem(place, wording.NO_LANGUAGE.format(language=language), hint, at, rule="language"),))
    words = read_layout(path, Vocabulary)
    if words.language != language:
        place = place_in_layout(path, "language")
        hint = wording.OTHER_LANGUAGE_HINT.format(language=language)
        raise BookError((Problem(place, wording.OTHER_LANGUAGE.format(language=words.language), hint, rule="language"),))
    return words


@stage
def source_problems(project: Project) -> tuple[Problem, ...]:
    """Give everything that is wrong with the sources as far as reading shows it, in the order of places."""
    read = readings(project)
    found = {*read.book.problems, *read.texts.problems, *read.summary.problems}
    found.update(problem for each in read.translations.values() for problem in each.problems)
    translated = [sign for each in read.translations.values() for sign in each.signs]
    found.update(lost_signs((*read.book.signs, *read.texts.signs, *read.summary.signs, *translated), project.folder))
    if read.book.book is not None:
        with suppress(BookError):  # a palette with mistakes is told of by itself
            found.update(unknown_swatches(read.book.book, palette(project)))
            found.update(unknown_illustrations(read.book.book, HouseArt(project.folder, palette(project))))
        found.update(unknown_chapters(read.summary, read.book.book))
        found.update(handout_problems(read, read.book.book, project))
        found.update(_idle_translations(read, read.book.book, project))
    return tuple(sorted(found))


def handout_problems(read: Readings, book: Book, project: Project) -> Iterator[Problem]:
    """Tell of pictograms that the house does not have, of sheets of unknown fields, and of translations out of step."""
    texts = read.texts.content
    if texts is None:
        return
    places = {found.address: found.place for found in read.texts.found}
    known = {chapter.id for chapter in book.field_chapters}
    with suppress(BookError):
        pictograms = HouseArt(project.folder, palette(project)).pictograms
        for found in (*read.texts.found, *read.summary.found):
            if found.field in {"pictogram", "pictograms"} and found.value not in pictograms:
                hint = wording_of_sources.unknown_pictogram_hint(found.value, list(pictograms))
                message = wording.UNKNOWN_PICTOGRAM.format(name=found.value)
                yield Problem(found.place, message, hint, found.address, rule="pictogram")
    for sheet in texts.sheets:
        if sheet.chapter not in known:
            at = address("handouts", sheet.id, "chapter")
            hint = wording.unknown_field_hint(sorted(known))
            message = wording.UNKNOWN_FIELD.format(name=sheet.chapter)
            yield Problem(places[at], message, hint, at, severity=Severity.WARNING, rule="unknown-chapter")
    yield from _second_sheets(texts, places)
    for wanted in book.edition.translations:
        reading = read.translations[wanted.language]
        yield from _wrong_translation(wanted, reading, book, project)
        if reading.content is not None:
            there = key_places(project.folder, f"sources/translations/{wanted.language}.yaml")
            for gap in gaps(asked_of(book, texts, wanted.sheets), reading.content):
                yield _out_of_step(gap, wanted.language, there)


def _idle_translations(read: Readings, book: Book, project: Project) -> Iterator[Problem]:
    """Tell of translations that come to nothing: a language named twice or that of the book, a file that nobody names."""
    at = address("edition", "translations")
    wanted = [each.language for each in book.edition.translations]
    for language in sorted({each for each in wanted if wanted.count(each) > 1 or each == book.edition.language}):
        message = wording.SECOND_TRANSLATION if wanted.count(language) > 1 else wording.OWN_TRANSLATION
        hint = wording.SECOND_TRANSLATION_HINT
        yield Problem(book.place(at), message.format(language=language), hint, at, rule="second-translation")
    if wanted and read.texts.content is None and not read.texts.problems:
        yield Problem(book.place(at), *wording.NO_SHEETS, at, Severity.WARNING, "second-translation")
    for path in files_in(project.folder / "sources/translations", ".yaml"):
        if path.stem not in wanted:
            message = wording.IDLE_TRANSLATION.format(language=path.stem)
            place = Place(f"sources/translations/{path.name}", 1, 1)
            hint = wording.IDLE_TRANSLATION_HINT.format(language=path.stem)
            yield Problem(place, message, hint, severity=Severity.WARNING, rule="unnamed-translation")


def _second_sheets(texts: HandoutTexts, places: Mapping[str, Place]) -> Iterator[Problem]:
    """Tell of a second sheet of one field: only one of them would be made."""
    first: dict[str, int] = {}
    for sheet in texts.sheets:
        at = address("handouts", sheet.id, "chapter")
        if sheet.chapter in first:
            message = wording.SECOND_SHEET.format(name=sheet.chapter, line=first[sheet.chapter])
            yield Problem(places[at], message, wording.SECOND_SHEET_HINT, at, rule="second-sheet")
        first.setdefault(sheet.chapter, places[at].line)


def _wrong_translation(
    wanted: WantedTranslation, reading: PartReading[Translation], book: Book, project: Project
) -> Iterator[Problem]:
    """Tell of sheets that there are not, of a file that is missing, and of one that says it is of another language."""
    file = f"sources/translations/{wanted.language}.yaml"
    known = [OVERVIEW, *(chapter.id for chapter in book.field_chapters)]
    at = address("edition", "translations")
    for sheet in wanted.sheets:
        if sheet not in known:
            hint = wording_of_sources.unknown_sheet_hint(sheet, known)
            message = wording.UNKNOWN_SHEET.format(name=sheet, language=wanted.language)
            yield Problem(book.place(at), message, hint, at, severity=Severity.WARNING, rule="unknown-chapter")
    if reading.content is None and not reading.problems:
        message = wording.NO_TRANSLATION.format(file=file, language=wanted.language)
        yield Problem(book.place(at), message, wording.NO_TRANSLATION_HINT.format(file=file), at, rule="translation-file")
    elif reading.content is not None and reading.content.language != wanted.language:
        place = key_places(project.folder, file).get(("language",), Place(file, 1, 1))
        message = wording.OTHER_TRANSLATION.format(found=reading.content.language, wanted=wanted.language)
        hint = wording.OTHER_LANGUAGE_HINT.format(language=wanted.language)
        yield Problem(place, message, hint, f"translations/{wanted.language}/language", rule="language")


def _out_of_step(gap: Gap, language: str, there: Mapping[tuple[str, ...], Place]) -> Problem:
    """Name a text of a translation with both wordings; the sheet is made all the same, in German where nothing else is."""
    part = "names" if gap.is_name else "texts"
    at = f"translations/{language}/{part}/{gap.address}"
    place = there.get((part, gap.address)) or there.get((part,))
    place = place or there.get(("language",)) or Place(f"sources/translations/{language}.yaml", 1, 1)
    said = {"language": language, "at": gap.address, "german": gap.german, "translated": gap.translated, "digest": gap.digest}
    message, hint = wording_of_sources.OUT_OF_STEP[gap.fault, gap.is_name]
    rule = f"translation-{gap.fault.value}"
    return Problem(place, message.format(**said), hint.format(**said), at, severity=Severity.WARNING, rule=rule)


def printer_name(project: Project) -> str:
    """Give the name of the printer profile: the one that was asked for, or that of the edition."""
    book = readings(project).book.book
    if book is None:
        raise BookError(source_problems(project))
    name = project.printer or book.edition.printer
    record(ASKED, "" if name == book.edition.printer else name)
    return name


@stage
def printer(project: Project) -> Printer:
    """Read what the printer asks for; an unknown printer of the edition is shown where the edition names it."""
    name = printer_name(project)
    try:
        return load_printer(project.folder, name)
    except BookError as error:
        if project.printer or name in printer_names(project.folder):
            raise
        at = address("edition", "printer")
        book = readings(project).book.book
        place = book.place(at) if book else Place("sources/kursbuch.yaml")
        raise BookError(tuple(replace(each, place=place, address=at) for each in error.problems)) from error


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems keeps the book from being made."""
    return any(each.severity is Severity.ERROR for each in problems)
