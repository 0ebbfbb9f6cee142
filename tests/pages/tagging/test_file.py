"""What the file says of itself, and what judges say of it."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from kursbuch_press.pages.tagging.finishing import ScreenFinish, finish_screen
from kursbuch_press.problems import BookError, PressError
from tests.judges import page_validation, verapdf
from tests.pages.tagging.conftest import Html, ReadAloud
from tests.pages.tagging.test_lines import NARROW, WORDS
from tests.pages.tagging.test_notes import PARAGRAPH
from tests.pages.tagging.test_pictures import SOURCE
from tests.pages.tagging.test_tables import HEAD, ROW
from tests.shipped import PROJECT

ALL = (
    f'<h1 id="h">Alles</h1><p>{WORDS}</p>{PARAGRAPH}'
    f"<table><caption>Tabelle 1</caption>{HEAD}<tbody>{ROW * 20}</tbody></table>"
    f'<figure><img src="{SOURCE}" alt="Ein Viereck"><figcaption>Abbildung 1</figcaption></figure>'
    '<p><i lang="en">equal</i> <abbr title="Bundesamt">BAMF</abbr> <a href="#h">Alles</a></p>'
    "<dl><dt>Kurs</dt><dd>Unterricht</dd></dl><blockquote><p>Wort</p></blockquote><aside>Hinweis</aside>"
)


def test_the_title_is_shown_and_the_page_is_cropped_to_its_trim(read_aloud: ReadAloud) -> None:
    pdf = read_aloud("<p>Text</p>")
    page = pdf.reader.pages[0]
    assert pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 - a boolean of pypdf
    assert pdf.reader.trailer["/Info"]["/Title"] == "Probe"  # type: ignore[index]
    for box in (page.mediabox, page.cropbox, page.trimbox):
        assert [round(float(side) / 72 * 25.4) for side in box] == [0, 0, 100, 80]


@pytest.mark.parametrize(("language", "direction"), [("de", None), ("ar", "/R2L")])
def test_pages_in_a_language_that_runs_to_the_left_lie_side_by_side_that_way(language: str, direction: str | None) -> None:
    raw = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page().TrimBox = pikepdf.Array([0, 0, 200, 200])
        pdf.trailer.Info = pdf.make_indirect(pikepdf.Dictionary(Producer=pikepdf.String("Probe")))
        pdf.save(raw)
    with pikepdf.open(BytesIO(finish_screen(raw.getvalue(), ScreenFinish("Probe", language, ("1",))))) as done:
        found = done.Root.ViewerPreferences.get("/Direction")
    assert (str(found) if found is not None else None) == direction


def test_page_labels_are_the_printed_folios(read_aloud: ReadAloud) -> None:
    pages = "<p style='break-after: page'>Text</p>" * 6
    labels = {0: "Umschlag", 1: "1", 2: "2", 3: "9", 4: "10", 5: "Umschlag"}
    pdf = read_aloud(pages, labels=labels)
    assert pdf.reader.page_labels[:6] == ["Umschlag", "1", "2", "9", "10", "Umschlag"]


def test_every_heading_is_a_bookmark(read_aloud: ReadAloud) -> None:
    outline: Any = read_aloud("<h1>Eins</h1><h2>Zwei</h2>", "<h1>Drei</h1>").reader.outline
    titles = [[each.title for each in entry] if isinstance(entry, list) else entry.title for entry in outline]
    assert titles == ["Eins", ["Zwei"], "Drei"]


def test_the_metadata_claim_both_standards_and_lie_open(drawn: Html) -> None:
    content = drawn("<p>Text</p>")
    packet = content[content.index(b"<?xpacket begin") : content.index(b'<?xpacket end="r"?>')]
    for claim in (b"<pdfuaid:part>1<", b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b">Probe<"):
        assert claim in packet


def test_text_in_a_translucent_element_is_refused(drawn: Html) -> None:
    with pytest.raises(PressError, match="durchscheinenden"):
        drawn('<p style="opacity: 0.5">Text</p>')


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys, hashlib, pathlib\n"
        "from kursbuch_press.pages.fonts import close_fontconfig\n"
        "close_fontconfig(pathlib.Path(sys.argv[1]))\n"
        "from weasyprint import CSS, HTML\n"
        "from kursbuch_press.pages.tagging import ScreenFinish, draw_tagged, finish_screen\n"
        "from tests.pages.tagging.conftest import STYLE\n"
        "from tests.pages.tagging.test_file import ALL\n"
        "document = HTML(string='<html lang=de><body>' + ALL).render(stylesheets=[CSS(string=STYLE)])\n"
        "labels = tuple(str(at) for at, _ in enumerate(document.pages, start=1))\n"
        "content = finish_screen(draw_tagged(document, labels), ScreenFinish('Probe', 'de', labels))\n"
        "print(hashlib.sha256(content).hexdigest())\n"
    )
    sums = set()
    for seed in ("1", "2"):
        values = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT)}
        command = [sys.executable, "-c", script, str(tmp_path)]
        sums.add(subprocess.run(command, env=values, cwd=PROJECT, check=True, capture_output=True).stdout)
    assert len(sums) == 1


@pytest.mark.judge
def test_page_validation_finds_nothing(drawn: Html, tmp_path: Path) -> None:
    path = tmp_path / "probe.pdf"
    path.write_bytes(drawn(ALL, ALL, style=NARROW))
    assert page_validation("ua1", path) + page_validation("2a", path) == []


@pytest.mark.judge
def test_verapdf_finds_nothing(drawn: Html, tmp_path: Path) -> None:
    path = tmp_path / "probe.pdf"
    path.write_bytes(drawn(ALL, ALL, style=NARROW))
    assert verapdf(("ua1", "2a"), path) == []


def test_a_sign_that_no_font_has_is_told_as_a_mistake_in_the_text(drawn: Html) -> None:
    from kursbuch_press.pages.layout import heard  # noqa: PLC0415 - it loads Pango, which looks for fonts

    with pytest.raises(BookError) as caught, heard("layouts/page"):
        drawn("<p>\u4e2d</p>")
    (problem,) = caught.value.problems
    assert (problem.rule, str(problem.place)) == ("sign", "sources")
    assert "Keine Schrift der Presse hat das Zeichen „\u4e2d“ (U+4E2D)" in problem.message
