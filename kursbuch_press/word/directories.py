"""Lists with page numbers: contents, figures, tables, glossary, abbreviations, literature and index."""

from __future__ import annotations

from kursbuch_press.book.addresses import address as join
from kursbuch_press.compose.inlines import plain
from kursbuch_press.compose.matter import Definition, Definitions, Directory, Entry, Index, IndexEntry
from kursbuch_press.word import wording
from kursbuch_press.word.ooxml import Xml
from kursbuch_press.word.places import CONTENTS
from kursbuch_press.word.runs import PLAIN, Face, field_end, field_start, hyperlink, tab, words
from kursbuch_press.word.tables import Frame, Line, table
from kursbuch_press.word.writing import Form, Writing

_HIDDEN = Face(web_hidden=True)
_STRONG = Face(strong=True)
_LISTED = {"figures": "Abbildung", "tables": "Tabelle"}
_ABBREVIATION_SHARES = (1, 4)


def write_directory(node: Directory, writing: Writing) -> None:
    r"""Write a contents or a list of figures or tables: a field, with all its lines in place.

    ``TOC \o`` gathers headings, ``TOC \c`` captions; ``\h`` makes the lines links, ``\z`` hides the pages
    in web view. The section must not end inside the field: LibreOffice then loses the page numbers at the
    foot. The line behind it sees to that.
    """
    entries = [(entry, bookmark) for entry in node.entries if (bookmark := writing.places.name(entry.target, CONTENTS))]
    lines = [_line(node, entry, bookmark, writing) for entry, bookmark in entries]
    if not lines:
        return
    note(writing, node.address, wording.GENERATED_PART)
    lines[0] = [*field_start(_instruction(node)), *lines[0]]
    lines[-1].append(field_end())
    for (entry, _), line in zip(entries, lines, strict=True):
        style = "TableofFigures" if node.kind in _LISTED else f"TOC{entry.level}"
        form = Form(style, keep_next=line is lines[-1])
        writing.add(writing.paragraph(form, join(node.address, entry.target), line))
    writing.add(writing.ending(join(node.address, "end"), words(wording.END_OF_DIRECTORY)))


def note(writing: Writing, of: str, sentence: str) -> None:
    """Write the quiet line that says that a part is generated."""
    writing.generated(Form("Erzeugt"), join(of, "generated"), words(sentence))


def _instruction(node: Directory) -> str:
    if node.kind in _LISTED:
        return f'TOC \\h \\z \\c "{_LISTED[node.kind]}"'
    deepest = max(entry.level for entry in node.entries)
    return f'TOC \\o "1-{deepest}" \\h \\z'


def _line(node: Directory, entry: Entry, bookmark: str, writing: Writing) -> list[Xml]:
    content = words(plain(entry.content))
    if entry.number and node.kind in _LISTED:
        content = [*words(entry.number.replace(" ", "\u00a0") + ": "), *content]
    elif entry.number:
        content = [*words(entry.number), tab(), *content]
    page = [tab(_HIDDEN), *writing.inlines.page(entry.target, _HIDDEN, bookmark=bookmark)]
    return [hyperlink([*content, *page], anchor=bookmark)]


def write_definitions(node: Definitions, writing: Writing) -> None:
    """Write a glossary (terms and meanings), a literature (paragraphs) or abbreviations (a table)."""
    match node.kind:
        case "abbreviations":
            _write_abbreviations(node, writing)
        case "literature":
            note(writing, node.address, wording.GENERATED_PART)
            for entry in node.entries:
                label = words(f"{entry.term} ", _STRONG)
                content = writing.inlines.runs(entry.content)
                form = Form("Bibliography")
                writing.add(writing.labelled(form, join(entry.address, "text"), label, content, (entry.address,)))
        case _:
            for entry in node.entries:
                _write_definition(entry, writing)


def _write_definition(entry: Definition, writing: Writing) -> None:
    writing.add(writing.paragraph(Form("DefinitionTerm", keep_next=True), join(entry.address, "term"), words(entry.term)))
    writing.write(
        Form("Definition", keep_next=bool(entry.see or entry.targets)),
        join(entry.address, "text"),
        entry.content,
    )
    parts = []
    if entry.see:
        parts.append(words(f"{writing.said.see_also}: " + ", ".join(plain(other) for other in entry.see) + ". "))
    if pages := _pages(entry.targets, writing):
        parts.append([*words(wording.PAGES), *pages])
    if parts:
        writing.generated(Form("DefinitionVerweis"), join(entry.address, "see"), [each for part in parts for each in part])


def _write_abbreviations(node: Definitions, writing: Writing) -> None:
    titles = (writing.said.draft.abbreviation, writing.said.draft.meaning)
    rows = [Line([_head(node, at, title, writing) for at, title in enumerate(titles)], head=True)]
    for entry in node.entries:
        term = writing.paragraph(Form("Zeilenkopf"), join(entry.address, "term"), words(entry.term))
        content = writing.inlines.runs(entry.content)
        rows.append(Line([term, writing.paragraph(Form("Tabellentext"), join(entry.address, "text"), content)]))
    name = ", ".join(titles)
    writing.add(table(Frame("TableGrid", _ABBREVIATION_SHARES, row_headers=True, name=name), rows, writing))


def _head(node: Definitions, at: int, title: str, writing: Writing) -> Xml:
    return writing.paragraph(Form("Tabellenkopf"), join(node.address, f"column-{at}"), words(title))


def _pages(targets: tuple[str, ...], writing: Writing, face: Face = PLAIN) -> list[Xml]:
    """Give the pages of some places as links; places in other files are left out."""
    found: list[Xml] = []
    for target in targets:
        bookmark = writing.places.name(target)
        if bookmark:
            found.extend(words(", ") if found else [])
            found.append(hyperlink(writing.inlines.page(target, face), anchor=bookmark))
    return found


def write_index(node: Index, writing: Writing) -> None:
    """Write the index: letters, and under each its entries with the pages on which they stand."""
    for group in node.groups:
        letter = words(group.letter)
        form = Form("IndexHeading", keep_next=True)
        writing.generated(form, join(node.address, f"letter-{group.letter.lower()}"), letter)
        for entry in group.entries:
            writing.generated(Form("Index1"), join(node.address, entry.term), _index_line(entry, writing))


def _index_line(entry: IndexEntry, writing: Writing) -> list[Xml]:
    pages, glossary = _pages(entry.targets, writing), _pages((entry.explained,), writing, Face(emphasis=True))
    between = words(", ") if pages and glossary else []
    return [*words(entry.term), *(words("\u2002") if pages or glossary else []), *pages, *between, *glossary]
