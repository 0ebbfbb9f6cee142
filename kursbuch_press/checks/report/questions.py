"""What the report asks a person, with the material for it, and what it lists for one who goes through it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from kursbuch_press.checks.findings import Checked, Clause, Verdict
from kursbuch_press.checks.german import count
from kursbuch_press.checks.wording import report as words

MOST_LISTED = 60
_LONG_LINE = 40


def questions_section(verdict: Verdict) -> Iterator[Markup]:
    """Ask what no machine can judge."""
    asked = [check for check in verdict.checks if check.question]
    if not asked:
        return
    yield Markup("<h2>{}</h2>\n<p>{}</p>").format(words.FOR_PEOPLE, words.FOR_PEOPLE_NOTE)
    for check in asked:
        yield Markup('<h3 id="frage-{}">{}</h3>\n<p>{}</p>\n<p class="rule">{}</p>').format(
            check.check, check.title, check.question, " · ".join(numbers(check.clauses))
        )
        if check.listed:
            yield _material(check)


def _material(check: Checked) -> Markup:
    items = [Markup("<li>{}</li>").format(line) for line in check.listed[:MOST_LISTED]]
    if (rest := len(check.listed) - MOST_LISTED) > 0:
        items.append(Markup("<li>{}</li>").format(words.MORE_LISTED.format(count=count(rest, *words.MORE_ENTRIES))))
    summary = words.LISTED.format(count=count(len(check.listed), *words.ENTRIES))
    shape = Markup("<details open><summary>{}</summary>\n<ul>{}</ul></details>")
    return shape.format(summary, Markup("\n").join(items))


def lists_section(verdict: Verdict) -> Iterator[Markup]:
    """Write what is listed without a question: hyphenations, ink of each page."""
    listed = [check for check in verdict.checks if check.listed and not check.question]
    if not listed:
        return
    yield Markup("<h2>{}</h2>").format(words.LISTS)
    for check in listed:
        wide = " wide" if max(len(line) for line in check.listed) > _LONG_LINE else ""
        items = Markup("\n").join(Markup("<li>{}</li>").format(line) for line in check.listed)
        title = words.LIST_TITLES.get(check.check, check.title)
        yield Markup('<h3>{}</h3>\n<ul class="list{}">{}</ul>').format(title, wide, items)


def numbers(clauses: Sequence[Clause]) -> list[str]:
    """Write the clauses of a check in short: each kind with its numbers."""
    kinds = (
        ("Matterhorn", [clause.matterhorn for clause in clauses]),
        ("WCAG", [clause.wcag for clause in clauses]),
        ("EN 301 549", [clause.en for clause in clauses]),
    )
    written = [f"{name} {', '.join(sorted({number for number in found if number}))}" for name, found in kinds if any(found)]
    standards = {part for clause in clauses for part in clause.standard.split(" · ") if part}
    return [*written, *sorted(standards)]
