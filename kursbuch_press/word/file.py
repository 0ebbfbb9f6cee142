"""Writing a Word file: the parts in the order in which they depend on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from kursbuch_press.compose import nodes
from kursbuch_press.word import headers, settings
from kursbuch_press.word.chapters import write_chapter
from kursbuch_press.word.front import write_instructions
from kursbuch_press.word.headers import RunningHeads
from kursbuch_press.word.ooxml import STORY, Xml, part, w
from kursbuch_press.word.package import PartLinks, WordFile, fill
from kursbuch_press.word.pages import Pager
from kursbuch_press.word.places import survey
from kursbuch_press.word.properties import custom_part, extended_part, fill_core, title_of
from kursbuch_press.word.sections import Section, Sections
from kursbuch_press.word.styles import styles_part
from kursbuch_press.word.writing import Writing

if TYPE_CHECKING:
    from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
    from kursbuch_press.word.draft import Draft

_SECTION_LEVEL = 2
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def write(manuscript: Manuscript, draft: Draft) -> bytes:
    """Give a draft as a Word file, the same bytes for the same manuscript and draft."""
    chapters = _selected(manuscript, draft)
    file = WordFile()
    links = (PartLinks(file.document, file.package), PartLinks(file.footnotes, file.package))
    writing = Writing(manuscript, draft, survey(chapters), links)
    document, pages = _document(writing, chapters, file)
    fill(file.document, document)
    fill(file.footnotes, writing.filled_in(writing.notes.part().decode(), pages).encode())
    _add_parts(file, writing)
    title = title_of(manuscript, chapters)
    fill_core(file.package.core_properties, manuscript, title, draft)
    file.add_property_part("app", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES, extended_part())
    file.add_property_part("custom", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, _CUSTOM, custom_part(draft))
    return file.save()


def _selected(manuscript: Manuscript, draft: Draft) -> tuple[ManuscriptChapter, ...]:
    if draft.chapters is None:
        return manuscript.chapters
    return tuple(manuscript.chapter(each) for each in draft.chapters)


def _document(writing: Writing, chapters: tuple[ManuscriptChapter, ...], file: WordFile) -> tuple[bytes, dict[str, str]]:
    """Give word/document.xml, and the page of each bookmark."""
    heads = _Heads(file, writing.draft)
    sections = Sections(writing)
    sections.begin(Section(heads.feet_only(), opening=True))
    write_instructions(writing, chapters)
    for chapter in chapters:
        sections.begin(Section(heads.of(chapter), chapter.running_title, opening=True))
        write_chapter(chapter, writing, sections)
    last = sections.last()
    pages = Pager(writing.looks, writing.notes.texts).pages(writing.body, last)
    body = w("body", *writing.body, last)
    return part("w:document", STORY, Xml(writing.filled_in(body, pages))), pages


class _Heads:
    """Adds the parts of running heads and feet: the feet once, the heads for each chapter."""

    def __init__(self, file: WordFile, draft: Draft) -> None:
        self._file = file
        self._counts = {"header": 0, "footer": 0}
        self._left = self._add("footer", headers.left_foot(draft))
        self._right = self._add("footer", headers.right_foot(draft))
        self._first = self._add("footer", headers.first_foot(draft))

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
        fill(added, content)
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
    for name, (content_type, relationship, content) in parts.items():
        fill(file.add(name, content_type, relationship), content)
