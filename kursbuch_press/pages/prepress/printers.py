"""Printer profiles: what one printer, press and paper ask of the files (layouts/printers/)."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from kursbuch_press.book.addresses import spelled_out
from kursbuch_press.book.edition import Trim
from kursbuch_press.book.record import Flag, Record, Words
from kursbuch_press.disk import recording
from kursbuch_press.disk.looking import files_in
from kursbuch_press.pages.prepress import wording
from kursbuch_press.problems import BookError, Place, Problem, listed
from kursbuch_press.sources import read_layout

FOLDER = "layouts/printers"
_FIELDS = {"titel", "teil", "isbn", "stand", "format", "seiten"}


class Binding(StrEnum):
    """How the sheets are held together."""

    SADDLE_STITCH = "saddle_stitch"
    GLUED = "glued"
    SEWN = "sewn"


class Paper(Record):
    """A paper; its thickness is grammage times specific volume (DIN EN ISO 534)."""

    name: Annotated[Words, Field(description="Papiersorte, wie sie im Angebot der Druckerei steht.")]
    grammage: Annotated[float, Field(ge=40, le=500, description="Gewicht in g/m².")]
    volume: Annotated[float, Field(ge=0.6, le=3, description="Volumen in cm³/g, zum Beispiel 1.0 oder 1.5.")]

    @property
    def thickness(self) -> float:
        """The thickness of a sheet in mm: g/m² x cm³/g = µm."""
        return self.grammage * self.volume / 1000


class Condition(Record):
    """The printing condition and the ICC profile that describes it."""

    identifier: Annotated[Words, Field(description="Name im Register der ICC, zum Beispiel FOGRA39.")]
    info: Annotated[Words, Field(description="Beschreibung in Worten.")]
    registry: Annotated[Words, Field(description="Adresse des Registers.")] = "http://www.color.org"
    icc: Annotated[
        Words,
        Field(description="Dateiname des ICC-Profils, oder sein voller Pfad."),
    ]
    package: Annotated[
        Words,
        Field(description="Woher man das Profil bekommt: Paket oder Anbieter."),
    ] = ""


def _pattern(value: str) -> str:
    named = set(re.findall(r"\{([^{}]*)\}", value))
    rest = re.sub(r"\{[^{}]*\}", "", value)
    if named - _FIELDS or "teil" not in named or set(rest) & set("{}/\\") or not rest.endswith(".pdf"):
        raise PydanticCustomError("file_name", "a pattern of a file name")
    return value


# What is said where a value of these keys is wrong; the place comes from the reader.
_KNOWN = listed(f"{{{name}}}" for name in sorted(_FIELDS))
_REASONS = {
    "standard": (*wording.ONLY_X4,),
    "file_name": (
        wording.FILE_NAME.format(known=_KNOWN),
        wording.FILE_NAME_HINT,
    ),
}


class Printer(Record):
    """What a printer asks for (one file in layouts/printers/)."""

    name: Annotated[Words, Field(description="Name des Profils, für Menschen.")]
    bleed: Annotated[float, Field(ge=0, le=10, description="Beschnittzugabe in mm.")] = 3
    binding: Annotated[
        Binding,
        Field(description="saddle_stitch: Rückstichheftung; glued: Klebebindung; sewn: Fadenheftung."),
    ]
    page_multiple: Annotated[
        int,
        Field(ge=1, le=64, description="Die Seitenzahl wird auf dieses Vielfache aufgefüllt."),
    ]
    interior: Annotated[Paper, Field(description="Papier des Innenteils.")]
    cover: Annotated[Paper, Field(description="Karton des Umschlags.")]
    condition: Annotated[Condition, Field(description="Druckbedingung und Farbprofil.")]
    ink_limit: Annotated[float, Field(ge=100, le=400, description="Höchster Farbauftrag in Prozent.")] = 300
    minimum_dpi: Annotated[float, Field(ge=72, le=2400, description="Kleinste Auflösung von Bildern.")] = 300
    line_width: Annotated[float, Field(ge=0, le=5, description="Dünnste Linie in pt.")] = 0.25
    text_size: Annotated[float, Field(ge=3, le=20, description="Kleinste Schrift in pt.")] = 6
    safe_area: Annotated[float, Field(ge=0, le=20, description="Abstand von Text zum Beschnitt in mm.")] = 5
    trim: Annotated[Trim | None, Field(description="Einziges Endformat in mm, das hier gedruckt wird; ohne Angabe jedes.")] = (
        None
    )
    black_overprint: Annotated[Flag, Field(description="true: Schwarzer Text überdruckt.")] = False
    standard: Annotated[
        Literal["PDF/X-4"],
        Field(description="PDF-Standard: PDF/X-4."),
    ] = "PDF/X-4"
    file_name: Annotated[
        str,
        AfterValidator(_pattern),
        Field(description="Name der Dateien für den Versand, zum Beispiel {titel}-{teil}.pdf."),
    ] = "{titel}-{teil}.pdf"

    def prints(self, trim: Trim) -> bool:
        """Say whether a book of this trim can be printed here."""
        return self.trim in {None, trim}

    def sending_name(self, **values: object) -> str:
        """Fill in the pattern of the file name with ASCII alone; all other characters become hyphens."""
        filled = spelled_out(self.file_name.format(**dict.fromkeys(_FIELDS, "") | values))
        return re.sub(r"-{2,}", "-", re.sub(r"[^A-Za-z0-9_.\-]+", "-", filled)).lstrip("-_.")


def printer_names(project: Path) -> list[str]:
    """Give the names of all printer profiles, which are the names of their files."""
    return [path.stem for path in files_in(project / FOLDER, ".yaml")]


def load_printer(project: Path, name: str) -> Printer:
    """Read a printer profile; a name that is not there, and every mistake in it, is raised as BookError."""
    if Path(name).name != name or not recording.is_file(project / FOLDER / f"{name}.yaml"):
        names = printer_names(project)
        near = get_close_matches(name, names, 1)
        hint = wording.NEAR_PRINTER.format(near=near[0]) if near else wording.PRINTERS.format(names=listed(names))
        place = Place(f"{FOLDER}/{name}.yaml")
        raise BookError((Problem(place, wording.NO_PRINTER.format(name=name), hint, rule="printer"),))
    try:
        return read_layout(project / FOLDER / f"{name}.yaml", Printer)
    except BookError as error:
        raise BookError(tuple(_with_reason(problem) for problem in error.problems)) from error


def _with_reason(problem: Problem) -> Problem:
    if problem.address not in _REASONS:
        return problem
    message, hint = _REASONS[problem.address]
    return replace(problem, message=message, hint=hint)
