"""The report for people: one HTML file without anything from outside, to be read on a screen or printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from markupsafe import Markup

from kursbuch_press.checks.findings import Checked, Note, State, Verdict
from kursbuch_press.checks.german import count
from kursbuch_press.checks.pictures import Pictures
from kursbuch_press.checks.report_findings import findings_section
from kursbuch_press.checks.report_pages import contact_section, pages_section
from kursbuch_press.checks.report_tables import table_head
from kursbuch_press.checks.wording import report as words
from kursbuch_press.problems import Severity

_LONG_LINE = 40


def report_html(verdict: Verdict, pictures: Pictures | None = None, notes: Sequence[Note] = ()) -> str:
    """Write the report, with what the makers of the file note; the same input gives the same text."""
    pictures = pictures or Pictures()
    name = verdict.name or words.NAMELESS
    parts = [
        Markup('<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n<title>{}</title>').format(
            words.TITLE_OF.format(name=name),
        ),
        Markup('<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>\n{}</style>').format(_css()),
        Markup("</head>\n<body>\n<main>\n<h1>{}</h1>").format(words.TITLE),
        Markup('<p class="about">{}</p>').format(words.ABOUT.format(name=name, printer=verdict.printer)),
        *_verdicts(verdict),
        *_checks(verdict),
        *findings_section(verdict),
        *_notes(notes),
        *pages_section(verdict, pictures),
        *contact_section(verdict, pictures),
        *_lists(verdict),
        Markup("<h2>{}</h2>\n<p>{}</p>\n<p>{}</p>").format(
            words.TOOLS,
            ", ".join(verdict.tools) or words.TOOLS_NONE,
            words.LIMITS,
        ),
        Markup("</main>\n</body>\n</html>\n"),
    ]
    return str(Markup("\n").join(parts))


def _css() -> Markup:
    return Markup(Path(__file__).with_name("report.css").read_text("utf-8"))  # noqa: S704 - our own file


def _verdicts(verdict: Verdict) -> Iterator[Markup]:
    """Write both verdicts, and what they rest on."""
    failed = [check for check in verdict.checks if check.state is State.FAILED]
    technical = [check.title for check in failed if check.check != "release"]
    release = next((check for check in verdict.checks if check.check == "release"), None)
    yield Markup('<div class="verdicts">')
    reason = words.TECHNICAL_YES if verdict.technical else words.TECHNICAL_NO.format(checks=", ".join(technical))
    yield _verdict(words.TECHNICAL, reason, good=verdict.technical)
    reason = words.RELEASED_YES
    if not verdict.released and release is not None:
        reason = release.unchecked or " ".join(finding.message for finding in release.findings)
        reason = words.RELEASED_NO.format(what=reason)
    yield _verdict(words.RELEASED, reason, good=verdict.released)
    yield Markup("</div>")
    amounts = [sum(each.severity is how for each in verdict.findings) for how in (Severity.ERROR, Severity.WARNING)]
    unchecked = sum(check.state is State.UNCHECKED for check in verdict.checks)
    summary = words.SUMMARY.format(
        pages=count(len(verdict.pages), "Seite", "Seiten"),
        errors=count(amounts[0], "Fehler", "Fehler"),
        warnings=count(amounts[1], "Hinweis", "Hinweise"),
        unchecked=count(unchecked, "Prüfung nicht möglich", "Prüfungen nicht möglich"),
    )
    yield Markup("<p>{}</p>").format(summary)


def _verdict(title: str, reason: str, *, good: bool) -> Markup:
    sign = words.SIGNS[State.PASSED if good else State.FAILED]
    word = Markup('<p class="word"><span aria-hidden="true">{}</span> {}: {}</p>').format(
        sign,
        title,
        words.YES if good else words.NO,
    )
    return Markup('<div class="verdict {}">{}<p>{}</p></div>').format("yes" if good else "no", word, reason)


def _checks(verdict: Verdict) -> Iterator[Markup]:
    yield Markup("<h2>{}</h2>").format(words.CHECKS)
    heads = table_head(words.CHECK, words.OUTCOME, words.MEASURED, words.LIMIT)
    yield Markup('<table class="checks">{}\n<tbody>').format(heads)
    for check in verdict.checks:
        title: str | Markup = check.title
        if check.findings:
            title = Markup('<a href="#{}">{}</a>').format(check.check, check.title)
        yield _check(check, title)
    yield Markup("</tbody></table>")


def _check(check: Checked, title: str | Markup) -> Markup:
    outcome = Markup('<td class="outcome"><span class="sign" aria-hidden="true">{}</span>{}</td>').format(
        words.SIGNS[check.state],
        words.STATES[check.state],
    )
    return Markup('<tr class="{}"><th scope="row">{}</th>{}<td>{}</td><td>{}</td></tr>').format(
        check.state,
        title,
        outcome,
        check.unchecked.partition(": ")[2] or check.measured,
        check.limit,
    )


def _notes(notes: Sequence[Note]) -> Iterator[Markup]:
    """Write what the makers of the file tell: pictures, converted colours, warnings."""
    if not notes:
        return
    yield Markup("<h2>{}</h2>").format(words.NOTES)
    for note in notes:
        items = Markup("\n").join(Markup("<li>{}</li>").format(line) for line in note.lines)
        sign = f"{words.SIGNS[State.WARNED]} " if note.warning else ""
        yield Markup('<h3>{}{}</h3>\n<ul class="list wide">{}</ul>').format(sign, note.title, items)


def _lists(verdict: Verdict) -> Iterator[Markup]:
    """Write what is listed for people who go through it: hyphenations, ink of each page."""
    listed = [check for check in verdict.checks if check.listed]
    if not listed:
        return
    yield Markup("<h2>{}</h2>").format(words.LISTS)
    for check in listed:
        yield _list(check)


def _list(check: Checked) -> Markup:
    wide = " wide" if max(len(line) for line in check.listed) > _LONG_LINE else ""
    items = Markup("\n").join(Markup("<li>{}</li>").format(line) for line in check.listed)
    title = words.LIST_TITLES.get(check.check, check.title)
    return Markup('<h3>{}</h3>\n<ul class="list{}">{}</ul>').format(title, wide, items)
