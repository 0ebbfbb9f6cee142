"""Fontconfig reads our fonts and no others, whatever the folder of the project is called."""

from __future__ import annotations

import os
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kursbuch_press.pages import fonts
from kursbuch_press.problems import PressError


def test_a_folder_may_be_called_anything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "FONTCONFIG_FILE", "")
    cache = tmp_path / "Tom & <Jerry> ü"
    fonts.close_fontconfig(cache)
    tree = ET.parse(os.environ["FONTCONFIG_FILE"])  # noqa: S314 - written just now
    assert tree.findtext("cachedir") == str(cache / "fontconfig")
    assert [Path(str(each.text)) for each in tree.findall("dir")] == list(fonts.font_folders())


def test_the_way_to_the_faces_holds_from_wherever_it_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fontconfig looks for a relative path elsewhere, finds nothing, and takes the faces of the machine."""
    monkeypatch.setitem(os.environ, "FONTCONFIG_FILE", "")
    monkeypatch.chdir(tmp_path)
    fonts.close_fontconfig(Path(".press"))
    written = Path(os.environ["FONTCONFIG_FILE"])
    assert written.is_absolute()
    assert written.samefile(tmp_path / ".press/fonts.conf")


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / ".press").write_bytes(b"")
    with pytest.raises(PressError, match="Schreibrecht"):
        fonts.close_fontconfig(tmp_path / ".press")
