"""The accessibility report for people: one HTML file without anything from outside, itself accessible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files

from markupsafe import Markup

from kursbuch_press.checks.accessible.outcome import Checked, Clause, Finding, ReadableVerdict, State
from kursbuch_press.checks.german import count, mm, runs
from kursbuch_press.checks.report_tables import findings_table, more_findings, table_head
from kursbuch_press.checks.wording import readable_report as words
from kursbuch_press.problems import Severity

MOST_ROWS = 40
"""Rows of one check that are written out; all findings stand in the JSON."""
MOST_LISTED = 60

_COLUMNS = (words.PAGE, words.FINDING, words.SEVERITY, words.CLAUSES, words.PLACE)


def readable_report_html(verdict: ReadableVerdict) -> str:
    """Write the report; the same verdict gives the same text."""
    name = verdict.name or words.NAMELESS
    head = Markup(
        '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n<title>{}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>\n{}</style>\n</head>'
    )
    parts = [
        head.format(words.TITLE_OF.format(name=name), _css()),
        Markup("<body>\n<main>\n<h1>{}</h1>").format(words.TITLE),
        Markup('<p class="about">{}</p>').format(_about(verdict, name)),
        *_verdict(verdict),
        *_checks(verdict),
        *_findings(verdict),
        *_for_people(verdict),
        Markup("<h2>{}</h2>\n<p>{}</p>\n<p>{}</p>").format(words.BASIS, words.BASIS_TEXT, words.LIMITS),
        Markup("</main>\n</body>\n</html>\n"),
    ]
    return str(Markup("\n").join(parts))


def _css() -> Markup:
    sheets = [files("kursbuch_press.checks") / "report.css", files("kursbuch_press.checks.accessible") / "report.css"]
    return Markup("").join(Markup(sheet.read_text("utf-8")) for sheet in sheets)  # noqa: S704 - our own files


def _about(verdict: ReadableVerdict, name: str) -> str:
    facts = [words.KINDS[verdict.kind]]
    if verdict.pages:
        facts.append(count(verdict.pages, "Seite", "Seiten"))
    if verdict.language:
        facts.append(words.FACT_LANGUAGE.format(language=verdict.language))
    if verdict.title:
        facts.append(words.FACT_TITLE.format(title=verdict.title))
    return words.ABOUT.format(name=name, about=" · ".join(facts))


def _verdict(verdict: ReadableVerdict) -> Iterator[Markup]:
    good = verdict.passed
    failed = ", ".join(check.title for check in verdict.failed)
    reason = words.PASSED_YES if good else words.PASSED_NO.format(checks=failed)
    questions = sum(bool(check.question) for check in verdict.checks)
    asked = (words.OPEN if good else words.OPEN_TOO).format(count=count(questions, "Frage", "Fragen"))
    sign = words.SIGNS[State.PASSED if good else State.FAILED]
    box = Markup(
        '<div class="verdict {}"><p class="word"><span aria-hidden="true">{}</span> {}: {}</p><p>{}</p><p>{}</p></div>'
    )
    answer = words.YES if good else words.NO
    yield box.format("yes" if good else "no", sign, words.PASSED, answer, reason, asked)
    amounts = {how: sum(each.severity is how for each in verdict.findings) for how in Severity}
    yield Markup("<p>{}</p>").format(
        words.SUMMARY.format(
            pages=f"{count(verdict.pages, 'Seite', 'Seiten')}, " if verdict.pages else "",
            errors=count(amounts[Severity.ERROR], "Fehler", "Fehler"),
            warnings=count(amounts[Severity.WARNING], "Hinweis", "Hinweise"),
            notes=count(amounts[Severity.NOTE], "Stelle zum Ansehen", "Stellen zum Ansehen"),
        ),
    )


def _checks(verdict: ReadableVerdict) -> Iterator[Markup]:
    yield Markup("<h2>{}</h2>").format(words.CHECKS)
    heads = table_head(words.CHECK, words.OUTCOME, words.MEASURED, words.CLAUSES)
    yield Markup('<table class="checks">{}\n<tbody>').format(heads)
    row = Markup(
        '<tr class="{}"><th scope="row">{}</th>'
        '<td class="outcome"><span class="sign" aria-hidden="true">{}</span>{}</td><td>{}</td><td class="clauses">{}</td></tr>'
    )
    for check in verdict.checks:
        title: str | Markup = check.title
        target = check.check if check.findings else f"frage-{check.check}" if check.question else ""
        if target:
            title = Markup('<a href="#{}">{}</a>').format(target, check.title)
        state = check.state
        cells = (words.SIGNS[state], words.STATES[state], check.measured, _in_lines(check.clauses))
        yield row.format(state, title, *cells)
    yield Markup("</tbody></table>")


def _in_lines(clauses: Sequence[Clause]) -> Markup:
    return Markup("").join(Markup('<span class="line">{}</span> ').format(each) for each in _numbers(clauses))


def _numbers(clauses: Sequence[Clause]) -> list[str]:
    """Write the clauses of a check in short: each kind with its numbers."""
    kinds = (
        ("Matterhorn", [clause.matterhorn for clause in clauses]),
        ("WCAG", [clause.wcag for clause in clauses]),
        ("EN 301 549", [clause.en for clause in clauses]),
    )
    written = [
        f"{name} {', '.join(sorted({number for number in numbers if number}))}" for name, numbers in kinds if any(numbers)
    ]
    standards = {part for clause in clauses for part in clause.standard.split(" · ") if part}
    return [*written, *sorted(standards)]


def _findings(verdict: ReadableVerdict) -> Iterator[Markup]:
    yield Markup("<h2>{}</h2>").format(words.FINDINGS)
    found = [check for check in verdict.checks if check.findings]
    if verdict.pages and found:
        yield Markup("<p>{}</p>").format(words.PAGES_OF_FILE)
    if not found:
        yield Markup("<p>{}</p>").format(words.NO_FINDINGS)
    for check in found:
        yield from _table(check)


def _table(check: Checked) -> Iterator[Markup]:
    yield Markup('<h3 id="{}">{}</h3>\n<p class="rule">{}</p>').format(check.check, check.title, check.rule)
    groups = _groups(check.findings)
    rows = [(group[0].severity, _cells(group)) for group in groups[:MOST_ROWS]]
    yield findings_table(_COLUMNS, rows, look="findings readable")
    yield from more_findings([finding.page for group in groups[MOST_ROWS:] for finding in group])


def _groups(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Put findings together that say the same of several pages."""
    groups: dict[tuple[str, Clause, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.message, finding.clause, finding.severity), []).append(finding)
    return list(groups.values())


def _cells(group: Sequence[Finding]) -> tuple[str, ...]:
    first, spot = group[0], group[0].spot
    place = first.place
    if spot and len(group) == 1:
        place = words.AT.format(left=mm(spot.left, 1), top=mm(spot.top, 1))
    pages = runs(finding.page for finding in group if finding.page) or words.WHOLE_FILE
    return pages, first.message, words.SEVERITIES[first.severity], str(first.clause), place


def _for_people(verdict: ReadableVerdict) -> Iterator[Markup]:
    asked = [check for check in verdict.checks if check.question]
    if not asked:
        return
    yield Markup("<h2>{}</h2>\n<p>{}</p>").format(words.FOR_PEOPLE, words.FOR_PEOPLE_NOTE)
    for check in asked:
        yield Markup('<h3 id="frage-{}">{}</h3>\n<p>{}</p>\n<p class="rule">{}</p>').format(
            check.check, check.title, check.question, " · ".join(_numbers(check.clauses))
        )
        if check.listed:
            yield _listed(check)


def _listed(check: Checked) -> Markup:
    items = [Markup("<li>{}</li>").format(line) for line in check.listed[:MOST_LISTED]]
    if (rest := len(check.listed) - MOST_LISTED) > 0:
        items.append(Markup("<li>{}</li>").format(words.MORE_LISTED.format(count=count(rest, "weitere", "weitere"))))
    summary = words.LISTED.format(count=count(len(check.listed), "Eintrag", "Einträge"))
    shape = Markup("<details open><summary>{}</summary>\n<ul>{}</ul></details>")
    return shape.format(summary, Markup("\n").join(items))
