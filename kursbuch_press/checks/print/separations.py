"""Real separations by Ghostscript: every page as the plates of its inks, and the ink on each spot.

The output intent of the file is taken as the space of its device colours and of the plates
(-dUsePDFX3Profile), so CMYK values go through unchanged. Pixels are not smoothed (tiffsep's default), so a
value is one that is really printed.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageMath, ImageStat

from kursbuch_press.checks.tools import Shelf, Tools
from kursbuch_press.marks.geometry import Area

DPI = 72
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
_MOST_POINTS = 16_000_000
"""Square points of the largest page that is separated: 1.4 x 1.4 m."""

_WHITE = 255
_INVERTED = [_WHITE - value for value in range(256)]
_PLATE = re.compile(r"p(\d+)\((.+)\)\.tif$")


@dataclass(frozen=True, slots=True)
class PagePlates:
    """The inks of one page in percent: the highest sum, where it is, and how much each ink covers."""

    page: int
    highest: float
    spot: Area | None
    coverage: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Plates:
    """The inks of all pages, and who measured them."""

    pages: tuple[PagePlates, ...]
    measured_by: str


@dataclass(frozen=True, slots=True)
class Order:
    """What to separate: the file, the media boxes of its pages, the ink limit in percent, and names of pages that have one."""

    content: bytes
    media: tuple[Area, ...]
    limit: float
    names: tuple[str, ...] = ()


def separate(order: Order, tools: Tools) -> Plates | None:
    """Separate all pages, two halves side by side; None without Ghostscript or room for its files, or when it fails.

    A page that was separated before, in whatever file, is not separated again.
    """
    if tools.ghostscript is None or any(media.width * media.height > _MOST_POINTS for media in order.media):
        return None
    try:
        version = _version(tools.ghostscript)
        known = _Known(order, tools.shelf, version)
        pages = {page: plates for page in range(1, len(order.media) + 1) if (plates := known.get(page))}
        new = _separated(order, tools, [page for page in range(1, len(order.media) + 1) if page not in pages])
    except (OSError, subprocess.SubprocessError):
        return None
    if len(pages) + len(new) < len(order.media):
        return None
    for page in new:
        known.keep(page)
    pages.update((page.page, page) for page in new)
    return Plates(tuple(pages[page] for page in sorted(pages)), version)


class _Known:
    """What was measured of pages before, by their names."""

    def __init__(self, order: Order, shelf: Shelf | None, version: str) -> None:
        self._order, self._shelf, self._version = order, shelf, version

    def get(self, page: int) -> PagePlates | None:
        key = self._key(page)
        try:
            highest, spot, coverage = json.loads((self._shelf.get(key) if key and self._shelf is not None else None) or b"")
            return PagePlates(page, highest, Area(*spot) if spot else None, tuple((str(ink), share) for ink, share in coverage))
        except (ValueError, TypeError, RecursionError):
            return None

    def keep(self, plates: PagePlates) -> None:
        key = self._key(plates.page)
        if key and self._shelf is not None:
            self._shelf.put(key, json.dumps([plates.highest, plates.spot, plates.coverage]).encode())

    def _key(self, page: int) -> str:
        name = self._order.names[page - 1] if self._order.names else ""
        if not name or self._shelf is None:
            return ""
        return self._shelf.key("plates", name, repr((self._order.media[page - 1], self._order.limit, DPI)), self._version)


def _separated(order: Order, tools: Tools, pages: list[int]) -> list[PagePlates]:
    """Give the plates of these pages; fewer where Ghostscript failed."""
    if not pages or tools.ghostscript is None:
        return []
    with tempfile.TemporaryDirectory(prefix="preflight-") as name:
        folder = Path(name)
        (folder / "file.pdf").write_bytes(order.content)
        parts = dict(zip(("first", "second"), _halves(pages), strict=False))
        running = [_start(tools.ghostscript, folder / part, some) for part, some in parts.items()]
        if not _all_ended_well(running, tools.seconds):
            return []
        try:
            return [plates for part, some in parts.items() for plates in _measure(folder / part, some, order)]
        except (OSError, SyntaxError, ValueError):  # Pillow's words for a broken TIFF
            return []


def _halves(pages: list[int]) -> list[list[int]]:
    middle = (len(pages) + 1) // 2
    return [half for half in (pages[:middle], pages[middle:]) if half]


def _start(ghostscript: str, out: Path, pages: list[int]) -> subprocess.Popen[bytes]:
    """Start Ghostscript in a folder of its own: it reads one file, writes there, and opens nothing else."""
    out.mkdir()
    command = [
        ghostscript,
        *(
            "-q",
            "-dSAFER",
            "-dNOPAUSE",
            "-dBATCH",
            "-sDEVICE=tiffsep",
            f"-r{DPI}",
            "-dUsePDFX3Profile",
            "-dNumRenderingThreads=1",
        ),
        *(
            f"-sPageList={','.join(map(str, pages))}",
            "-sCompression=lzw",
            "-sOutputFile=p%05d.tif",
            "../file.pdf",
        ),
    ]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=out, stdin=quiet, stdout=quiet, stderr=quiet)  # noqa: S603 - our own arguments


def _all_ended_well(running: list[subprocess.Popen[bytes]], seconds: float) -> bool:
    try:
        codes = [process.wait(timeout=seconds) for process in running]
        return not any(codes)
    except subprocess.TimeoutExpired:
        return False
    finally:
        for process in running:
            if process.poll() is None:
                process.kill()
                process.wait()


def _version(ghostscript: str) -> str:
    done = subprocess.run([ghostscript, "--version"], capture_output=True, text=True, check=False, timeout=20)  # noqa: S603 - the program was found on the machine
    return f"Ghostscript {done.stdout.strip()}"


def _measure(folder: Path, pages: list[int], order: Order) -> Iterator[PagePlates]:
    """Measure the plates in a folder; they are numbered in the order in which their pages were asked for."""
    plates: dict[int, dict[str, Path]] = {}
    for path in folder.iterdir():
        if found := _PLATE.match(path.name):
            plates.setdefault(pages[int(found[1]) - 1], {})[found[2]] = path
    for page in sorted(plates):
        yield _measure_page(page, plates[page], order)


def _measure_page(page: int, plates: dict[str, Path], order: Order) -> PagePlates:
    """Add up the plates of a page pixel by pixel; a plate is white (255) where it prints nothing."""
    inked = []
    coverage = []
    for name in sorted(plates, key=lambda name: (PROCESS.index(name) if name in PROCESS else len(PROCESS), name)):
        with Image.open(plates[name]) as opened:
            plate = opened.convert("L")
        coverage.append((name, round(100 - ImageStat.Stat(plate).mean[0] / 2.55, 2)))
        if plate.histogram()[_WHITE] < plate.width * plate.height:
            inked.append(plate.point(_INVERTED))
    total: Any = _sum(inked) if inked else Image.new("L", (1, 1))
    highest = float(total.getextrema()[1]) / 2.55
    over = _over(total, order.limit) if highest > order.limit + 0.5 else None
    spot = _area(over, total.size, order.media[page - 1]) if over else None
    return PagePlates(page, round(highest, 1), spot, tuple(coverage))


def _sum(plates: list[Any]) -> Any:  # noqa: ANN401 - pictures of ImageMath have no type
    """Add plates; one alone, as on a page of text, needs no adding."""
    if len(plates) == 1:
        return plates[0]
    named = {f"plate{n}": plate for n, plate in enumerate(plates)}
    return ImageMath.lambda_eval(lambda args: sum((args[name] for name in named), start=0), **named)


def _over(total: Any, limit: float) -> tuple[int, int, int, int] | None:  # noqa: ANN401 - an array of a library without types
    threshold = int((limit + 0.5) * 2.55)
    mask = ImageMath.lambda_eval(lambda args: (args["a"] > threshold) * 255, a=total).convert("L")
    box: tuple[int, int, int, int] | None = mask.getbbox()
    return box


def _area(box: tuple[int, int, int, int], size: tuple[int, int], media: Area) -> Area:
    """Give the place of pixels on the page, whose first row is at the top."""
    across, down = media.width / size[0], media.height / size[1]
    return Area(
        media.left + box[0] * across,
        media.top - box[3] * down,
        media.left + box[2] * across,
        media.top - box[1] * down,
    )
