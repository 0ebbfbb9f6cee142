"""Real separations by Ghostscript: every page as the plates of its inks, and the ink on each spot.

The output intent of the file is taken as the space of its device colours and of the plates
(-dUsePDFX3Profile), so CMYK values go through unchanged. Pixels are not smoothed (tiffsep's default), so a
value is one that is really printed.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageMath, ImageStat

from kursbuch_press.checks.tools import Tools
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
    """What to separate: the file, the media boxes of its pages, and the ink limit in percent."""

    content: bytes
    media: tuple[Area, ...]
    limit: float


def separate(order: Order, tools: Tools) -> Plates | None:
    """Separate all pages, two halves side by side; None without Ghostscript or room for its files, or when it fails."""
    if tools.ghostscript is None or any(media.width * media.height > _MOST_POINTS for media in order.media):
        return None
    try:
        return _separated(order, tools, tools.ghostscript)
    except (OSError, subprocess.SubprocessError):
        return None


def _separated(order: Order, tools: Tools, ghostscript: str) -> Plates | None:
    with tempfile.TemporaryDirectory(prefix="preflight-") as name:
        folder = Path(name)
        (folder / "file.pdf").write_bytes(order.content)
        running = [_start(ghostscript, folder, part) for part in _halves(len(order.media))]
        if not _all_ended_well(running, tools.seconds):
            return None
        try:
            pages = tuple(_measure(folder, order))
        except (OSError, SyntaxError, ValueError):  # Pillow's words for a broken TIFF
            return None
        return Plates(pages, _version(ghostscript)) if len(pages) == len(order.media) else None


def _halves(pages: int) -> list[tuple[int, int]]:
    middle = (pages + 1) // 2
    return [(1, middle)] + ([(middle + 1, pages)] if pages > middle else [])


def _start(ghostscript: str, folder: Path, part: tuple[int, int]) -> subprocess.Popen[bytes]:
    """Start Ghostscript in a folder of its own: it reads one file, writes there, and opens nothing else."""
    first, last = part
    out = folder / f"from-{first}"
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
            f"-dFirstPage={first}",
            f"-dLastPage={last}",
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


def _measure(folder: Path, order: Order) -> Iterator[PagePlates]:
    plates: dict[int, dict[str, Path]] = {}
    for part in sorted(folder.glob("from-*"), key=lambda path: int(path.name[5:])):
        first = int(part.name[5:])
        for path in part.iterdir():
            if found := _PLATE.match(path.name):
                plates.setdefault(first + int(found[1]) - 1, {})[found[2]] = path
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
