"""The file of decisions gives what somebody has decided, and only that."""

from __future__ import annotations

import pytest

from kursbuch_press.merge.deciding import read_decisions
from kursbuch_press.problems import BookError


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("conflicts: [{id: a, decision: anna}, {id: b, decision: ' bert '}]", {"a": "anna", "b": "bert"}),
        ("conflicts: [{id: a, decision: anna, where: kapitel}]", {"a": "anna"}),
        ("conflicts: [{id: a, decision: ''}, {id: b, decision: ' '}, {id: c}]", {}),
        ("conflicts: [{id: a, decision: [anna]}, {id: b, decision: {by: anna}}]", {}),
        ("conflicts: [anna, [bert], {id: c, decision: anna}]", {"c": "anna"}),
        ("conflicts: nein", {}),
        ("conflicts: {id: a, decision: anna}", {}),
        ("decided: [{id: a, decision: anna}]", {}),
        ("[{id: a, decision: anna}]", {}),
    ],
)
def test_only_written_decisions_count(text: str, found: dict[str, str]) -> None:
    assert read_decisions(text) == found


@pytest.mark.parametrize("text", ["", "conflicts:\n  - id: [a\n"])
def test_a_file_that_is_empty_or_no_yaml_is_told(text: str) -> None:
    with pytest.raises(BookError) as told:
        read_decisions(text)
    assert told.value.problems
