"""docs/security.md names a test for each promise, and each of them is there."""

from __future__ import annotations

import ast
import re

from tests.shipped import PROJECT

PAGE = (PROJECT / "docs/security.md").read_text("utf-8")


def test_each_promise_names_tests_that_are_there() -> None:
    promises = re.findall(r"^\| (?!promise|---)(.*) \| (.*) \|$", PAGE, re.MULTILINE)
    assert promises
    for promise, held_by in promises:
        named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", held_by)
        assert len(named) == held_by.count("`") // 2 > 0, promise
        for file, name in named:
            tree = ast.parse((PROJECT / file).read_text("utf-8"))
            assert name in {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}, f"{file}::{name}"
