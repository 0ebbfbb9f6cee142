"""The rules between the texts and files of a book: ids, references, footnotes, glossary and literature.

They look at what ``survey`` found, also in files with mistakes. A new rule is one function here and its name
in ``RULES``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kursbuch_press.book import texts
from kursbuch_press.book.address_book import PLACELESS, AddressBook
from kursbuch_press.book.back_matter import GlossaryEntry
from kursbuch_press.book.basic_blocks import FROM_MEASURES, Diagram, Generated, Part
from kursbuch_press.book.blocks import Column
from kursbuch_press.book.chapters import ActionField, Chapter, Note
from kursbuch_press.book.edition import Edition, Imprint
from kursbuch_press.book.measures import Measure
from kursbuch_press.problems import Place, Problem, Severity
from kursbuch_press.sources.files import Source
from kursbuch_press.sources.isbn import IsbnError, check_isbn
from kursbuch_press.sources.shapes import fields_of
from kursbuch_press.sources.survey import Found, Survey
from kursbuch_press.sources.wording import books as wording
from kursbuch_press.sources.wording.words import nearest

MAX_HINTS = 100  # looking for what is similar takes 2 ms
_PARTS = {"edition", "imprint", "glossary", "abbreviations", "literature"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A note call, reference, term, abbreviation or citation in a text, and how it is written there."""

    inline: texts.Inline
    found: Found
    fragment: str
    ordinal: int
    source: Source

    @property
    def place(self) -> Place:
        """Where exactly it stands."""
        return self.source.place_in(self.found.node, self.fragment, self.ordinal)


@dataclass(frozen=True)
class Sources:
    """All files that could be read; ``whole`` is false where one could not, so that its ids are not known.

    ``absent`` are files that this book does without.
    """

    surveys: tuple[Survey, ...]
    whole: bool
    absent: frozenset[str] = frozenset()

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every value of all files, in reading order."""
        return tuple(found for surveyed in self.surveys for found in surveyed.found)

    @cached_property
    def ids(self) -> tuple[Found, ...]:
        """The ids of all files."""
        return tuple(found for found in self.found if found.field == "id")

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Everything in the texts that names an id."""
        return tuple(mention for surveyed in self.surveys for mention in _mentions(surveyed))

    @cached_property
    def called_notes(self) -> frozenset[tuple[str, str]]:
        """The footnotes that some text calls: their chapters and ids."""
        calls = ((each.found.chapter, each.inline) for each in self.mentions)
        return frozenset((chapter, call.note) for chapter, call in calls if isinstance(call, texts.NoteCall))

    @cached_property
    def address_book(self) -> AddressBook:
        """What a reference can point to."""
        return AddressBook(
            found.address.removesuffix("/id")
            for found in self.ids
            if found.chapter not in _PARTS and found.model not in PLACELESS
        )

    def entries(self, part: str) -> dict[str, Found]:
        """Give the ids of the glossary, the abbreviations or the literature."""
        return {found.value: found for found in self.ids if found.chapter == part}

    def has(self, part: str) -> bool:
        """Tell whether all entries of a part are known: its file could be read, or the book does without it."""
        file = f"sources/{ {'abbreviations': 'glossary'}.get(part, part) }.yaml"
        return file in self.absent or any(surveyed.source.file == file for surveyed in self.surveys)


def check(sources: Sources) -> Iterator[Problem]:
    """Give what every rule finds."""
    for rule in RULES:
        yield from rule(sources)


def _mentions(surveyed: Survey) -> Iterator[Mention]:
    for found in surveyed.found:
        if found.text is None:
            continue
        counts: Counter[str] = Counter()
        for inline in texts.walk(found.text.content):
            fragment = _fragment(inline)
            if fragment:
                yield Mention(inline, found, fragment, counts[fragment], surveyed.source)
                counts[fragment] += 1


def _fragment(inline: texts.Inline) -> str:
    match inline:
        case texts.NoteCall():
            return f"[^{inline.note}]"
        case texts.Reference():
            return f"](#{inline.target})"
        case texts.Term():
            return f"](glossar:{inline.term})"
        case texts.Abbreviation():
            return f"](abk:{inline.short})"
        case texts.Citation():
            return f"](lit:{inline.entry})"
        case _:
            return ""


def unique_ids(sources: Sources) -> Iterator[Problem]:
    """Two things with one id would have one address."""
    first: dict[str, Found] = {}
    for found in sources.ids:
        known = first.setdefault(found.address, found)
        if known is not found and found.value:
            words = wording.duplicate_id(found.value, known.place.line)
            yield Problem(found.place, *words, address=found.address, rule="duplicate-id")


def no_reserved_ids(sources: Sources) -> Iterator[Problem]:
    """A paragraph ``lead`` would have the address of the chapter's own ``lead``."""
    reserved = set(fields_of(ActionField)) | set(fields_of(Chapter))
    for found in sources.ids:
        nested = found.address.count("/") > 1 and found.model is not Column
        if nested and found.chapter not in _PARTS and found.value in reserved:
            words = wording.reserved_id(found.value)
            yield Problem(found.place, *words, address=found.address, rule="reserved-id")


def no_reserved_chapters(sources: Sources) -> Iterator[Problem]:
    """The other files of the book have addresses too: ``glossary/inklusion/text``."""
    for found in sources.found:
        if found.model is Edition and found.field == "chapters" and found.value in _PARTS:
            words = wording.reserved_chapter(found.value)
            yield Problem(found.place, *words, address=found.address, rule="reserved-id")


def each_chapter_once(sources: Sources) -> Iterator[Problem]:
    """A chapter cannot stand at two places of the book."""
    first: dict[str, Found] = {}
    for found in sources.found:
        if found.model is Edition and found.field == "chapters":
            known = first.setdefault(found.value, found)
            if known is not found and found.value:
                words = wording.duplicate_chapter(found.value, known.place.line)
                yield Problem(found.place, *words, address=found.address, rule="duplicate-chapter")


def chapter_id_is_file_name(sources: Sources) -> Iterator[Problem]:
    """Addresses begin with the chapter id, and people look for the file of that name."""
    for found in sources.ids:
        if found.address == f"{found.chapter}/id" and found.chapter not in _PARTS and found.value != found.chapter:
            words = wording.other_chapter_id(found.value, found.chapter)
            yield Problem(found.place, *words, address=found.address, rule="chapter-id")


def numbers_differ(sources: Sources) -> Iterator[Problem]:
    """Two action fields with one number would share the numbers of their measures."""
    first: dict[str, Found] = {}
    for found in sources.found:
        if found.model is ActionField and found.field == "number":
            known = first.setdefault(found.value, found)
            if known is not found and found.value:
                words = wording.duplicate_number(found.value, known.chapter)
                yield Problem(found.place, *words, address=found.address, rule="duplicate-number")


def references_have_targets(sources: Sources) -> Iterator[Problem]:
    """``#id`` is looked for in the own chapter, as chapter/id, and in the whole book if unique there."""
    addresses = set(sources.address_book.addresses)
    dead = 0
    for mention in sources.mentions:
        if not isinstance(mention.inline, texts.Reference):
            continue
        target, own = mention.inline.target, mention.found.chapter
        places = sources.address_book.find(target, own)
        if len(places) > 1:
            words = wording.ambiguous_reference(target, places)
        elif places or not sources.whole:
            continue
        else:
            dead += 1
            words = wording.dead_reference(target, _wanted(target, own, addresses) if dead < MAX_HINTS else ())
        yield Problem(mention.place, *words, address=mention.found.address, rule="dead-reference")


def _wanted(target: str, own: str, addresses: set[str]) -> list[str]:
    """Give what may be meant, as it would be written in the own chapter."""
    near = sorted(address.removeprefix(f"{own}/") for address in addresses if address.startswith(f"{own}/"))
    return [*near, *sorted(addresses)] if nearest(target, near) else sorted(addresses)


def entries_exist(sources: Sources) -> Iterator[Problem]:
    """Terms, abbreviations and citations name an entry of the back matter."""
    known = {part: sources.entries(part) for part in ("glossary", "abbreviations", "literature")}
    for mention in sources.mentions:
        match mention.inline:
            case texts.Term(term=name):
                part, scheme = "glossary", "glossar"
            case texts.Abbreviation(short=name):
                part, scheme = "abbreviations", "abk"
            case texts.Citation(entry=name):
                part, scheme = "literature", "lit"
            case _:
                continue
        if name not in known[part] and sources.has(part):
            words = wording.unknown_entry(scheme, name, list(known[part]))
            yield Problem(mention.place, *words, address=mention.found.address, rule="unknown-entry")


def numbers_follow(sources: Sources) -> Iterator[Problem]:
    """Action fields count 1, 2, 3 in the order of the book: 1, 2, 4 would look as if a field were missing."""
    if not sources.whole:
        return
    order = [found.value for found in sources.found if found.model is Edition and found.field == "chapters"]
    numbers = {found.chapter: found for found in sources.found if found.model is ActionField and found.field == "number"}
    if len({found.value for found in numbers.values()}) < len(numbers):
        return  # two with one number are told of by themselves
    for wanted, found in enumerate((numbers[chapter] for chapter in order if chapter in numbers), start=1):
        if found.value.isdecimal() and int(found.value) != wanted:
            words = wording.other_number(found.value, wanted)
            yield Problem(found.place, *words, address=found.address, rule="field-number")
            return  # all numbers behind it are others too


def parts_are_listed(sources: Sources) -> Iterator[Problem]:
    """A source that is cited leads nowhere, and a short reference says nothing, in a book without its literature."""
    if not sources.whole:
        return
    printed = {found.value for found in sources.found if found.model is Generated and found.field == "part"}
    for kind, part in ((texts.Citation, Part.LITERATURE.value), (texts.Term, Part.GLOSSARY.value)):
        cited = (mention for mention in sources.mentions if isinstance(mention.inline, kind))
        first = next((mention for mention in cited if _is_printed(mention, printed)), None)
        if first is not None and part not in printed:
            words = wording.part_not_listed(part)
            yield Problem(first.place, *words, address=first.found.address, rule="part-not-listed")


def _is_printed(mention: Mention, printed: set[str]) -> bool:
    """Say whether the text of a mention is printed: that of an entry only if the part is that holds it."""
    file = mention.found.address.partition("/")[0]
    return file not in {Part.GLOSSARY.value, Part.LITERATURE.value} or file in printed


def related_terms_exist(sources: Sources) -> Iterator[Problem]:
    """``see`` names entries of the glossary."""
    known = sources.entries("glossary")
    for found in sources.found:
        if found.model is GlossaryEntry and found.field == "see" and found.value not in known:
            words = wording.unknown_entry("glossar", found.value, list(known))
            yield Problem(found.place, *words, address=found.address, rule="unknown-entry")


def entries_are_used(sources: Sources) -> Iterator[Problem]:
    """Terms and sources that no text names are listed in one note: they may be forgotten, or meant so."""
    used = {mention.fragment for mention in sources.mentions}
    kinds = (("glossary", "Begriffe", "](glossar:{})"), ("literature", "Quellen", "](lit:{})"))
    for part, what, fragment in kinds:
        entries = sources.entries(part)
        unused = [name for name in entries if fragment.format(name) not in used]
        if sources.whole and unused:
            first = entries[unused[0]]
            words = wording.unused_entries(what, unused)
            yield Problem(first.place, *words, address=part, severity=Severity.NOTE, rule="unused-entry")


def notes_are_defined(sources: Sources) -> Iterator[Problem]:
    """Every call has its footnote in the same chapter."""
    known = {found.address for found in sources.ids if found.model is Note}
    called = sources.called_notes
    for mention in sources.mentions:
        if not isinstance(mention.inline, texts.NoteCall) or mention.found.model is Note:
            continue
        name, chapter = mention.inline.note, mention.found.chapter
        if f"{chapter}/{name}/id" not in known:
            own = [address.split("/")[1] for address in sorted(known) if address.startswith(f"{chapter}/")]
            words = wording.undefined_note(name, own, [note for note in own if (chapter, note) not in called])
            yield Problem(mention.place, *words, address=mention.found.address, rule="undefined-note")


def notes_are_used(sources: Sources) -> Iterator[Problem]:
    """A footnote that nothing calls would not be printed."""
    for found in sources.ids:
        if found.model is Note and found.value and (found.chapter, found.value) not in sources.called_notes:
            words = wording.unused_note(found.value)
            yield Problem(found.place, *words, address=found.address.removesuffix("/id"), rule="unused-note")


def notes_call_no_notes(sources: Sources) -> Iterator[Problem]:
    """Neither Word nor CSS has footnotes in footnotes."""
    for mention in sources.mentions:
        if isinstance(mention.inline, texts.NoteCall) and mention.found.model is Note:
            own = mention.found.address == f"{mention.found.chapter}/{mention.inline.note}/text"
            words = wording.note_in_note(own=own)
            yield Problem(mention.place, *words, address=mention.found.address, rule="note-in-note")


def drawings_have_measures(sources: Sources) -> Iterator[Problem]:
    """A drawing of the measures in a book without any would be an empty place with a caption."""
    if not sources.whole or any(found.model is Measure for found in sources.found):
        return
    for found in sources.found:
        if found.model is Diagram and found.field == "drawing" and found.value in FROM_MEASURES:
            yield Problem(found.place, *wording.no_measures_to_draw(found.value), found.address, rule="empty-drawing")


def isbn_is_one(sources: Sources) -> Iterator[Problem]:
    """Find an ISBN that is none, or whose hyphens are not where the standard has them."""
    for found in sources.found:
        if found.model is Imprint and found.field == "isbn" and found.value:
            try:
                check_isbn(found.value)
            except IsbnError as error:
                yield Problem(found.place, str(error), error.hint, found.address, rule="isbn")


RULES: tuple[Callable[[Sources], Iterator[Problem]], ...] = (
    unique_ids,
    no_reserved_ids,
    no_reserved_chapters,
    each_chapter_once,
    chapter_id_is_file_name,
    numbers_differ,
    numbers_follow,
    parts_are_listed,
    references_have_targets,
    entries_exist,
    related_terms_exist,
    entries_are_used,
    notes_are_defined,
    notes_are_used,
    notes_call_no_notes,
    drawings_have_measures,
    isbn_is_one,
)
