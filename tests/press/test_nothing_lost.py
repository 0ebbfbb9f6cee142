"""Nothing is lost: killed at any moment, whatever became of .press/, edited again and again, the next build is right.

A few moments and edits go with every run of the tests, since each takes seconds; the whole sweep is

    KURSBUCH_KILLS=40 KURSBUCH_EDITS=30 python3 build.py test tests/press/test_nothing_lost.py
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.press.small_book import small_book
from tests.shipped import PROJECT, press

KILLS = int(os.environ.get("KURSBUCH_KILLS", "2"))
EDITS = int(os.environ.get("KURSBUCH_EDITS", "1"))
WANTED = ("screen",)
CHAPTER = "sources/chapters/bilder.yaml"

Files = dict[str, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = small_book(tmp_path_factory.mktemp("whole") / "book", pages=1)
    _build(project, jobs=2)
    return project


def _build(project: Path, jobs: int) -> None:
    done = press("build", *WANTED, "--quiet", "--jobs", str(jobs), project=project)
    assert done.returncode == 0, done.stderr


def _files(project: Path) -> Files:
    dist = project / "dist"
    return {path.relative_to(dist).as_posix(): path.read_bytes() for path in dist.rglob("*") if path.is_file()}


def _copy(project: Path, folder: Path, *without: str) -> Path:
    shutil.copytree(project, folder, ignore=lambda at, names: set(without) & set(names) if Path(at) == project else set())
    return folder


def _whole(project: Path) -> bool:
    """Whether every file of dist/ is the one that the manifest names, and none is missing."""
    files = _files(project)
    written = json.loads(files.pop("manifest.json", b'{"products": []}'))
    named = {each["path"]: each["sha256"] for each in written["products"]}
    return {path: hashlib.sha256(content).hexdigest() for path, content in files.items()} == named


def _kill(project: Path, after: float) -> float:
    """Build, and kill the press after some seconds; gives how long it ran."""
    command = [sys.executable, "-m", "kursbuch_press.cli", "build", *WANTED, "--quiet", "--project", str(project)]
    environment = {**os.environ, "PATH": "", "PYTHONPATH": str(PROJECT)}
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
    return time.monotonic() - began


def _change(project: Path, old: str, new: str) -> None:
    path = project / CHAPTER
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("warm", [False, True])
def test_killed_at_any_moment_the_next_build_is_right(made: Path, tmp_path: Path, *, warm: bool) -> None:
    left = () if warm else ("dist", ".press")
    edited = _copy(made, tmp_path / "edited", *left)
    old = _files(edited)
    if warm:
        _change(edited, "nur schwarz", "immer schwarz")
    begun = _copy(edited, tmp_path / "begun")
    length = _kill(begun, 300)
    wanted = _files(begun)
    for moment in range(max(1, KILLS // 2)):
        project = _copy(edited, tmp_path / f"killed-{moment}")
        # A spread that reaches into the last tenth, where dist/ is changed; one moment alone falls there.
        _kill(project, length * (1 - (moment + 0.5) / max(2, KILLS)))
        assert _whole(project)
        assert _files(project) in (old, wanted), "half a set"
        _build(project, jobs=1)
        assert _files(project) == wanted
        shutil.rmtree(project)


def test_a_press_folder_that_is_damaged_foreign_or_gone_is_mended(made: Path, tmp_path: Path) -> None:
    project = _copy(made, tmp_path / "book", "dist")
    pages = sorted((project / ".press/pages").iterdir())
    assert len(pages) > 3
    for entry, instead in zip(pages, [b"", b"0" * 64 + b"\x80\x05.", pages[-1].read_bytes()], strict=False):
        entry.write_bytes(instead)
    pages[-1].unlink()
    pages[-1].mkdir()
    (project / ".press/fonts.conf").write_text("<foreign/>", "utf-8")
    _build(project, jobs=2)
    assert _files(project) == _files(made)


WORDS = st.text("abcdefghijklmnopqrstuvwxyzäöüß", min_size=1, max_size=12)


def _edit(project: Path, chance: random.Random, word: str) -> None:
    """Change something of the kinds that editors and designers change."""
    kind = chance.choice(["word", "longer", "title", "margin", "style", "printer"])
    if kind in ("word", "longer", "title"):
        old = {"word": "Wort", "longer": "Seiten füllt.", "title": "title: B"}[kind]
        new = {"word": f"Wort {word} ", "longer": f"Seiten füllt. {(word + ' ') * 40}", "title": f"title: B{word}"}[kind]
        _change(project, old, new)
        return
    name, old, new = {
        "margin": ("layouts/geometry.yaml", r"inner: \d+", f"inner: {chance.randint(17, 19)}"),
        "style": ("layouts/page/10-page.css", r"padding-top: 6\.\dmm", f"padding-top: 6.{chance.randint(3, 5)}mm"),
        "printer": (
            "layouts/printers/offset-gestrichen.yaml",
            r"page_multiple: \d+",
            f"page_multiple: {chance.choice('1248')}",
        ),
    }[kind]
    path = project / name
    path.write_text(re.sub(old, new, path.read_text("utf-8")), "utf-8")


def test_warm_is_what_cold_is_whatever_is_edited(made: Path, tmp_path: Path) -> None:
    warm = _copy(made, tmp_path / "warm")

    @settings(max_examples=EDITS, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.randoms(use_true_random=False), WORDS)
    def edited(chance: random.Random, word: str) -> None:
        _edit(warm, chance, word)
        _build(warm, jobs=8)
        cold = _copy(warm, tmp_path / "cold", "dist", ".press")
        _build(cold, jobs=1)
        same = _files(cold) == _files(warm)
        shutil.rmtree(cold)
        assert same

    edited()
