"""What replaces functions of WeasyPrint fits the code that is installed, and is put in place once."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from kursbuch_press.pages.fonts import close_fontconfig
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
