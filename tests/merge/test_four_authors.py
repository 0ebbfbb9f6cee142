"""Four people over two drafts: whatever is accepted, every scalar that was not is byte for byte as before."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kursbuch_press.drafts.snapshot import Block, Kind, Snapshot
from kursbuch_press.drafts.spans import span_text
from kursbuch_press.merge import applied, merge
from kursbuch_press.merge.files import sheets_of, written
from kursbuch_press.merge.outcome import Splice
from kursbuch_press.returns.returned import Change, Returned
from tests.merge import CHAPTER, deleted, edited, files, new, other_words, returned, snapshot

AUTHORS = ("Anna Muster", "Ben Beispiel", "Clara Probe", "Dora Entwurf")
FILE = files()[CHAPTER].file


@cache
def _earlier() -> Snapshot:
    """Give an earlier draft, in which some texts ended otherwise."""
    blocks = []
    for at, block in enumerate(snapshot().blocks):
        spoken = block.editable and block.source is not None and len(block.spans) == 1 and block.source == block.spans[0].text
        if spoken and at % 3 == 0:
            text = f"{block.spans[0].text.rsplit(' ', 1)[0]} einst."
            blocks.append(replace(block, source=text, spans=(replace(block.spans[0], text=text),)))
        else:
            blocks.append(block)
    return replace(snapshot(), id="0000-0000-0001", blocks=tuple(blocks))


def _texts(draft: Snapshot) -> list[Block]:
    return [block for block in draft.blocks if block.editable and block.source]


def _return(author: str, draft: Snapshot, chance: random.Random) -> Returned:
    """Give a return with some texts edited, a paragraph added and one deleted."""
    changes: list[Change] = []
    for block in chance.sample(_texts(draft), 6):
        after = other_words(block.spans, chance)
        if span_text(after) != span_text(block.spans):
            changes.append(edited(author, block, after, len(changes) + 1))
    paragraphs = [block for block in _texts(draft) if block.kind is Kind.PARAGRAPH and "/lage-" in block.address]
    near, gone = chance.sample(paragraphs, 2)
    changes.append(new(author, near.address, f"Neu: {chance.choice('abc')} – ja", (Kind.PARAGRAPH, len(changes) + 1)))
    if all(change.address != gone.address for change in changes):
        changes.append(deleted(author, gone, number=len(changes) + 1))
    return returned(author, *changes, draft=draft)


def _scalars(content: bytes) -> dict[str, tuple[str, str]]:
    """Give every scalar of a file by its way: its value, and how it is written."""
    text = content.decode()

    def walk(node: yaml.Node, way: str) -> Iterator[tuple[str, tuple[str, str]]]:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield from walk(value, f"{way}/{key.value}")
        elif isinstance(node, yaml.SequenceNode):
            for at, value in enumerate(node.value):
                pairs = value.value if isinstance(value, yaml.MappingNode) else []
                name = next((inner.value for key, inner in pairs if key.value == "id"), str(at))
                yield from walk(value, f"{way}/{name}")
        else:
            yield way, (str(node.value), text[node.start_mark.index : node.end_mark.index].rstrip())

    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert root is not None
    return dict(walk(root, ""))


@cache
def _before() -> dict[str, tuple[str, str]]:
    return _scalars(files()[CHAPTER].content)


@settings(max_examples=5, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_every_scalar_that_was_not_accepted_is_byte_for_byte_as_before(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test that can be run again
    drafts = (snapshot(), _earlier())
    outcome = merge([_return(author, drafts[at % 2], chance) for at, author in enumerate(AUTHORS)], sheets_of(files()))
    accepted = [change for change in outcome.changes if chance.random() < 0.5]
    operations = [operation for change in accepted for operation in change.operations]
    result = {**sheets_of(files()), **applied(sheets_of(files()), operations, outcome.notes)}
    content = written(files(), result).get(FILE, files()[CHAPTER].content)
    before, now = _before(), _scalars(content)
    touched = {operation.address for operation in operations if isinstance(operation, Splice)}
    other = {way for way in before.keys() & now.keys() if before[way] != now[way]}
    assert {way for way in other if before[way][0] == now[way][0]} == set(), "written otherwise, and says the same"
    assert len(other) <= len(touched)
    if not accepted:
        assert content == files()[CHAPTER].content
