"""A build that was started with nohup goes on, whatever the terminal sends when it is closed."""

from __future__ import annotations

import os
import signal
import time
from datetime import date
from pathlib import Path

from kursbuch_press.press.beginning import NewBook, begin
from tests.cli.inside import inside
from tests.shipped import PROJECT


def _as_nohup() -> None:
    """Ignore what nohup and a shell's & let a program ignore, and be sent just that, again and again."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        signal.signal(number, signal.SIG_IGN)
    os.setpgid(0, 0)
    group = os.getpid()
    if os.fork() == 0:
        os.setpgid(0, 0)
        while os.getppid() == group:
            for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
                os.killpg(group, number)
            time.sleep(0.02)
        os._exit(0)


def test_a_build_goes_on_when_its_terminal_is_closed(tmp_path: Path) -> None:
    begin(PROJECT, tmp_path / "buch", NewBook("Probe", "Haus", ("Eins",), (148, 210), "offset-gestrichen", date(2020, 5, 4)))
    ended = inside(["build", "word", "--jobs", "2", "--project", str(tmp_path / "buch")], _as_nohup)
    assert ended.code == 0, ended.err
    assert (tmp_path / "buch/dist/word/kursbuch.docx").is_file()
