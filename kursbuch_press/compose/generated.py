"""The parts that the press writes itself, once all chapters are composed: one function for each, listed in PARTS."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kursbuch_press.book.addresses import address
from kursbuch_press.book.back_matter import LiteratureEntry
from kursbuch_press.book.edition import Body, Statement
from kursbuch_press.compose import matter, nodes
from kursbuch_press.compose.drawings import Numbered, all_measures
from kursbuch_press.compose.inlines import Content, Foreign, PageNumber, WebLink, Words, plain
from kursbuch_press.compose.manuscript import LISTED, ManuscriptChapter, Unfinished
from kursbuch_press.compose.nodes import Node
from kursbuch_press.compose.resolving import Resolver
from kursbuch_press.compose.typography import sort_key


@dataclass(frozen=True, slots=True)
class Sources:
    """What generated parts are made from: the composed chapters and everything the resolver has gathered."""

    chapters: tuple[tuple[ManuscriptChapter, tuple[Unfinished, ...]], ...]
    resolver: Resolver
    faces: tuple[str, ...] = ()

    @property
    def nodes(self) -> Iterator[Node | nodes.Pending]:
        """Every node of the book in order."""
        for _, sections in self.chapters:
            for section in sections:
                yield from section.every


def generate(pending: nodes.Pending, sources: Sources) -> Iterator[Node]:
    """Write one part in the place of its placeholder."""
    yield from PARTS[pending.part](pending.address, sources)


def _entries(sources: Sources) -> Iterator[matter.Entry]:
    """List the chapters (level 1) and their sections (level 2)."""
    for chapter, sections in sources.chapters:
        if not chapter.listed:
            continue
        yield matter.Entry(1, chapter.number, chapter.title, chapter.id, chapter.swatch)
        for node in (node for section in sections for node in section.every):
            if isinstance(node, nodes.Heading) and node.level == LISTED and node.listed:
                yield matter.Entry(2, "", _unmarked(node.content), node.address, chapter.swatch)


def _unmarked(content: Content) -> Content:
    return (Words(plain(content)),)


def _contents(at: str, sources: Sources) -> Iterator[Node]:
    yield matter.Directory(at, "contents", tuple(_entries(sources)))


def _labelled(at: str, kind: str, found: Iterable[nodes.Table | nodes.Figure]) -> matter.Directory:
    entries = tuple(matter.Entry(1, node.label, _unmarked(node.caption), node.address) for node in found if node.label)
    return matter.Directory(at, kind, entries)


def _figures(at: str, sources: Sources) -> Iterator[Node]:
    yield _labelled(at, "figures", (node for node in sources.nodes if isinstance(node, nodes.Figure)))


def _tables(at: str, sources: Sources) -> Iterator[Node]:
    yield _labelled(at, "tables", (node for node in sources.nodes if isinstance(node, nodes.Table)))


def _measures(at: str, sources: Sources) -> Iterator[Node]:
    """Write the plan of all measures: one table, in which a row heads the measures of each field."""
    resolver, heads = sources.resolver, sources.resolver.vocabulary.columns
    titles = (heads.number, heads.title, heads.who, heads.until, heads.priority)
    columns = tuple(
        nodes.Column(address(at, f"c{number}"), (Words(title),), width=width)
        for number, (title, width) in enumerate(zip(titles, (2, 9, 8, 5, 3), strict=True))
    )
    folios = nodes.Column(address(at, f"c{len(columns)}"), (Words(heads.page),), "right", width=2, leads=True)
    yield nodes.Table(
        at,
        label="",
        caption=(),
        columns=(*columns, folios),
        rows=tuple(_plan_rows(at, resolver)),
        row_headers=True,
        named_by=titles.index(heads.title),
        summary=resolver.vocabulary.spoken.plan,
        role=nodes.TableRole.PLAN,
        editable=False,
    )


def _plan_rows(at: str, resolver: Resolver) -> Iterator[nodes.Row]:
    for chapter in resolver.book.field_chapters:
        own = address(at, chapter.id)
        number = str(getattr(chapter, "number", ""))
        title = resolver.words(f"{number} {chapter.title.plain}".strip())
        yield nodes.Row(own, (nodes.Cell(address(own, "title"), title),), heads=True, swatch=chapter.swatch)
        for each in all_measures(resolver):
            if each.chapter.id == chapter.id:
                yield _plan_row(address(own, each.measure.id), each.number, each, resolver)


def _plan_row(at: str, number: str, each: Numbered, resolver: Resolver) -> nodes.Row:
    measure = each.measure
    target = address(each.chapter.id, measure.id)
    contents: tuple[Content, ...] = (
        (Words(number),),
        resolver.words(measure.title.plain),
        resolver.words(", ".join(measure.responsible)),
        resolver.span(measure.start, measure.until),
        (Words(resolver.vocabulary.priority_word(measure.priority)),),
        (PageNumber(target),),
    )
    return nodes.Row(
        at,
        tuple(nodes.Cell(address(at, f"c{column}"), content) for column, content in enumerate(contents)),
    )


def _glossary(at: str, sources: Sources) -> Iterator[Node]:
    resolver = sources.resolver
    entries = resolver.book.glossary.entries
    terms = {entry.id: entry.term for entry in entries}
    yield matter.Definitions(
        at,
        "glossary",
        tuple(
            matter.Definition(
                address("glossary", entry.id),
                entry.term,
                resolver.text(entry.text),
                see=tuple(resolver.words(terms[other]) for other in entry.see),
                targets=tuple(resolver.register.terms.get(entry.id, ())),
            )
            for entry in sorted(entries, key=lambda entry: sort_key(entry.term))
        ),
    )


def _abbreviations(at: str, sources: Sources) -> Iterator[Node]:
    resolver = sources.resolver
    entries = sorted(resolver.book.glossary.abbreviations, key=lambda entry: sort_key(entry.short))
    yield matter.Definitions(
        at,
        "abbreviations",
        tuple(
            matter.Definition(address("abbreviations", entry.id), entry.short, resolver.words(entry.long)) for entry in entries
        ),
    )


def _literature(at: str, sources: Sources) -> Iterator[Node]:
    resolver = sources.resolver
    entries = sorted(resolver.book.literature.entries, key=lambda entry: sort_key(entry.label))
    yield matter.Definitions(
        at,
        "literature",
        tuple(
            matter.Definition(
                address("literature", entry.id),
                plain(resolver.words(entry.label)),
                _reference_of(entry, resolver),
            )
            for entry in entries
        ),
    )


def _reference_of(entry: LiteratureEntry, resolver: Resolver) -> Content:
    """Give author, title and imprint; a title in another language is marked, to be read out and broken in its own."""
    content = resolver.words(f"{entry.author}: {entry.title}{_imprint_of(entry)}")
    if entry.language:
        title = Foreign(resolver.words(entry.title), entry.language)
        content = (*resolver.words(f"{entry.author}: "), title, *resolver.words(_imprint_of(entry)))
    if entry.url:
        shown = entry.url.removeprefix("https://").removeprefix("http://").removesuffix("/")
        content = (*content, Words(" "), WebLink((Words(shown),), entry.url))
    return content


def _imprint_of(entry: LiteratureEntry) -> str:
    """Say where and when a source was published; a law goes on with "vom …" and tells its year itself."""
    published = entry.published or ""
    year = "" if re.search(r"\b(?:1[89]|20)\d\d\b", published) else entry.year
    after = ", ".join(part for part in (published, year) if part)
    return f"{' ' if after[:1].islower() else '. '}{after}."


def _index(at: str, sources: Sources) -> Iterator[Node]:
    """Write what is marked for the index and every term of the glossary; a word that is both has one entry."""
    resolver = sources.resolver
    marked = resolver.register.entries
    explained = {entry.term: entry.id for entry in resolver.book.glossary.entries if resolver.parts["glossary"]}
    groups: dict[str, list[matter.IndexEntry]] = {}
    for term in sorted({*marked, *explained}, key=sort_key):
        letter = (sort_key(term)[0][:1] or "#").upper()
        entry = explained.get(term, "")
        targets = (*marked.get(term, ()), *resolver.register.terms.get(entry, ()))
        words = plain(resolver.words(term))
        glossary = address("glossary", entry) if entry else ""
        groups.setdefault(letter, []).append(matter.IndexEntry(words, targets, glossary))
    yield matter.Index(at, tuple(matter.IndexGroup(letter, tuple(group)) for letter, group in groups.items()))


def _title(at: str, sources: Sources, *, half: bool) -> Iterator[Node]:
    edition = sources.resolver.book.edition
    words = sources.resolver.words
    yield matter.TitlePage(
        at,
        half,
        plain(words(edition.short_title if half else edition.title)),
        plain(words(edition.motto)),
        plain(words(edition.issued_by)),
        plain(words(sources.resolver.vocabulary.day(edition.date))),
        edition.muster,
    )


def _half_title(at: str, sources: Sources) -> Iterator[Node]:
    yield from _title(at, sources, half=True)


def _title_page(at: str, sources: Sources) -> Iterator[Node]:
    yield from _title(at, sources, half=False)


def _imprint(at: str, sources: Sources) -> Iterator[Node]:
    yield matter.ImprintPage(at, tuple(_statements(sources)))


def _statements(sources: Sources) -> Iterator[matter.ImprintStatement]:
    imprint, resolver = sources.resolver.book.imprint, sources.resolver
    said = resolver.vocabulary
    for name in ("publisher", "editors", "printer"):
        body: Body | None = getattr(imprint, name)
        if body is not None:
            lines = tuple(resolver.words(line) for line in (body.name, *body.address, *body.contact))
            yield matter.ImprintStatement(said.statement(name), lines, body.muster)
        elif name != "editors":
            yield matter.ImprintStatement(said.statement(name), (resolver.words(said.imprint.missing),), muster=True)
    if imprint.isbn:
        yield matter.ImprintStatement(said.imprint.isbn, (resolver.words(imprint.isbn),))
    statement: Statement | None = imprint.distribution
    if statement is not None:
        yield matter.ImprintStatement(
            said.imprint.distribution,
            (resolver.text(statement.text),),
            statement.muster,
        )
    if imprint.rights is not None:
        yield matter.ImprintStatement(said.imprint.rights, (resolver.text(imprint.rights),))
    if imprint.typography is not None:
        yield matter.ImprintStatement(said.imprint.typography, (resolver.text(imprint.typography),))
    elif sources.faces:
        yield matter.ImprintStatement(said.imprint.typography, (resolver.words(said.imprint.set_in(sources.faces)),))
    credited = [
        resolver.words(f"{node.label}: {node.credit}" if node.label else node.credit)
        for node in sources.nodes
        if isinstance(node, nodes.Figure) and node.credit
    ]
    if credited:
        yield matter.ImprintStatement(said.imprint.credits, (*credited, (Words(said.imprint.drawn),)))
    yield from _release(resolver)


def _release(resolver: Resolver) -> Iterator[matter.ImprintStatement]:
    """Say that an edition is not released: press laws ask for publisher and printer, its editors for more."""
    edition, imprint, said = resolver.book.edition, resolver.book.imprint, resolver.vocabulary
    parts = {name: getattr(imprint, name) for name in ("publisher", "printer", "distribution")}
    wanting = [said.statement(name) for name, part in parts.items() if part is None or part.muster]
    if not wanting and not edition.muster:
        return
    what = f" {said.imprint.open_points.format(what=', '.join(wanting))}" if wanting else ""
    lines: tuple[Content, ...] = (resolver.words(said.imprint.not_released + what),)
    if edition.muster:
        lines = (resolver.text(edition.muster_note), *lines)
    yield matter.ImprintStatement(said.imprint.muster, lines, edition.muster)


PARTS: dict[str, Callable[[str, Sources], Iterator[Node]]] = {
    "half_title": _half_title,
    "title_page": _title_page,
    "imprint": _imprint,
    "contents": _contents,
    "measures": _measures,
    "figures": _figures,
    "tables": _tables,
    "glossary": _glossary,
    "abbreviations": _abbreviations,
    "literature": _literature,
    "index": _index,
}
