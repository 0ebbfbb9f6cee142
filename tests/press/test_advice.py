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
from PIL import Image

from kursbuch_press.press.advice import RULES
from kursbuch_press.press.beginning import NewBook, begin
from tests.pages.test_house_faces import NAME, house_font, without_hyphen
from tests.shipped import PROJECT, press, shipped_page

LONG = "Die Flüchtlingsaufnahmegesetze gelten weiter. " * 60
PALE = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="20" fill="#d8d8d8"/></svg>"""
FAINT = [
    "Die Zeichnung „blass.svg“ hebt sich zu schwach vom Papier ab: Ihr stärkster Kontrast ist 1,4 : 1, nötig sind 3 : 1.",
    "Text in „petrol-bright“ auf „petrol“ hat",
    "Text in „rule“ auf „paper“ hat",
    "Text in „weinberg-bright“ auf „paper“ hat",
    "„elbe-light“ auf „paper“ hat",
    "„grey“ auf „paper“ hat",
    "„paper“ auf „grey“ hat",
]
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
  - {{id: z, kind: figure, picture: foto.jpg, width: 20, decorative: true}}
  - {{id: g, kind: figure, picture: blass.svg, width: 20, caption: Ein Balken, alt: Ein Balken zum Prüfen., credit: Wir}}
  - {{id: q, kind: quotation, text: Ein Satz., source: Wir}}
  - id: d
    kind: diagram
    drawing: scheme
    caption: Zwei Schritte
    alt: Zwei Schritte, einer nach dem anderen.
    marks: [{{id: d1, label: Eins, text: Erst.}}, {{id: d2, label: Zwei, text: Dann.}}]
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
        Image.new("L", (400, 300), 128).save(pictures / name)
    (pictures / "blass.svg").write_bytes(PALE)
    scheme = folder / "layouts/drawings/scheme.svg.j2"
    # A faint band carries its stations, which are judged instead; a faint line beside it is judged itself.
    drawn = scheme.read_text("utf-8").replace('="var(--{{ data.swatch }})"', '="var(--grey)"')
    line = '<path d="M280 4H299" fill="none" stroke="var(--grey)" stroke-width="2"/>'
    line += '<text x="240" y="6" fill="var(--weinberg-bright)" font-size="7">Wort</text>'
    scheme.write_text(drawn.replace("</svg>", f"{line}</svg>"), "utf-8")
    with (folder / "layouts/cover/cover.css").open("a", encoding="utf-8") as cover:
        cover.write(".back .about { color: var(--petrol-bright) }\n")
    house_font(folder, without_hyphen)
    (folder / "layouts/fonts/OFL.txt").write_text("Lizenz", "utf-8")
    with (folder / "sources/imprint.yaml").open("a", encoding="utf-8") as imprint:
        imprint.write(f"typography: Gesetzt aus der {shipped_page().text}.\n")
    with (folder / "layouts/page/20-text.css").open("a", encoding="utf-8") as css:
        css.write(_margin_note())
        css.write("blockquote { border-left: 3pt solid var(--elbe-light); padding-left: 9pt }\n")
        css.write(f'p {{ font-family: "{NAME}"; font-weight: 300; hyphenate-character: auto; color: var(--rule) }}\n')
    return folder


@pytest.fixture(scope="module")
def told(project: Path) -> list[Mapping[str, object]]:
    """What check says."""
    done = press("check", "--json", project=project)
    assert done.returncode == 0, done.stdout + done.stderr
    said: list[Mapping[str, object]] = json.loads(done.stdout)
    return said


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
        ("contrast", "layouts/palette.yaml", "„grey“ auf „paper“ hat einen Kontrast von 1,1 : 1; Linien, Zeichen und Flächen"),
        ("contrast", "layouts/palette.yaml", "„paper“ auf „grey“ hat einen Kontrast von 1,1 : 1; Linien, Zeichen und Flächen"),
        ("contrast", "layouts/palette.yaml", "„elbe-light“ auf „paper“ hat einen Kontrast von 1,2 : 1; Linien, Zeichen"),
        ("colophon", "sources/imprint.yaml", f"nennt nicht, woraus gesetzt wird: „{shipped_page().display}“."),
        ("contrast", "sources/chapters/probe.yaml", "Ihr stärkster Kontrast ist 1,4 : 1"),
    ],
)
def test_advice_has_its_place(told: list[Mapping[str, object]], rule: str, file: str, words: str) -> None:
    assert rule in RULES
    (found,) = (each for each in told if each["rule"] == rule and each["file"] == file and words in str(each["message"]))
    assert found["severity"] != "error"
    assert found["hint"]


def test_nothing_else_is_too_faint(told: list[Mapping[str, object]]) -> None:
    faint = sorted(str(each["message"]) for each in told if each["rule"] == "contrast")
    assert [message.partition(" einen Kontrast")[0] for message in faint] == FAINT


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
    page = shipped_page()
    assert left < page.inner / 25.4 * 72 < right or left < (148 - page.outer) / 25.4 * 72 < right


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
