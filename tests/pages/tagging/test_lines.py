"""The ends of lines: a space where a word ends, a soft hyphen where it does not."""

from __future__ import annotations

import pypdfium2
import pytest
from pypdfium2 import raw

from tests.judges import program, run
from tests.pages.tagging.conftest import Html, ReadAloud
from tests.pages.tagging.tagtree import SOFT_HYPHEN

WORDS = "Die Aufenthaltserlaubnis und Flüchtlingssozialarbeit in Gemeinschaftsunterkünften. " * 3
NARROW = "p { width: 34mm }"


def test_words_are_parted_by_spaces_also_at_the_ends_of_lines(read_aloud: ReadAloud) -> None:
    paragraph = read_aloud(f"<p>{WORDS}</p>", style=NARROW).document.one("P")
    assert paragraph.text == WORDS.strip()
    assert all(mark.text.endswith((" ", SOFT_HYPHEN, ".")) for mark in paragraph.marks())


def test_a_hyphen_of_the_layout_is_soft_and_one_of_the_author_is_not(read_aloud: ReadAloud) -> None:
    html = "<p>Landkreis-Gemeinschafts-Unterkünfte sowie Schul- und Kindergartenausschussmitglieder</p>"
    text = read_aloud(html, style="p { width: 25mm }").document.one("P").raw
    assert text.replace(SOFT_HYPHEN, "") == html[3:-4]
    assert SOFT_HYPHEN in text


def test_it_does_not_matter_which_sign_the_layout_adds(read_aloud: ReadAloud) -> None:
    style = 'p { width: 25mm; font-family: "Fira Sans"; hyphenate-character: "-" }'
    html = "<p>Landkreis-Gemeinschafts-Unterkünfte sowie Schul- und Kindergartenausschussmitglieder</p>"
    text = read_aloud(html, style=style).document.one("P").raw
    assert (text.replace(SOFT_HYPHEN, ""), SOFT_HYPHEN in text) == (html[3:-4], True)


def test_no_space_is_doubled(read_aloud: ReadAloud) -> None:
    html = '<p>zwei Seiten Regeln beschließen <span class="keep">(Nummer V.2)</span> und weiter</p>'
    for width in range(20, 60, 4):
        style = f"p {{ width: {width}mm }} .keep {{ white-space: nowrap }}"
        raw = read_aloud(html, style=style).document.one("P").raw
        assert raw.replace(SOFT_HYPHEN, "") == "zwei Seiten Regeln beschließen (Nummer V.2) und weiter"


def test_a_line_may_end_inside_a_phrase(read_aloud: ReadAloud) -> None:
    html = "<p>Die <b>Aufenthalts</b>erlaubnis und die <em>Flüchtlingssozialarbeit</em> in Sachsen</p>"
    text = read_aloud(html, style="p { width: 22mm }").document.one("P").text
    assert text == "Die Aufenthaltserlaubnis und die Flüchtlingssozialarbeit in Sachsen"


def test_no_space_comes_where_a_line_ends_at_a_slash(read_aloud: ReadAloud) -> None:
    html = "<p>Ausländerinnen/Ausländerbehörden/Sozialämter und weitere</p>"
    text = read_aloud(html, style="p { width: 20mm; hyphens: none }").document.one("P").text
    assert text == "Ausländerinnen/Ausländerbehörden/Sozialämter und weitere"


def test_a_space_between_two_phrases_is_read(read_aloud: ReadAloud) -> None:
    html = "<p><b>Gute</b> <em>Praxis</em>\u00a0<i>hier</i><br>und dort</p>"
    text = read_aloud(html).document.one("P").text
    assert text == "Gute Praxis hier und dort"


def test_an_underline_is_part_of_its_words(read_aloud: ReadAloud) -> None:
    document = read_aloud('<p><a href="https://a.example">ein Link</a></p>').document
    assert document.one("Link").text == "ein Link"


def test_pdfium_knows_that_a_word_goes_on_in_the_next_line(drawn: Html) -> None:
    content = drawn("<p>Die Flüchtlingssozialarbeit</p>", style=NARROW)
    with pypdfium2.PdfDocument(content) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    # U+FFFE stands for a hyphen at a line end; viewers built on PDFium skip it when they search. Where the word is broken is
    # WeasyPrint's choice, or the press's, if its ways of breaking lines are in place.
    assert text.count("\ufffe") == 1
    assert "Flüchtlingssozialarbeit" in text.replace("\ufffe", "")


def test_the_hyphen_of_a_line_end_stays_visible(drawn: Html) -> None:
    with pypdfium2.PdfDocument(drawn("<p>Gemeinschaftsunterkunft</p>", style=NARROW)) as pdf:
        text = pdf[0].get_textpage()
        hyphens = [at for at in range(text.count_chars()) if raw.FPDFText_IsHyphen(text, at) == 1]
        left, _, right, _ = text.get_charbox(hyphens[0])
        assert (len(hyphens), right - left > 1) == (1, True)


@pytest.mark.judge
def test_pdftotext_gives_soft_hyphens_at_line_ends(read_aloud: ReadAloud) -> None:
    pdf = read_aloud(f"<p>{WORDS}</p>", style=NARROW)
    text = run(program("pdftotext", package="poppler-utils"), str(pdf.path), "-")
    assert text.count("\u00ad\n") >= 6
    assert " ".join(text.replace("\u00ad\n", "").split()).count("Flüchtlingssozialarbeit") == 3


@pytest.mark.judge
def test_poppler_reads_the_same_words_in_tag_order(read_aloud: ReadAloud) -> None:
    pdf = read_aloud(f"<p>{WORDS}</p><ul><li>Punkt</li></ul>", style=NARROW)
    printed = run(program("pdfinfo", package="poppler-utils"), "-struct-text", str(pdf.path))
    texts = [line.strip()[1:-1] for line in printed.splitlines() if line.strip().startswith('"')]
    # It prints the glyphs, not the words in place of them: the hyphen of a line end is the last sign of its text.
    whole = "".join(text.removesuffix("-") if text != "- " else text for text in texts)
    assert " ".join(whole.split()) == pdf.document.text
