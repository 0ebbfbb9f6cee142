"""Sheets of another book: they come out in every language, also where nothing of it is translated yet."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from kursbuch_press.press.beginning import NewBook, begin
from tests.shipped import PROJECT, press

DAY = date(2020, 5, 4)
SHEET = (
    "  - {id: b, chapter: feld, question: Was?, stays: Das., about: Darum., tomorrow: [{id: t, pictogram: brief, text: Ja.}]}\n"
)
WORDS = "{title: T, paragraphs: [{id: %s, text: Ein Satz.}]}"


def test_a_sheet_that_nobody_has_translated_yet_comes_out_in_arabic(tmp_path: Path) -> None:
    project = tmp_path / "buch"
    begin(PROJECT, project, NewBook("Buch", "Netzwerk Stadtklima", ("Feld",), (148, 210), "offset-gestrichen", DAY))
    (project / "sources/handouts.yaml").write_text(
        f"overview: {WORDS % 'p1'}\njoin: {WORDS % 'p2'}\nsheets:\n{SHEET}sample: Nicht zur Verbreitung.\n", "utf-8"
    )
    with (project / "sources/kursbuch.yaml").open("a", encoding="utf-8") as kursbuch:
        kursbuch.write("translations:\n  - {language: ar, sheets: [feld]}\n")
    (project / "sources/translations").mkdir()
    (project / "sources/translations/ar.yaml").write_text("language: ar\ntexts: {}\n", "utf-8")
    done = press("build", "handouts", "--json", project=project)
    assert {each["rule"] for each in json.loads(done.stdout)} == {"translation-missing"}
    assert done.returncode == 0
    assert (project / "dist/handouts/ar/01-feld.pdf").exists()
