"""Fuzzing of the reader of the sources: a changed file is read, or its problems are told in German with a place, and in time.

Some inputs in each run of the suite; ``FUZZ_SECONDS=3600 python3 build.py test -rP tests/sources/test_fuzzing.py`` for an hour.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from kursbuch_press.sources import Reading, read_book
from tests.fuzzing import fuzz

_LONGEST = 6.0
BASE = Path(__file__).with_name("base")
_ENGLISH = re.compile(r"\b(expected|found|invalid|should|object has)\b")
_SIGNS: tuple[str, ...] = (
    *"\t\r\n\u00a0\u2028\u0085\u200b\u202e\ufeff:-[]{}&*!|>'\"%@`#,?~<=\\()^\x00\x1b\ud7ff\ud800\U0001f600„“",
    ": ", "- ", "? ", "---\n", "...\n", "<<: *a\n", "&a ", "*a ", "!!int ", "!!python/object ", "|2\n", ">-\n",
    "[^x]", "[x](#y)", "[x](https://[::1)", "**", "9" * 400, "a" * 3000, "{{ 1 }}",
)  # fmt: skip
_VALUES: tuple[str, ...] = (
    "", "~", "true", "yes", "null", "0", "-1", "1e999", ".nan", "-.inf", "0x_", "0x1F", "1_000", "1:30:00", "08",
    "2014-02-30", "0001-01-01", "9999-12-31", "2014-07-01T25:61:61", "[]", "{}", "[[]]", "{a: {b: c}}", "!!set {a, b}",
    "!!binary x", "!!timestamp x", "!!int x", "!!float x", "!!python/object/apply:os.system [id]", "https://[::1",
    "https://x:99999999/", "https://example.org/" + "a" * 3000, "#neuraum", "[^x]", "[@x]", "[x](#)", "[x](javascript:x)",
    "../../etc/passwd", "/etc/passwd", "karte.svg/../../x", "9" * 400, "'" + "*x" * 200 + "'", "[" * 200, "{a: " * 90,
)  # fmt: skip
_ENDS = ("\r", "\r\n", "\n\r", "\n\n", "\u2028", "\u0085", "\x0b", "\x0c")


def _sign(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_SIGNS) + text[at + chance.randint(0, 2) :]


def _value(text: str, chance: random.Random) -> str:
    """Put something else behind a colon."""
    places = list(re.finditer(r"(?<=: )[^\n{}\[\],]+", text))
    if not places:
        return text
    place = chance.choice(places)
    return f"{text[: place.start()]}{chance.choice(_VALUES)}{text[place.end() :]}"


def _line(text: str, chance: random.Random) -> str:
    """Move, double, indent or drop a line, or cut the file off."""
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    taken = lines[at]
    indented = " " * chance.randint(1, 9) + taken.lstrip(" ")
    lines[at] = chance.choice(["", taken * 2, indented, taken.lstrip(), taken.replace(":", "", 1), taken.rstrip("\n")])
    if chance.random() < 0.2:
        lines.insert(chance.randrange(len(lines) + 1), taken)
    return "".join(lines[: chance.choice([len(lines), len(lines), at + 1])])


def _ends(text: str, chance: random.Random) -> str:
    """Write other line ends, everywhere or here and there."""
    end, share = chance.choice(_ENDS), chance.choice((1.0, 0.5, 0.1))
    return "".join(line + (end if chance.random() < share else "\n") for line in text.split("\n"))


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (_sign, _value, _line, _line, _ends)


def _changed(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.2:
        changed = bytearray(content)
        for _ in range(chance.randint(1, 12)):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed[: chance.randint(len(changed) // 2, len(changed))])
    text = content.decode()
    for _ in range(chance.randint(1, 5)):
        if text:
            text = chance.choice(_CHANGES)(text, chance)
    return text.encode(chance.choice(["utf-8"] * 19 + ["utf-16"]), "surrogatepass")


def _judge(reading: Reading, project: Path) -> None:
    """Hold what must hold of whatever the reader gives."""
    assert reading.book is not None or reading.problems
    for problem in reading.problems:
        assert problem.message.strip(), problem
        assert len(problem.message) < 10_000, problem
        assert not _ENGLISH.search(problem.message), problem
        assert "\x1b" not in str(problem), problem
        path = project / problem.place.file
        if problem.place.line and path.is_file():
            lines = re.split(r"\r\n|[\r\n\u0085\u2028\u2029]", path.read_bytes().decode("utf-8", "replace"))
            assert problem.place.line <= len(lines), problem


def test_changed_sources_are_read_or_told_of(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "sources")
    seeds = {path: path.read_bytes() for path in sorted((tmp_path / "sources").rglob("*.yaml"))}

    def tries(chance: random.Random) -> None:
        path = chance.choice(list(seeds))
        path.write_bytes(_changed(seeds[path], chance))
        try:
            _judge(read_book(tmp_path), tmp_path)
        finally:
            path.write_bytes(seeds[path])

    assert not fuzz("sources", tries, _LONGEST).findings
