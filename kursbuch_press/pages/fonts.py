"""The book's fonts, and a fontconfig that knows no others: no machine's fonts leak into a page."""

from __future__ import annotations

import importlib.util
import os
import pkgutil
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import ImageFont

from kursbuch_press.disk.aside import replace_file
from kursbuch_press.disk.looking import files_in
from kursbuch_press.pages import wording
from kursbuch_press.problems import PressError

_PACKAGE = "fontpkg_"

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
  <cachedir>{cache}</cachedir>
  <match target="pattern"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
"""


@cache
def families() -> dict[str, Path]:
    """Give the typefaces of the installed font packages, by their names: family -> folder of its files.

    Any package ``fontpkg-…`` in the locks counts, so that another face needs a line there and its name in the design.
    """
    found: dict[str, Path] = {}
    for module in sorted(pkgutil.iter_modules(), key=lambda each: each.name):
        spec = importlib.util.find_spec(module.name) if module.name.startswith(_PACKAGE) else None
        if spec is not None and spec.origin is not None:
            folder = Path(spec.origin).parent / "files"
            regular = next(iter(files_in(folder, "-Regular.ttf")), None)
            if regular is not None:
                found[str(ImageFont.truetype(str(regular), 10).getname()[0])] = folder
    if not found:
        raise PressError(wording.NO_TYPEFACES)
    return found


def font_folders() -> tuple[Path, ...]:
    """Give the folders of the installed font packages."""
    return tuple(families().values())


def close_fontconfig(*folders: Path) -> None:
    """Point fontconfig at our fonts only; must be called before WeasyPrint is imported, since it loads fonts then.

    Its configuration and its cache are in the first of the folders that can be written to.
    """
    refused: OSError | UnicodeEncodeError | None = None
    for folder in folders:
        try:
            configuration = _written(folder)
        except (OSError, UnicodeEncodeError) as error:  # no XML names a folder whose name is no text
            refused = error
        else:
            os.environ["FONTCONFIG_FILE"] = str(configuration)
            os.environ.pop("FONTCONFIG_PATH", None)
            return
    raise PressError(wording.NO_CACHE.format(folder=folders[0])) from refused


def _written(folder: Path) -> Path:
    configuration = folder / "fonts.conf"
    # Escaped: a file that is no XML is ignored, and in a folder „Tom & Jerry“ the machine's fonts would come in.
    faces = "\n".join(f"  <dir>{escape(str(each))}</dir>" for each in font_folders())
    text = _CONFIGURATION.format(folders=faces, cache=escape(str(folder / "fontconfig"))).encode()
    if not configuration.is_file() or configuration.read_bytes() != text:
        replace_file(configuration, text)  # another build on this machine never reads half a file
    return configuration
