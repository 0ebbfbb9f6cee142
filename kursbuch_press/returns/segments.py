"""A text that goes over several paragraphs, cut at their ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kursbuch_press.drafts.spans import Spans
from kursbuch_press.returns.comparing import after
from kursbuch_press.returns.paragraphs import Paragraph, Tracked
from kursbuch_press.returns.returned import Piece, PieceKind
from kursbuch_press.returns.tokens import END


@dataclass(slots=True)
class Segment:
    """One paragraph of now, with its pieces; ``end`` is the piece that ended it."""

    paragraph: Paragraph
    pieces: tuple[Piece, ...] = ()
    end: tuple[Piece, ...] = field(default=())

    @property
    def after(self) -> Spans:
        """Its words."""
        return after(self.pieces)

    @property
    def all_pieces(self) -> tuple[Piece, ...]:
        """Its pieces with that at its end, which is a line break to whoever reads them."""
        return (*self.pieces, *self.end)

    @property
    def is_kept(self) -> bool:
        """Whether some of its words are the draft's."""
        return any(piece.kind in {PieceKind.KEPT, PieceKind.LOOK} and piece.text.strip() for piece in self.pieces)


def segments_of(pieces: Sequence[Piece], paragraphs: Sequence[Paragraph]) -> list[Segment]:
    """Cut pieces at the ends of paragraphs that stand now; struck out ends become line breaks."""
    standing = [each for each in paragraphs if each.mark not in {Tracked.DELETED, Tracked.NEVER} or each is paragraphs[-1]]
    found: list[tuple[list[Piece], tuple[Piece, ...]]] = [([], ())]
    for piece in _cut(pieces):
        is_end = piece.text == END
        shown = replace(piece, spans=_broken(piece.spans))
        if is_end and piece.kind is not PieceKind.DELETED:
            found[-1] = (found[-1][0], (shown,))
            found.append(([], ()))
        else:
            found[-1][0].append(shown)
    return [Segment(standing[min(at, len(standing) - 1)], tuple(inside), end) for at, (inside, end) in enumerate(found)]


def _cut(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Give pieces with each end of a paragraph in one of its own."""
    for piece in pieces:
        if END not in piece.text:
            yield piece
            continue
        for span in piece.spans:
            rest = span.text
            while END in rest:
                before, _, rest = rest.partition(END)
                if before:
                    yield replace(piece, spans=(replace(span, text=before),))
                yield replace(piece, spans=(replace(span, text=END),))
            if rest or span.note:
                yield replace(piece, spans=(replace(span, text=rest),))


def with_line_breaks(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give pieces in which the end of a paragraph is a line break."""
    if not any(END in piece.text for piece in pieces):
        return tuple(pieces)
    return tuple(replace(piece, spans=_broken(piece.spans)) for piece in pieces)


def _broken(spans: Spans) -> Spans:
    return tuple(replace(span, text=span.text.replace(END, "\n")) for span in spans)
