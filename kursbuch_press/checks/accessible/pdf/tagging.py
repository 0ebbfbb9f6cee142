"""Tags: there are some, they are no guess of a program, and their types lead to those of the standard."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.standard_tags import STANDARD
from kursbuch_press.checks.accessible.tag_tree import MOST_LEVELS, RoleMap
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.problems import Severity

NOT_MARKED = Clause("01-005", "1.3.1", "ISO 14289-1, 6.2")
SUSPECTS = Clause("01-007", "1.3.1")
NO_STANDARD, CIRCLE, REMAPPED = Clause("02-001", "1.3.1"), Clause("02-003", "1.3.1"), Clause("02-004", "1.3.1")


def _judge(file: PdfFile) -> Result:
    seen = [*_marks(file)]
    if file.tree is None or not file.elements:
        seen.append(Seen(words.NO_TAGS, clause=NOT_MARKED))
    else:
        if file.tree.too_deep:
            seen.append(Seen(words.TOO_DEEP.format(most=MOST_LEVELS), clause=NO_STANDARD))
        used = {each.written_kind for each in file.elements if not each.space}
        seen.extend(_roles(file.tree.roles, used))
        lost = {each.written_kind for each in file.elements if each.space and each.kind not in STANDARD}
        seen.extend(Seen(words.NO_STANDARD.format(kind=kind or "–"), clause=NO_STANDARD) for kind in sorted(lost))
    return Result(seen=tuple(seen), measured=count(len(file.elements), "Tag", "Tags"))


def _marks(file: PdfFile) -> Iterator[Seen]:
    if not objects.true(objects.entry(file.catalog, "/MarkInfo", "/Marked")):
        yield Seen(words.NOT_MARKED, clause=NOT_MARKED)
    if objects.true(objects.entry(file.catalog, "/MarkInfo", "/Suspects")):
        yield Seen(words.SUSPECTS, clause=SUSPECTS)


def _roles(roles: RoleMap, used: set[str]) -> Iterator[Seen]:
    for kind in sorted(used - STANDARD):
        if roles.standard(kind) not in STANDARD:
            circle = _is_circle(roles, kind)
            text = words.CIRCLE if circle else words.NO_STANDARD
            yield Seen(text.format(kind=kind or "–"), clause=CIRCLE if circle else NO_STANDARD)
    for kind in sorted(set(roles.names) - (used - STANDARD)):
        if _is_circle(roles, kind):
            strict = kind not in used
            message = words.CIRCLE.format(kind=kind) + (words.STRICT if strict else "")
            yield Seen(message, severity=Severity.WARNING if strict else Severity.ERROR, clause=CIRCLE)
    for kind in sorted(STANDARD & set(roles.names)):
        if roles.names[kind] != kind:
            yield Seen(words.REMAPPED.format(kind=kind, to=roles.names[kind]), clause=REMAPPED)


def _is_circle(roles: RoleMap, kind: str) -> bool:
    met = set()
    while kind in roles.names and kind not in met:
        met.add(kind)
        kind = roles.names[kind]
    return kind in met


CHECK = Check("tagging", _judge, (NOT_MARKED, SUSPECTS, NO_STANDARD, CIRCLE, REMAPPED))
