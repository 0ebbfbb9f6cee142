"""Tests of the print PDF, with what they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Protocol

import pikepdf

from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.prepress import Description, PrintFinish
from kursbuch_press.pages.prepress.printers import load_printer
from kursbuch_press.pages.prepress.profiles import find_profile
from kursbuch_press.sources import read_layout

PROJECT = Path(__file__).resolve().parents[3]
PRINTER = "offset-gestrichen"

CSS = """
@page { size: 148mm 210mm; bleed: 3mm; margin: 10mm }
html { font-family: Spectral; color: #2b2b2a } body { margin: 0 } p { margin: 0 }
img { image-rendering: crisp-edges; width: 60mm }
"""

Pictures = Mapping[str, tuple[bytes, str]]


class Draw(Protocol):
    """Draws HTML as the press does: in sRGB, without a variant, 148 x 210 mm with 3 mm of bleed."""

    def __call__(self, body: str, pictures: Pictures | None = None) -> bytes: ...


def shipped_finish() -> PrintFinish:
    """Give the finish for the printer whose profile is shipped."""
    printer = load_printer(PROJECT, PRINTER)
    return PrintFinish(
        palette=read_layout(PROJECT / "layouts/palette.yaml", Palette),
        condition=find_profile(PROJECT, PRINTER, printer.condition),
        trim=(148, 210),
        bleed=3,
        description=Description("Kursbuch & mehr", "<NIMS>", "Motto", ("eins", "zwei"), date(2014, 6, 27)),
        seed="test",
    )


def contents(pdf: bytes) -> str:
    """Give everything that is painted: pages, forms, patterns and masks, one after the other."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        streams = [page.Contents.read_bytes() for page in opened.pages]
        streams += [thing.read_bytes() for thing in opened.objects if _is_painted(thing)]
    return b"\n".join(streams).decode("latin-1")


def colour_spaces(pdf: bytes) -> set[str]:
    """Give every colour space that any object names, as a reader sees it."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {name for thing in opened.objects for name in _spaces(thing)}


def _is_painted(thing: pikepdf.Object) -> bool:
    return isinstance(thing, pikepdf.Stream) and (thing.get("/Subtype") == pikepdf.Name.Form or "/PatternType" in thing)


def _spaces(thing: pikepdf.Object) -> Iterator[str]:
    if isinstance(thing, pikepdf.Name) and str(thing).startswith(("/Device", "/Cal", "/ICCBased", "/Lab")):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for each in thing:
            yield from () if _elsewhere(each) else _spaces(each)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            if key not in {"/Parent", "/Alternate"} and not _elsewhere(value):
                yield from _spaces(value)


def _elsewhere(thing: object) -> bool:
    """Say whether an object is listed by itself."""
    return isinstance(thing, pikepdf.Object) and thing.is_indirect
