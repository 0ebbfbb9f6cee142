"""The workshop: what several products are made from, made once when it is first asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kursbuch_press.book.addresses import address
from kursbuch_press.compose import compose
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.compose.nodes import Figure
from kursbuch_press.press import wording
from kursbuch_press.press.designs import layout_problems
from kursbuch_press.press.progress import Told, silent
from kursbuch_press.problems import BookError, Place, PressError, Problem, Severity
from kursbuch_press.sources import read_book, read_layout
from kursbuch_press.sources.handouts import PartReading, read_handout_texts, read_plain_language, unknown_chapters
from kursbuch_press.sources.reading import Reading

if TYPE_CHECKING:
    from kursbuch_press.book.handouts import HandoutTexts
    from kursbuch_press.book.plain_language import PlainLanguage
    from kursbuch_press.pages.design import Design
    from kursbuch_press.pages.palette import Palette
    from kursbuch_press.pages.pictures import PreparedPictures
    from kursbuch_press.pages.prepress.printers import Printer
    from kursbuch_press.pages.typesetting import SetBook

Pictures = dict[str, tuple[bytes, str]]


class Workshop:
    """One project folder and everything that is made of it on the way to its products.

    WeasyPrint is imported only when pages are asked for: it takes longer than reading the book.
    """

    def __init__(self, project: Path, told: Told = silent, printer: str = "") -> None:
        """Know the project, and for which printer to work if not for that of the edition; nothing is read yet."""
        self.project = project
        self.told = told
        self._printer = printer
        self._designs: dict[str, Design] = {}
        self._finished: dict[str, dict[str, bytes]] = {}

    def finish(self, product: str, path: str, content: bytes) -> None:
        """Keep a finished file for products that are made from it."""
        self._finished.setdefault(product, {})[path] = content

    def finished(self, *products: str) -> dict[str, bytes]:
        """Give the finished files of products by their paths in dist/, in the order of the paths."""
        files = {path: content for product in products for path, content in self._finished.get(product, {}).items()}
        return dict(sorted(files.items()))

    @cached_property
    def reading(self) -> Reading:
        """The sources as read, with all their problems."""
        self.told(wording.BOOK, wording.READING)
        return read_book(self.project)

    @cached_property
    def handout_texts(self) -> tuple[HandoutTexts, PlainLanguage]:
        """What only the handouts carry; mistakes in it are raised as BookError."""
        texts, summary = self._handout_readings
        if texts.content is None or summary.content is None:
            raise BookError((*texts.problems, *summary.problems))
        return texts.content, summary.content

    @cached_property
    def _handout_readings(self) -> tuple[PartReading[HandoutTexts], PartReading[PlainLanguage]]:
        return read_handout_texts(self.project), read_plain_language(self.project)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong with sources/, handouts and pictures included, and with layouts/, in the order of places."""
        return tuple(sorted({*self._source_problems, *self._picture_problems, *layout_problems(self)}))

    @property
    def _picture_problems(self) -> tuple[Problem, ...]:
        """What is wrong with pictures at their size, which is known only once the book is composed."""
        if _errors(self._source_problems) or not self._shows_pictures:
            return ()
        try:
            return self.prepared.problems
        except BookError as error:
            return error.problems

    @cached_property
    def _source_problems(self) -> tuple[Problem, ...]:
        from kursbuch_press.pages.coverage import lost_signs
        from kursbuch_press.pages.palette import unknown_swatches

        texts, summary = self._handout_readings
        found = {*self.reading.problems, *texts.problems, *summary.problems}
        found.update(lost_signs((*self.reading.signs, *texts.signs, *summary.signs)))
        if self.reading.book is not None:
            with suppress(BookError):  # a palette with mistakes is told of by itself
                found.update(unknown_swatches(self.reading.book, self.palette))
            found.update(unknown_chapters(summary, self.reading.book))
        return tuple(sorted(found))

    @cached_property
    def manuscript(self) -> Manuscript:
        """The composed book; raises BookError with every problem while the sources have errors."""
        if self.reading.book is None or _errors(self._source_problems):
            raise BookError(self.problems)
        return compose(self.reading.book)

    @cached_property
    def palette(self) -> Palette:
        """The swatches."""
        from kursbuch_press.pages.palette import Palette

        return read_layout(self.project / "layouts/palette.yaml", Palette)

    def design(self, folder: str) -> Design:
        """Give the design in a folder of layouts/; raises BookError with its mistakes and those of all others."""
        from kursbuch_press.pages.design import Design

        if folder not in self._designs:
            design = Design.load(self.project, folder, self.palette)
            if any(design.problems()):
                raise BookError(layout_problems(self))
            self._designs[folder] = design
        return self._designs[folder]

    def open_pages(self) -> None:
        """Get ready for setting type: our fonts only, and the edition's hyphenation."""
        from kursbuch_press.pages.fonts import close_fontconfig

        close_fontconfig(self.project / ".press")
        try:
            from kursbuch_press.pages.hyphenation import use_exceptions
            from kursbuch_press.pages.layout import Typesetter  # noqa: F401 - loads Pango and HarfBuzz
        except OSError as error:
            raise PressError(wording.NO_PANGO.format(reason=error)) from error

        use_exceptions(self.manuscript.edition.language, self.manuscript.edition.hyphenation)

    @property
    def _shows_pictures(self) -> bool:
        return any(figure.picture for figure in figures(self.manuscript))

    @cached_property
    def prepared(self) -> PreparedPictures:
        """The pictures from sources/pictures/, made ready once for all editions, with what is to be said of them."""
        from kursbuch_press.pages.pictures import FOLDER, PreparedPictures, placed_pictures, prepare_pictures
        from kursbuch_press.pages.prepress.inks import open_profile
        from kursbuch_press.pages.prepress.profiles import find_proof

        if not self._shows_pictures:
            return PreparedPictures()
        area = self.design("layouts/page").geometry.area(self.manuscript.edition.trim)
        placed = tuple(placed_pictures(figures(self.manuscript), area))
        proof = find_proof(self.project, self.printer_name, self.printer.condition)
        press = open_profile(proof.icc, "CMYK")
        prepared = prepare_pictures(self.project / FOLDER, placed, self.printer.minimum_dpi, press)
        return replace(prepared, problems=(*prepared.problems, *self._tried(prepared)))

    def _tried(self, prepared: PreparedPictures) -> Iterator[Problem]:
        """Draw drawings on trial, so that the check already names the one that cannot be drawn as it is."""
        svgs = prepared.drawings()
        if not svgs:
            return
        self.open_pages()
        from kursbuch_press.pages.trial import try_drawings

        addresses = {figure.picture: figure.address for figure in figures(self.manuscript)}
        for problem in try_drawings(svgs, self.design("layouts/drawings")):
            yield replace(problem, address=addresses[PurePosixPath(problem.place.file).name])

    def pictures(self, design: Design) -> Pictures:
        """Give every picture of the book under the address that templates use, drawn ones included.

        A picture that cannot be used is raised as BookError.
        """
        if _errors(self.prepared.problems):
            raise BookError(self.problems)
        pictures: Pictures = dict(self.prepared.for_layout)
        for figure in figures(self.manuscript):
            if figure.drawing is not None:
                pictures[f"press:drawings/{figure.address}"] = (design.drawing(figure), "image/svg+xml")
        return pictures

    @cached_property
    def set_book(self) -> SetBook:
        """The book, laid out once for all editions."""
        self.open_pages()
        from kursbuch_press.pages.layout import Typesetter
        from kursbuch_press.pages.typesetting import set_book

        design = self.design("layouts/page")
        setter = Typesetter(design, self.pictures(design))
        titles = {chapter.id: chapter.running_title for chapter in self.manuscript.chapters}

        def told(chapter: str, first: int) -> None:
            self.told(wording.BOOK, f"{wording.LAYING_OUT} „{titles[chapter]}“", first)

        return set_book(self.manuscript, design, setter, told)

    @property
    def printer_name(self) -> str:
        """The name of the printer profile: the one that was asked for, or that of the edition."""
        return self._printer or (self.reading.book or self.manuscript).edition.printer

    @cached_property
    def printer(self) -> Printer:
        """What the printer asks for."""
        from kursbuch_press.pages.prepress.printers import load_printer, printer_names

        try:
            return load_printer(self.project, self.printer_name)
        except BookError as error:
            if self._printer or self.printer_name in printer_names(self.project):
                raise
            at = address("edition", "printer")
            place = self.reading.book.place(at) if self.reading.book else Place("sources/kursbuch.yaml")
            raise BookError(tuple(replace(each, place=place, address=at) for each in error.problems)) from error

    @property
    def printed_pages(self) -> int:
        """How many pages the interior has with the intended blanks at its end that fill it to the printer's multiple."""
        from kursbuch_press.pages.prepress.sheets import blanks_to_add

        pages = len(self.set_book.pages)
        return pages + blanks_to_add(pages, self.printer.page_multiple)

    @property
    def screen_pages(self) -> int:
        """How many pages the screen edition has: those of the book, and the front and back of its cover."""
        return len(self.set_book.pages) + 2

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is worth a look in the sources but keeps no product from being made."""
        found = {*self._source_problems, *self._picture_problems}
        return tuple(sorted(each for each in found if each.severity is not Severity.ERROR))

    def inputs(self, layouts: tuple[str, ...]) -> Mapping[str, str]:
        """Give the sha256 of everything that goes into a product: all sources, and its parts of layouts/.

        Of the printers it is only the one that is built for.
        """
        texts, summary = self._handout_readings
        found = {**self.reading.inputs, **texts.inputs, **summary.inputs}
        for name in layouts:
            place = self.project / "layouts" / (f"printers/{self.printer_name}.yaml" if name == "printers" else name)
            for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
                if path.is_file():
                    found[path.relative_to(self.project).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
        return dict(sorted(found.items()))


def _errors(problems: Iterable[Problem]) -> bool:
    return any(each.severity is Severity.ERROR for each in problems)


def figures(manuscript: Manuscript) -> Iterator[Figure]:
    """Give every figure of the book in its order."""
    for chapter in manuscript.chapters:
        for node in chapter.nodes:
            if isinstance(node, Figure):
                yield node


def numbered_fields(manuscript: Manuscript) -> Iterator[tuple[str, str]]:
    """Give "01-deutsch-fuer-alle" and the id of each field and the continuation, as files are named after them."""
    fields = (chapter.id for chapter in manuscript.fields)
    for number, chapter in enumerate(fields, start=1):
        yield f"{number:02}-{chapter}", chapter
