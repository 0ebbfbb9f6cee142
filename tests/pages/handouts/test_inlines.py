"""What becomes of the words of the book on a sheet that stands alone."""

from __future__ import annotations

from kursbuch_press.compose.inlines import Jump, Words
from kursbuch_press.html.references import NoReferences
from kursbuch_press.html.writing import HtmlWriter
from kursbuch_press.pages.handouts.cells import LACKING

WRITER = HtmlWriter(NoReferences(), LACKING)


def test_a_narrow_space_that_the_face_lacks_becomes_a_wide_one() -> None:
    assert WRITER.html((Words("20\u202f%"),)) == "20\u00a0%"


def test_a_reference_into_the_book_is_its_words() -> None:
    assert WRITER.html((Jump((Words("Trauma"),), "glossary/trauma", role="term"),)) == "Trauma"
