"""Small judgements about the text of a block: is it as it was, which looks are meant, whose hands were in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kursbuch_press.drafts.snapshot import Block, Kind
from kursbuch_press.drafts.spans import Span, Spans
from kursbuch_press.returns.comparing import Context, Raw
from kursbuch_press.returns.paragraphs import Paragraph, Tracked
from kursbuch_press.returns.returned import Hand, Piece, PieceKind
from kursbuch_press.returns.tokens import END, Letter, letters_of, normal

_PLAIN_KINDS = frozenset({Kind.PARAGRAPH, Kind.ITEM, Kind.CELL, Kind.NOTE})
_BOLD_STYLES = frozenset(
    {"Zeilenkopf", "Kastentitel", "Kastenmarke", "Blicktitel", "Kennzahl", "Impressumtitel", "DefinitionTerm"}
)


def is_as_it_was(block: Block, paragraphs: Sequence[Paragraph], context: Context) -> bool:
    """Say at a glance that nothing happened; what is not that simple is compared word by word."""
    if len(paragraphs) != 1:
        return False
    runs = paragraphs[0].runs
    if any(run.state is not Tracked.KEPT or run.relook is not None for run in runs):
        return False
    label, rendered = block.label, block.rendered
    if label and len(runs) > 1 and runs[0].span.text == label:
        label, runs = "", runs[1:]  # how a label looks is not the author's
    said = label + rendered
    now = "".join([run.span.text for run in runs])
    if now != said and normal(now).strip() != normal(said).strip():
        return False
    if context.looks and any(span.strong or span.emphasis or span.href or span.note for span in block.spans):
        return _looks(block.spans, {}) == _looks([run.span for run in runs], context.calls)
    return not any(run.span.strong or run.span.emphasis or run.span.href or run.span.note for run in runs)


def _looks(spans: Iterable[Span], calls: dict[str, str]) -> list[tuple[bool, bool, str, str]]:
    """Give the looks of a text word by word, in order, without its plain words."""
    found: list[tuple[bool, bool, str, str]] = []
    for span in spans:
        note = calls.get(span.note, span.note)
        look = (span.strong, span.emphasis, span.href, note)
        if any(look):
            found.extend([look] * (1 if note else len(normal(span.text).replace(" ", ""))))
    return found


def base_letters(block: Block) -> list[Letter]:
    """Give a block letter by letter, with its label."""
    label = letters_of((Span(block.label),), label=True) if block.label else []
    return [*label, *letters_of(block.spans)]


def settled(base: Sequence[Letter], raw: list[Raw], block: Block, context: Context) -> list[Raw]:
    """Give a text without looks that nobody meant: programs turn the bold of a style into that of its words."""
    if block.kind in _PLAIN_KINDS and block.style.partition("-")[0] not in _BOLD_STYLES and context.looks:
        return raw
    spoken = [each.letter for each in raw if not each.letter.sign.isspace() and each.state is not Tracked.DELETED]
    if spoken and all(letter.span.strong for letter in spoken) and not any(letter.span.strong for letter in base):
        raw = [_respan(each, replace(each.letter.span, strong=False)) for each in raw]
    if spoken and all(letter.span.emphasis for letter in spoken) and not any(letter.span.emphasis for letter in base):
        raw = [_respan(each, replace(each.letter.span, emphasis=False)) for each in raw]
    return raw


def _respan(raw: Raw, span: Span) -> Raw:
    return replace(raw, letter=replace(raw.letter, span=span))


def end_letters() -> list[Letter]:
    """Give the end of a paragraph as a letter."""
    return [Letter(END, Span(END))]


def all_new(raw: Sequence[Raw], context: Context) -> tuple[Piece, ...]:
    """Give a text that the draft does not have: all of it inserted, with tracking or without."""
    found: list[tuple[Span, Hand | None, list[str]]] = []
    for each in raw:
        if each.state in {Tracked.DELETED, Tracked.NEVER}:
            continue
        hand = each.hand if each.state is Tracked.INSERTED else context.saved_by
        span = each.letter.span
        if found and found[-1][1] == hand and not span.note and _looks_alike(found[-1][0], span):
            found[-1][2].append(each.letter.sign)
        else:
            found.append((span, hand, [each.letter.sign]))
    return tuple(
        Piece(PieceKind.INSERTED, (span if span.note else replace(span, text="".join(signs)),), hand)
        for span, hand, signs in found
    )


def _looks_alike(one: Span, other: Span) -> bool:
    return one is other or (one.strong, one.emphasis, one.href, one.note, one.field) == (
        other.strong, other.emphasis, other.href, other.note, other.field,
    )  # fmt: skip


def hands_of(pieces: Iterable[Piece], paragraphs: Iterable[Paragraph]) -> tuple[Hand, ...]:
    """Give everybody who had a hand in some pieces, each once, in the order of the text; a row has a hand of its own."""
    found = [piece.hand for piece in pieces if piece.hand is not None]
    found.extend(each.row_hand for each in paragraphs if each.row_hand is not None)
    return tuple(dict.fromkeys(found))


def joined_spans(blocks: Sequence[Block]) -> Spans:
    """Give the words of blocks, a line break between them."""
    found: list[Span] = []
    for block in blocks:
        if found:
            found.append(Span("\n"))
        found.extend(block.spans)
    return tuple(found)
