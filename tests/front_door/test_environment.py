"""When .venv is made anew and when it is left alone, on a machine whose venv and pip are fakes."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import build

BOTH = [build.RUNTIME_LOCK, build.TEST_LOCK]


class Machine:
    """Does what venv and pip would do to the folder, at once and from nothing, and remembers what it did."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.done: list[str] = []
        self.succeeds = True
        self.complaint = ""

    def run(self, command: list[str], said: list[str] | None = None) -> bool:
        if said is not None and not self.succeeds:
            said.append(self.complaint)
        if "venv" in command:
            self.done.append("venv")
            packages = Path(build.site_packages(str(self.root)))
            for leftover in packages.glob("*"):
                leftover.unlink()
            packages.mkdir(parents=True, exist_ok=True)
            python = Path(build.interpreter(str(self.root)))
            python.parent.mkdir(exist_ok=True)
            python.unlink(missing_ok=True)
            python.symlink_to(sys.executable)
        else:
            self.done.append(Path(command[-1]).name)
        return self.succeeds

    def prepare(self, locks: list[str]) -> list[str]:
        """What had to be done for these locks."""
        self.done.clear()
        build.prepare(str(self.root), locks)
        return self.done


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine(tmp_path)
    monkeypatch.setattr(build, "run", machine.run)
    for lock in BOTH:
        (tmp_path / lock).write_text("# no packages\n")
    return machine


@pytest.fixture
def made(machine: Machine) -> Machine:
    """The machine after a first run of the tests."""
    assert machine.prepare(BOTH) == ["venv", *BOTH]
    return machine


def test_the_first_build_leaves_the_test_tools_for_the_first_test(machine: Machine) -> None:
    assert machine.prepare([build.RUNTIME_LOCK]) == ["venv", build.RUNTIME_LOCK]
    assert machine.prepare(BOTH) == [build.TEST_LOCK]


def test_a_finished_environment_is_left_alone(made: Machine) -> None:
    assert made.prepare(BOTH) == []


def test_an_environment_without_its_stamp_is_half_made_and_made_anew(made: Machine) -> None:
    Path(build.stamp_path(str(made.root), build.RUNTIME_LOCK)).unlink()
    assert made.prepare([build.RUNTIME_LOCK]) == ["venv", build.RUNTIME_LOCK]


def test_an_environment_whose_interpreter_is_gone_is_made_anew(made: Machine) -> None:
    python = Path(build.interpreter(str(made.root)))
    python.unlink()
    python.symlink_to("/nowhere/python")
    assert made.prepare([build.RUNTIME_LOCK]) == ["venv", build.RUNTIME_LOCK]


def test_an_environment_that_is_only_a_link_is_neither_emptied_nor_filled(made: Machine, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (made.root / ".venv").rename(elsewhere)
    (made.root / ".venv").symlink_to(elsewhere)
    kept = sorted(elsewhere.rglob("*"))
    (made.root / build.RUNTIME_LOCK).write_text("# another text\n")
    with pytest.raises(build.MachineError, match=r"Verweis auf .*elsewhere[^$]*rm "):
        made.prepare([build.RUNTIME_LOCK])
    assert sorted(elsewhere.rglob("*")) == kept


@pytest.mark.parametrize("lock", BOTH)
def test_a_changed_lock_makes_the_environment_anew(made: Machine, lock: str) -> None:
    (made.root / lock).write_text("# another text\n")
    assert made.prepare(BOTH) == ["venv", *BOTH]


def test_a_changed_test_lock_does_not_concern_a_build(made: Machine) -> None:
    (made.root / build.TEST_LOCK).write_text("# another text\n")
    assert made.prepare([build.RUNTIME_LOCK]) == []


def test_another_python_makes_the_environment_anew(made: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.implementation.cache_tag", "cpython-399")
    assert made.prepare([build.RUNTIME_LOCK]) == ["venv", build.RUNTIME_LOCK]


def test_an_environment_that_was_moved_is_made_anew(made: Machine, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in (".venv", *BOTH):
        (made.root / name).rename(moved / name)
    made.root = moved
    assert made.prepare([build.RUNTIME_LOCK]) == ["venv", build.RUNTIME_LOCK]


def test_what_pip_could_not_install_has_no_stamp(machine: Machine) -> None:
    machine.prepare([build.RUNTIME_LOCK])
    machine.succeeds = False
    with pytest.raises(build.MachineError, match=r"requirements-test\.lock ließen sich nicht installieren"):
        machine.prepare(BOTH)
    machine.succeeds = True
    assert machine.prepare(BOTH) == [build.TEST_LOCK]


def test_the_press_can_be_imported_from_any_folder(made: Machine) -> None:
    path_file = Path(build.site_packages(str(made.root))) / "kursbuch_press.pth"
    way = path_file.read_text(encoding="ascii")
    assert (path_file.parent / way.strip()).resolve() == Path(made.root).resolve()


def test_a_package_that_is_not_the_one_of_the_lock_is_called_so(machine: Machine) -> None:
    assert machine.prepare([]) == []
    machine.succeeds = False
    machine.complaint = "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE."
    with pytest.raises(build.MachineError, match="nicht das, das") as raised:
        build.install(str(machine.root), build.RUNTIME_LOCK)
    assert "Netz" not in str(raised.value)


@pytest.mark.parametrize("name", ["B\udcfccher", "a:b"])
def test_a_folder_whose_name_tools_cannot_take_is_named(machine: Machine, name: str) -> None:
    with pytest.raises(build.MachineError, match="umbenennen"):
        build.make_environment(f"{machine.root}/{name}")
    assert machine.done == []


def _refused(number: int) -> Callable[..., None]:
    def refuse(*given: object, **named: object) -> None:
        del named
        raise OSError(number, os.strerror(number), str(given[0]))

    return refuse


SAID = {
    "venv": "Der Ordner .venv ließ sich nicht anlegen (Meldung oben). Reichen Platz und Schreibrecht?",
    "write": "Der Rechner ließ nicht zu, .venv einzurichten (",
    "run": "Der Rechner ließ nicht zu, .venv einzurichten (",
    "hand_over": "/.venv/bin/python zu starten: ",
}


@pytest.mark.parametrize("step", SAID)
def test_an_environment_that_cannot_be_made_or_used_is_a_sentence_and_code_3(
    machine: Machine, step: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if step == "venv":
        machine.succeeds = False
    else:
        monkeypatch.setattr(build if step != "hand_over" else os, step.replace("hand_over", "execv"), _refused(errno.ENOSPC))
    assert build.main(["list"], str(machine.root)) == build.LACKS_SOMETHING
    told = capsys.readouterr()
    assert SAID[step] in told.err
    assert told.out == ""
