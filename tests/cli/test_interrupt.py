"""Ctrl-C ends in a sentence, whatever the press is doing."""

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
    command = [sys.executable, "-m", "kursbuch_press.cli", "list"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=tmp_path)
    assert done.returncode in {130, -2}  # Python itself may end by the signal; a shell calls both 130
    assert done.stderr == "Abgebrochen. Was in dist/ liegt, ist unverändert oder vollständig.\n"
