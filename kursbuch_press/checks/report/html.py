"""The report for people: one HTML file without anything from outside, itself accessible, for the screen or printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import Markup

from kursbuch_press.checks.findings import Checked, CheckState, Kind, Note, Verdict
from kursbuch_press.checks.german import count
from kursbuch_press.checks.report.findings import findings_section
from kursbuch_press.checks.report.pages import contact_section, pages_section
from kursbuch_press.checks.report.pictures import Pictures
from kursbuch_press.checks.report.questions import lists_section, numbers, questions_section
from kursbuch_press.checks.report.tables import HEAD, table
from kursbuch_press.checks.wording import report as words
from kursbuch_press.problems import Severity, listed


def report_html(verdict: Verdict, pictures: Pictures | None = None, notes: Sequence[Note] = ()) -> str:
    """Write the report, with what the makers of the file note; the same input gives the same text."""
    kind = words.OF_KIND[verdict.about.kind]
    name = verdict.name or words.NAMELESS
    if pictures is None and verdict.about.kind is Kind.PRINT:
        pictures = Pictures()
    parts = [
        Markup('<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n<title>{}: {}</title>').format(
            kind.title,
            name,
        ),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>\n{}</style>').format(_css()),
        Markup("</head>\n<body>\n<main>\n<h1>{}</h1>").format(kind.title),
        Markup('<p class="about">{}</p>').format(_about(verdict, name)),
        *_verdicts(verdict),
        *findings_section(verdict),
        *_notes(notes),
        *(pages_section(verdict, pictures) if pictures else ()),
        *_checks(verdict),
        *questions_section(verdict),
        *(contact_section(verdict, pictures) if pictures else ()),
        *lists_section(verdict),
        Markup("<h2>{}</h2>").format(kind.basis),
        *(Markup("<p>{}</p>").format(line) for line in _basis(verdict)),
        Markup("</main>\n</body>\n</html>\n"),
    ]
    return str(Markup("\n").join(parts))


def _basis(verdict: Verdict) -> Iterator[str]:
    """Say what the verdict rests on, and what was not judged."""
    kind = words.OF_KIND[verdict.about.kind]
    yield ", ".join(verdict.tools) or kind.basis_text
    if verdict.about.kind is Kind.PDF:
        conditions = "; ".join(f"{number} ({what})" for number, what in words.NOT_CHECKED.items())
        yield words.NOT_CHECKED_OF.format(conditions=conditions)
    yield kind.limits


def _css() -> Markup:
    return Markup(Path(__file__).with_name("report.css").read_text("utf-8"))  # noqa: S704 - our own file


def _about(verdict: Verdict, name: str) -> str:
    about = verdict.about
    if about.kind is Kind.PRINT:
        return words.ABOUT_PRINT.format(name=name, printer=about.printer, part=about.part)
    facts = [words.KINDS[about.kind]]
    if verdict.pages:
        facts.append(count(len(verdict.pages), *words.PAGES))
    if about.language:
        facts.append(words.FACT_LANGUAGE.format(language=about.language))
    if about.title:
        facts.append(words.FACT_TITLE.format(title=about.title))
    return words.ABOUT.format(name=name, about=" · ".join(facts))


def _verdicts(verdict: Verdict) -> Iterator[Markup]:
    """Write the verdicts, and what they rest on."""
    yield Markup('<div class="verdicts">')
    kind = words.OF_KIND[verdict.about.kind]
    failed = listed((each.title for each in verdict.failed), most=99)
    reason = words.PASSED_YES if verdict.passed else words.PASSED_NO.format(checks=failed)
    yield _verdict(kind.passed, (reason, *_open(verdict)), good=verdict.passed)
    release = next((check for check in verdict.checks if check.releases), None)
    if release is not None:
        reason = words.RELEASED_YES
        if not verdict.released:
            reason = release.unchecked or " ".join(finding.message for finding in release.findings)
            reason = words.RELEASED_NO.format(what=reason)
        yield _verdict(words.RELEASED, (reason,), good=verdict.released)
    yield Markup("</div>")
    yield Markup("<p>{}</p>").format(_summary(verdict))


def _open(verdict: Verdict) -> Iterator[str]:
    questions = sum(bool(check.question) for check in verdict.checks)
    if questions:
        shape = words.OPEN if verdict.passed else words.OPEN_TOO
        yield shape.format(count=count(questions, *words.QUESTIONS))


def _verdict(title: str, reasons: Sequence[str], *, good: bool) -> Markup:
    sign = words.SIGNS[CheckState.PASSED if good else CheckState.FAILED]
    word = Markup('<p class="word"><span aria-hidden="true">{}</span> {}: {}</p>').format(
        sign,
        title,
        words.YES if good else words.NO,
    )
    why = Markup("").join(Markup("<p>{}</p>").format(reason) for reason in reasons)
    return Markup('<div class="verdict {}">{}{}</div>').format("yes" if good else "no", word, why)


def _summary(verdict: Verdict) -> str:
    amounts = {how: sum(each.severity is how for each in verdict.findings) for how in Severity}
    unchecked = sum(check.state is CheckState.UNCHECKED for check in verdict.checks)
    parts = [
        count(len(verdict.pages), *words.PAGES) if verdict.pages else "",
        count(amounts[Severity.ERROR], *words.ERRORS),
        count(amounts[Severity.WARNING], *words.WARNINGS),
        count(amounts[Severity.NOTE], *words.TO_LOOK_AT) if verdict.about.kind is not Kind.PRINT else "",
        count(unchecked, *words.IMPOSSIBLE) if verdict.about.kind is Kind.PRINT else "",
    ]
    return ", ".join(part for part in parts if part) + "."


def _checks(verdict: Verdict) -> Iterator[Markup]:
    yield Markup("<h2>{}</h2>").format(words.CHECKS)
    columns = (
        (HEAD, words.CHECK),
        ("outcome", words.OUTCOME),
        ("measured", words.MEASURED),
        ("limit", words.LIMIT),
        ("clauses", words.CLAUSES),
    )
    yield table("checks", columns, [(check.state, _row(check)) for check in verdict.checks])


def _row(check: Checked) -> tuple[str | Markup, ...]:
    title: str | Markup = check.title
    target = check.check if check.findings else f"frage-{check.check}" if check.question else ""
    if target:
        title = Markup('<a href="#{}">{}</a>').format(target, check.title)
    outcome = Markup('<span class="sign" aria-hidden="true">{}</span>{}').format(
        words.SIGNS[check.state],
        words.STATES[check.state],
    )
    clauses = Markup("").join(Markup('<span class="line">{}</span> ').format(each) for each in numbers(check.clauses))
    return title, outcome, check.unchecked.partition(": ")[2] or check.measured, check.limit, clauses


def _notes(notes: Sequence[Note]) -> Iterator[Markup]:
    """Write what the makers of the file tell: pictures, converted colours, warnings."""
    if not notes:
        return
    yield Markup("<h2>{}</h2>").format(words.NOTES)
    for note in notes:
        items = Markup("\n").join(Markup("<li>{}</li>").format(line) for line in note.lines)
        sign = f"{words.SIGNS[CheckState.WARNED]} " if note.warning else ""
        yield Markup('<h3>{}{}</h3>\n<ul class="list wide">{}</ul>').format(sign, note.title, items)
