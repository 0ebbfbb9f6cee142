"""The facts of a measure that are values and no texts: names in a row, two months, a choice. Each name merges by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kursbuch_press.book.measures import PRINTED_ONCE, Measure, Priority, Status
from kursbuch_press.drafts.snapshot import Block
from kursbuch_press.drafts.spans import span_text
from kursbuch_press.merge.outcome import Change, Conflict, Splice, Version, Who
from kursbuch_press.merge.sheets import BETWEEN, SourceData, sheet_of
from kursbuch_press.merge.three_way import Contested, Hunk, Tokens, spots
from kursbuch_press.merge.wished import Heard, Proposals, TextWish, hear, who_of
from kursbuch_press.merge.wording import reasons
from kursbuch_press.problems import listed
from kursbuch_press.returns.returned import Change as Edit
from kursbuch_press.returns.tokens import normal
from kursbuch_press.sources.shapes import is_required

LISTS = ("responsible", "partners")
CHOICES: Mapping[str, type[Priority | Status]] = {"priority": Priority, "status": Status}
_COMMA = re.compile(r"\s*[,;\n]\s*(?![^()]*\))")
_PART = re.compile(rf"(?:^|{BETWEEN})(?:(?!{BETWEEN}).)*", re.DOTALL)
_MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip
_MONTH = re.compile(rf"(?:(\d{{1,2}})\s*[/.-]\s*|({'|'.join(_MONTHS)})\s+)((?:19|20)\d\d)(?!\d)")


def is_value(address: str, sheet: SourceData | None) -> bool:
    """Say whether an address means a value of a measure."""
    if sheet is None or address.count("/") < 2:  # noqa: PLR2004 - chapter, measure, field
        return False
    name, field = address.split("/")[-2:]
    slot = sheet.slot(name) if field in {*LISTS, *CHOICES, "start", "until"} else None
    return slot is not None and slot.model is Measure


def value_wishes(change: Edit, block: Block, sheet: SourceData, printed: Mapping[str, str]) -> list[TextWish] | str:
    """Give what a co-author typed as values, or why they are none; ``printed`` are the keys of printed words."""
    owner, _, field = block.address.rpartition("/")
    said = _words(span_text(change.after))
    if field in LISTS:
        return _list(change, block, sheet, said)
    if field in CHOICES:
        known = {word: key for word, key in printed.items() if key in set(CHOICES[field])}
        base, theirs = (known.get(_words(words).casefold(), "") for words in (block.rendered, said))
        if base and theirs:
            return [TextWish(block.address, base, theirs, change)]
        return reasons.NO_CHOICE.format(word=said, known=listed(f"{word} ({key})" for word, key in known.items()))
    was, now = months_in(block.rendered), months_in(said)
    if len(now) == 1 and len(set(was)) == 1:
        now *= 2
    if not was or len(now) != 2 or now[1] < now[0]:  # noqa: PLR2004 - from one month to another
        return reasons.NO_MONTHS.format(word=said)
    pairs = zip(("start", "until"), (was[0], was[-1]), now, strict=True)
    return [TextWish(f"{owner}/{name}", one, other, change) for name, one, other in pairs if one != other]


def months_in(text: str) -> tuple[str, ...]:
    """Give all months of a text as the sources write them; nothing where a word beside them is more than "bis"."""
    text = _words(text).casefold()
    if _MONTH.sub("", text).replace("von", "").replace("bis", "").replace("ab", "").strip(" –—-‑.,"):
        return ()
    found = [(match[1] or str(_MONTHS.index(match[2]) + 1), match[3]) for match in _MONTH.finditer(text)]
    if any(not 1 <= int(month) <= len(_MONTHS) for month, _ in found):
        return ()
    return tuple(f"{year}-{month:0>2}" for month, year in found)


def names_in(text: str, known: Iterable[str] = ()) -> list[str]:
    """Give the names of a row; a comma inside of one that is known does not part it."""
    spelled = sorted({_words(name): name for name in known if name}.items(), key=lambda each: -len(each[0]))
    rest, found = _words(text), list[str]()
    while rest:
        name = next((name for said, name in spelled if re.match(rf"{re.escape(said)}\s*(?:[,;\n]|$)", rest)), None)
        match = _COMMA.search(rest, len(_words(name)) if name else 0)
        found.append(name or rest[: match.start() if match else None])
        rest = rest[match.end() :] if match else ""
    return [name for name in dict.fromkeys(each.strip(" .") for each in found) if name]


def _words(text: str) -> str:
    """Give words without what the typesetter put between them."""
    lines = (" ".join(line.replace("\u00ad", "").split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _list(change: Edit, block: Block, sheet: SourceData, said: str) -> list[TextWish] | str:
    measures = [slot.record for slot in sheet.slots() if slot.model is Measure]
    known = {name for record in measures for field in LISTS for name in record.get(field) or ()}
    base, theirs = (names_in(text, known) for text in (block.rendered, said))
    if not theirs and is_required(Measure, block.address.rpartition("/")[2]):
        return reasons.NEEDED
    same = {normal(name).casefold(): name for name in base}
    theirs = [same.get(normal(name).casefold(), name) if normal(name) in map(normal, base) else name for name in theirs]
    return [TextWish(block.address, BETWEEN.join(base), BETWEEN.join(theirs), change)] if base != theirs else []


# Three ways


def parts(value: str) -> Tokens:
    """Take a value apart: each name of a row is one, anything else is a whole."""
    return tuple(_PART.findall(value)) if value else ()


def merged_values(
    address: str, mine: str, group: Sequence[tuple[Proposals, TextWish]]
) -> tuple[list[Change], list[Conflict], int]:
    """Say what several people want of a value: changes, at most one conflict, and how many have what they want."""
    heard = hear(mine, group, parts)
    found = spots(heard.today, heard.wanted)
    if any(spot.is_conflict for spot in found):
        return [], [_conflict(address, heard)], heard.settled
    changes = [_change(address, heard.today, bound, heard.known) for bound in _bound(found, heard.today)]
    return changes, [], heard.settled


def _conflict(address: str, heard: Heard) -> Conflict:
    """Show everybody's value as a whole: a row of names is judged as one."""
    mine = "".join(heard.today)
    texts: dict[str, set[Who]] = {}
    for digest, wants in heard.wanted:
        if wants:
            text = _tidy(_with(heard.today, [want.hunk for want in wants]))
            texts.setdefault(text, set()).update(who_of(heard.known[digest][1].change, heard.known[digest][0].returned))
    versions = tuple(
        Version(text, tuple(sorted(who)), (Splice(address, 0, len(mine), text),)) for text, who in sorted(texts.items())
    )
    reason = reasons.BOTH if len(versions) > 1 else reasons.SOURCES
    return Conflict(sheet_of(address), address, reason, mine, versions, place=Splice(address, 0, len(mine), mine))


def _with(today: Tokens, hunks: Iterable[Hunk]) -> str:
    pieces, at = list[str](), 0
    for hunk in sorted(hunks):
        pieces += [*today[at : hunk.start], *hunk.words]
        at = hunk.end
    return "".join([*pieces, *today[at:]])


def _tidy(value: str) -> str:
    return BETWEEN.join(filter(None, (each.strip() for each in value.split(BETWEEN.strip()))))


def _bound(found: Sequence[Contested], today: Tokens) -> Iterator[list[Contested]]:
    """Give each place by itself, but for a name that goes here and comes there: that one moved."""
    gone = {_tidy(each) for spot in found for each in today[spot.start : spot.end]}
    come = {_tidy(each) for spot in found for each in spot.versions[0][0]}
    if gone & come:
        yield list(found)
    else:
        yield from ([spot] for spot in found)


def _change(address: str, today: Tokens, bound: Sequence[Contested], known: Mapping[str, tuple[Proposals, TextWish]]) -> Change:
    mine = "".join(today)
    names = {name for spot in bound for _, versions in spot.versions for name in versions}
    who = {person for name in names for person in who_of(known[name][1].change, known[name][0].returned)}
    certain = all(known[name][1].change.certain for name in names)
    splices = tuple(_splice(address, today, spot) for spot in bound)
    after = _tidy(_with(today, [Hunk(spot.start, spot.end, spot.versions[0][0]) for spot in bound]))
    return Change(sheet_of(address), address, _kind(mine, after), mine, after, tuple(sorted(who)), splices, certain)


def _splice(address: str, today: Tokens, spot: Contested) -> Splice:
    begin = len("".join(today[: spot.start]))
    return Splice(address, begin, begin + len("".join(today[spot.start : spot.end])), "".join(spot.versions[0][0]))


def _kind(before: str, after: str) -> str:
    """Tell names that were added, taken away, moved or changed apart."""
    one, other = before.split(BETWEEN), after.split(BETWEEN)
    if BETWEEN not in before + after:
        return "edited"
    if sorted(one) == sorted(other):
        return "moved"
    if set(one) < set(other):
        return "new"
    return "deleted" if set(other) < set(one) else "edited"


def printed_keys(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give the keys of printed words; where measures show other words than the shipped ones, those they show."""
    found = dict(PRINTED_ONCE)
    doubtful: set[str] = set()
    for word, key in pairs:
        said = _words(word).casefold()
        if found.setdefault(said, key) != key and said not in PRINTED_ONCE:
            doubtful.add(said)
    return {word: key for word, key in found.items() if word not in doubtful}
