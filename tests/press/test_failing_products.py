"""What keeps one product from being made stops that product only: the others come out, and the command says what is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.press.small_book import build, manifest, small_book


@pytest.fixture(scope="module")
def foreign_trim(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, str]:
    """A book for a printer with another trim, built with everything that a bookseller and a reader get."""
    project = small_book(tmp_path_factory.mktemp("trim"))
    kursbuch = project / "sources/kursbuch.yaml"
    text, count = re.subn(r"(?m)^trim:\n(  .*\n)+", "trim: {width: 170, height: 240}\n", kursbuch.read_text("utf-8"))
    assert count == 1
    kursbuch.write_text(text, "utf-8")
    # What fits the trim of the shipped book leaves half a line here, and that is a mistake of the layouts.
    geometry = project / "layouts/geometry.yaml"
    geometry.write_text(re.sub(r"bottom: [\d.]+", "bottom: 27.4", geometry.read_text("utf-8"), count=1), "utf-8")
    profile = project / "layouts/printers/offset-gestrichen.yaml"
    profile.write_text(profile.read_text("utf-8") + "trim: {width: 148, height: 210}\n", "utf-8")
    done = build(project, "print", "screen", "word", "booklet")
    return project, done.returncode, done.stderr


def test_trouble_with_the_printer_stops_neither_screen_nor_word(foreign_trim: tuple[Path, int, str]) -> None:
    project, code, said = foreign_trim
    made = set(manifest(project))
    assert {"screen/kursbuch.pdf", "word/kursbuch.docx", "office/kursbuch-broschuere.pdf"} <= made
    assert not any(path.startswith("print/") for path in made)
    assert code == 1
    assert "die Ausgabe ist für 170 × 240 mm gesetzt" in said
    assert "Nicht hergestellt; was davon schon in dist/ liegt, bleibt dort: dist/print/kursbuch-innenteil.pdf" in said


def test_where_nothing_can_be_made_dist_stays_as_it_is(foreign_trim: tuple[Path, int, str]) -> None:
    project = foreign_trim[0]
    before = (project / "dist/manifest.json").read_bytes()
    done = build(project, "print", "cover")
    assert done.returncode == 1
    assert "Es wurde nichts hergestellt; dist/ ist unverändert." in done.stderr
    assert (project / "dist/manifest.json").read_bytes() == before
