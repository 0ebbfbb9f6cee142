"""What is read in other words than it is printed says both."""

from __future__ import annotations

from kursbuch_press.compose.inlines import Aloud, Words
from kursbuch_press.html.references import NoReferences
from kursbuch_press.html.writing import HtmlWriter


def test_words_that_are_read_otherwise_bear_what_is_read() -> None:
    written = HtmlWriter(NoReferences()).html((Aloud((Words("09/2014"),), 'September "2014"'),))
    assert written == '<span aria-label="September &#34;2014&#34;">09/2014</span>'
