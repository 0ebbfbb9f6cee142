"""Whoever starts the press, and however: closed and full streams, ignored signals, odd names, little memory."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kursbuch_press.press.beginning import NewBook, begin
from tests.cli.inside import full, inside
from tests.shipped import PROJECT

NEW = NewBook("Probe", "Haus", ("Eins",), (148, 210), "offset-gestrichen", date(2020, 5, 4))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("streams") / "buch"
    begin(PROJECT, folder, NEW)
    return folder


@pytest.fixture
def project(book: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(book, tmp_path / "buch"))


def both(*steps: Callable[[], object]) -> Callable[[], object]:
    return lambda: [step() for step in steps]


def _warn() -> None:
    warnings.resetwarnings()
    warnings.simplefilter("error")


def _ignore_all() -> None:
    for number in (
        signal.SIGCHLD,
        signal.SIGPIPE,
        signal.SIGHUP,
        signal.SIGTERM,
        signal.SIGINT,
        signal.SIGALRM,
        signal.SIGUSR1,
    ):
        signal.signal(number, signal.SIG_IGN)


def _leave() -> None:
    gone = Path("gone")
    gone.mkdir()
    os.chdir(gone)
    Path("../gone").rmdir()


STARTS: dict[str, Callable[[], object]] = {
    "odd parent": both(
        _ignore_all,
        lambda: signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals()),
        _warn,
        _leave,
        lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (40, 40)),
        lambda: os.umask(0o077),
        os.environ.clear,
        lambda: os.environ.update(TERM="dumb", COLUMNS="0", LINES="-1"),
    ),
    "all closed": both(lambda: os.close(0), lambda: os.close(1), lambda: os.close(2)),
    "errors full": full(2),
}


@pytest.mark.parametrize("start", STARTS)
def test_a_build_is_made_however_it_is_started(project: Path, start: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    ended = inside(["build", "word", "--project", str(project)], STARTS[start])
    assert ended.code == 0, ended.err
    assert (project / "dist/word/kursbuch.docx").stat().st_size > 10_000
    assert (project / "dist/manifest.json").is_file()


def test_an_output_that_is_full_is_a_sentence_and_the_code_3_and_what_was_asked_for_is_made(project: Path) -> None:
    ended = inside(["build", "word", "--project", str(project)], full(1))
    assert ended.code == 3, ended.err
    assert (project / "dist/manifest.json").is_file()
    assert "die Ausgabe ließ sich nicht schreiben: Der Datenträger ist voll." in ended.err.splitlines()[-1]


@pytest.mark.parametrize("words", [["--help"], ["schema", "--help"], ["no-such-command"]])
@pytest.mark.parametrize("streams", [(1,), (2,), (1, 2)])
def test_what_cannot_be_shown_is_no_traceback(words: list[str], streams: tuple[int, ...]) -> None:
    ended = inside(words, both(*map(full, streams)))
    assert ended.code in {0, 2, 3}
    assert "Traceback" not in ended.err + ended.out


def test_a_project_whose_name_is_no_text_is_built(book: Path, tmp_path: Path) -> None:
    project = os.path.join(os.fsencode(tmp_path), b"br\xfccke")  # noqa: PTH118 - bytes that are no UTF-8
    shutil.copytree(book, os.fsdecode(project))
    ended = inside(["build", "word", "--project", os.fsdecode(project)])
    assert ended.code == 0, ended.err
    assert b"kursbuch.docx" in os.listdir(os.path.join(project, b"dist/word"))  # noqa: PTH118, PTH208 - as above


@pytest.mark.parametrize("megabytes", [80, 300])
def test_little_memory_is_enough_or_is_a_sentence(book: Path, megabytes: int) -> None:
    command = [sys.executable, "-P", "-m", "kursbuch_press.cli", "list", "--project", str(book)]
    most = megabytes * 1_000_000
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)),
    )
    assert (done.returncode in {0, 3}, "Traceback" in done.stderr) == (True, False), done.stderr


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("ImportError('x.so: failed to map segment')", "Eine Bibliothek der Presse ließ sich nicht laden"),
        ("MemoryError()", "Der Arbeitsspeicher reicht nicht"),
    ],
)
def test_a_library_that_cannot_be_loaded_is_a_sentence(tmp_path: Path, error: str, said: str) -> None:
    (tmp_path / "pydantic.py").write_text(f"raise {error}", "utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{PROJECT}"}
    command = [sys.executable, "-m", "kursbuch_press.cli", "list", "--project", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 3
    assert done.stderr.startswith(said)


@pytest.mark.parametrize(("where", "number"), [(".press", errno.EROFS), (".press and tmp", errno.ENOSPC)])
def test_cache_and_temporary_folder_may_be_full_or_closed(
    project: Path, where: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = project.parent / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    closed = [folder for folder in (project / ".press", temporary) if folder.name in where]
    ended = inside(["build", "word", "--project", str(project)], lambda: refuse(closed, number))
    assert ended.code == 0, ended.err
    assert (project / "dist/manifest.json").is_file()
    assert list(temporary.iterdir()) == []


def refuse(folders: list[Path], number: int) -> None:
    """Let Python refuse whatever would change something below these folders, as a full or read-only drive does."""

    def refused(path: object) -> bool:
        if not isinstance(path, (str, bytes, os.PathLike)):
            return False
        whole = Path(os.path.abspath(os.fsdecode(path)))  # noqa: PTH100 - resolve() would ask the drive
        return any(whole.is_relative_to(folder) for folder in folders)

    def hook(event: str, given: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = given
            changes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        else:
            path, changes = (given or (None,))[0], event in CHANGES
        if changes and refused(path):
            raise OSError(number, os.strerror(number), path)

    sys.addaudithook(hook)


CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.utime"}
