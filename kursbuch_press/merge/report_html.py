"""The outcome of a merge as a page for editors: by chapter, with conflicts side by side and the ledger of all returns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from kursbuch_press.merge.outcome import Change, Conflict, Move, Outcome, Who
from kursbuch_press.merge.report_json import total
from kursbuch_press.merge.three_way import hunks, tokens
from kursbuch_press.merge.wording import report as wording
from kursbuch_press.returns.returned import Comment, Ledger

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h1, h2, h3 { line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid #999; }
article { border-left: 4px solid #48708f; padding: .1rem 1rem; margin: 1.2rem 0; }
article.conflict { border-color: #b3432b; } article.unsure { border-color: #9a7400; }
ins { background: #d8efdb; text-decoration: underline; } del { background: #f7dcd6; }
.who, .where { color: #555; font-size: .9rem; } .text { white-space: pre-line; }
.versions { display: flex; flex-wrap: wrap; gap: 1rem; }
.versions > div { flex: 1 1 16rem; border: 1px solid #bbb; padding: .5rem 1rem; }
table { border-collapse: collapse; } th, td { border: 1px solid #999; padding: .2rem .6rem; text-align: right; }
th:first-child, td:first-child { text-align: left; }
"""


def report_html(outcome: Outcome) -> str:
    """Give the report."""
    title = escape(wording.TITLE)
    parts = [
        '<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">',
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>",
        f"<body>\n<h1>{title}</h1>", *_lead(outcome), *_conflicts(outcome), *_changes(outcome), *_comments(outcome),
        *_rest(outcome), *_ledger(outcome), "</body>\n</html>\n",
    ]  # fmt: skip
    return "\n".join(parts)


def _count(forms: tuple[str, str], count: int) -> str:
    return forms[count == 1].format(count=count)


def _lead(outcome: Outcome) -> Iterator[str]:
    words = wording.LEAD.format(
        returns=_count(wording.RETURNS, len(outcome.received)),
        changes=_count(wording.CHANGES, len(outcome.changes)),
        conflicts=_count(wording.CONFLICTS, len(outcome.conflicts)),
        comments=_count(wording.COMMENTS, len(outcome.comments)),
    )
    yield f"<p>{escape(words)}</p>"
    yield f"<p>{wording.HOW}</p>"
    if outcome.settled:
        yield f"<p>{escape(_count(wording.SETTLED, outcome.settled))}</p>"


def _conflicts(outcome: Outcome) -> Iterator[str]:
    if not outcome.conflicts:
        return
    yield f"<h2>{escape(wording.CONFLICTS_TITLE)}</h2>\n<p>{escape(wording.CONFLICTS_HOW)}</p>"
    yield from (_conflict(each) for each in outcome.conflicts)


def _conflict(conflict: Conflict) -> str:
    gap = " " if conflict.sources[:1].isspace() else ""
    around = f"{escape(conflict.before)}{gap}<strong>[…]</strong>{escape(conflict.behind)}" if conflict.place else ""
    versions = "\n".join(
        f"<div><h4>{escape(wording.VERSION.format(number=at))}: {escape(_names(version.who))}</h4>"
        f'<p class="text">{_shown(conflict.sources, version.text)}</p></div>'
        for at, version in enumerate(conflict.versions, 1)
    )
    return (
        f'<article class="conflict" id="k{conflict.number}">\n<h3>{conflict.number}. {escape(conflict.reason)}</h3>\n'
        f'<p class="where"><code>{escape(conflict.address)}</code></p>\n<p class="text">{around}</p>\n<div class="versions">\n'
        f'<div><h4>{escape(wording.SOURCES)}</h4><p class="text">{escape(conflict.sources or wording.NOTHING)}</p></div>\n'
        f"{versions}\n</div>\n</article>"
    )


def _changes(outcome: Outcome) -> Iterator[str]:
    for chapter, changes in groupby(outcome.changes, key=lambda change: change.chapter):
        yield f"<h2>{escape(wording.CHAPTER.format(chapter=chapter))}</h2>"
        yield from (_change(each) for each in changes)


def _change(change: Change) -> str:
    unsure = f' <strong class="unsure">({escape(wording.UNCERTAIN)})</strong>' if not change.certain else ""
    mark = "" if change.certain else ' class="unsure"'
    return (
        f'<article{mark} id="a{change.number}">\n<h3>{change.number}. {escape(wording.KINDS[change.kind])}{unsure}</h3>\n'
        f'<p class="where"><code>{escape(change.address)}</code></p>\n'
        f'<p class="text">{_shown(change.before, change.after)}</p>\n{_goes_to(change)}'
        f'<p class="who">{escape(_names(change.who))}</p>\n</article>'
    )


def _goes_to(change: Change) -> str:
    """Say where a thing that moves is to stand."""
    moves = [each for each in change.operations if isinstance(each, Move)]
    places = {"behind": wording.BEHIND, "before": wording.BEFORE}
    return "".join(
        f'<p class="where">{escape(places[each.where])} <code>{escape(f"{each.chapter}/{each.anchor}")}</code></p>\n'
        for each in moves
        if each.where in places
    )


def _shown(before: str, after: str) -> str:
    """Mark word by word what goes and what comes."""
    old, new = tokens(before), tokens(after)
    pieces: list[str] = []
    at = 0
    for hunk in hunks(old, new):
        pieces.append(escape("".join(old[at : hunk.start])))
        gone = "".join(old[hunk.start : hunk.end])
        pieces.append(f"<del>{escape(gone)}</del>" if gone else "")
        pieces.append(f"<ins>{escape(hunk.text)}</ins>" if hunk.words else "")
        at = hunk.end
    return "".join([*pieces, escape("".join(old[at:]))])


def _names(who: Iterable[Who]) -> str:
    told = []
    for each in who:
        day = f", {'.'.join(str(int(part)) for part in reversed(each.day.split('-')))}" if each.day else ""
        told.append(f"{each.name}{day}" + ("" if each.tracked else f" ({wording.UNTRACKED})"))
    return "; ".join(dict.fromkeys(told)) or wording.UNKNOWN


def _comments(outcome: Outcome) -> Iterator[str]:
    if not outcome.comments:
        return
    yield f"<h2>{escape(wording.COMMENTS_TITLE)}</h2>\n<p>{escape(wording.COMMENTS_HOW)}</p>"
    for file, comment in outcome.comments:
        yield f'<article>\n{_comment(comment)}\n<p class="where">{escape(file)}</p>\n</article>'


def _comment(comment: Comment) -> str:
    place = f"<code>{escape(comment.address)}</code>" if comment.address else ""
    page = escape(wording.PAGE.format(page=comment.page)) if comment.page else ""
    quoted = f"<blockquote>{escape(comment.quoted)}</blockquote>" if comment.quoted else ""
    replies = "".join(f"<li>{_comment(reply)}</li>" for reply in comment.replies)
    author = escape(comment.author or wording.UNKNOWN)
    return (
        f'<p class="where">{place} {page}</p>{quoted}<p><strong>{author}:</strong> {escape(comment.text)}</p>'
        + (f"<ul>{replies}</ul>" if replies else "")
    )  # fmt: skip


def _rest(outcome: Outcome) -> Iterator[str]:
    if outcome.unplaced:
        yield f"<h2>{escape(wording.UNPLACED_TITLE)}</h2>\n<p>{escape(wording.UNPLACED_HOW)}</p>\n<ul>"
        for file, each in outcome.unplaced:
            where = f" (<code>{escape(each.near)}</code>)" if each.near else ""
            yield f"<li>{escape(each.text)}{where} – {escape(file)}</li>"
        yield "</ul>"
    if outcome.refused:
        yield f"<h2>{escape(wording.REFUSED_TITLE)}</h2>\n<ul>"
        yield from (f"<li>{escape(each.sentence)} – {escape(file)}</li>" for file, each in outcome.refused)
        yield "</ul>"


def _ledger(outcome: Outcome) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in wording.LEDGER_HEAD)
    yield f"<h2>{escape(wording.LEDGER_TITLE)}</h2>\n<p>{escape(wording.LEDGER_HOW)}</p>\n<table>\n<tr>{heads}</tr>"
    yield from (_row(each.file, each.ledger) for each in outcome.received)
    yield _row(wording.ALL, total(each.ledger for each in outcome.received)) + "\n</table>"


def _row(name: str, ledger: Ledger) -> str:
    numbers = (ledger.read, ledger.unchanged, ledger.changed, ledger.new, ledger.refused, ledger.unplaced, ledger.remainder)
    return f'<tr><th scope="row">{escape(name)}</th>' + "".join(f"<td>{number}</td>" for number in numbers) + "</tr>"
