"""What a draft says of itself stands on every page of the book, and can be read there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2

from kursbuch_press.press.beginning import NewBook, begin
from tests.press.small_book import build
from tests.shipped import PROJECT

SAID = "Entwurf 1 · zur Durchsicht · 04.05.2020"


def test_each_page_says_which_draft_it_is_where_it_can_be_read(tmp_path: Path) -> None:
    project = tmp_path / "buch"
    begin(PROJECT, project, NewBook("Buch", "Wir " * 15, ("Feld",), (148, 210), "offset-gestrichen", date(2020, 5, 4)))
    kursbuch = project / "sources/kursbuch.yaml"
    kursbuch.write_text(kursbuch.read_text("utf-8").replace("on_pages: false", "on_pages: true"), "utf-8")
    done = build(project, "screen", "folder", "--quiet")
    # A file that is not readable for everybody would be told of, and would not lie in the zip.
    assert (done.returncode, done.stderr) == (0, "")
    with pypdfium2.PdfDocument(project / "dist/screen/kursbuch.pdf") as pdf:
        pages = [page.get_textpage().get_text_range() for page in pdf][1:-1]  # the cover says nothing of it
    assert len(pages) > 5
    assert [SAID in " ".join(page.split()) for page in pages] == [True] * len(pages)
