"""The house's own pictures: illustrations made of bands, and pictograms in the same hand, in the swatches of the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from itertools import cycle, islice
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field

from kursbuch_press.book.addresses import address
from kursbuch_press.book.book import Book
from kursbuch_press.book.record import Record, Words
from kursbuch_press.disk.recording import Inputs, record_all, recording
from kursbuch_press.html.templates import Templates
from kursbuch_press.pages import wording
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.written_drawings import FOLDER, as_drawing
from kursbuch_press.problems import Problem
from kursbuch_press.sources import read_layout

PICTOGRAMS = f"{FOLDER}/pictograms.yaml"
ILLUSTRATIONS = f"{FOLDER}/illustrations.yaml"
BANDS = 5
"""An illustration is made of so many bands, whatever number of fields a book has."""

SHEET = (-8.0, -10.0, 316.0, 264.0)
"""What an illustration shows when it is as wide as a page: x, y, width and height, with 4 mm of bleed left and right."""

WIDE, SLIM = 12, 9
"""The breadth of a band on a page, and where an illustration is small: there the gaps have to be larger."""

_NUMBER = r"[\s,]*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?"
_STEP = (
    rf"([MmLlTt]({_NUMBER}{_NUMBER})+|[HhVv]({_NUMBER})+|[SsQq](({_NUMBER}){{4}})+|[Cc](({_NUMBER}){{6}})+"
    rf"|[Aa](({_NUMBER}){{7}})+|[Zz])\s*"
)
SvgPath = Annotated[str, Field(pattern=rf"^(\s*[Mm]({_NUMBER}{_NUMBER})+\s*({_STEP})*)?$")]
"""What SVG draws to its end: each letter with as many numbers as it wants (SVG 1.1, 8.3.9)."""

Box = tuple[float, float, float, float]
Disc = tuple[float, float, float]
T = TypeVar("T")


class Pictogram(Record):
    """A small sign on a field of 48 x 48 units."""

    alt: Annotated[Words, Field(description="Was ein Vorleseprogramm sagt, zum Beispiel „ein Haus“.")]
    tint: Annotated[SvgPath, Field(description="Flächen in der hellen Farbe, als SVG-Pfad.")] = ""
    solid: Annotated[SvgPath, Field(description="Flächen, als SVG-Pfad.")] = ""
    discs: Annotated[tuple[Disc, ...], Field(description="Scheiben: x, y, Radius.")] = ()
    rings: Annotated[tuple[Disc, ...], Field(description="Ringe: x, y, Radius.")] = ()
    lines: Annotated[SvgPath, Field(description="Bänder von 4 Einheiten, als SVG-Pfad.")] = ""
    cut: Annotated[SvgPath, Field(description="Linien in der Farbe des Grundes, als SVG-Pfad.")] = ""
    holes: Annotated[tuple[Disc, ...], Field(description="Scheiben in der Farbe des Grundes.")] = ()


class Illustration(Record):
    """A picture as wide as a page; ``box`` is what is shown of it where it is small."""

    alt: Annotated[Words, Field(description="Was ein Vorleseprogramm sagt.")]
    box: Annotated[Box, Field(description="Der Ausschnitt, der klein gezeigt wird: x, y, Breite, Höhe.")]


def unknown_illustrations(book: Book, art: HouseArt) -> Iterator[Problem]:
    """Find chapters that name a picture which the house does not have."""
    for chapter in book.field_chapters:
        name = chapter.illustration
        if name is not None and name not in art.illustrations:
            at = address(chapter.id, "illustration")
            message = wording.UNKNOWN_ILLUSTRATION.format(name=name)
            hint = wording.unknown_illustration_hint(name, list(art.illustrations))
            yield Problem(book.place(at), message, hint, at, rule="illustration")


class HouseArt(Mapping[str, tuple[bytes, str]]):
    """Every illustration and pictogram under the address by which templates name it; each is drawn when it is asked for.

    ``press:illustration/NAME/LOOK/SWATCH`` where LOOK is ``dark`` (bright bands on the full colour), ``light`` (the colours of
    the fields on the tint), ``paper`` (the same on white) or ``small`` (one colour on paper, cut to the figure);
    ``press:pictogram/NAME/SWATCH`` on paper, ``press:pictogram/NAME/SWATCH/GROUND`` on another swatch;
    ``press:lines/SWATCH,SWATCH`` the lines of the sheet that is put up.
    """

    def __init__(self, project: Path, palette: Palette) -> None:
        """Know where the drawings are; nothing is read yet."""
        self._project = project
        self._palette = palette
        self._templates = Templates(project, FOLDER)
        self._pictograms = _read_once(project / PICTOGRAMS, dict[str, Pictogram])
        self._illustrations = _read_once(project / ILLUSTRATIONS, dict[str, Illustration])

    @property
    def pictograms(self) -> Mapping[str, Pictogram]:
        """All pictograms by their names; mistakes in their file are raised as BookError."""
        return self._pictograms()

    @property
    def illustrations(self) -> Mapping[str, Illustration]:
        """All illustrations by their names; mistakes in their file are raised as BookError."""
        return self._illustrations()

    @cached_property
    def _fields(self) -> tuple[str, ...]:
        swatches = self._palette.swatches
        return tuple(name for name in swatches if f"{name}-light" in swatches)

    def illustration(self, name: str, look: str, swatch: str) -> str:
        """Draw an illustration as SVG; KeyError if there is none of that name, look or colour."""
        of = self.illustrations[name]
        own = tuple(islice(cycle(self._fields), BANDS))
        box, inks, ground, weight = {
            "dark": (SHEET, tuple(self.bright(each) for each in own), swatch, WIDE),
            "light": (SHEET, own, f"{swatch}-light", WIDE),
            "paper": (SHEET, own, "paper", WIDE),
            "small": (of.box, (swatch,) * BANDS, "paper", SLIM),
        }[look]
        values = {"inks": inks, "ground": self._known(ground), "box": box, "weight": weight}
        return self._drawn(f"illustrations/{name}", values)

    def pictogram(self, name: str, swatch: str, ground: str = "paper") -> str:
        """Draw a pictogram as SVG; KeyError if there is none of that name or colour."""
        tint = self.bright(swatch) if f"{swatch}-light" in self._palette.swatches else "rule"
        values = {"of": self.pictograms[name], "ink": self._known(swatch), "tint": tint, "ground": self._known(ground)}
        return self._drawn("pictogram", values)

    def lines(self, swatches: tuple[str, ...]) -> str:
        """Draw a line for each field that come together, as large as A4; KeyError for a colour that there is not."""
        values = {"swatches": [self._known(swatch) for swatch in swatches]}
        return self._drawn("lines", values)

    def _drawn(self, name: str, values: Mapping[str, object]) -> str:
        file = f"{name}.svg.j2"
        return as_drawing(self._palette.insert(self._templates.render(file, values)), self._templates.text(file))

    def bright(self, swatch: str) -> str:
        """Give the colour of a field that shows on dark ground, or its tint where the palette has no such colour."""
        bright = f"{swatch}-bright"
        return bright if bright in self._palette.swatches else self._known(f"{swatch}-light")

    def _known(self, swatch: str) -> str:
        if swatch not in self._palette.swatches:
            raise KeyError(swatch)
        return swatch

    def __getitem__(self, address: str) -> tuple[bytes, str]:
        """Draw what an address names."""
        match address.removeprefix("press:").split("/"):
            case ["illustration", name, look, swatch]:
                drawn = self.illustration(name, look, swatch)
            case ["pictogram", name, swatch, *ground] if len(ground) <= 1:
                drawn = self.pictogram(name, swatch, *ground)
            case ["lines", swatches]:
                drawn = self.lines(tuple(swatches.split(",")))
            case _:
                raise KeyError(address)
        return drawn.encode(), "image/svg+xml"

    def __contains__(self, address: object) -> bool:
        """Tell whether an address names something that can be drawn; drawing it is the only way to know."""
        try:
            return isinstance(address, str) and bool(self[address])
        except KeyError:
            return False

    def __iter__(self) -> Iterator[str]:
        """Give the addresses of all illustrations and pictograms, in the colour of the first field."""
        yield from (f"press:illustration/{name}/small/{self._fields[0]}" for name in self.illustrations)
        yield from (f"press:pictogram/{name}/{self._fields[0]}" for name in self.pictograms)

    def specimen(self) -> str:
        """Draw all pictograms with their names on one sheet, for the designer's guide."""
        swatches = cycle(self._fields)
        cells = [(name, of, next(swatches)) for name, of in self.pictograms.items()]
        return self._palette.insert(self._templates.render("specimen.svg.j2", {"cells": cells, "ground": "paper"}))

    def __len__(self) -> int:
        """Count illustrations and pictograms."""
        return len(self.illustrations) + len(self.pictograms)


def _read_once(path: Path, model: type[T]) -> Callable[[], T]:
    """Give what reads a file when it is first asked; whoever asks has read it, also the tenth product of one process."""

    @cache
    def read() -> tuple[T, Inputs]:
        with recording() as inputs:
            found = read_layout(path, model)
        return found, inputs

    def ask() -> T:
        found, inputs = read()
        record_all(inputs)
        return found

    return ask
