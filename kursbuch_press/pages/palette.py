"""The swatches: named colours with a CMYK master, and the sRGB value that pages are set with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from PIL.ImageColor import colormap
from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kursbuch_press.book import wording as of_book
from kursbuch_press.book.addresses import address
from kursbuch_press.book.blocks import composite_kinds
from kursbuch_press.book.book import Book
from kursbuch_press.book.box_looks import BoxLook
from kursbuch_press.book.record import Record
from kursbuch_press.pages import wording
from kursbuch_press.pages.design_faults import place_at, without_comments
from kursbuch_press.problems import Problem

_NAMED = re.compile(r"var\(--([a-z][a-z0-9-]*)\)")
# Colours that are written out: #abc, rgb(), hsl(), device-cmyk(), and every name that CSS has for one (CSS Color 4, 6.1).
_FOREIGN = re.compile(
    r"#[0-9a-f]{3,8}\b(?=[;\s\"'})!,])|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|device-cmyk)\(|"
    rf"(?<=[:\s\"'])(?:{'|'.join(colormap)})\b(?=\s*[;\"'}}!])",
    re.IGNORECASE,
)

# Where colours may stand among other words: in borders, gradients, shadows. A name is whole there, and none of var(--red).
_COLOURED = re.compile(
    r"\b(?:color|background|border|outline|fill|stroke|shadow|decoration|column-rule)[\w-]*\s*[:=]\s*[\"']?([^;{}\"']*)",
    re.IGNORECASE,
)
_NAME = re.compile(rf"(?<![\w-])(?:{'|'.join(colormap)})(?![\w(-])", re.IGNORECASE)

_LINEAR_BELOW = 0.04045
"""Up to where an sRGB value grows as light does."""

Percent = Annotated[float, Field(ge=0, le=100)]


Ink = tuple[Percent, Percent, Percent, Percent]


class Swatch(Record):
    """One colour: four percentages of ink, and sRGB as #rrggbb.

    Uncoated paper drinks ink: a printing condition may have inks of its own for the same colour.
    """

    cmyk: Annotated[Ink, Field(description="C, M, Y und K in Prozent.")]
    srgb: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$", description="Die Farbe am Bildschirm als #rrggbb.")]

    conditions: Annotated[
        dict[str, Ink],
        Field(
            default_factory=dict,
            description="Andere Werte für eine Druckbedingung, zum Beispiel FOGRA52: [90, 50, 10, 10].",
        ),
    ]

    def ink(self, condition: str) -> tuple[float, float, float, float]:
        """Give the inks in percent for a printing condition such as FOGRA39."""
        return self.conditions.get(condition, self.cmyk)

    @property
    def rgb(self) -> tuple[int, int, int]:
        """The sRGB value as three numbers from 0 to 255."""
        return int(self.srgb[1:3], 16), int(self.srgb[3:5], 16), int(self.srgb[5:7], 16)

    @property
    def lightness(self) -> float:
        """The relative luminance on a screen, from 0 for black to 1 for white (WCAG 2.2)."""
        parts = (part / 255 for part in self.rgb)
        linear = (part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


class Palette(Record):
    """layouts/palette.yaml."""

    swatches: Annotated[dict[str, Swatch], Field(description="Die Farben mit ihren Namen.")]
    boxes: Annotated[
        dict[str, BoxLook],
        Field(default_factory=dict, description="Die Farben von Kästen eigener Art, unter dem Namen ihres Bausteins."),
    ]

    @model_validator(mode="after")
    def _known(self) -> Palette:
        """Every box is one of a composite block, every colour one of these."""
        for kind, look in self.boxes.items():
            if kind not in (known := composite_kinds()):
                about = {"name": kind, "known": known, "at": (("boxes", kind),)}
                raise PydanticCustomError("composite", of_book.NO_COMPOSITE, about)
            for key, name in look.model_dump(exclude_none=True).items():
                if name not in self.swatches:
                    about = {"name": name, "known": tuple(self.swatches), "at": (("boxes", kind, key),)}
                    raise PydanticCustomError("box_colour", of_book.NO_BOX_COLOUR, about)
        return self

    def insert(self, text: str) -> str:
        """Put the sRGB values in the place of ``var(--name)``; a name that is no swatch is left to CSS."""
        return _NAMED.sub(self._value, text)

    def _value(self, match: re.Match[str]) -> str:
        swatch = self.swatches.get(match[1])
        return swatch.srgb if swatch else match[0]

    def foreign_colours(self, file: str, text: str) -> Iterator[Problem]:
        """Find every colour in a stylesheet or drawing that is not the name of a swatch (design rule 5)."""
        bare = without_comments(text)
        found = {match.start(): match[0] for match in _FOREIGN.finditer(bare)}
        for value in _COLOURED.finditer(bare):
            found |= {match.start(): match[0] for match in _NAME.finditer(bare, value.start(1), value.end(1))}
        for start, name in sorted(found.items()):
            message = wording.FOREIGN_COLOUR.format(name=name.rstrip("("))
            yield Problem(place_at(file, bare, start), message, wording.FOREIGN_COLOUR_HINT, rule="swatch")


def unknown_swatches(book: Book, palette: Palette) -> Iterator[Problem]:
    """Find chapters whose colour, or whose light tint, is not in the palette."""
    for chapter in book.field_chapters:
        if chapter.swatch in palette.swatches and f"{chapter.swatch}-light" in palette.swatches:
            continue
        names = [name for name in palette.swatches if f"{name}-light" in palette.swatches]
        at = address(chapter.id, "swatch")
        message = wording.UNKNOWN_SWATCH.format(name=chapter.swatch)
        hint = wording.unknown_swatch_hint(chapter.swatch, names)
        yield Problem(book.place(at), message, hint, at, rule="swatch")
