"""The locks: they name all that the project asks for, with hashes, and no address of a registry."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import build

ROOT = Path(build.__file__).parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = {
    build.RUNTIME_LOCK: PROJECT["project"]["dependencies"],
    build.TEST_LOCK: PROJECT["dependency-groups"]["test"],
}


def pinned(lock: str) -> dict[str, str]:
    """Name and version of each package in a lock."""
    return dict(re.findall(r"^([a-z0-9.-]+)==([^ ]+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("lock", ASKED)
def test_what_the_project_asks_for_is_in_its_lock(lock: str) -> None:
    asked = {re.split(r"[\[=~<>]", requirement)[0] for requirement in ASKED[lock]}
    assert asked - pinned(lock).keys() == set()


def test_both_locks_agree_on_the_versions_of_what_both_name() -> None:
    runtime, tests = (pinned(lock) for lock in ASKED)
    assert {name: tests[name] for name in runtime.keys() & tests} == {name: runtime[name] for name in runtime.keys() & tests}


@pytest.mark.parametrize("lock", ASKED)
def test_every_package_has_hashes(lock: str) -> None:
    packages = re.split(r"^(?=[a-z])", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    assert [package for package in packages if "--hash=sha256:" not in package] == []


@pytest.mark.parametrize("lock", ASKED)
def test_no_lock_names_where_packages_come_from(lock: str) -> None:
    assert re.findall(r"https?:|file:|--index|--extra-index|--find-links", (ROOT / lock).read_text()) == []


def test_every_dependency_is_explained() -> None:
    explained = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8").lower()
    names = {re.split(r"[\[=~<>]", requirement)[0] for lock in ASKED.values() for requirement in lock}
    assert {name for name in names if name not in explained} == set()
