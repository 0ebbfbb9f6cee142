"""Colours of boxes of a kind of their own: they belong to a block that there is, and are swatches."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursbuch_press.pages.palette import Palette
from kursbuch_press.problems import BookError
from kursbuch_press.sources import read_layout

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("line", "said", "near"),
    [
        ("  checkliste: {bar: elbe}", "„checkliste“ gibt es nicht", (3, "checklist")),
        ("  checklist: {bar: elbe, shade: elbbe-light}", "„elbbe-light“ steht nicht unter swatches", (33, "elbe-light")),
    ],
)
def test_a_box_of_no_block_or_of_no_swatch_is_a_mistake_with_its_place(
    line: str, said: str, near: tuple[int, str], tmp_path: Path
) -> None:
    path = tmp_path / "layouts/palette.yaml"
    path.parent.mkdir()
    head, boxes, rest = (PROJECT / "layouts/palette.yaml").read_text("utf-8").partition("\nboxes:\n")
    path.write_text(f"{head.rstrip()}\nboxes:\n{line}\n{rest if boxes else ''}", "utf-8")
    with pytest.raises(BookError) as raised:
        read_layout(path, Palette)
    (problem,) = raised.value.problems
    assert said in problem.message
    assert problem.hint.startswith(f"gemeint ist vielleicht „{near[1]}“; ")
    assert problem.place.column == near[0]
    assert path.read_text("utf-8").splitlines()[problem.place.line - 1] == line
