"""The book's fonts, and a fontconfig that knows no others: no machine's fonts leak into a page."""

from __future__ import annotations

import importlib.util
import os
import pkgutil
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from PIL import ImageFont

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
            regular = next(iter(sorted(folder.glob("*-Regular.ttf"))), None)
            if regular is not None:
                found[str(ImageFont.truetype(str(regular), 10).getname()[0])] = folder
    if not found:
        raise PressError(wording.NO_TYPEFACES)
    return found


def font_folders() -> tuple[Path, ...]:
    """Give the folders of the installed font packages."""
    return tuple(families().values())


def close_fontconfig(cache: Path) -> None:
    """Point fontconfig at our fonts only; must be called before WeasyPrint is imported, since it loads fonts then."""
    configuration = cache / "fonts.conf"
    # Escaped: a file that is no XML is ignored, and in a folder „Tom & Jerry“ the machine's fonts would come in.
    folders = "\n".join(f"  <dir>{escape(str(folder))}</dir>" for folder in font_folders())
    text = _CONFIGURATION.format(folders=folders, cache=escape(str(cache / "fontconfig")))
    try:
        cache.mkdir(parents=True, exist_ok=True)
        if not configuration.is_file() or configuration.read_text("utf-8") != text:
            # Written aside and moved, so that another build on this machine never reads half a file.
            aside = configuration.with_suffix(f".{os.getpid()}")
            aside.write_text(text, "utf-8")
            aside.replace(configuration)
    except OSError as error:
        raise PressError(wording.NO_CACHE.format(folder=cache)) from error
    os.environ["FONTCONFIG_FILE"] = str(configuration)
    os.environ.pop("FONTCONFIG_PATH", None)
