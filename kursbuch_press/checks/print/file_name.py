"""The name of the file: for old servers and mail programs, and after the printer's pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.problems import Severity

LONGEST = 64
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def _judge(file: PrintFile) -> Result:
    """Compare the name with the rules; content that came without a name is not judged."""
    name = file.known.name
    if not name:
        return Result(unchecked=words.NO_NAME)
    limit = file.wanted.file_name or words.NAME_LIMIT
    seen = [Seen(message, measured=name, limit=limit, severity=how) for message, how in _faults(name, file)]
    return Result(measured=name, limit=limit, seen=tuple(seen))


def _faults(name: str, file: PrintFile) -> Iterator[tuple[str, Severity]]:
    if not _SAFE.fullmatch(name):
        bad = "".join(dict.fromkeys(re.sub(r"[A-Za-z0-9._-]", "", name))).replace(" ", "␣")
        yield words.NAME_SIGNS.format(signs=bad or name[:1]), Severity.ERROR
    if not name.endswith(".pdf"):
        yield words.NAME_ENDING, Severity.ERROR
    if len(name) > LONGEST:
        yield words.NAME_LONG.format(most=LONGEST), Severity.WARNING
    pattern = file.wanted.file_name
    if pattern and not re.fullmatch(pattern, name):
        yield words.NAME_PATTERN, Severity.ERROR


CHECK = Check("file-name", _judge)
