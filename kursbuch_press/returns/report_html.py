"""A return as a page for editors: chapter by chapter, each change marked up, comments beside it, and the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from kursbuch_press.drafts.snapshot import Kind
from kursbuch_press.drafts.spans import Span, Spans, span_text
from kursbuch_press.returns.report_json import ledger_record
from kursbuch_press.returns.returned import Change, ChangeKind, Comment, Piece, PieceKind, Returned, Unplaced
from kursbuch_press.returns.wording import report as words

_STYLE = (Path(__file__).parent / "report.css").read_text("utf-8")
_AROUND = 160
"""Letters of unchanged text that are shown before and behind a change."""
_TAGS = {PieceKind.INSERTED: "ins", PieceKind.DELETED: "del", PieceKind.LOOK: "mark"}


def report_html(returned: Returned) -> str:
    """Give the report of one return."""
    title = escape(words.TITLE.format(name=returned.name))
    lines = [
        '<!DOCTYPE html>\n<html lang="de"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title><style>{_STYLE}</style></head><body><main>",
        f"<h1>{title}</h1>",
        *_about(returned),
        *_changes(returned),
        *_comments(returned),
        *_unplaced(returned.unplaced),
        *_refused(returned),
        *_ledger(returned),
        "</main></body></html>\n",
    ]
    return "\n".join(lines)


def _about(returned: Returned) -> Iterator[str]:
    snapshot = returned.snapshot
    known = words.KNOWN[returned.known]
    about = words.ABOUT.format(name=snapshot.name, state=snapshot.state, id=snapshot.id, known=known)
    yield f'<p class="about">{escape(about)}</p>'
    unplaced = len(returned.unplaced)
    if returned.changes or returned.comments or unplaced:
        yield f"<p>{escape(words.summary(len(returned.changes), len(returned.comments), unplaced))}</p>"
    else:
        yield f"<p>{words.NOTHING}</p>"
    if returned.notices:
        yield f'<h2>{words.NOTICES}</h2><ul class="notices">'
        yield from (f"<li>{escape(each)}</li>" for each in returned.notices)
        yield "</ul>"


def _changes(returned: Returned) -> Iterator[str]:
    beside: dict[str, list[Comment]] = {}
    for comment in returned.comments:
        beside.setdefault(comment.address, []).append(comment)
    for chapter, changes in groupby(returned.changes, lambda change: change.chapter):
        yield f"<h2>{escape(_title(returned, chapter))}</h2>"
        for change in changes:
            yield from _change(change, beside.get(change.address, ()) if change.address else ())
    if not returned.changes and (returned.comments or returned.unplaced):
        yield f"<h2>{words.CHANGES}</h2><p>{words.NO_CHANGES}</p>"


def _title(returned: Returned, chapter: str) -> str:
    """Give the title of a chapter as the draft has it."""
    for block in returned.snapshot.blocks:
        if block.chapter == chapter and block.kind is Kind.HEADING:
            return block.label + block.rendered
    return chapter or returned.snapshot.title


def _name(change: Change) -> str:
    """Say what changed: cells that went or came together are a row, or a column."""
    if change.block not in {Kind.CELL, Kind.HEAD_CELL} or not (change.addresses or change.parts):
        return words.BLOCKS[change.block]
    is_column = len({address.rpartition("/")[2] for address in change.addresses}) == 1 < len(change.addresses)
    return words.COLUMN if is_column else words.ROW


def _change(change: Change, comments: Sequence[Comment]) -> Iterator[str]:
    unsure = "" if change.certain else ' class="unsure"'
    yield f'<article{unsure} id="aenderung-{change.number}"><div class="number">{change.number}</div><div>'
    flags = "" if change.certain else f'<span class="flag">{words.UNSURE}</span>'
    if not change.editable:
        flags += f'<span class="flag" title="{escape(words.GENERATED_HINT)}">{words.GENERATED}</span>'
    yield f"<h3>{_name(change)} {words.KINDS[change.kind]}{flags}</h3>"
    yield f'<p class="where">{escape(_where(change))}</p>'
    yield f'<div class="text" lang="de">{_marked(change)}</div>'
    yield f'<p class="who">{escape("; ".join(words.hand(each) for each in change.hands))}</p>'
    for comment in comments:
        yield from _comment(comment)
    yield "</div></article>"


def _where(change: Change) -> str:
    if change.kind is ChangeKind.NEW:
        return words.BEHIND.format(address=change.behind) if change.behind else words.AT_START
    if change.kind is ChangeKind.MOVED:
        return f"{change.address}; {words.MOVED_BEHIND.format(address=change.behind)}"
    return ", ".join(change.addresses) or change.address


def _marked(change: Change) -> str:
    """Give a change with what was struck out and added; long unchanged stretches are left out."""
    if change.kind is ChangeKind.NEW and change.parts:
        return " | ".join(f"<ins>{_spans(part)}</ins>" for part in change.parts)
    if change.kind is ChangeKind.DELETED and len(change.addresses) > 1:  # a row or a column
        return " | ".join(f"<del>{_spans(piece.spans)}</del>" for piece in change.pieces)
    last = len(change.pieces) - 1
    return "".join(_piece(piece, first=at == 0, last=at == last) for at, piece in enumerate(change.pieces))


def _piece(piece: Piece, *, first: bool, last: bool) -> str:
    tag = _TAGS.get(piece.kind)
    if tag is not None:
        text = _spans(piece.spans)
        return f"<{tag}>{text.replace(chr(10), '¶' + chr(10)) or '¶'}</{tag}>"
    text = span_text(piece.spans)
    if len(text) <= 2 * _AROUND or (first and last):
        return _spans(piece.spans)
    gap = '<span class="gap"> […] </span>'
    head = "" if first else escape(text[:_AROUND].rpartition(" ")[0])
    tail = "" if last else escape(text[-_AROUND:].partition(" ")[2])
    return f"{head}{gap}{tail}"


def _spans(spans: Spans) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    if span.note:
        return f'<span class="note" title="{escape(span.note)}">Fn</span>'
    text = escape(span.text)
    text = f"<strong>{text}</strong>" if span.strong else text
    text = f"<em>{text}</em>" if span.emphasis else text
    return f'{text} <span class="where">({escape(span.href)})</span>' if span.href else text


def _comments(returned: Returned) -> Iterator[str]:
    """Give the comments that stand beside no change."""
    changed = {change.address for change in returned.changes if change.address}
    rest = [each for each in returned.comments if each.address not in changed]
    if rest:
        yield f"<h2>{words.COMMENTS}</h2>"
        for comment in rest:
            place = comment.address or (words.PAGE.format(page=comment.page) if comment.page else words.UNSURE)
            yield f'<article><div class="number"></div><div><p class="where">{escape(place)}</p>'
            yield from _comment(comment)
            yield "</div></article>"


def _comment(comment: Comment) -> Iterator[str]:
    yield "<aside>"
    yield f'<p class="who">{escape(_said_by(comment))}</p><p>{escape(comment.text)}</p>'
    for reply in comment.replies:
        yield f'<div class="reply"><p class="who">{escape(_said_by(reply))}</p><p>{escape(reply.text)}</p></div>'
    yield "</aside>"


def _said_by(comment: Comment) -> str:
    parts = [words.OUR_QUESTION if comment.ours else comment.author or words.NOBODY]
    if comment.when is not None and not comment.ours:
        parts.append(words.moment(comment.when))
    if comment.page:
        parts.append(words.PAGE.format(page=comment.page))
    if comment.quoted:
        parts.append(words.COMMENT_ON.format(quoted=comment.quoted))
    if comment.done:
        parts.append(words.DONE)
    return ", ".join(parts)


def _unplaced(unplaced: Sequence[Unplaced]) -> Iterator[str]:
    if unplaced:
        yield f"<h2>{words.UNPLACED}</h2><ul>"
        for each in unplaced:
            told = [words.NEAR.format(address=each.near)] if each.near else []
            told += [words.PAGE.format(page=each.page)] if each.page else []
            told += [words.hand(each.hand)] if each.hand else []
            text = escape(each.text).replace("\n", "<br>") or words.WITHOUT_TEXT
            yield f'<li>{words.FOREIGN[each.what]}: {text} <span class="where">{escape("; ".join(told))}</span></li>'
        yield "</ul>"


def _refused(returned: Returned) -> Iterator[str]:
    if returned.refused or returned.looks:
        yield f"<h2>{words.REFUSED}</h2><ul>"
        yield from (f"<li>{escape(each.sentence)} {escape(each.text)}</li>" for each in returned.refused)
        if returned.looks:
            yield f"<li>{words.LOOKS.format(count=returned.looks)}</li>"
        yield "</ul>"


def _ledger(returned: Returned) -> Iterator[str]:
    record = ledger_record(returned.ledger)
    yield f"<h2>{words.LEDGER}</h2><p>{words.LEDGER_ABOUT}</p><table>"
    for name, label in words.LEDGER_ROWS.items():
        total = ' class="sum"' if name in {"read", "remainder"} else ""
        yield f'<tr{total}><th scope="row">{label}</th><td>{record[name]}</td></tr>'
    yield "</table>"
    struck = returned.ledger.struck
    if struck:
        yield f"<p>{words.ONE_STRUCK if struck == 1 else words.STRUCK.format(count=struck)}</p>"
