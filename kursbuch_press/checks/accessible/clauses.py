"""Clauses that several checks cite."""

from __future__ import annotations

from kursbuch_press.checks.findings import Clause

TAGGED = Clause("01-005", "1.3.1")
TABLE_SYNTAX = Clause("09-004", "1.3.1")
LIST_SYNTAX = Clause("09-005", "1.3.1")
CONTENTS_SYNTAX = Clause("09-006", "1.3.1")
ALTERNATIVE = Clause("13-004", "1.1.1")
TEXT_CONTRAST = Clause("", "1.4.3")
GRAPHICS_CONTRAST = Clause("", "1.4.11")
LINK_PURPOSE = Clause("", "2.4.4")
