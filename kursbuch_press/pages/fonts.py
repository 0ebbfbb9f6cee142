"""The book's fonts, and a fontconfig that knows no others: no machine's fonts leak into a page.

Typefaces come from packages in the locks, or are those of the house: files in layouts/fonts/ of the project.
"""

from __future__ import annotations

import importlib.util
import os
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont, TTLibError
from PIL import ImageFont

from kursbuch_press.disk import recording
from kursbuch_press.disk.aside import replace_file
from kursbuch_press.disk.looking import files_in
from kursbuch_press.pages import wording
from kursbuch_press.problems import PressError

HOUSE = "layouts/fonts"
HYPHEN = "\u2010"
"""The hyphen at line ends that WeasyPrint sets unless a stylesheet says another."""
"""The folder for typefaces of one's own, with their licences."""

ENDINGS = (".ttf", ".otf")

REGULAR = 400
WEIGHTS = {
    "Thin": 100,
    "ExtraLight": 200,
    "Light": 300,
    "Regular": REGULAR,
    "Medium": 500,
    "SemiBold": 600,
    "Bold": 700,
    "ExtraBold": 800,
    "Black": 900,
}
"""The names of weights as templates write them, and what CSS calls them (CSS Fonts 4, 2.2.2)."""

_PACKAGE = "fontpkg_"
_FAMILY_NAMES = (16, 1)  # the typographic family, and that of programs that know four cuts alone (OpenType, name)
_ITALIC = 0x01  # OS/2.fsSelection

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
  <cachedir>{cache}</cachedir>
  <match target="pattern"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
"""


_BROKEN = (TTLibError, OSError, LookupError, ValueError, AttributeError, AssertionError)
"""What fontTools raises for a file that is no font, or not a whole one."""


@dataclass(frozen=True, slots=True)
class Cut:
    """One file of a typeface: its weight from 100 to 900, upright or italic, and the state in which the file was read."""

    family: str
    weight: int
    italic: bool
    path: Path
    state: tuple[int, int] = (0, 0)

    @property
    def signs(self) -> frozenset[int]:
        """The numbers of its signs; they are read when somebody asks, which of most cuts nobody does."""
        return _signs(self.path, self.state)


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface by its name, as a project knows it."""

    name: str
    project: Path | None = None

    def cut(self, weight: int = REGULAR) -> Cut:
        """Give the upright cut of a weight, or the nearest; a typeface that nobody has is told of elsewhere."""
        known = families(self.project)
        cuts = known.get(self.name) or next(iter(known.values()))
        return min(cuts, key=lambda each: (each.italic, abs(each.weight - weight), each.weight))


def families(project: Path | None = None) -> Mapping[str, tuple[Cut, ...]]:
    """Give the typefaces by their names: those of the installed font packages, and those of the house.

    Any package ``fontpkg-…`` in the locks counts, so that another face needs a line there and its name in the design.
    """
    found = dict(_packaged())
    if not found:
        raise PressError(wording.NO_TYPEFACES)
    for path in house_files(project):
        cut = read_cut(path)
        if cut is not None:
            found[cut.family] = (*found.get(cut.family, ()), cut)
    return found


def house_files(project: Path | None) -> list[Path]:
    """Give the files of the house's typefaces."""
    return recording.files_below(project / HOUSE, *ENDINGS) if project is not None else []


def house_digest(project: Path) -> str:
    """Name the house's typefaces by what is in their files: whatever is set with them depends on it."""
    names = []
    for path in house_files(project):
        recording.read_bytes(path)
        names.append(f"{path.name} {recording.digest_of(path)}")
    return "\n".join(names)


def read_cut(path: Path) -> Cut | None:
    """Read what a font file says of itself; None for one that is no font."""
    cut = _read_cut(path, _state(path))
    return cut if cut is not None and cut.signs else None


def _state(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size


@cache
def _read_cut(path: Path, state: tuple[int, int]) -> Cut | None:
    try:
        with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
            names = [font["name"].getDebugName(number) for number in _FAMILY_NAMES]
            family = next((name for name in names if name), "")
            about = font["OS/2"]
            return Cut(family, int(about.usWeightClass), bool(about.fsSelection & _ITALIC), path, state) if family else None
    except _BROKEN:
        return None


@cache
def _signs(path: Path, state: tuple[int, int]) -> frozenset[int]:
    """Read which signs a file has; none if its table is broken, or the file is no longer that of this state."""
    try:
        if _state(path) != state:
            return frozenset()
        with TTFont(BytesIO(path.read_bytes()), lazy=True) as font:
            return frozenset(font.getBestCmap() or ())
    except _BROKEN:
        return frozenset()


@cache
def _packaged() -> Mapping[str, tuple[Cut, ...]]:
    found: dict[str, tuple[Cut, ...]] = {}
    for folder in font_folders():
        regular = files_in(folder, "-Regular.ttf")[0]
        name = str(ImageFont.truetype(str(regular), 10).getname()[0])
        cuts = (_read_cut(path, _state(path)) for path in files_in(folder, ".ttf"))
        found[name] = tuple(each for each in cuts if each is not None)
    return found


@cache
def font_folders() -> tuple[Path, ...]:
    """Give the folders of the installed font packages."""
    found = []
    for module in sorted(pkgutil.iter_modules(), key=lambda each: each.name):
        spec = importlib.util.find_spec(module.name) if module.name.startswith(_PACKAGE) else None
        if spec is not None and spec.origin is not None:
            folder = Path(spec.origin).parent / "files"
            if files_in(folder, "-Regular.ttf"):
                found.append(folder)
    if not found:
        raise PressError(wording.NO_TYPEFACES)
    return tuple(found)


def close_fontconfig(*folders: Path, project: Path | None = None) -> None:
    """Point fontconfig at our fonts only; must be called before WeasyPrint is imported, since it loads fonts then.

    Its configuration and its cache are in the first of the folders that can be written to.
    """
    house = (project / HOUSE,) if project is not None and house_files(project) else ()
    refused: OSError | UnicodeEncodeError | None = None
    for folder in folders:
        try:
            configuration = _written(folder, (*font_folders(), *house))
        except (OSError, UnicodeEncodeError) as error:  # no XML names a folder whose name is no text
            refused = error
        else:
            os.environ["FONTCONFIG_FILE"] = str(configuration.absolute())
            os.environ.pop("FONTCONFIG_PATH", None)
            return
    raise PressError(wording.NO_CACHE.format(folder=folders[0])) from refused


def _written(folder: Path, fonts: tuple[Path, ...]) -> Path:
    configuration = folder / "fonts.conf"
    # Escaped: a file that is no XML is ignored, and in a folder „Tom & Jerry“ the machine's fonts would come in.
    faces = "\n".join(f"  <dir>{escape(str(each))}</dir>" for each in fonts)
    text = _CONFIGURATION.format(folders=faces, cache=escape(str(folder / "fontconfig"))).encode()
    if not configuration.is_file() or configuration.read_bytes() != text:
        replace_file(configuration, text)  # another build on this machine never reads half a file
    return configuration
