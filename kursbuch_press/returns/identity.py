"""Of which draft a file is the return: what it carries, what stands at its foot, what the editor says, what it looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kursbuch_press.drafts.properties import DRAFT_ID, DRAFT_NAMESPACE, RECIPIENT
from kursbuch_press.drafts.snapshot import Snapshot, draft_id, read_snapshot
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import W
from kursbuch_press.problems import PressError, listed
from kursbuch_press.returns import wording
from kursbuch_press.returns.returned import Known
from kursbuch_press.returns.tokens import normal, words_in

_ID = re.compile(r"(?<![0-9A-Fa-f-])[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}(?![0-9A-Fa-f-])")
_TELLING = 4
_ENOUGH, _NEARLY = 0.25, 0.9


class Drafts(Protocol):
    """What was sent: the snapshots that the project has kept."""

    def find(self, draft: str) -> Snapshot | None:
        """Give the snapshot of a draft."""

    def every(self) -> Iterator[Snapshot]:
        """Give all snapshots."""

    def again(self, lines: Sequence[str], /) -> Iterable[Snapshot]:
        """Give those that were not kept and can be made again, which takes seconds as soon as the first is asked for."""


def recipient_of(file: WordFile) -> str:
    """Give for whom a copy was."""
    return next((said for name, said in _properties(file) if name == RECIPIENT), "")


@dataclass(frozen=True, slots=True)
class Identity:
    """The draft of a return, how it was known, and what is to be said of that."""

    snapshot: Snapshot
    known: Known
    notices: tuple[str, ...] = ()


def identify(file: WordFile, lines: list[str], drafts: Drafts, given: str = "") -> Identity:
    """Find the draft; ``lines`` are the paragraphs of the return. Raises PressError where there is none."""
    notices: list[str] = []
    found = _carried(file, notices) or _named(file, lines, drafts)
    if found is not None:
        if given and given != found[0].id:
            notices.append(wording.OTHER_DRAFT.format(given=given, draft=found[0].id))
        return Identity(found[0], found[1], tuple(notices))
    return _given(lines, drafts, given) if given else _likest(lines, drafts)


def identify_words(pages: list[str], drafts: Drafts, given: str = "") -> Identity:
    """Find the draft of pages: by the id at their foot, by what the editor says, by the paragraphs that stand in them."""
    found = _of_names({name: Known.FOOTER for page in pages for name in _ID.findall(page)}, pages, drafts)
    if found is not None:
        return Identity(*found)
    if given:
        return _given(pages, drafts, given)
    said = _letters("".join(pages))

    def share_of(snapshot: Snapshot) -> float:
        texts = [_letters(block.rendered) for block in snapshot.blocks if len(words_in(block.rendered)) >= 2 * _TELLING]
        return sum(text in said for text in texts) / max(1, len(texts))

    return _guessed(pages, drafts, lambda snapshot: (share_of(snapshot),) * 2)


def _given(lines: Sequence[str], drafts: Drafts, given: str) -> Identity:
    """Take the draft that the editor names."""
    found = _of_names({given: Known.GIVEN}, lines, drafts)
    if found is None:
        raise PressError(wording.NO_SUCH_DRAFT.format(draft=given, near=_near(drafts)), exit_code=2)
    return Identity(*found)


def _of_names(names: Mapping[str, Known], lines: Sequence[str], drafts: Drafts) -> tuple[Snapshot, Known] | None:
    """Take the first of some ids that is known, of drafts that were kept before those that can be made again."""
    for name, known in names.items():
        if snapshot := drafts.find(name):
            return snapshot, known
    remade = drafts.again(lines) if names else ()
    return next(((snapshot, names[snapshot.id]) for snapshot in remade if snapshot.id in names), None)


def _guessed(lines: Sequence[str], drafts: Drafts, likeness: Callable[[Snapshot], tuple[float, float]]) -> Identity:
    """Take the draft that is most alike; those that have to be made again only where none that was kept is nearly the same.

    ``likeness`` says how much of both is the same, and how much of the smaller one.
    """
    best: tuple[float, float, Snapshot] | None = None
    for found in (drafts.every(), drafts.again(lines)):
        for snapshot in found:
            both, share = likeness(snapshot)
            if share >= _ENOUGH and (best is None or (both, share) > best[:2]):
                best = both, share, snapshot
        if best is not None and best[0] >= _NEARLY:
            break
    if best is None:
        raise PressError(wording.UNKNOWN_DRAFT, exit_code=2)
    snapshot = best[2]
    notice = wording.GUESSED_DRAFT.format(draft=snapshot.id, name=snapshot.name, state=snapshot.state)
    return Identity(snapshot, Known.LIKENESS, (notice,))


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _near(drafts: Drafts) -> str:
    known = [snapshot.id for snapshot in drafts.every()]
    return wording.NEAR_DRAFTS.format(drafts=listed(known)) if known else wording.NO_DRAFTS


def _carried(file: WordFile, notices: list[str]) -> tuple[Snapshot, Known] | None:
    """Take the snapshot that the file carries if its id is that of its words: then it says what the one we kept says."""
    for part in file.package.parts:
        if not re.fullmatch(r"customXml/item\d*\.xml", part):
            continue
        root = file.package.xml(part)
        if root is None or root.tag != f"{{{DRAFT_NAMESPACE}}}draft" or not len(root):
            continue
        try:
            snapshot = read_snapshot((root[0].text or "").encode())
        except ValueError:
            notices.append(wording.CHANGED_SNAPSHOT)
            continue
        if draft_id(snapshot) == snapshot.id:
            return snapshot, Known.FILE
        notices.append(wording.CHANGED_SNAPSHOT)
    return None


def _properties(file: WordFile) -> Iterator[tuple[str, str]]:
    for part in file.package.related("custom-properties"):
        root = file.package.xml(part)
        for each in root if root is not None else ():
            yield each.get("name", ""), "".join(str(text) for text in each.itertext()).strip()


def _named(file: WordFile, lines: list[str], drafts: Drafts) -> tuple[Snapshot, Known] | None:
    """Take the id from the properties of the file, then from its feet, then from anywhere."""
    names = {said: Known.PROPERTY for name, said in _properties(file) if name == DRAFT_ID}
    feet = [
        "".join(text.text or "" for text in part.iter(f"{W}t")) for kind in ("footer", "header") for part in file.related(kind)
    ]
    for line in (*feet, *lines):
        for name in _ID.findall(line):
            names.setdefault(name, Known.FOOTER)
    return _of_names(names, lines, drafts)


def _likest(lines: list[str], drafts: Drafts) -> Identity:
    """Take the draft with which the file has the most paragraphs in common."""
    said = {text for line in lines if len(words_in(text := normal(line).strip())) >= _TELLING}

    def likeness(snapshot: Snapshot) -> tuple[float, float]:
        spoken = (normal(block.label + block.rendered).strip() for block in snapshot.blocks)
        texts = {text for text in spoken if len(words_in(text)) >= _TELLING}
        common = len(said & texts)
        return common / max(1, len(said | texts)), common / max(1, min(len(said), len(texts)))

    return _guessed(lines, drafts, likeness)
