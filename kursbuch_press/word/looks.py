"""How the Word file looks.

The style set that designers write in layouts/word/styles.yaml, with the colours of the palette.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Annotated, Literal

from pydantic import Field

from kursbuch_press.book.box_looks import BoxLook
from kursbuch_press.book.record import Flag, Record
from kursbuch_press.problems import BookError, Place, Problem, listed
from kursbuch_press.sources.wording.words import short
from kursbuch_press.word import wording
from kursbuch_press.word.style_names import BASED_ON, LOOKS, OWN, TABLE_LOOKS, of_kind

FILE = "layouts/word/styles.yaml"
_COLOUR_KEYS = ("colour", "shade", "bar", "over", "under", "rule", "strong_rule", "head", "labels")

_LEAST_ROOM = 50
"""Millimetres that must be left for text in both directions."""

_HEADS_OF_BOXES = ("Kastenmarke", "Kastentitel")

Swatch = Annotated[str, Field(description="Name einer Farbe aus layouts/palette.yaml.")]
Points = Annotated[float, Field(ge=0, le=400, description="Maß in Punkt.")]
Mm = Annotated[float, Field(ge=-100, le=500, description="Maß in Millimetern.")]


class Look(Record):
    """The look of one style; what is left out is as in the style that it is based on."""

    font: Annotated[str | None, Field(description="text, headings oder der Name einer Schrift.")] = None
    size: Annotated[float | None, Field(ge=5, le=100, description="Schriftgröße in Punkt.")] = None
    bold: Annotated[Flag | None, Field(description="Fett.")] = None
    italic: Annotated[Flag | None, Field(description="Kursiv.")] = None
    underline: Annotated[Flag | None, Field(description="Unterstrichen.")] = None
    raised: Annotated[Flag | None, Field(description="Hochgestellt.")] = None
    colour: Annotated[Swatch | None, Field(description="Farbe der Schrift.")] = None
    before: Annotated[Points | None, Field(description="Abstand davor in Punkt.")] = None
    after: Annotated[Points | None, Field(description="Abstand danach in Punkt.")] = None
    line: Annotated[float | None, Field(ge=0.8, le=3, description="Zeilenabstand als Vielfaches.")] = None
    left: Annotated[Mm | None, Field(description="Einzug links in mm.")] = None
    right: Annotated[Mm | None, Field(description="Einzug rechts in mm.")] = None
    first: Annotated[Mm | None, Field(description="Einzug der ersten Zeile in mm, hängend kleiner 0.")] = None
    align: Annotated[Literal["left", "right", "center", "both"] | None, Field(description="Ausrichtung.")] = None
    keep_next: Annotated[Flag | None, Field(description="Bleibt beim nächsten Absatz.")] = None
    keep_together: Annotated[Flag | None, Field(description="Wird nicht auf zwei Seiten verteilt.")] = None
    hyphenate: Annotated[Flag | None, Field(description="Trennt Wörter am Zeilenende.")] = None
    close_up: Annotated[Flag | None, Field(description="Kein Abstand zwischen Absätzen dieser Vorlage.")] = None
    shade: Annotated[Swatch | None, Field(description="Farbe des Hintergrunds.")] = None
    padding: Annotated[float | None, Field(ge=0, le=31, description="Luft zwischen Text und Rand der Fläche in Punkt.")] = None
    bar: Annotated[Swatch | None, Field(description="Farbe eines Balkens links.")] = None
    over: Annotated[Swatch | None, Field(description="Farbe einer Linie darüber.")] = None
    under: Annotated[Swatch | None, Field(description="Farbe einer Linie darunter.")] = None


class TableLook(Record):
    """The look of a table style."""

    rule: Annotated[Swatch, Field(description="Linien zwischen den Zeilen.")]
    strong_rule: Annotated[Swatch, Field(description="Linien oben, unten und unter der Kopfzeile.")]
    head: Annotated[Swatch, Field(description="Hintergrund der Kopfzeile.")]
    labels: Annotated[Swatch | None, Field(description="Hintergrund der ersten Spalte, wenn sie Zeilen benennt.")] = None
    padding: Annotated[Points, Field(description="Luft über und unter dem Text in Punkt.")] = 3
    gap: Annotated[Mm, Field(description="Luft links und rechts vom Text in mm.")] = 2


class PageSetup(Record):
    """The sheet of paper and its margins in mm; header and footer are their distances from the edge."""

    width: Annotated[Mm, Field(gt=80)] = 210
    height: Annotated[Mm, Field(gt=80)] = 297
    top: Mm = 27
    bottom: Mm = 25
    left: Mm = 30
    right: Mm = 30
    header: Mm = 13
    footer: Mm = 12

    def text_width(self, *, landscape: bool = False) -> float:
        """The width of the lines in mm; a landscape page keeps its margins on the left and right."""
        return (self.height if landscape else self.width) - self.left - self.right

    def text_height(self, *, landscape: bool = False) -> float:
        """The height of the type area in mm."""
        return (self.width if landscape else self.height) - self.top - self.bottom


class Fonts(Record):
    """The typefaces, and those that stand in where they are not installed."""

    text: Annotated[str, Field(description="Schrift des Textes.")]
    headings: Annotated[str, Field(description="Schrift von Überschriften, Tabellen und Verzeichnissen.")]
    text_instead: Annotated[str, Field(description="Ersatz für die Schrift des Textes.")] = ""
    headings_instead: Annotated[str, Field(description="Ersatz für die Schrift der Überschriften.")] = ""


class StyleSet(Record):
    """layouts/word/styles.yaml."""

    page: Annotated[PageSetup, Field(description="Blatt und Ränder in mm.")] = PageSetup()
    fonts: Annotated[Fonts, Field(description="Die Schriften.")]
    accents: Annotated[tuple[Swatch, ...], Field(min_length=1, max_length=6, description="Farben, die Word anbietet.")]
    tables: Annotated[dict[str, TableLook], Field(description="Die Tabellenvorlagen.")]
    styles: Annotated[dict[str, Look], Field(description="Die Formatvorlagen.")]


@dataclass(frozen=True, slots=True)
class Looks:
    """The style set with its colours.

    ``swatches`` gives each name the value that Word writes (``005D91``); ``boxes`` what is different in boxes of some kinds.
    """

    set: StyleSet
    swatches: Mapping[str, str]
    boxes: Mapping[str, BoxLook]

    @property
    def sheet(self) -> PageSetup:
        """The sheet of paper."""
        return self.set.page

    def rgb(self, swatch: str) -> str:
        """Give the colour of a swatch."""
        return self.swatches[swatch]

    def font(self, role: str) -> str:
        """Give the typeface for ``text`` or ``headings``; another name is that of a typeface."""
        return {"text": self.set.fonts.text, "headings": self.set.fonts.headings}.get(role, role)

    def look(self, style: str) -> Look:
        """Give the look of a style; a style that the designer left alone has none of its own.

        Raises KeyError for a style that Word would not find in the file.
        """
        base, _, kind = style.partition(OWN)
        if kind:
            return _of_box(self.boxes[kind], base, self.set.styles.get(base, _PLAIN))
        if style not in LOOKS:
            raise KeyError(style)
        return self.set.styles.get(style, _PLAIN)

    def style(self, base: str, kind: str) -> str:
        """Give the style for a paragraph of a box of a kind; one without a look of its own is as all are."""
        return of_kind(base, kind) if kind in self.boxes else base

    def resolved(self, style: str) -> Look:
        """Give a look with everything that it takes from the styles it is based on."""
        chain = []
        while style:
            chain.append(self.look(style).model_dump(exclude_none=True))
            base, _, kind = style.partition(OWN)
            style = base if kind else BASED_ON.get(style, "")
        merged: dict[str, object] = {"size": 11.0, "font": "text", "line": 1.0}
        for look in reversed(chain):
            merged |= look
        return Look.model_validate(merged)


def _of_box(own: BoxLook, style: str, base: Look) -> Look:
    """Give what is different in one of the styles of a box; a line above or below it has the colour of its bar."""
    left_alone = set() if style in _HEADS_OF_BOXES else {"colour"}
    lines = {key: own.bar for key in ("over", "under") if own.bar and getattr(base, key)}
    return Look.model_validate(own.model_dump(exclude_none=True, exclude=left_alone) | lines)


_PLAIN = Look()
_NEEDED = ("text", "quiet", "grey", "paper")
"""The swatches for the neutral colours that Word offers beside the accents."""


def _whole_file(_address: str) -> Place:
    return Place(FILE)


def make_looks(
    style_set: StyleSet,
    swatches: Mapping[str, str],
    boxes: Mapping[str, BoxLook] | None = None,
    place: Callable[[str], Place] = _whole_file,
) -> Looks:
    """Give the looks; ``swatches`` are the colours of the palette as ``#rrggbb``, ``place`` says where an address stands.

    Raises BookError with every style that Word does not have, every colour that the palette does not have, and margins that
    leave no room for text.
    """
    mistakes = (*_unknown_styles(style_set), *_unknown_colours(style_set, sorted(swatches)), *_no_room(style_set.page))
    if mistakes:
        raise BookError(tuple(Problem(place(at), message, hint, at, rule="word-looks") for at, message, hint in mistakes))
    return Looks(style_set, {name: value.lstrip("#").upper() for name, value in swatches.items()}, boxes or {})


def _unknown_styles(style_set: StyleSet) -> Iterator[tuple[str, str, str]]:
    for key, given, known in (("styles", style_set.styles, LOOKS), ("tables", style_set.tables, TABLE_LOOKS)):
        for name in given:
            if name not in known:
                yield f"{key}/{name}", wording.NO_STYLE.format(name=short(name)), _nearest(name, sorted(known))
    for name in TABLE_LOOKS:
        if name not in style_set.tables:
            yield f"tables/{name}", wording.NO_TABLE_STYLE.format(name=name), wording.NO_TABLE_STYLE_HINT


def _no_room(page: PageSetup) -> Iterator[tuple[str, str, str]]:
    """Tell of margins between which nothing can be set, also on a page for broad tables, which lies on its side."""
    across = min(page.text_width(), page.text_width(landscape=True))
    down = min(page.text_height(), page.text_height(landscape=True))
    if min(across, down) < _LEAST_ROOM:
        message = wording.NO_ROOM.format(across=f"{across:g}".replace(".", ","), down=f"{down:g}".replace(".", ","))
        yield "page", message, wording.NO_ROOM_HINT.format(least=_LEAST_ROOM)


def _unknown_colours(style_set: StyleSet, known: list[str]) -> Iterator[tuple[str, str, str]]:
    used = [(f"accents/{at}", name) for at, name in enumerate(style_set.accents, start=1)]
    used += [("accents", name) for name in _NEEDED]
    for group in ("styles", "tables"):
        for style, look in getattr(style_set, group).items():
            used += [(f"{group}/{style}/{key}", getattr(look, key, None) or "") for key in _COLOUR_KEYS]
    for address, name in used:
        if name and name not in known:
            yield address, wording.NO_COLOUR.format(name=short(name)), _nearest(name, known)


def _nearest(wrong: str, known: list[str]) -> str:
    near = get_close_matches(wrong, known, n=1, cutoff=0.5)
    return wording.NEAR.format(near=near[0]) if near else wording.KNOWN.format(names=listed(known, most=40))
