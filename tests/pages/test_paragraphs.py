"""Justified paragraphs are broken as wholes: even spaces, few hyphens in a row, no stub at the end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from kursbuch_press.pages import paragraphs, shaping, total_fit
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.line_breaks import hyphenated
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.total_fit import LADDER
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

# WeasyPrint's boxes carry no types.
Box = Any

CSS = """
@page { size: 148mm 210mm; margin: 20mm 21mm }
p { font: 9.6pt/13pt Spectral; margin: 0; width: 106mm; text-align: justify; hyphens: auto; hyphenate-limit-chars: 6 3 3 }
"""
NARROW = "p { width: 75mm }"
# Line by line, the long words leave lines with few words and wide spaces.
HOLES = (
    "Der Weg nach Sachsen führt für Asylbewerberinnen und Asylbewerber über die Erstaufnahmeeinrichtung. Dort müssen sie "
    "höchstens drei Monate wohnen. Danach verteilt die Landesdirektion Sachsen sie auf die Landkreise und Kreisfreien "
    "Städte, und zwar nach deren Anteil an der Bevölkerung; auch die kreisangehörigen Gemeinden sind zur Aufnahme "
    "verpflichtet. Für die Familie, die an einem Dienstag mit zwei Taschen aus dem Bus steigt, ist das alles ein einziger "
    "Vorgang: Sie ist jetzt hier."
)
LONG_WORDS = (
    "Integrationsbeauftragte, Ausländerbehörden, Migrationsberatungsstellen, Jugendmigrationsdienste, "
    "Gemeinschaftsunterkünfte, Erstaufnahmeeinrichtungen, Volkshochschulen, Gleichstellungsbeauftragte, "
    "Schwangerschaftsberatungsstellen, Wohlfahrtsverbände, Migrantenorganisationen, Kindertageseinrichtungen, "
    "Berufsschulzentren, Arbeitsmarktmentoren und Sprachmittlerinnen arbeiten zusammen."
)


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    design = Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette))
    return Typesetter(design, {})


def _lines(setter: Typesetter, content: str, css: str = "") -> list[Box]:
    """Lay out paragraphs and give the lines of all pages."""
    document = setter.set(f'<html lang="de"><body>{content}</body></html>', CSS + css, "test")
    flows = [page._page_box.children[0] for page in document.pages]  # noqa: SLF001 - boxes have no public door
    return [box for flow in flows for box in flow.descendants() if isinstance(box, LineBox)]


def _by_line(setter: Typesetter, content: str, monkeypatch: pytest.MonkeyPatch, css: str = "") -> list[Box]:
    """Set the same without a look at the whole paragraph."""
    with monkeypatch.context() as patch:
        patch.setattr(paragraphs, "_holds_only_text", lambda _: False)
        return _lines(setter, content, css)


def _words(line: Box) -> str:
    return "".join(box.text for box in line.descendants() if isinstance(box, TextBox))


def _text(lines: list[Box]) -> str:
    """Join lines to the text that was set."""
    return "".join(_words(line).rstrip("‐-") + ("" if hyphenated(line) else " ") for line in lines).strip()


def _spacing(lines: list[Box]) -> list[float]:
    """Give by how much the spaces of each line but the last were widened."""
    return [next(box.justification_spacing for box in line.descendants() if isinstance(box, TextBox)) for line in lines[:-1]]


def test_spaces_are_more_even_than_line_by_line(setter: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = _by_line(setter, f"<p>{HOLES}</p>", monkeypatch, NARROW), _lines(setter, f"<p>{HOLES}</p>", NARROW)
    assert max(_spacing(after)) < 0.75 * max(_spacing(before))
    assert len(after) == len(before)


def test_no_word_is_lost_and_every_line_fills_its_measure(setter: Typesetter) -> None:
    marked = HOLES.replace("Landesdirektion Sachsen", "<b>Landesdirektion <i>Sachsen</i></b>")
    lines = _lines(setter, f"<p>{marked}</p>")
    assert _text(lines) == HOLES
    assert all(line.width == pytest.approx(106 * 96 / 25.4, abs=0.05) for line in lines[:-1])
    assert lines[-1].width <= 106 * 96 / 25.4


def test_no_space_is_narrowed_more_than_the_limit(setter: Typesetter) -> None:
    spaces = _spacing(_lines(setter, f"<p>{HOLES}</p>", NARROW))
    assert min(spaces) < 0
    assert min(spaces) >= (total_fit.TIGHTEST - 1) * 0.25 * 9.6 * 96 / 72 - 0.01


def test_no_more_lines_in_a_row_end_with_a_hyphen_than_may(setter: Typesetter) -> None:
    lines = _lines(setter, f"<p>{LONG_WORDS}</p>", NARROW)
    hyphens = "".join("-" if hyphenated(line) else " " for line in lines)
    assert "-" in hyphens
    assert "-" * (LADDER + 1) not in hyphens


def test_a_paragraph_does_not_end_with_a_short_word_alone(setter: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    words = HOLES.split()
    for length in range(20, len(words)):
        content = f"<p>{' '.join(words[:length])} da.</p>"
        before = _by_line(setter, content, monkeypatch)
        if _words(before[-1]) == "da.":
            assert _words(_lines(setter, content)[-1]) != "da."
            return
    pytest.fail("no length leaves a stub")


def test_a_paragraph_goes_on_on_the_next_page(setter: Typesetter) -> None:
    for above in range(30, 60):
        own = _lines(setter, "<p>Zeile</p>" * above + f"<p>{HOLES}</p>", NARROW)[above:]
        if own[-1].position_y < own[0].position_y:
            assert _text(own) == HOLES
            assert own[0].width == pytest.approx(own[-2].width)
            return
    pytest.fail("no page ends in the paragraph")


def test_lines_that_are_set_again_stand_where_the_first_stood(setter: Typesetter) -> None:
    table = "<table><thead><tr><th>Kopf</th></tr></thead><tbody>" + "<tr><td>Zeile</td></tr>" * 60 + "</tbody></table>"
    css = "table { width: 100%; border-collapse: collapse } th { text-align: right; font: 9.6pt/13pt Spectral }"
    heads = [line for line in _lines(setter, table, css) if _words(line) == "Kopf"]
    assert len(heads) > 1
    assert len({round(line.position_x, 3) for line in heads}) == 1
    assert heads[0].position_x > 100 * 96 / 25.4
    assert len({id(line) for line in heads}) == len(heads)


def test_text_beside_a_float_is_set_line_by_line(setter: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    content = f'<div style="float: left; width: 30mm; height: 30mm"></div><p>{HOLES}</p>'
    assert [*map(_words, _lines(setter, content))] == [*map(_words, _by_line(setter, content, monkeypatch))]


LEFT_OVER = {
    "a lone folio": ("Siehe auch Asylbewerberinnen und Asylbewerber. 23", "23"),
    "a lone word": ("Der Plan liegt viermal im Jahr vor, und jede Stelle kann ihn nennen.", "nennen."),
    "half a word": ("Behörden schreiben und sprechen so, dass Lernende sie verstehen.", "stehen."),
}


@pytest.mark.parametrize("case", LEFT_OVER)
def test_no_last_line_of_ragged_text_is_what_was_left_over(
    setter: Typesetter, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    text, left_over = LEFT_OVER[case]
    widths = [f"p {{ text-align: left; width: {width}mm }}" for width in range(36, 76)]
    by_line = {css: _by_line(setter, f"<p>{text}</p>", monkeypatch, css) for css in widths}
    left = [css for css, lines in by_line.items() if _words(lines[-1]) == left_over]
    assert left
    for css in left:
        lines = _lines(setter, f"<p>{text}</p>", css)
        assert _words(lines[-1]) != left_over
        assert (len(lines), _text(lines)) == (len(by_line[css]), text)


def test_a_narrow_column_has_as_many_hyphens_as_its_word_needs(setter: Typesetter) -> None:
    css = "p { width: 14mm; text-align: left; overflow-wrap: anywhere }"
    lines = _lines(setter, "<p>Kindertageseinrichtungsverordnung</p>", css)
    assert len(lines) > LADDER + 1
    assert all(hyphenated(line) for line in lines[:-1])
    assert _text(lines) == "Kindertageseinrichtungsverordnung"


def test_words_before_a_long_address_stay_together(setter: Typesetter) -> None:
    address = "migrationsberatungsstelle.musterkreis@\u200bwohlfahrtsverband-\u2060musterland\u200b.example.org"
    content = (
        f'<p style="width: 120mm; text-indent: 5mm">Schreiben Sie an <b style="hyphens: none">{address}</b>, wenn es eilt.</p>'
    )
    lines = _lines(setter, content)
    assert _words(lines[0]).strip("\u200b") == "Schreiben Sie an migrationsberatungsstelle.musterkreis@"
    assert max(_spacing(lines)) < 4 * 0.25 * 9.6 * 96 / 72


@pytest.mark.parametrize("align", ["left", "justify"])
def test_no_line_begins_with_the_call_of_a_note(align: str, tmp_path: Path) -> None:
    close_fontconfig(tmp_path)
    design = Design.load(PROJECT, "layouts/page", read_layout(PROJECT / "layouts/palette.yaml", Palette))
    said = "Denn Bildungssprache lernt man nicht auf dem Schulhof.{note} Und wie ist es mit Fragen?{note} Sie kommen – später!"
    words = said.format(note='<span class="footnote">Beleg</span>')
    content = "".join(f'<p style="width: {width / 2}mm; text-align: {align}">{words}</p>' for width in range(60, 160, 2))
    lines = [_words(line).strip().lstrip("\u2060") for line in _lines(Typesetter(design, {}), content)]
    assert sum(any(sign.isdigit() for sign in line) for line in lines) > 50
    assert not [line for line in lines if line[:1].isdigit()]


@pytest.mark.parametrize(
    ("before", "word", "on_first"), [(4, "Donau", 4), (2, "Donau", 2), (1, "Donau", 2), (4, "Rhein\u00addonau", 5)]
)
def test_a_page_ends_with_no_hyphen_if_enough_lines_stay(setter: Typesetter, before: int, word: str, on_first: int) -> None:
    """A broken word ends the page: its beginning goes over too, unless a line would be left alone or another hyphen end it."""
    words = "Zeile<br>" * (before - word.count("\u00ad")) + f"{word}\u00addampf<br>Zeile<br>Zeile<br>Zeile"
    css = f"@page {{ size: 60mm {13 * (before + 1) + 2}pt; margin: 0 }} p {{ width: 12mm; text-align: left; hyphens: manual }}"
    document = setter.set(f'<html lang="de"><body style="margin: 0"><p>{words}</p></body></html>', CSS + css, "test")
    first = document.pages[0]._page_box  # noqa: SLF001 - boxes have no public door
    assert sum(isinstance(box, LineBox) for box in first.children[0].descendants()) == on_first


@pytest.mark.parametrize("law", ["§ 12 AGG", "§§ 2 und 3 SächsFlüAG", "§§ 44, 44a und 45 AufenthG", "§§ 2 bis 6 AsylbLG"])
def test_numbers_of_a_law_stay_with_its_name(law: str) -> None:
    """The end of a line within them costs what nothing else does."""
    numbers, name = law.rsplit(" ", 1)
    text = f"Das ist so ({numbers} {name}) und bleibt."
    assert shaping._against(text, text.index(name)) == shaping._TORN  # noqa: SLF001 - what is weighed is not seen from outside
    assert shaping._against(text, text.index("und bleibt")) == 0  # noqa: SLF001


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("bis 60 Stunden", True),
        ("im Jahr 2014 Dresden", False),
        ("die 60 besten", False),
        ("Abs.\u00a02 Buch", False),
        ("27.\u00a0Juni 2014", True),
        ("nach drei Monaten", True),
        ("die drei besten", False),
        ("steht auf Seite\u00a074", True),
        ("steht auf Seiten", False),
    ],
)
def test_a_number_stays_with_what_is_counted(text: str, speaks: bool) -> None:  # noqa: FBT001
    against = shaping._against(text, text.rindex(" ") + 1)  # noqa: SLF001 - what is weighed is not seen from outside
    assert bool(against) == speaks
    assert against < shaping._TORN  # noqa: SLF001


@pytest.mark.parametrize(("text", "cost"), [("FreizügG/EU", "_TORN"), ("Mitarbeiter/Leitung", "_SLASH")])
def test_the_name_of_a_law_is_not_divided_at_its_slash(text: str, cost: str) -> None:
    against = shaping._against(text, text.index("/") + 1)  # noqa: SLF001 - what is weighed is not seen from outside
    assert against == getattr(shaping, cost)
