"""The book's fonts, and a fontconfig that knows no others: no machine's fonts leak into a page."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from xml.sax.saxutils import escape

from kursbuch_press.pages import wording
from kursbuch_press.problems import PressError

FAMILIES = {
    "Spectral": "fontpkg_spectral",
    "Fira Sans": "fontpkg_fira_sans",
    "Atkinson Hyperlegible": "fontpkg_atkinson_hyperlegible",
}

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
  <cachedir>{cache}</cachedir>
  <match target="pattern"><edit name="hinting" mode="assign"><bool>false</bool></edit></match>
</fontconfig>
"""


def font_folders() -> tuple[Path, ...]:
    """Give the folders of the installed font packages; a package that is missing is the machine's fault."""
    folders = []
    for family, package in FAMILIES.items():
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            raise PressError(f"Die Schrift „{family}“ fehlt (Paket {package.replace('_', '-')}).")
        folders.append(Path(spec.origin).parent / "files")
    return tuple(folders)


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
