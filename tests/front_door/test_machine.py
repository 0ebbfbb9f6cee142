"""What the front door says when a machine lacks something: one German sentence, one command, code 3."""

from __future__ import annotations

from pathlib import Path

import pytest

import build

Commands = list[list[str]]


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with no programs but those that a test puts there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Commands:
    """What would have been run; every command succeeds."""
    seen: Commands = []

    def remember(command: list[str]) -> bool:
        seen.append(command)
        return True

    monkeypatch.setattr(build, "run", remember)
    return seen


def put(folder: Path, *programs: str) -> None:
    for name in programs:
        (folder / name).touch(mode=0o755)


class OldPango:
    """A library that loads, as Debian 10 had it: Pango 1.42."""

    @staticmethod
    def pango_version() -> int:
        return 14206


def test_debian_is_told_one_apt_command(tools: Path) -> None:
    put(tools, "apt-get")
    assert build.install_commands("linux") == [
        "sudo apt-get install -y python3-venv libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
    ]


def test_fedora_is_told_one_dnf_command(tools: Path) -> None:
    put(tools, "dnf")
    assert build.install_commands("linux") == ["sudo dnf install -y pango harfbuzz"]


def test_macos_is_told_one_homebrew_command() -> None:
    assert build.install_commands("darwin") == ["brew install pango harfbuzz"]


@pytest.mark.usefixtures("tools")
def test_an_unknown_system_is_told_what_the_known_ones_are() -> None:
    assert build.install_commands("linux") == list(build.COMMANDS.values())


def test_windows_is_shown_the_way_through_wsl() -> None:
    with pytest.raises(build.MachineError, match="wsl --install -d Debian"):
        build.check_interpreter("win32", (3, 13))


def test_an_old_python_is_named_with_the_one_that_is_needed() -> None:
    with pytest.raises(build.MachineError, match=r"Python 3\.11 oder neuer, dies ist 3\.9"):
        build.check_interpreter("linux", (3, 9))


def test_no_library_is_missing_where_they_are_installed() -> None:
    assert build.missing_libraries() == []


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(build.LIBRARIES, "HarfBuzz-Subset", "libno-such-library.so.0")
    assert build.missing_libraries() == ["HarfBuzz-Subset"]


def test_a_pango_that_is_too_old_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "load_library", lambda _: OldPango())
    assert build.missing_libraries() == ["Pango"]


def test_root_on_debian_installs_without_a_question(tools: Path, commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tools, "apt-get")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert build.apt_installs(build.COMMANDS["apt-get"])
    assert commands[0] == ["apt-get", "-qq", "update"]
    assert commands[1][:4] == ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install"]
    assert "libharfbuzz-subset0" in commands[1]
    assert "sudo" not in commands[1]


def test_who_is_not_root_installs_nothing(tools: Path, commands: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tools, "apt-get")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert not build.apt_installs(build.COMMANDS["apt-get"])
    assert commands == []


def test_a_missing_library_ends_with_code_3_and_the_command(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tools, "dnf")
    (tmp_path / build.RUNTIME_LOCK).touch()
    monkeypatch.setattr(build, "missing_libraries", lambda: ["Pango", "HarfBuzz-Subset"])
    assert build.main(["list"], str(tmp_path)) == build.LACKS_SOMETHING == 3
    assert capsys.readouterr().err == (
        "\nDiesem Rechner fehlt: Pango und HarfBuzz-Subset.\nBitte einmal eingeben:\n\n"
        "    sudo dnf install -y pango harfbuzz\n\nund den Befehl wiederholen.\n"
    )
    assert not (tmp_path / ".venv").exists()


@pytest.mark.usefixtures("commands")
def test_a_python_without_venv_is_told_the_package_of_its_version(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tools, "apt-get")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(build.MachineError, match=r"sudo apt-get install -y python3\.\d+-venv"):
        build.make_environment(str(tmp_path))
