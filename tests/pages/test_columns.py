"""Widths of columns: they fill the table, give room to what is long, and make it no higher than even ones do."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kursbuch_press.compose import nodes
from kursbuch_press.compose.inlines import Words
from kursbuch_press.pages.columns import shares
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
    return shares(FACE, WIDTH, table)


def test_what_is_long_gets_the_room_of_what_is_short() -> None:
    first, second, third = _shares(_table(("Amt", LONG, "ja"), ("Kammer", LONG, "nein")))
    assert second > 50
    assert first < 27
    assert third < 20


def test_no_cell_of_many_lines_stands_beside_empty_ones() -> None:
    assert _shares(_table((LONG, ""), (LONG, "")))[0] > 80


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
