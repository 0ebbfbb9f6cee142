"""What comes between the press and its libraries, Ctrl-C or a package that is gone, ends in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.shipped import PROJECT

# Takes the place of a library that is being loaded when the signal comes.
_INTERRUPTED = "import os, signal; os.kill(os.getpid(), signal.SIGINT)"


def test_ctrl_c_while_libraries_are_loaded_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "pydantic.py").write_text(_INTERRUPTED, "utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{PROJECT}"}
    command = [sys.executable, "-m", "kursbuch_press.cli", "list", "--project", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=tmp_path)
    assert done.returncode in {130, -2}  # Python itself may end by the signal; a shell calls both 130
    assert done.stderr == "Abgebrochen. Was in dist/ liegt, ist unverändert oder vollständig.\n"


def test_a_package_that_is_gone_makes_the_environment_anew(tmp_path: Path) -> None:
    (tmp_path / "jinja2.py").write_text("raise ModuleNotFoundError(\"No module named 'jinja2'\", name='jinja2')", "utf-8")
    packages = tmp_path / "site-packages"
    packages.mkdir()
    (packages / "requirements.lock.stamp").write_text("", "utf-8")
    start = f"import sysconfig, sys; sysconfig.get_path = lambda name: {str(packages)!r}"
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{PROJECT}"}
    asked = ["list", "--project", str(tmp_path)]
    command = [sys.executable, "-c", f"{start}; from kursbuch_press.cli.__main__ import main; sys.exit(main({asked!r}))"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=PROJECT)
    assert done.returncode == 3
    assert "„jinja2“" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(packages.iterdir()) == []


def test_saying_how_files_stand_loads_neither_the_book_nor_a_big_library() -> None:
    program = "import sys, kursbuch_press.cli.list_products, kursbuch_press.cli.build as build; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PROJECT
    ).stdout.split()
    assert "kursbuch_press.press.reasons" in loaded
    heavy = {"pydantic", "yaml", "jinja2", "PIL", "fontTools", "weasyprint", "pikepdf", "lxml", "docx", "markdown_it"}
    assert heavy.isdisjoint(loaded)
