"""What ``check`` advises: budgets, pictures, faint colours, and what a typeface of the house lacks; and drafts that say so."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from kursbuch_press.press.advice import RULES
from kursbuch_press.press.beginning import NewBook, begin
from tests.pages.test_house_faces import NAME, house_font, without_hyphen
from tests.shipped import PROJECT, press

LONG = "Die Flüchtlingsaufnahmegesetze gelten weiter. " * 60
PROBE = f"""\
id: probe
kind: chapter
title: Probe
pages: 1
characters: 100
blocks:
  - {{id: a, text: {LONG}}}
  - {{id: h, kind: heading, level: 3, text: Randwort}}
  - {{id: b, text: {LONG}}}
  - {{id: f, kind: figure, picture: foto.jpg, width: 20, caption: Ein Foto, alt: Ein Foto zum Prüfen.}}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of one chapter with a face of its own, a note in the margin, a faint colour, and budgets that do not suffice."""
    folder = tmp_path_factory.mktemp("advice") / "buch"
    begin(PROJECT, folder, NewBook("Buch", "Wir", ("Feld",), (148, 210), "offset-gestrichen", date(2020, 5, 4)))
    kursbuch = folder / "sources/kursbuch.yaml"
    text = kursbuch.read_text("utf-8").partition("\nchapters:")[0].replace("on_pages: false", "on_pages: true")
    kursbuch.write_text(f"{text}\nchapters: [probe]\n", "utf-8")
    shutil.rmtree(folder / "sources/chapters")
    (folder / "sources/glossary.yaml").unlink()
    (folder / "sources/chapters").mkdir()
    (folder / "sources/chapters/probe.yaml").write_text(PROBE, "utf-8")
    pictures = folder / "sources/pictures"
    pictures.mkdir(exist_ok=True)
    for name in ("foto.jpg", "übrig.jpg"):
        shutil.copy(PROJECT / "tests/sources/base/pictures/foto.jpg", pictures / name)
    house_font(folder, without_hyphen)
    (folder / "layouts/fonts/OFL.txt").write_text("Lizenz", "utf-8")
    with (folder / "layouts/page/20-text.css").open("a", encoding="utf-8") as css:
        css.write(_margin_note())
        css.write(f'p {{ font-family: "{NAME}"; font-weight: 300; hyphenate-character: auto; color: var(--rule) }}\n')
    return folder


@pytest.fixture(scope="module")
def told(project: Path) -> Mapping[str, Mapping[str, object]]:
    """What check says, by its rules."""
    done = press("check", "--json", project=project)
    assert done.returncode == 0, done.stdout + done.stderr
    return {each["rule"]: each for each in json.loads(done.stdout)}


@pytest.mark.parametrize(
    ("rule", "file", "words"),
    [
        ("characters", "sources/chapters/probe.yaml", "vorgesehen sind höchstens 100"),
        ("pages", "sources/chapters/probe.yaml", "vorgesehen sind höchstens 1."),
        ("picture-credit", "sources/chapters/probe.yaml", "„foto.jpg“ fehlt der Bildnachweis"),
        ("unused-picture", "sources/pictures", "übrig.jpg"),
        ("font-weight", "layouts/page", f"„{NAME}“ hat keinen Schnitt „300“"),
        ("font-sign", "layouts/page", "U+2010"),
        ("contrast", "layouts/palette.yaml", "„rule“ auf „paper“ hat einen Kontrast von 1,9 : 1, nötig sind 4,5 : 1"),
    ],
)
def test_advice_has_its_place(told: Mapping[str, Mapping[str, object]], rule: str, file: str, words: str) -> None:
    assert rule in RULES
    assert told[rule]["severity"] != "error"
    assert told[rule]["file"] == file
    assert words in str(told[rule]["message"])
    assert told[rule]["hint"]


def test_drafts_say_so_on_each_page_and_a_house_face_is_embedded(project: Path, told: object) -> None:
    assert told
    done = press("build", "screen", "--quiet", project=project)
    assert done.returncode == 0, done.stderr
    file = project / "dist/screen/kursbuch.pdf"
    with pikepdf.open(file) as pdf:
        fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.get("/Font", {}).values()}
    assert any(NAME in name for name in fonts), fonts
    with pypdfium2.PdfDocument(file) as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf][1:-1]
    assert all("Entwurf 1 · zur Durchsicht · 04.05.2020" in text for text in pages), pages
    left, right = _places_of("Randwort", file)
    assert left < 18 / 25.4 * 72 < right or left < (148 - 24) / 25.4 * 72 < right


def _margin_note() -> str:
    """Give the stylesheet of a note in the margin, as the guide for designers shows it."""
    guide = (PROJECT / "docs/designing.md").read_text("utf-8")
    css = guide.partition("als Randnotiz")[2].partition("```css\n")[2].partition("```")[0]
    assert "@page:left" in css
    return css


def _places_of(word: str, file: Path) -> tuple[float, float]:
    """Say how far left and right a word stands that is on a page twice, in points."""
    with pypdfium2.PdfDocument(file) as pdf:
        for page in pdf:
            text = page.get_textpage()
            found = text.search(word)
            places = []
            while (at := found.get_next()) is not None:
                places.append(text.get_charbox(at[0])[0])
            if len(places) > 1:
                return min(places), max(places)
    return 0.0, 0.0
