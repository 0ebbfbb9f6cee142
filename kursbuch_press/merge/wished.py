"""What a return wants, as data: texts that are to be others, records that come, go or move, and what is left over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kursbuch_press.merge.outcome import Operation, Who
from kursbuch_press.merge.three_way import Tokens, Wish, wishes
from kursbuch_press.returns.returned import Change, PieceKind, Returned, Unplaced


@dataclass(frozen=True, slots=True)
class TextWish:
    """A text as a return wants it, beside what it was in its draft."""

    address: str
    base: str
    theirs: str
    change: Change


@dataclass(frozen=True, slots=True)
class RecordWish:
    """Records that come, go or move; ``ids`` are those that are there today and concerned."""

    kind: str
    chapter: str
    address: str
    operations: tuple[Operation, ...]
    before: str
    after: str
    change: Change
    ids: tuple[str, ...] = ()
    base: tuple[tuple[str, str], ...] = ()
    """What the texts of these records were in the draft, by address."""
    rewrites: tuple[tuple[str, str], ...] = ()
    """Texts that become others at once, by address."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A change that the press cannot make; ``reason`` says why, in German."""

    chapter: str
    address: str
    reason: str
    before: str
    after: str
    change: Change
    value: str = ""
    """The address of a value that the editor can type in its place."""


@dataclass(slots=True)
class Proposals:
    """Everything that one return wants."""

    returned: Returned
    texts: list[TextWish] = field(default_factory=list)
    records: list[RecordWish] = field(default_factory=list)
    left: list[Leftover] = field(default_factory=list)
    notes: dict[tuple[str, str], str] = field(default_factory=dict)
    placed: list[Unplaced] = field(default_factory=list)
    """What reading found no place for, and merging did."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What several returns want of one text of today; by the digest of each return, whose wish it is."""

    today: Tokens
    wanted: tuple[tuple[str, list[Wish]], ...]
    known: Mapping[str, tuple[Proposals, TextWish]]
    settled: int
    """So many have what they want already."""


def hear(mine: str, group: Sequence[tuple[Proposals, TextWish]], cut: Callable[[str], Tokens]) -> Heard:
    """Say what each of some returns wants of a text that is ``mine`` today; ``cut`` takes it apart."""
    today = cut(mine)
    wanted = tuple((proposals.returned.digest, wishes(cut(wish.base), cut(wish.theirs), today)) for proposals, wish in group)
    known = {proposals.returned.digest: (proposals, wish) for proposals, wish in group}
    return Heard(today, wanted, known, sum(not wants for _, wants in wanted))


def who_of(change: Change, returned: Returned, words: str | None = None) -> tuple[Who, ...]:
    """Give who made a change; with ``words`` only those whose words these are."""
    hands = change.hands
    if words is not None:
        wanted = set(words.split())
        named = [
            piece.hand for piece in change.pieces
            if piece.hand and piece.kind is not PieceKind.KEPT and (wanted & set(piece.text.split()))
        ]  # fmt: skip
        hands = tuple(named) or hands
    people = {
        Who(
            hand.author or returned.saved_by or returned.name,
            hand.when.date().isoformat() if hand.when else "",
            returned.name,
            hand.tracked,
        )
        for hand in hands
    }
    return tuple(sorted(people)) or (Who(returned.saved_by or returned.name, "", returned.name, tracked=False),)
