"""Fuzzing of the reader of the sources: a changed file is read, or its problems are told in German with a place, and in time.

A few inputs in each run of the suite; ``FUZZ_SECONDS=3600 python3 build.py test tests/sources/test_fuzzing.py`` for an hour.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from kursbuch_press.sources import read_book

SECONDS = float(os.environ.get("FUZZ_SECONDS", "5"))
_LONGEST = 10.0
BASE = Path(__file__).with_name("base")
_SIGNS = "\t\r\n\u00a0\u2028\ufeff:-[]{}&*!|>'\"%@`#,?~<=\\\x00\x1b\ud800\U0001f600„“"
_PIECES = (
    ": ", "- ", "? ", "---\n", "...\n", "<<: *a\n", "&a ", "*a ", "!!int ", "!!python/object ", "|2\n", ">-\n", "'", '"',
    "[^x]", "[x](#y)", "[x](https://[::1)", "**", "0x1F", "1_000", "yes", "null", "9" * 400, "a" * 3000, "\r",
    "{{ 1 }}", "„", "“",
)  # fmt: skip


def _sign(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_SIGNS) + text[at + chance.randint(0, 2) :]


def _piece(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_PIECES) + text[at:]


def _line(text: str, chance: random.Random) -> str:
    """Move, double, indent or drop a line, or cut the file off."""
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    taken = lines[at]
    changed = chance.choice(["", taken * 2, " " + taken, taken.lstrip(), taken.replace(":", "", 1), taken.rstrip("\n")])
    lines[at] = changed
    if chance.random() < 0.2:
        lines.insert(chance.randrange(len(lines) + 1), taken)
    return "".join(lines[: chance.choice([len(lines), at + 1, len(lines)])])


def _ends(text: str, chance: random.Random) -> str:
    return text.replace("\n", chance.choice(["\r", "\r\n", "\u0085", "\n\n"]))


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (_sign, _piece, _line, _line, _ends)


def _changed(content: bytes, chance: random.Random) -> bytes:
    text = content.decode()
    for _ in range(chance.randint(1, 4)):
        if text:
            text = chance.choice(_CHANGES)(text, chance)
    return text.encode(chance.choice(["utf-8"] * 9 + ["utf-16"]), "surrogatepass")


def test_changed_sources_are_read_or_told_of(tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    shutil.copytree(BASE, sources)
    files = sorted(sources.rglob("*.yaml"))
    until = time.monotonic() + SECONDS
    for number in range(10**9):
        chance = random.Random(number)  # noqa: S311 - changes, no secrets
        path = chance.choice(files)
        before = path.read_bytes()
        path.write_bytes(_changed(before, chance))
        start = time.monotonic()
        reading = read_book(tmp_path)
        path.write_bytes(before)
        assert time.monotonic() - start < _LONGEST, f"seed {number}"
        for problem in reading.problems:
            assert problem.message, f"seed {number}"
            assert not re.search(r"\b(expected|found|invalid|should|object has)\b", problem.message), f"seed {number}"
            assert "\x1b" not in str(problem), f"seed {number}"
        if time.monotonic() > until:
            break
