"""Writing a Word file: the parts in the order in which they depend on each other."""

from __future__ import annotations

from dataclasses import replace

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part

from kursbuch_press.compose import nodes
from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.drafts.snapshot import Snapshot, draft_id
from kursbuch_press.word import headers, settings
from kursbuch_press.word.bookmarks import filled_in
from kursbuch_press.word.chapters import add_chapter
from kursbuch_press.word.draft import Draft, Written
from kursbuch_press.word.front import write_instructions
from kursbuch_press.word.headers import RunningHeads
from kursbuch_press.word.ooxml import STORY, part, w
from kursbuch_press.word.package import PartLinks, WordFile, fill
from kursbuch_press.word.pages import Pager
from kursbuch_press.word.places import survey
from kursbuch_press.word.properties import (
    custom_part,
    extended_part,
    fill_core,
    snapshot_part,
    snapshot_properties,
    title_of,
)
from kursbuch_press.word.recording import spans_of
from kursbuch_press.word.sections import Section, Sections
from kursbuch_press.word.styles import styles_part
from kursbuch_press.word.wording import DRAFT_ID
from kursbuch_press.word.writing import Writing

_SECTION_LEVEL = 2
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def write(manuscript: Manuscript, draft: Draft) -> Written:
    """Give a draft as a Word file with what it says, the same bytes for the same manuscript and draft."""
    chapters = _selected(manuscript, draft)
    file = WordFile()
    links = (PartLinks(file.document, file.package), PartLinks(file.footnotes, file.package))
    writing = Writing(manuscript, draft, survey(chapters), links)
    heads = _Heads(file, draft)
    document, pages = _document(writing, chapters, heads)
    fill(file.document, document)
    fill(file.footnotes, writing.finished(writing.notes.part().decode(), pages))
    _add_parts(file, writing)
    title = title_of(manuscript, chapters)
    snapshot = _snapshot(writing, pages, title, (*heads.words, *writing.record.names))
    heads.identify(snapshot.id)
    fill_core(file.package.core_properties, manuscript, title, draft)
    file.add_property_part("app", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, extended_part())
    custom = custom_part(snapshot, draft)
    file.add_property_part("custom", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, _CUSTOM, custom)
    file.add_custom_xml(snapshot_part(snapshot), snapshot_properties(snapshot))
    return Written(file.save(), snapshot)


def _selected(manuscript: Manuscript, draft: Draft) -> tuple[ManuscriptChapter, ...]:
    if draft.chapters is None:
        return manuscript.chapters
    return tuple(manuscript.chapter(each) for each in draft.chapters)


def _document(writing: Writing, chapters: tuple[ManuscriptChapter, ...], heads: _Heads) -> tuple[bytes, dict[str, str]]:
    """Give word/document.xml, and the page of each bookmark."""
    sections = Sections(writing)
    sections.begin(Section(heads.feet_only(), opening=True))
    write_instructions(writing, chapters)
    for chapter in chapters:
        sections.begin(Section(heads.of(chapter), chapter.running_title, opening=True))
        add_chapter(chapter, writing, sections)
    last = sections.last()
    pages = Pager(writing.looks, writing.notes.texts).pages(writing.body, last)
    body = w("body", *writing.body, last)
    return writing.finished(part("w:document", STORY, body).decode(), pages), pages


def _snapshot(writing: Writing, pages: dict[str, str], title: str, furniture: tuple[str, ...]) -> Snapshot:
    """Give what the file says; the id is put in when all else is known."""
    draft = writing.draft
    links = writing.links.hrefs, writing.note_links.hrefs
    blocks = writing.record.blocks(draft.texts, links, lambda content: filled_in(content, pages))
    chapters = draft.chapters or tuple(chapter.id for chapter in writing.manuscript.chapters)
    whole = draft.chapters is None
    snapshot = Snapshot(
        "", draft.name, draft.state, title, chapters, whole, tuple(blocks), furniture, tuple(writing.remarks.texts)
    )
    name = draft_id(snapshot)
    return replace(snapshot, id=name, furniture=tuple(each.replace(DRAFT_ID, name) for each in furniture))


class _Heads:
    """Adds the parts of running heads and feet: the feet once, the heads for each chapter."""

    def __init__(self, file: WordFile, draft: Draft) -> None:
        self._file = file
        self._counts = {"header": 0, "footer": 0}
        self._parts: list[tuple[Part, bytes]] = []
        self._left = self._add("footer", headers.left_foot(draft))
        self._right = self._add("footer", headers.right_foot(draft))
        self._first = self._add("footer", headers.first_foot(draft))

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all heads and feet; what their fields say is left open."""
        texts = (spans_of(content.decode(), {}, {}) for _, content in self._parts)
        return tuple(dict.fromkeys("".join(span.text for span in spans if not span.field) for spans in texts))

    def identify(self, name: str) -> None:
        """Put the id of the draft into all heads and feet."""
        for part_of_file, content in self._parts:
            fill(part_of_file, content.replace(DRAFT_ID.encode(), name.encode()))

    def feet_only(self) -> RunningHeads:
        return RunningHeads("", "", self._left, self._right, self._first)

    def of(self, chapter: ManuscriptChapter) -> RunningHeads:
        """Give the heads of a chapter; a title page has no section to name."""
        sections = any(
            isinstance(node, nodes.Heading) and node.level == _SECTION_LEVEL and node.listed for node in chapter.nodes
        )
        left = self._add("header", headers.left_head(chapter.running_title))
        right = self._add("header", headers.right_head(chapter.running_title, sections=sections))
        return RunningHeads(left, right, self._left, self._right, self._first)

    def _add(self, kind: str, content: bytes) -> str:
        self._counts[kind] += 1
        types = {
            "header": (CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
            "footer": (CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
        }
        content_type, relationship = types[kind]
        added = self._file.add(f"{kind}{self._counts[kind]}", content_type, relationship)
        self._parts.append((added, content))
        return self._file.document.relate_to(added, relationship)


def _add_parts(file: WordFile, writing: Writing) -> None:
    looks, language = writing.looks, writing.manuscript.edition.language
    parts = {
        "styles": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles_part(looks, language)),
        "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING, writing.numbering.part()),
        "settings": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings.settings_part(language)),
        "fontTable": (CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, settings.fonts_part(looks)),
        "theme/theme1": (CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, settings.theme_part(looks)),
    }
    if comments := writing.remarks.part():
        parts["comments"] = CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS, comments
    for name, (content_type, relationship, content) in parts.items():
        fill(file.add(name, content_type, relationship), content)
