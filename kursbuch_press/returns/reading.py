"""Reading a returned Word file from the door to the ledger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256

from kursbuch_press.drafts.snapshot import Kind, Snapshot
from kursbuch_press.packages import WordFile
from kursbuch_press.returns import wording
from kursbuch_press.returns.aligning import align
from kursbuch_press.returns.arranging import arranged
from kursbuch_press.returns.arrived import Arrived
from kursbuch_press.returns.collecting import not_collecting
from kursbuch_press.returns.comments import Place, comment_strays, read_comments
from kursbuch_press.returns.comparing import Context
from kursbuch_press.returns.counting import words_drawn, words_read
from kursbuch_press.returns.furniture import strange_furniture
from kursbuch_press.returns.groups import grouped
from kursbuch_press.returns.guard import open_return, passed_by, refused
from kursbuch_press.returns.identity import Drafts, Identity, identify, recipient_of
from kursbuch_press.returns.note_groups import note_groups, struck_notes
from kursbuch_press.returns.paragraphs import Story, words_of
from kursbuch_press.returns.returned import Change, Comment, Foreign, Found, Hand, Refused, Returned, Unplaced
from kursbuch_press.returns.stories import read_story
from kursbuch_press.returns.tally import Tally
from kursbuch_press.returns.telling import Teller
from kursbuch_press.returns.tokens import normal, words_in

_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of writing, and can hide words (Unicode, annex 9)."""
_MOST = 0.5


def read_word(arrived: Arrived, drafts: Drafts) -> Returned:
    """Read a returned Word file; raises PressError for what cannot be read or belongs to no draft."""
    with not_collecting():
        file = open_return(arrived.content, arrived.name)
        story = read_story(file)
        lines = [*words_of(story.body), *(line for note in story.notes.values() for line in words_of(note))]
        return _Return(arrived, file, story, identify(file, lines, drafts, arrived.draft)).read()


@dataclass(slots=True)
class _Return:
    arrived: Arrived
    file: WordFile
    story: Story
    identity: Identity
    tally: Tally = field(default_factory=Tally)

    @property
    def snapshot(self) -> Snapshot:
        return self.identity.snapshot

    def read(self) -> Returned:
        """Align, tell, and close the books."""
        struck = struck_notes(self.story)
        context = self._context()
        notes = self._notes(context)
        text = self._text(context)
        places = self._places(text)
        comments = self._comments(places)
        told = [*arranged(text), *arranged(notes)]
        unplaced = (
            *text.unplaced,
            *notes.unplaced,
            *self._odd(places),
            *strange_furniture(self.file, self.snapshot, self.tally),
        )
        changes = tuple(replace(each.change, number=number) for number, each in enumerate(told, start=1))
        return Returned(
            self.arrived.name,
            sha256(self.arrived.content).hexdigest(),
            self.snapshot,
            self.identity.known,
            changes,
            comments,
            unplaced,
            (*passed_by(self.file), *self._passed_by()),
            self.tally.ledger(self._read(struck)),
            (*self.identity.notices, *self._notices(changes, text)),
            context.saved_by.author,
            recipient_of(self.file),
            self.story.looks,
        )

    def _context(self) -> Context:
        core = self.file.core
        saved_by = core.find(f"{_CP}lastModifiedBy") if core is not None else None
        author = self.arrived.author or (" ".join((saved_by.text or "").split()) if saved_by is not None else "")
        if author == self._issuer():
            author = ""  # the file was never saved under another name
        blocks = self.snapshot.blocks
        styles = {block.style for block in blocks if block.kind is Kind.PARAGRAPH} - {"Normal"}
        known = sum(each.style in styles for each in self.story.body)
        wanted = sum(block.style in styles for block in blocks)
        fields = any(span.field and span.text for block in blocks for span in block.spans)
        return Context(
            Hand(author, None, tracked=False),
            {},
            fields=self.story.fields > 0 or not fields,
            looks=known >= wanted * _MOST,
        )

    def _issuer(self) -> str:
        core = self.file.core
        creator = core.find("{http://purl.org/dc/elements/1.1/}creator") if core is not None else None
        return " ".join((creator.text or "").split()) if creator is not None else ""

    def _notes(self, context: Context) -> Teller:
        """Tell of the notes, and let the text know which call is whose."""
        blocks = [block for block in self.snapshot.blocks if block.kind is Kind.NOTE]
        groups = note_groups(self.story, blocks)
        new = 0
        for group in groups:
            name = group.paragraphs[0].note
            if group.block is None:
                new += 1
            context.calls[name] = blocks[group.block].address if group.block is not None else f"+{new}"
        teller = Teller(blocks, groups, context, tally=self.tally)
        teller.tell()
        for told in teller.told:
            if not told.change.address:
                name = groups[told.at[0]].paragraphs[0].note
                told.change = replace(told.change, address=context.calls[name], behind="")
        return teller

    def _text(self, context: Context) -> Teller:
        blocks = [block for block in self.snapshot.blocks if block.kind is not Kind.NOTE]
        groups = grouped(self.story.body)
        align(blocks, groups)
        furniture = frozenset(normal(each).strip() for each in self.snapshot.furniture)
        teller = Teller(blocks, groups, context, furniture, self.tally)
        teller.tell()
        return teller

    def _places(self, text: Teller) -> dict[int, Place]:
        """Give for each paragraph, by its identity, where it is."""
        places: dict[int, Place] = {}
        place = Place("", "", certain=False)
        for group in text.groups:
            if group.block is not None:
                block = text.blocks[group.block]
                place = Place(block.address, block.chapter, group.found not in {Found.LIKENESS, Found.GAP})
            for each in group.paragraphs:
                places[id(each)] = place if group.block is not None else replace(place, certain=False)
        return places

    def _comments(self, places: dict[int, Place]) -> tuple[Comment, ...]:
        comments = read_comments(self.file, self.story.body, places, self.snapshot.questions)
        self.story.odd.extend(comment_strays(self.file))
        for thread in comments:
            words = sum(len(words_in(each.text)) for each in (thread, *thread.replies))
            own = len(words_in(thread.text)) if thread.ours else 0
            self.tally.unchanged += own
            if thread.address:
                self.tally.new += words - own
            else:
                self.tally.unplaced += words - own
        return comments

    def _odd(self, places: dict[int, Place]) -> Iterator[Unplaced]:
        """Tell of what drafts do not have; a picture is told of only where the draft has none."""
        nowhere = Place("", "")
        for odd in self.story.odd:
            self.tally.unplaced += len(words_in(odd.text)) if odd.counted else 0
            place = places.get(id(odd.behind), nowhere)
            yield Unplaced(odd.what, odd.text, place.address, place.chapter, odd.hand)
        pictures = {block.address for block in self.snapshot.blocks if block.kind is Kind.PICTURE}
        for paragraph in self.story.body:
            place = places.get(id(paragraph), nowhere)
            spare = 1 if place.address in pictures and place.certain else 0
            for told in paragraph.pictures[spare:]:
                yield Unplaced(Foreign.PICTURE, told, place.address, place.chapter)

    def _passed_by(self) -> Iterator[Refused]:
        yield from (refused(what) for what in dict.fromkeys(self.story.refused))
        hidden = [line for line in words_of(self.story.body) if _TURNING.search(line)]
        if hidden:
            yield refused("control", hidden[0][:200])

    def _read(self, struck: set[str]) -> int:
        """Count the words of every part that has any."""
        read = words_read(self.file.document)
        without = {id(self.story.elements[name]) for name in struck if name in self.story.elements}
        for kind in ("footnotes", "endnotes", "comments", "header", "footer"):
            read += sum(words_read(part, without) for part in self.file.related(kind))
        return read + sum(words_drawn(part) for kind in ("diagramData", "chart") for part in self.file.related(kind))

    def _notices(self, changes: tuple[Change, ...], text: Teller) -> Iterator[str]:
        hands = [hand for change in changes for hand in change.hands]
        if any(not hand.tracked for hand in hands):
            yield wording.UNTRACKED
        words = sum(len(words_in(block.rendered)) for block in self.snapshot.blocks)
        if self.tally.struck > words * _MOST:
            yield wording.MOSTLY_GONE.format(gone=self.tally.struck, words=words)
        if any(hand.tracked and not hand.author for hand in hands):
            yield wording.NOT_SIGNED
        anchored = sum(group.found is Found.ANCHOR for group in text.groups if group.block is not None)
        if anchored < len(text.blocks) * _MOST:
            yield wording.ANCHORS_LOST
