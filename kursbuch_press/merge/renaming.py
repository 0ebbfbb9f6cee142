"""Another id for a thing, everywhere in the sources: where it stands, where it is referred to, and in the name of its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kursbuch_press.book.addresses import ID_PATTERN
from kursbuch_press.book.back_matter import GlossaryEntry
from kursbuch_press.book.blocks import Column, Mark
from kursbuch_press.book.chapters import AnyChapter, Note, OpenQuestion
from kursbuch_press.book.edition import Edition, WantedTranslation
from kursbuch_press.book.handouts import FieldSheet
from kursbuch_press.book.plain_language import PlainSection
from kursbuch_press.disk.looking import files_in, is_there
from kursbuch_press.drafts.snapshot import Block, Snapshot
from kursbuch_press.drafts.spans import Spans
from kursbuch_press.merge.wording import renaming as wording
from kursbuch_press.problems import BookError, PressError, Problem
from kursbuch_press.returns.returned import Change, Comment, Returned
from kursbuch_press.sources.files import read_bytes, read_source
from kursbuch_press.sources.handouts import HANDOUTS, PLAIN_LANGUAGE, TRANSLATIONS
from kursbuch_press.sources.nodes import Mapping, Node, Sequence, data_of
from kursbuch_press.sources.reading import CHAPTERS, EDITION, GLOSSARY, IMPRINT, LITERATURE, Part
from kursbuch_press.sources.shapes import shape_of
from kursbuch_press.sources.survey import Found, Survey, survey
from kursbuch_press.sources.syntax import compose
from kursbuch_press.sources.writing import encoded, rewrite

_SCHEMES = {"glossary": "glossar", "abbreviations": "abk", "literature": "lit"}
_MAX = 60
_MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Renamed:
    """An address before and after: ``chapter/old`` and ``chapter/new``, or the names of a chapter alone.

    ``scheme`` is that of references to it, "" for ``#id``, "^" for a note.
    """

    old: str
    new: str
    scheme: str = ""


@dataclass(frozen=True, slots=True)
class Renaming:
    """What a renaming does: new bytes by file, files that go, and what it was."""

    contents: dict[str, bytes]
    gone: tuple[str, ...]
    renamed: Renamed


@dataclass(frozen=True, slots=True)
class _File:
    content: bytes
    survey: Survey


def rename(project: Path, old: str, new: str) -> Renaming:
    """Work out a renaming; raises PressError for what cannot be renamed (exit code 2), BookError for broken sources."""
    if len(new) > _MAX or not ID_PATTERN.fullmatch(new):
        raise PressError(wording.BAD_ID.format(id=new), exit_code=2)
    files = _files(project)
    target = _target(files, old)
    stem = target.address.removesuffix("/id")
    whole, _, name = stem.rpartition("/")
    renamed = Renamed(stem, f"{whole}/{new}" if whole else new, _scheme(target))
    if name == new or _is_taken(files, renamed, target):
        raise PressError(wording.TAKEN.format(id=new), exit_code=2)
    targets = {each.address.removesuffix("/id") for file in files.values() for each in file.survey.found if each.field == "id"}
    contents: dict[str, bytes] = {}
    gone: list[str] = []
    for path, file in files.items():
        data = _renamed_data(file.survey, renamed, target, targets)
        written = encoded(rewrite(file.survey.source.text, path, data), file.content)
        place = path
        if not whole and path == f"{CHAPTERS}/{stem}.yaml":
            place = f"{CHAPTERS}/{new}.yaml"
            gone.append(path)
        if written != file.content or place != path:
            contents[place] = written
    contents |= _translations(project, renamed)
    return Renaming(contents, tuple(gone), renamed)


def _files(project: Path) -> dict[str, _File]:
    edition = _read(project, EDITION)
    names = [found.value for found in edition.survey.found if found.model is Edition and found.field == "chapters"]
    parts = [IMPRINT, GLOSSARY, LITERATURE, HANDOUTS, PLAIN_LANGUAGE]
    parts += [Part(f"{CHAPTERS}/{name}.yaml", AnyChapter, name) for name in names]
    found = {EDITION.file: edition}
    for part in parts:
        if is_there(project / part.file):
            found[part.file] = _read(project, part)
    return found


def _translations(project: Path, renamed: Renamed) -> dict[str, bytes]:
    """Give the translations whose texts stand under another address then; only these keys change in them."""
    # A chapter alone is no key: its texts are. So a chapter whose id is „text“ does not touch the keys of that name.
    behind = r"""["']?\s*[:/]""" if "/" in renamed.old else "/"
    key = re.compile(rf"""^(\s+["']?){re.escape(renamed.old)}(?={behind})""".encode(), re.MULTILINE)
    found: dict[str, bytes] = {}
    for path in files_in(project / TRANSLATIONS, ".yaml"):
        file = f"{TRANSLATIONS}/{path.name}"
        content = read_bytes(project, file, _MAX_BYTES)
        if isinstance(content, Problem):
            raise BookError((content,))
        written = key.sub(rb"\g<1>" + renamed.new.encode(), content)
        if written != content:
            found[file] = written
    return found


def _read(project: Path, part: Part) -> _File:
    source, content = read_source(project, part.file), read_bytes(project, part.file, _MAX_BYTES)
    if isinstance(source, Problem):
        raise BookError((source,))
    if isinstance(content, Problem):
        raise BookError((content,))
    tree = compose(source.text, part.file, part.prefix)
    if tree.problems or tree.root is None:
        raise BookError(tree.problems)
    return _File(content, survey(source, tree.root, shape_of(part.model), part.prefix))


def _target(files: dict[str, _File], old: str) -> Found:
    every = [
        each for file in files.values() for each in file.survey.found if each.field == "id" and each.address != "edition/id"
    ]
    found = [each for each in every if each.value == old or each.address == f"{old}/id"]
    exact = [each for each in found if each.address == f"{old}/id"]
    chosen = exact or found
    if not chosen:
        raise PressError(wording.unknown(old, sorted({each.value for each in every})), exit_code=2)
    if len(chosen) > 1:
        raise PressError(wording.ambiguous(old, [each.address.removesuffix("/id") for each in chosen]), exit_code=2)
    return chosen[0]


def _scheme(target: Found) -> str:
    if target.model is Note:
        return "^"
    return _SCHEMES.get(target.chapter, "")


def _is_taken(files: dict[str, _File], renamed: Renamed, target: Found) -> bool:
    """Tell whether the new id is one already: in the same chapter, part or table."""
    whole = renamed.new.rpartition("/")[0]
    new = renamed.new.rpartition("/")[2]
    ids = [each for file in files.values() for each in file.survey.found if each.field == "id"]
    if target.model is not Column and whole:
        inside = [each for each in ids if each.chapter == target.chapter and each.model is not Column]
        return any(each.value == new for each in inside)
    return any(each.address == f"{renamed.new}/id" for each in ids)


def _renamed_data(surveyed: Survey, renamed: Renamed, target: Found, targets: set[str]) -> object:
    data: Any = data_of(surveyed.root)
    ways = {id(node): way for node, way in _ways(surveyed.root, ())}
    for found in surveyed.found:
        value = _value(found, renamed, target, targets)
        if value != found.value:
            *way, last = ways[id(found.node)]
            holder = data
            for part in way:
                holder = holder[part]
            holder[last] = value
    return data


def _ways(node: Node, way: tuple[str | int, ...]) -> Iterator[tuple[Node, tuple[str | int, ...]]]:
    yield node, way
    match node:
        case Mapping():
            for key, entry in node.entries.items():
                yield from _ways(entry.value, (*way, key))
        case Sequence():
            for at, item in enumerate(node.items):
                yield from _ways(item, (*way, at))
        case _:
            pass


def _value(found: Found, renamed: Renamed, target: Found, targets: set[str]) -> str:
    old, new = renamed.old.rpartition("/")[2], renamed.new.rpartition("/")[2]
    if found.address == target.address:
        return new
    if found.text is not None:
        return renamed_text(found.value, found.chapter, renamed, targets)
    in_see = found.model is GlossaryEntry and found.field == "see" and renamed.scheme == "glossar"
    names_chapter = "/" not in renamed.old and (
        (found.model in {Edition, WantedTranslation} and found.field in {"chapters", "sheets"})
        or (found.model in {PlainSection, FieldSheet} and found.field == "chapter")
    )
    if (in_see or names_chapter) and found.value == old:
        return new
    if found.model is Mark and found.field == "after" and found.value == old and renamed.old == f"{found.chapter}/{old}":
        return new
    if found.model is OpenQuestion and found.field == "at":
        return renamed_address(f"{found.chapter}/{found.value}", renamed).partition("/")[2]
    return found.value


def renamed_address(address: str, renamed: Renamed) -> str:
    """Give an address after a renaming."""
    if address == renamed.old or address.startswith(f"{renamed.old}/"):
        return renamed.new + address[len(renamed.old) :]
    return address


def renamed_text(text: str, chapter: str, renamed: Renamed, targets: set[str]) -> str:
    """Give a text of a chapter with every reference to the renamed thing as it is to be."""
    old, new = renamed.old.rpartition("/")[2], renamed.new.rpartition("/")[2]
    if renamed.scheme == "^":
        return text.replace(f"[^{old}]", f"[^{new}]") if chapter == renamed.old.partition("/")[0] else text
    if renamed.scheme:
        return re.sub(rf"(\]\(<?{renamed.scheme}:){re.escape(old)}(?=>?\))", rf"\g<1>{new}", text)
    return re.sub(
        r"(\]\(<?#)([^()<>\s]+)(?=>?\))", lambda match: match[1] + _reference(match[2], chapter, renamed, targets), text
    )


def _reference(wanted: str, chapter: str, renamed: Renamed, targets: set[str]) -> str:
    """Resolve a reference as the book does: in the own chapter, as a whole address, then anywhere if that is unique."""
    own = f"{chapter}/{wanted}"
    if own in targets:
        return renamed_address(own, renamed).partition("/")[2] if chapter != renamed.old else wanted
    if wanted in targets:
        return renamed_address(wanted, renamed)
    anywhere = [each for each in targets if each.rpartition("/")[2] == wanted]
    if len(anywhere) == 1 and "/" in anywhere[0]:
        return renamed_address(anywhere[0], renamed).rpartition("/")[2]
    return wanted


def renamed_snapshot(snapshot: Snapshot, renamings: tuple[Renamed, ...]) -> Snapshot:
    """Let a draft that went out before speak of things by the names that they have today."""
    for renamed in renamings:
        targets = {address for block in snapshot.blocks for address in _prefixes(block.address)} | set(snapshot.chapters)
        blocks = tuple(_renamed_block(block, renamed, targets) for block in snapshot.blocks)
        chapters = tuple(renamed_address(chapter, renamed) for chapter in snapshot.chapters)
        snapshot = replace(snapshot, blocks=blocks, chapters=chapters)
    return snapshot


def _prefixes(address: str) -> Iterator[str]:
    while address:
        yield address
        address = address.rpartition("/")[0]


def _renamed_block(block: Block, renamed: Renamed, targets: set[str]) -> Block:
    source = block.source
    if source is not None:
        source = renamed_text(source, block.address.partition("/")[0], renamed, targets)
    return replace(
        block, address=renamed_address(block.address, renamed), chapter=renamed_address(block.chapter, renamed),
        source=source, spans=renamed_spans(block.spans, lambda address: renamed_address(address, renamed)),
    )  # fmt: skip


def renamed_spans(spans: Spans, name: Callable[[str], str]) -> Spans:
    """Give words with other names for the notes that they call."""
    return tuple(replace(span, note=name(span.note)) if span.note else span for span in spans)


def renamed_return(returned: Returned, renamings: tuple[Renamed, ...]) -> Returned:
    """Let a return of a draft that went out before speak of things by the names that they have today."""
    if not renamings:
        return returned

    def name(address: str) -> str:
        for each in renamings:
            address = renamed_address(address, each)
        return address

    return replace(
        returned,
        snapshot=renamed_snapshot(returned.snapshot, renamings),
        changes=tuple(_renamed_change(change, name) for change in returned.changes),
        comments=tuple(_renamed_comment(comment, name) for comment in returned.comments),
        unplaced=tuple(replace(each, near=name(each.near), chapter=name(each.chapter)) for each in returned.unplaced),
    )


def _renamed_change(change: Change, name: Callable[[str], str]) -> Change:
    return replace(
        change, address=name(change.address), chapter=name(change.chapter), behind=name(change.behind),
        addresses=tuple(name(each) for each in change.addresses), before=renamed_spans(change.before, name),
        after=renamed_spans(change.after, name), parts=tuple(renamed_spans(part, name) for part in change.parts),
    )  # fmt: skip


def _renamed_comment(comment: Comment, name: Callable[[str], str]) -> Comment:
    replies = tuple(_renamed_comment(reply, name) for reply in comment.replies)
    return replace(comment, address=name(comment.address), chapter=name(comment.chapter), replies=replies)
