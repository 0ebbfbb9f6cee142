"""Every shipped printer profile takes the shipped book: no text too small for its paper, no line too fine.

A printer changes the inks and nothing else of a page, so one print file shows what all of them would find.
"""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from kursbuch_press.book.edition import Trim
from kursbuch_press.checks import Known
from kursbuch_press.checks.print import boxes, line_width, resolution, safe_area, text_size, transparency
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.limits import Budget, Limits
from kursbuch_press.marks.library import Library
from kursbuch_press.marks.sheets import read_sheets
from kursbuch_press.pages.prepress.printers import load_printer, printer_names
from kursbuch_press.press.preflight import wish_of
from tests.shipped import PROJECT

ASKED = (text_size, line_width, resolution, safe_area, transparency, boxes)
"""The checks whose limits a printer sets, but for inks, which depend on the profile of its condition."""


@pytest.mark.parametrize("name", ["kursbuch-innenteil", "kursbuch-umschlag"])
def test_every_printer_takes_the_book(shipped: Path, name: str) -> None:
    content = (shipped / f"print/{name}.pdf").read_bytes()
    library = Library(Budget(Limits(seconds=600)))
    faults = []
    with pikepdf.open(shipped / f"print/{name}.pdf") as pdf:
        sheets = read_sheets(pdf, library)
        for printer in printer_names(PROJECT):
            wish = wish_of(load_printer(PROJECT, printer), Trim(), PROJECT)
            file = PrintFile(pdf, sheets, library, wish, Known(name), content=content)
            seen = [seen for check in ASKED for seen in check.CHECK.judge(file).seen]
            faults += [(printer, each.page, each.message) for each in seen]
    assert len(printer_names(PROJECT)) == 3
    assert faults == []
