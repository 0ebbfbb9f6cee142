"""The pictures that the book names: in sources/pictures/, of a kind that print and Word know, and not broken.

A picture is judged by its header before anything of it is decoded: 50 kB can claim a billion pixels.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageFile, UnidentifiedImageError

from kursbuch_press.book.blocks import Figure
from kursbuch_press.problems import Problem
from kursbuch_press.sources import svg
from kursbuch_press.sources.files import as_spelled, neighbours, read_bytes
from kursbuch_press.sources.formats import true_kind
from kursbuch_press.sources.survey import Found
from kursbuch_press.sources.wording import files as of_files
from kursbuch_press.sources.wording import pictures as wording
from kursbuch_press.sources.wording.words import Words

FOLDER = "sources/pictures"
MAX_PIXELS = 100_000_000  # A3 at 600 dpi has 70 million
MAX_BYTES = 100_000_000
# WebP is left out: Word before 2021 does not show it.
FORMATS: Mapping[str, str] = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".tif": "TIFF",
    ".tiff": "TIFF",
    ".svg": "SVG",
}


class Checked(NamedTuple):
    """What looking at the pictures gave: problems, the sha256 of each file, and usable ones with the address of a figure."""

    problems: tuple[Problem, ...]
    inputs: dict[str, str]
    usable: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Refused:
    words: Words
    rule: str = "picture"


def check_pictures(project: Path, named: list[Found]) -> Checked:
    """Look at every picture that a figure names; a mistake in a file is reported at each of its figures."""
    problems: list[Problem] = []
    inputs: dict[str, str] = {}
    refused: dict[str, _Refused | None] = {}
    for found in named:
        if found.value and found.value not in refused:
            refused[found.value] = _look_at(project, found.value, inputs)
        refusal = refused.get(found.value)
        if refusal is not None:
            problems.append(Problem(found.place, *refusal.words, address=found.address, rule=refusal.rule))
    usable = {found.value: found.address for found in reversed(named) if found.value and refused.get(found.value) is None}
    return Checked(tuple(problems), inputs, usable)


def pictures_of(found: Iterable[Found]) -> list[Found]:
    """Pick the names of pictures from what was found."""
    return [item for item in found if item.model is Figure and item.field == "picture"]


def _look_at(project: Path, name: str, inputs: dict[str, str]) -> _Refused | None:
    if "/" in name or "\\" in name or ":" in name or name.startswith("."):
        return _Refused(wording.no_bare_name(name), "picture-name")
    suffix = Path(name).suffix.lower()
    there = neighbours(project / FOLDER / "x")
    if suffix not in FORMATS:
        return _Refused(wording.unknown_picture_kind(name, sorted(FORMATS), there), "picture-kind")
    spelled = as_spelled(name, there)  # asked of the folder, since some file systems take "Karte.svg" for "karte.svg"
    if spelled is None:
        return _Refused(wording.missing_picture(name, there), "missing-picture")
    name = spelled
    content = read_bytes(project, f"{FOLDER}/{name}", MAX_BYTES)
    if isinstance(content, Problem):
        return _Refused((content.message, content.hint), content.rule)
    if not (project / FOLDER / name).resolve().is_relative_to((project / FOLDER).resolve()):
        return _Refused(of_files.leads_out(name), "leads-out")
    inputs[f"{FOLDER}/{name}"] = sha256(content).hexdigest()
    words = _drawing_refusal(content) if suffix == ".svg" else _refusal(content, FORMATS[suffix])
    return _Refused(words) if words else None


def _drawing_refusal(content: bytes) -> Words | None:
    words = svg.refusal(content)
    return (true_kind(content, "SVG") or words) if words else None


def _refusal(content: bytes, wanted: str) -> Words | None:
    """Judge a bitmap by its header, then read it through at the least cost."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of large pictures; we have a limit of our own
            with Image.open(BytesIO(content), formats=("PNG", "JPEG", "TIFF", "GIF", "WEBP", "BMP")) as picture:
                return _judged(picture, wanted)
    except Image.DecompressionBombError:
        return wording.too_many_pixels(MAX_PIXELS)
    except UnidentifiedImageError:
        return true_kind(content, wanted) or wording.broken_picture()
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
        KeyError,
        TypeError,
    ):  # what Pillow raises for broken files
        return wording.broken_picture()


def _judged(picture: Image.Image, wanted: str) -> Words | None:
    width, height = picture.size
    if width * height > MAX_PIXELS:
        return wording.too_many_pixels(MAX_PIXELS, width, height)
    # A phone puts further pictures behind the first one (CIPA DC-007, Multi-Picture Format); every viewer shows that.
    if picture.format != wanted and not (picture.format == "MPO" and wanted == "JPEG"):
        return wording.other_format(str(picture.format), wanted)
    if wanted == "PNG":
        picture.verify()  # the checksums, without decoding
    elif wanted == "JPEG":
        picture.draft("RGB", (width // 8, height // 8))  # an eighth of the size, for a tenth of the time
        # WeasyPrint, once loaded, lets Pillow take half a picture in silence.
        before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
        try:
            picture.load()
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = before
    return None
