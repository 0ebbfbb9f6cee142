"""Finished files are given again as they were made, as long as all that they are made from is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursbuch_press.disk.recording import read_bytes, recording
from kursbuch_press.press.jobs import Made
from kursbuch_press.press.kept_files import FOLDER, made_once
from kursbuch_press.press.project import Project
from kursbuch_press.problems import BookError, Place, Problem, Severity

WARNING = Problem(Place("sources/a.yaml", 3, 7), "Der Rücken ist schmal.", "Mehr Seiten.", "a/b", Severity.WARNING, "spine")
FILE = Made(
    b"%PDF\n\x00 of\nlines",
    4,
    (WARNING,),
    path="print/a.pdf",
    beside={"print/preflight-a.html": b"<p>\n", "print/preflight-a.json": b""},
    copies=("print/versand/a.pdf",),
    gone=("print/a-NICHT-DRUCKFERTIG.pdf",),
    verdict={"technisch_druckfertig": True, "zur_verbreitung_freigegeben": False},
    drafts={"a1b2": b"\n\n"},
)


class _Making:
    """Makes one file and counts how often."""

    def __init__(self, file: Made = FILE) -> None:
        self.file, self.count = file, 0

    def __call__(self) -> Made:
        self.count += 1
        return self.file


def _parts(*parts: str) -> Callable[[], Iterator[str]]:
    return lambda: iter(parts)


def test_a_file_is_made_once_and_given_again_with_all_that_belongs_to_it(tmp_path: Path) -> None:
    making = _Making()
    first, second = (made_once(Project(tmp_path), _parts("a", "b"), making) for _ in range(2))
    assert making.count == 1
    assert first == second == FILE
    assert second.problems[0].severity is Severity.WARNING
    assert made_once(Project(tmp_path), _parts("ab", ""), making) == FILE
    assert making.count == 2, "other parts make another file"


@given(content=st.binary(), beside=st.dictionaries(st.sampled_from(["print/a.html", "print/ä.json"]), st.binary()))
def test_every_file_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, beside: dict[str, bytes]
) -> None:
    project, file = Project(tmp_path_factory.mktemp("kept")), Made(content, beside=beside)
    making = _Making(file)
    assert [made_once(project, _parts(), making) for _ in range(2)] == [file, file]
    assert making.count == 1


@pytest.mark.parametrize("name", ["../outside.pdf", "/etc/outside.pdf"])
def test_a_kept_file_goes_nowhere_but_into_dist(tmp_path: Path, name: str) -> None:
    making = _Making(Made(b"", path=name))
    for _ in range(2):
        made_once(Project(tmp_path), _parts(), making)
    assert making.count == 2


def test_an_entry_that_is_damaged_is_made_again(tmp_path: Path) -> None:
    making = _Making()
    made_once(Project(tmp_path), _parts(), making)
    (entry,) = (tmp_path / ".press" / FOLDER).iterdir()
    entry.write_bytes(entry.read_bytes()[:-1])
    assert made_once(Project(tmp_path), _parts(), making) == FILE
    assert making.count == 2


def test_what_was_read_for_the_parts_is_an_input_of_a_kept_file_too(tmp_path: Path) -> None:
    (tmp_path / "words").write_bytes(b"words")

    def parts() -> Iterator[bytes]:
        yield read_bytes(tmp_path / "words")

    found = []
    for _ in range(2):
        with recording() as inputs:
            made_once(Project(tmp_path), parts, _Making())
        found.append(dict(inputs))
    assert found[0] == found[1] != {}


def test_a_file_for_which_more_was_read_than_for_its_parts_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "more").write_bytes(b"")
    making = _Making()

    def make() -> Made:
        read_bytes(tmp_path / "more")
        return making()

    for _ in range(2):
        made_once(Project(tmp_path), _parts(), make)
    assert making.count == 2


def test_a_mistake_is_raised_each_time(tmp_path: Path) -> None:
    def refuse() -> Made:
        raise BookError((WARNING,))

    for _ in range(2):
        with pytest.raises(BookError):
            made_once(Project(tmp_path), _parts(), refuse)
