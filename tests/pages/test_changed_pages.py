"""Two print runs: which pages are others."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.pages.changed_pages import changed_pages
from kursbuch_press.problems import PressError


def _run(path: Path, *pages: str) -> Path:
    canvas = Canvas(str(path), pagesize=(420, 595), invariant=1)
    for text in pages:
        canvas.drawString(50, 500, text)
        canvas.showPage()
    canvas.save()
    return path


def test_a_page_with_other_words_is_named(tmp_path: Path) -> None:
    old = _run(tmp_path / "alt.pdf", "eins", "zwei", "drei")
    found = changed_pages(old, _run(tmp_path / "neu.pdf", "eins", "zwei,", "drei"))
    assert (found.changed, found.added, found.gone) == (("2",), (), ())
    assert changed_pages(old, old).changed == ()


def test_pages_that_came_and_went_are_told_apart_from_changed_ones(tmp_path: Path) -> None:
    old = _run(tmp_path / "alt.pdf", "eins", "zwei", "drei")
    new = _run(tmp_path / "neu.pdf", "eins", "neu", "zwei", "drei")
    assert changed_pages(old, new).added == ("2",)
    assert changed_pages(new, old).gone == ("2",)


def test_what_is_no_pdf_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "kein.pdf"
    path.write_bytes(b"nichts")
    with pytest.raises(PressError):
        changed_pages(path, path)
    with pytest.raises(PressError):
        changed_pages(tmp_path / "fehlt.pdf", path)
