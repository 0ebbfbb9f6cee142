"""Loading what sets type runs no program of the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.shipped import PROJECT

_PROGRAM = """
import ctypes.util, subprocess, sys
from pathlib import Path
search = ctypes.util.find_library
def refuse(event, arguments):
    if event in {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"}:
        print("runs", arguments[0], file=sys.stderr)
sys.addaudithook(refuse)
from kursbuch_press.press.engine import load
from kursbuch_press.press.project import Project
load(Project(Path(sys.argv[1])), "kursbuch_press.press.setting")
print("weasyprint" in sys.modules, ctypes.util.find_library is search)
"""


def test_loading_the_engine_starts_no_program(tmp_path: Path) -> None:
    for name in ("gcc", "ld", "ldconfig"):
        (tmp_path / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/run-{name}\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-c", _PROGRAM, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert (done.stdout.strip(), done.stderr.strip()) == ("True True", "")
    assert not list(tmp_path.glob("run-*"))
