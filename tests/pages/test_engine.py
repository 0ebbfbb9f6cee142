"""What replaces functions of WeasyPrint fits the code that is installed, and is put in place once."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

ROOM = PROJECT / "kursbuch_press/pages/engine"
NO_REPLACEMENT = {"__init__", "originals", "replacing", "start"}


def _replacements(tmp_path: Path) -> tuple[Any, ...]:
    close_fontconfig(tmp_path)
    from kursbuch_press.pages.engine import start  # noqa: PLC0415 - loads WeasyPrint, which reads the fonts

    start.replace_functions()
    return start.REPLACEMENTS


def test_the_replaced_code_is_that_which_ours_was_written_for(tmp_path: Path) -> None:
    changed = {each.name: each.found() for each in _replacements(tmp_path) if each.found() != each.digest}
    assert changed == {}, "read what changed in WeasyPrint, mend ours, then write down the new digest"


def test_weasyprint_calls_ours(tmp_path: Path) -> None:
    for each in _replacements(tmp_path):
        assert getattr(each.owner, each.name) is each.ours, each.name
        assert each.original is not each.ours


def test_each_replaced_function_has_one_file_of_its_own_name(tmp_path: Path) -> None:
    files = {path.stem for path in ROOM.glob("*.py")} - NO_REPLACEMENT
    replaced = [each.name.removeprefix("_") for each in _replacements(tmp_path)]
    assert files == set(replaced)
    assert len(replaced) == len(set(replaced))


def test_nothing_else_writes_into_weasyprint() -> None:
    """Only start.py puts functions in place; a line such as ``inline.text_align = ours`` stands nowhere."""
    writes = re.compile(
        r"^\s*(?:inline|block|layout|drawing|Stream|line_break|line_break\.Layout)\.(?!style\b|\w+_lines\b)\w+ = ", re.MULTILINE
    )
    files = (PROJECT / "kursbuch_press/pages").rglob("*.py")
    assert [path.name for path in files if writes.search(path.read_text("utf-8"))] == []


def test_text_without_a_language_never_takes_that_of_the_machine() -> None:
    """Pango asks the locale of the process for it, once; under tr_TR it would give "i" another glyph."""
    program = (
        "import locale;"
        "from kursbuch_press.pages.engine.start import replace_functions; replace_functions();"
        "print(locale.setlocale(locale.LC_CTYPE));"
        "real = locale.setlocale; locale.setlocale = lambda *of: print('asked') or real(*of);"
        "from weasyprint.text.ffi import ffi, pango;"
        "print(ffi.string(ffi.cast('char *', pango.pango_language_get_default())).decode())"
    )
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(PROJECT)}
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment).stdout
    assert said.split() == ["C.UTF-8", "c"]


def test_a_sign_of_another_typeface_leaves_its_line_where_it_stands() -> None:
    """Atkinson Hyperlegible has no U+2010; what takes its place is higher, and the lines stay 13 pt apart all the same."""
    setter = Typesetter(Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette)), {})
    css = "@page { size: 90mm 120mm; margin: 10mm } html { font: 10pt/13pt Atkinson Hyperlegible } p { margin: 0 }"
    words = "".join(f"<p>{word}</p>" for word in ("Wort", "Wort\u2010", "Wort", "<b>Wort\u2010</b> Wort", "Wort", "Wort"))
    document = setter.set(f'<html lang="de"><body>{words}</body></html>', css, "test")
    page = document.pages[0]._page_box  # noqa: SLF001 - boxes have no public door
    lines = [box for box in page.descendants() if type(box).__name__ == "LineBox"]
    places = [(box.position_y + box.baseline) * 0.75 for box in lines[:6]]
    assert [round(below - above, 3) for above, below in pairwise(places)] == [13.0] * 5
