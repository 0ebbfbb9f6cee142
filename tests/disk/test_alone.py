"""One build at a time: the second waits; whatever the system refuses about the lock, the work is done."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from kursbuch_press.disk.alone import alone
from tests.disk.faults import Fault, with_fault


def test_who_comes_second_is_told_and_waits(tmp_path: Path) -> None:
    path, order = tmp_path / ".press/build.lock", list[str]()
    waiting = threading.Event()

    def second() -> None:
        with alone(path, waiting.set):
            order.append("second")

    thread = threading.Thread(target=second)
    with alone(path, lambda: pytest.fail("nobody else is there")):
        thread.start()
        assert waiting.wait(30)
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EROFS, errno.EIO])
def test_without_a_lock_the_work_is_done_all_the_same(tmp_path: Path, number: int) -> None:
    def work() -> None:
        done = False
        with alone(tmp_path / "here/build.lock", lambda: None):
            done = True
        assert done

    step, seen = 0, 1
    while step < seen:
        step += 1
        ended_well, seen = with_fault(Fault(step, "fails", number=number), work)
        assert ended_well, f"{os.strerror(number)} at call {step}"
    assert seen > 1
