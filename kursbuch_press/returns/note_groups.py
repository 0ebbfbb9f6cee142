"""The notes of a return: which note of the draft is which, by its anchor, by the anchor of its call, and by its place."""

from __future__ import annotations

from collections.abc import Sequence

from kursbuch_press.drafts.anchors import call_name
from kursbuch_press.drafts.snapshot import Block
from kursbuch_press.returns.aligning import align
from kursbuch_press.returns.groups import Group, grouped
from kursbuch_press.returns.paragraphs import Paragraph, Run, Story, Tracked


def note_groups(story: Story, blocks: Sequence[Block]) -> list[Group]:
    """Give the notes in the order of their calls, each with its block; the note takes part in what happened to its call."""
    calls = _calls(story)
    order = [*calls, *(name for name in story.notes if name not in calls)]
    at_call = {call_name(block.address): block.anchor for block in blocks}
    groups: list[Group] = []
    for name in order:
        paragraphs = story.notes.get(name, [])
        if not paragraphs:
            continue
        _follow(paragraphs, calls.get(name, []))
        anchor = at_call.get(story.calls.get(name, ""))
        if anchor is not None:
            paragraphs[0].anchors.append(anchor)
        groups.extend(grouped(paragraphs))
    align(blocks, groups)
    return groups


def _calls(story: Story) -> dict[str, list[Run]]:
    """Give the runs that call each note, in the order of the text."""
    found: dict[str, list[Run]] = {}
    for paragraph in story.body:
        for run in paragraph.runs:
            if run.span.note:
                found.setdefault(run.span.note, []).append(run)
    return found


def _follow(paragraphs: Sequence[Paragraph], calls: Sequence[Run]) -> None:
    """A note whose every call was struck out is struck out itself, and one whose call was added is new."""
    for state in (Tracked.DELETED, Tracked.INSERTED):
        if not calls or any(run.state is not state for run in calls):
            continue
        for paragraph in paragraphs:
            for run in paragraph.runs:
                if run.state is Tracked.KEPT:
                    run.state, run.hand = state, calls[0].hand
                elif state is Tracked.DELETED and run.state is Tracked.INSERTED:
                    run.state = Tracked.NEVER


def struck_notes(story: Story) -> set[str]:
    """Give the notes whose every call was struck out: their words do not stand any more."""
    return {name for name, runs in _calls(story).items() if all(run.state is Tracked.DELETED for run in runs)}
