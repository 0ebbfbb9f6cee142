"""Widths of columns: they fill the table, give room to what is long, and make it no higher than even ones do."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kursbuch_press.compose import nodes
from kursbuch_press.compose.inlines import Words
from kursbuch_press.pages import columns
from kursbuch_press.pages.columns import shares
from kursbuch_press.pages.drawings import breadth
from kursbuch_press.pages.fonts import Face
from tests.shipped import PROJECT

FACE, WIDTH = Face("Fira Sans", PROJECT), 106.0
LONG = "Die Leitung beruft die Gruppe ein, schreibt das Protokoll und legt die offenen Fragen jedem Amt einzeln vor."


def _table(*rows: tuple[str, ...], role: nodes.TableRole = nodes.TableRole.TEXT) -> nodes.Table:
    columns = tuple(nodes.Column(f"k/t/c{at}", (Words(f"Kopf {at}"),)) for at in range(len(rows[0])))
    return nodes.Table("k/t", "", (), columns, tuple(_row(f"k/t/r{at}", row) for at, row in enumerate(rows)), role=role)


def _row(at: str, texts: tuple[str, ...]) -> nodes.Row:
    return nodes.Row(at, tuple(nodes.Cell(f"{at}/c{column}", (Words(text),)) for column, text in enumerate(texts)))


def _shares(table: nodes.Table) -> tuple[float, ...]:
    return shares(FACE, WIDTH, (), table)


def test_what_is_long_gets_the_room_of_what_is_short() -> None:
    first, second, third = _shares(_table(("Amt", LONG, "ja"), ("Kammer", LONG, "nein")))
    assert second > 50
    assert first < 27
    assert third < 20


def test_tables_that_are_to_look_alike_have_the_same_columns() -> None:
    short, long = _table(("Amt", LONG)), _table(("Migrantenorganisationen", "Rat und Hilfe"))
    own = {_shares(table) for table in (short, long)}
    alike = {shares(FACE, WIDTH, (short, long), table) for table in (short, long)}
    assert len(own) == 2
    assert len(alike) == 1
    other = _table((LONG, "ja"))
    assert shares(FACE, WIDTH, (short, long), other) == _shares(other)


def test_no_cell_of_many_lines_stands_beside_empty_ones() -> None:
    assert _shares(_table((LONG, ""), (LONG, "")))[0] > 80


def test_words_of_the_first_column_are_not_broken_for_nothing() -> None:
    """Beside cells of two lines a longer word has room enough."""
    first = _shares(_table(*[("Migrantenorganisationen", LONG[:75])] * 3))[0]
    assert first * WIDTH / 100 * 72 / 25.4 - 7 >= breadth("Migrantenorganisationen", 8.4, face=FACE)


def test_a_compound_that_must_be_broken_weighs_less_at_its_joint() -> None:
    words = tuple(columns._words("Jugendintegrationskurs", FACE))  # noqa: SLF001 - what is counted is not seen from outside
    up_to_joint, up_to_next = (
        breadth("Jugendintegrations", 1.0, face=FACE) + 0.4,
        breadth("Jugendintegrati", 1.0, face=FACE) + 0.4,
    )
    weights = [columns._count_lines(words, room, 0.25)[1] for room in (up_to_joint, up_to_next)]  # noqa: SLF001
    assert 0 < weights[0] < weights[1]


def test_a_span_of_months_has_room_for_each_of_them() -> None:
    cells = ("1.1", LONG, LONG, "09/2014\u00a0– 12/2015", "mittel", "104")
    shares_ = shares(FACE, 76.0, (), _table(cells, cells, role=nodes.TableRole.PLAN))
    assert shares_[3] * 76 / 100 * 72 / 25.4 - 7 >= breadth("09/2014\u00a0–", 7.6, face=FACE)


def test_a_row_that_heads_others_counts_for_no_column() -> None:
    plan = _table(("1.1", LONG, "09/2014"), role=nodes.TableRole.PLAN)
    head = nodes.Row("k/t/feld", (nodes.Cell("k/t/feld/title", (Words(LONG * 3),)),), heads=True)
    assert _shares(replace(plan, rows=(head, *plan.rows))) == _shares(plan)


WORDS = st.lists(st.sampled_from(["Amt", "und", "Landkreise", "Volkshochschulen", "der", "Integrationskurs"]), max_size=12).map(
    " ".join
)


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 5).flatmap(lambda count: st.lists(st.tuples(*[WORDS] * count), min_size=1, max_size=5)))
def test_columns_fill_the_table(rows: list[tuple[str, ...]]) -> None:
    found = _shares(_table(*rows))
    assert abs(sum(found) - 100) < 1e-6
    assert min(found) > 0


def test_a_number_stays_with_what_is_counted() -> None:
    """600 Stunden is one piece, as lines are broken; a year or the number of a law is none."""
    texts = ("bis 600 Stunden", "im Jahr 2014 Land", "Abs.\u00a02 AufenthG")
    counted = [len(tuple(columns._words(text, FACE))) for text in texts]  # noqa: SLF001 - what is counted is not seen from outside
    assert counted == [2, 4, 2]


def test_where_a_table_is_as_high_its_words_stand_in_few_lines() -> None:
    """Beside two lines, a period that fits on one line is not divided, though two lines beside two would be more even."""
    words = LONG[:75]
    period = _shares(_table(*[(words, "09/2014 bis 12/2015")] * 4))[1]
    assert period * WIDTH / 100 * 72 / 25.4 >= breadth("09/2014 bis 12/2015", 8.4, face=FACE)


def test_the_search_begins_in_several_places() -> None:
    """From the first guess alone, the search ends with „60“ and „Stunden“ on two lines of most rows."""
    rows = (
        ("Kurs", "Für wen", "Sprache und Orientierung"),
        ("Allgemeiner Kurs", "Erwachsene mit Schulerfahrung", "600 + 60 Stunden"),
        ("Jugendintegrationskurs", "junge Leute unter 27 Jahren, nicht mehr schulpflichtig", "bis 900 + 60 Stunden"),
        (
            "Eltern- und Frauenkurs",
            "wer aus familiären oder kulturellen Gründen keinen allgemeinen Kurs besuchen kann",
            "bis 900 + 60 Stunden",
        ),
        ("Alphabetisierungskurs", "wer nicht oder nicht ausreichend lesen und schreiben kann", "bis 900 + 60 Stunden"),
        ("Förderkurs", "wer besondere sprachpädagogische Hilfe braucht", "bis 900 + 60 Stunden"),
        ("Intensivkurs", "wer schnell lernt und voraussichtlich weniger Zeit braucht", "400 + 30 Stunden"),
    )
    search = columns._Columns(rows, columns.Setting(FACE, 8.4, 7.0, WIDTH / 25.4 * 72))  # noqa: SLF001 - the search itself
    first, *others = (search._cost(search._improved(guess)) for guess in search._guesses())  # noqa: SLF001
    assert search._cost(search.best()) == min(others) < first  # noqa: SLF001


def test_a_statute_on_the_line_below_its_number_weighs_something() -> None:
    words = tuple(columns._words("§\u00a027 Abs.\u00a05 AufenthG", FACE))  # noqa: SLF001 - what is counted is not seen from outside
    narrow, wide = (breadth("§ 27 Abs. 5" + more, 1.0, face=FACE) + 0.1 for more in ("", " AufenthG"))
    assert [columns._count_lines(words, room, 0.25) for room in (narrow, wide)] == [(2, columns._TORN), (1, 0.0)]  # noqa: SLF001
