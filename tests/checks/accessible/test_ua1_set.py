"""veraPDF and the press give the same verdict on PDF/UA-1, apart from a named list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kursbuch_press.checks import judge_readable
from tests.checks.accessible.ua1_set import files
from tests.judges import verapdf

OTHERWISE = {
    "Div in Table": "ISO 32000-1, table 337, allows rows and groups of rows only; veraPDF looks through Div",
    "Div in L": "ISO 32000-1, table 336, allows items only; veraPDF looks through Div",
    "Div in TOCI": "ISO 32000-1, table 333, names what an entry may hold; veraPDF allows more",
    "Span in TOCI": "ISO 32000-1, table 333, names what an entry may hold; veraPDF allows more",
    "TR in THead": "its table has no header cell, which is Matterhorn 15-002, for a person, and WCAG 1.3.1, for us",
}
"""Files on which the two differ, and why."""


def test_the_press_judges_the_set_as_before(accepted: Callable[[Path, str], None]) -> None:
    lines = []
    for name, content in files():
        failed = ", ".join(check.check for check in judge_readable(content).failed)
        lines.append(f"{name}: {failed or 'passes'}\n")
    accepted(Path(__file__).with_name("ua1_set.txt"), "".join(lines))


@pytest.mark.judge
def test_verapdf_and_the_press_agree(tmp_path: Path) -> None:
    made = {name: tmp_path / f"{number:03}.pdf" for number, (name, _) in enumerate(files())}
    ours: dict[str, bool] = {}
    for name, content in files():
        made[name].write_bytes(content)
        ours[name] = judge_readable(content).passed
    report = verapdf("ua1", *made.values())
    theirs = {name: not any(f"{path} ua1 FAIL" in line for line in report) for name, path in made.items()}
    different = {name: f"veraPDF {theirs[name]}, press {ours[name]}" for name in made if theirs[name] != ours[name]}
    assert len(made) >= 120
    assert set(different) == set(OTHERWISE), different
