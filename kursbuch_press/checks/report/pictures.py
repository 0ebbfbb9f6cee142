"""Pictures of pages for the report, by PDFium or poppler, whichever the machine has."""

from __future__ import annotations

import importlib
import io
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PIL import Image

from kursbuch_press.checks.findings import Verdict
from kursbuch_press.checks.tools import Tools

LARGE_DPI = 72.0
SMALL_DPI = 20.0
_LONGEST = 2000.0
"""Pixels along the longer side of a page."""

MOST_LARGE = 24
MOST_SMALL = 400
_COLOURS = 64
_QUICK = Image.Quantize.FASTOCTREE


@dataclass(frozen=True, slots=True)
class Pictures:
    """PNG pictures of the whole media box: small ones of all pages, large ones of those with findings."""

    small: Mapping[int, bytes] = field(default_factory=dict, repr=False)
    large: Mapping[int, bytes] = field(default_factory=dict, repr=False)


def draw_pictures(content: bytes, verdict: Verdict, tools: Tools) -> Pictures:
    """Draw the pages of a judged file; without a renderer, or when it fails, there are no pictures."""
    longest = max((max(page.media.width, page.media.height) for page in verdict.pages), default=1.0)
    fits = _LONGEST * 72 / longest
    every = [page.number for page in verdict.pages[:MOST_SMALL]]
    told = verdict.pages_with_findings()[:MOST_LARGE]
    return Pictures(
        _drawn(content, every, min(SMALL_DPI, fits), tools),
        _drawn(content, told, min(LARGE_DPI, fits), tools),
    )


def _drawn(content: bytes, pages: Sequence[int], dpi: float, tools: Tools) -> dict[int, bytes]:
    if not pages:
        return {}
    try:
        renderer: Any = importlib.import_module("pypdfium2")
    except ImportError:
        with suppress(OSError):  # no room for temporary files
            return dict(_by_poppler(content, pages, dpi, tools)) if tools.pdftoppm else {}
        return {}
    try:
        return dict(_by_pdfium(renderer, content, pages, dpi))
    except renderer.PdfiumError:
        return {}


def _by_pdfium(
    renderer: Any,  # noqa: ANN401 - a module that may be missing has no type
    content: bytes,
    pages: Sequence[int],
    dpi: float,
) -> Iterator[tuple[int, bytes]]:
    document = renderer.PdfDocument(content)
    try:
        for number in pages:
            page = document[number - 1]
            page.set_cropbox(*page.get_mediabox())
            yield number, _png(page.render(scale=dpi / 72).to_pil())
    finally:
        document.close()


def _by_poppler(content: bytes, pages: Sequence[int], dpi: float, tools: Tools) -> Iterator[tuple[int, bytes]]:
    """Let pdftoppm draw from the first to the last page, in a folder of its own."""
    wanted = set(pages)
    with tempfile.TemporaryDirectory(prefix="preflight-") as name:
        folder = Path(name)
        (folder / "file.pdf").write_bytes(content)
        command = [
            str(tools.pdftoppm),
            "-png",
            "-r",
            f"{dpi:.3f}",
            "-f",
            str(min(wanted)),
            "-l",
            str(max(wanted)),
            "file.pdf",
            "p",
        ]
        try:
            subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=tools.seconds)  # noqa: S603 - the program was found on the machine
        except (OSError, subprocess.TimeoutExpired):
            return
        for path in sorted(folder.glob("p-*.png")):
            number = int(path.stem[2:])
            if number in wanted:
                with Image.open(path) as picture:
                    yield number, _png(picture)


def _png(picture: Image.Image) -> bytes:
    """Write a picture small: a page of text needs few colours."""
    file = io.BytesIO()
    picture.convert("RGB").quantize(_COLOURS, _QUICK, dither=Image.Dither.NONE).save(file, "PNG")
    return file.getvalue()
