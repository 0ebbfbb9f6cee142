"""What no machine can judge, of a PDF or a Word file: the report asks a person."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result


def _judge(file: object) -> Result:
    del file
    return Result(person=True)


TAGS = Check("meaning-of-tags", _judge, (Clause("01-006", "1.3.1"), Clause("09-003", "1.3.1")))
READ_ALOUD = Check("by-ear", _judge, (Clause("09-001", "1.3.2"),))
COLOUR = Check("colour-alone", _judge, (Clause("04-001", "1.4.1"),))
SENSES = Check("senses", _judge, (Clause("", "1.3.3"),))
LANGUAGE = Check("plain-language", _judge, (Clause("", "3.1.5", "BITV 2.0, § 4"),))
