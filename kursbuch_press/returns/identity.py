"""Of which draft a file is the return: what it carries, what stands at its foot, what the editor says, what it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from kursbuch_press.drafts.properties import DRAFT_ID, DRAFT_NAMESPACE, RECIPIENT
from kursbuch_press.drafts.snapshot import Snapshot, draft_id, read_snapshot
from kursbuch_press.packages import WordFile
from kursbuch_press.packages.elements import W
from kursbuch_press.problems import PressError
from kursbuch_press.returns import wording
from kursbuch_press.returns.returned import Known
from kursbuch_press.returns.tokens import normal, words_in

_ID = re.compile(r"(?<![0-9A-Fa-f-])[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}(?![0-9A-Fa-f-])")
_TELLING = 4
_ENOUGH = 0.25


class Drafts(Protocol):
    """What was sent: the snapshots that the project has kept."""

    def find(self, draft: str) -> Snapshot | None:
        """Give the snapshot of a draft."""

    def every(self) -> Iterator[Snapshot]:
        """Give all snapshots."""


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
    if given:
        snapshot = drafts.find(given)
        if snapshot is None:
            raise PressError(wording.NO_SUCH_DRAFT.format(draft=given, near=_near(drafts)), exit_code=2)
        return Identity(snapshot, Known.GIVEN)
    return _likest(lines, drafts)


def identify_words(pages: list[str], drafts: Drafts, given: str = "") -> Identity:
    """Find the draft of pages: by the id at their foot, by what the editor says, by the paragraphs that stand in them."""
    for page in pages:
        for name in _ID.findall(page):
            if snapshot := drafts.find(name):
                return Identity(snapshot, Known.FOOTER)
    if given:
        snapshot = drafts.find(given)
        if snapshot is None:
            raise PressError(wording.NO_SUCH_DRAFT.format(draft=given, near=_near(drafts)), exit_code=2)
        return Identity(snapshot, Known.GIVEN)
    said = _letters("".join(pages))
    best: tuple[float, Snapshot] | None = None
    for snapshot in drafts.every():
        texts = [_letters(block.rendered) for block in snapshot.blocks if len(words_in(block.rendered)) >= 2 * _TELLING]
        share = sum(text in said for text in texts) / max(1, len(texts))
        if share >= _ENOUGH and (best is None or share > best[0]):
            best = share, snapshot
    if best is None:
        raise PressError(wording.UNKNOWN_DRAFT, exit_code=2)
    notice = wording.GUESSED_DRAFT.format(draft=best[1].id, name=best[1].name, state=best[1].state)
    return Identity(best[1], Known.LIKENESS, (notice,))


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


def _near(drafts: Drafts) -> str:
    known = [snapshot.id for snapshot in drafts.every()]
    return wording.NEAR_DRAFTS.format(drafts=", ".join(known)) if known else wording.NO_DRAFTS


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
    for name, said in _properties(file):
        if name == DRAFT_ID and (snapshot := drafts.find(said)):
            return snapshot, Known.PROPERTY
    feet = [
        "".join(text.text or "" for text in part.iter(f"{W}t")) for kind in ("footer", "header") for part in file.related(kind)
    ]
    for line in (*feet, *lines):
        for name in _ID.findall(line):
            if snapshot := drafts.find(name):
                return snapshot, Known.FOOTER
    return None


def _likest(lines: list[str], drafts: Drafts) -> Identity:
    """Take the draft with which the file has the most paragraphs in common."""
    said = {text for line in lines if len(words_in(text := normal(line).strip())) >= _TELLING}
    best: tuple[float, float, Snapshot] | None = None
    for snapshot in drafts.every():
        spoken = (normal(block.label + block.rendered).strip() for block in snapshot.blocks)
        texts = {text for text in spoken if len(words_in(text)) >= _TELLING}
        common = len(said & texts)
        share = common / max(1, min(len(said), len(texts)))
        both = common / max(1, len(said | texts))
        if share >= _ENOUGH and (best is None or (both, share) > best[:2]):
            best = both, share, snapshot
    if best is None:
        raise PressError(wording.UNKNOWN_DRAFT, exit_code=2)
    snapshot = best[2]
    notice = wording.GUESSED_DRAFT.format(draft=snapshot.id, name=snapshot.name, state=snapshot.state)
    return Identity(snapshot, Known.LIKENESS, (notice,))
