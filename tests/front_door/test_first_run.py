"""The first run and later ones, in a small project whose locks name no package: nothing is fetched."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import build

ROOT = Path(build.__file__).parent
CLI = """
import json, os, signal, sys
print(json.dumps({"arguments": sys.argv[1:], "folder": os.getcwd(), "prefix": sys.prefix}))
if "break" in sys.argv: os.kill(os.getpid(), signal.SIGTERM)
sys.exit(1 if "bad" in sys.argv else 0)
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project before its first run."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "build.py", folder)
    for lock in (build.RUNTIME_LOCK, build.TEST_LOCK):
        (folder / lock).write_text("# no packages\n")
    package = folder / "kursbuch_press" / "cli"
    package.mkdir(parents=True)
    (package.parent / "__init__.py").touch()
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(CLI)
    return folder


@pytest.fixture(scope="module")
def first_runs(project: Path) -> list[tuple[int, str]]:
    """Exit code and messages of two first runs, begun at the same time."""
    command = [sys.executable, str(project / "build.py"), "list"]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate()[1] for one in both]
    return [(one.returncode, text) for one, text in zip(both, said, strict=True)]


@pytest.fixture
def made(project: Path, first_runs: list[tuple[int, str]]) -> Path:
    """The project after its first run."""
    assert first_runs
    return project


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(project / "build.py"), *arguments],
        cwd=project.parent,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_two_first_runs_at_once_make_one_environment(first_runs: list[tuple[int, str]]) -> None:
    assert [code for code, _ in first_runs] == [0, 0]
    assert sorted("Richte .venv ein" in text for _, text in first_runs) == [False, True]


def test_a_later_run_says_nothing_and_starts_no_pip(made: Path) -> None:
    later = run(made, "list", PATH="", PIP_INDEX_URL="file:///nowhere")
    assert (later.returncode, later.stderr) == (0, "")


def test_arguments_and_folder_reach_the_press_as_they_are(made: Path) -> None:
    said = run(made, "build", "screen", "--quiet").stdout
    assert '"arguments": ["build", "screen", "--quiet"]' in said
    assert f'"folder": "{made.parent}"' in said
    assert f'"prefix": "{made / ".venv"}"' in said


def test_without_arguments_the_press_builds(made: Path) -> None:
    assert '"arguments": ["build"]' in run(made).stdout


def test_the_exit_code_of_the_press_is_ours(made: Path) -> None:
    assert run(made, "bad").returncode == 1


def test_a_signal_that_ends_the_press_ends_us(made: Path) -> None:
    assert run(made, "break").returncode == -signal.SIGTERM


def test_a_package_that_cannot_be_fetched_ends_with_code_3_in_german(made: Path) -> None:
    lock = made / build.TEST_LOCK
    lock.write_text("no-such-package==1 --hash=sha256:" + "0" * 64 + "\n")
    nowhere = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "/nowhere"}
    failed = run(made, "test", **nowhere)
    lock.write_text("# no packages\n")
    assert failed.returncode == build.LACKS_SOMETHING
    assert "Besteht eine Verbindung zum Netz?" in failed.stderr
    assert not Path(build.stamp_path(str(made), build.TEST_LOCK)).exists()


def test_help_for_the_tests_needs_no_environment(tmp_path: Path) -> None:
    shutil.copy(ROOT / "build.py", tmp_path)
    shown = run(tmp_path, "test", "--help")
    assert shown.returncode == 0
    assert shown.stdout == build.TEST_HELP
    assert not (tmp_path / ".venv").exists()
