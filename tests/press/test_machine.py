"""Whatever the machine does: the build goes on without what it can do without, or ends in a sentence; never in a traceback."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from kursbuch_press.disk.wording import REASONS, reason
from tests.press.small_book import small_book
from tests.shipped import PROJECT


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_book(tmp_path_factory.mktemp("machine"))


def _build(project: Path, environment: Mapping[str, str], file_size: int = -1) -> subprocess.CompletedProcess[str]:
    def limit() -> None:
        if file_size >= 0:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    command = [sys.executable, "-m", "kursbuch_press.cli", "build", "cover", "--quiet", "--project", str(project)]
    values = {**os.environ, "PYTHONPATH": str(PROJECT), "PATH": "", **environment}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=values, preexec_fn=limit)


def test_a_build_needs_neither_its_cache_nor_a_temporary_folder(project: Path) -> None:
    (project / ".press").write_bytes(b"a file where the folder is to be")
    done = _build(project, {})
    assert done.returncode == 0, done.stderr
    first = (project / "dist/print/kursbuch-umschlag.pdf").read_bytes()
    (project / ".press").unlink()
    (project / "dist/manifest.json").unlink()
    done = _build(project, {"TMPDIR": "/proc/nowhere"})
    assert done.returncode == 0, done.stderr
    assert (project / "dist/print/kursbuch-umschlag.pdf").read_bytes() == first


def test_a_limit_on_the_size_of_files_is_a_sentence_and_leaves_dist_as_it_was(project: Path) -> None:
    before = {path: path.read_bytes() for path in (project / "dist").rglob("*") if path.is_file()}
    (project / "dist/manifest.json").unlink(missing_ok=True)
    done = _build(project, {}, file_size=100_000)
    assert (done.returncode, "Traceback" in done.stderr) == (3, False), done.stderr
    assert "größer, als hier erlaubt" in done.stderr
    for path, content in before.items():
        if path.name != "manifest.json":
            assert path.read_bytes() == content


@pytest.mark.parametrize("number", sorted(REASONS))
def test_what_the_system_refuses_is_said_in_german(number: int) -> None:
    assert reason(OSError(number, os.strerror(number))).endswith(".")
    assert os.strerror(number) not in reason(OSError(number, os.strerror(number)))
