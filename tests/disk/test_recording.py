"""What was read is known by what it was when it was read, whatever becomes of the file while work goes on."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from kursbuch_press.disk.recording import ABSENT, files_below, found_now, is_file, read_bytes, record_all, recording
from kursbuch_press.html.templates import Templates
from kursbuch_press.press.stages import keeping, stage


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def test_a_file_that_is_saved_while_work_goes_on_is_not_what_was_read(tmp_path: Path) -> None:
    file = tmp_path / "page.css"
    file.write_bytes(b"old")
    with recording() as inputs:
        assert read_bytes(file) == b"old"
        file.write_bytes(b"new")
    assert inputs == {str(file): _digest(b"old")}
    assert found_now(str(file)) == _digest(b"new")


@pytest.mark.parametrize("last", [b"old", b"new"])
def test_a_file_that_was_two_things_in_one_piece_of_work_counts_as_changed_for_good(tmp_path: Path, last: bytes) -> None:
    file = tmp_path / "page.css"
    with recording() as inputs:
        for content in (b"old", b"new"):
            file.write_bytes(content)
            read_bytes(file)
    file.write_bytes(last)
    assert found_now(str(file)) != inputs[str(file)]


def test_a_file_that_comes_or_goes_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/1.css").write_bytes(b"")
    with recording() as inputs:
        assert not is_file(tmp_path / "own.icc")
        assert files_below(tmp_path, ".css") == [tmp_path / "a/1.css"]
    assert all(found_now(name) == found for name, found in inputs.items())
    (tmp_path / "a/note.txt").write_bytes(b"")
    assert all(found_now(name) == found for name, found in inputs.items()), "nobody looked for such files"
    (tmp_path / "own.icc").write_bytes(b"")
    (tmp_path / "a/2.css").write_bytes(b"")
    assert all(found_now(name) != found for name, found in inputs.items())


@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_never_waited_for(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / "thing")
    assert found_now(str(tmp_path / "thing")) == ABSENT


def test_who_asks_for_a_stage_has_read_what_it_was_made_from_also_the_tenth(tmp_path: Path) -> None:
    made: list[Path] = []

    @stage
    def length(file: Path) -> int:
        made.append(file)
        return len(read_bytes(file))

    @stage
    def double(file: Path) -> int:
        return 2 * length(file)

    (tmp_path / "a").write_bytes(b"abc")
    read = []
    with keeping():
        for ask in (length, double, double):
            with recording() as inputs:
                assert ask(tmp_path / "a") in {3, 6}
            read.append(dict(inputs))
    assert made == [tmp_path / "a"]
    assert read == [{str(tmp_path / "a"): _digest(b"abc")}] * 3


def test_a_template_that_is_taken_from_memory_was_read_as_well(tmp_path: Path) -> None:
    (tmp_path / "layouts/page").mkdir(parents=True)
    (tmp_path / "layouts/page/a.html.j2").write_text("{% include 'b.html.j2' %}", "utf-8")
    (tmp_path / "layouts/page/b.html.j2").write_text("b", "utf-8")
    templates = Templates(tmp_path, "layouts/page")
    read = []
    for _ in range(2):
        with recording() as inputs:
            assert templates.render("a.html.j2", {}) == "b"
        read.append({Path(name).name for name in inputs})
    assert read == [{"a.html.j2", "b.html.j2"}] * 2


def test_what_a_piece_of_work_reads_its_whole_reads_too(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with recording() as whole:
        with recording():
            read_bytes(tmp_path / "a")
        record_all({"--printer": "digital"})
    assert whole == {str(tmp_path / "a"): _digest(b""), "--printer": "digital"}
