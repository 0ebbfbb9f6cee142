"""What stands before the text: instructions, title pages, the imprint, and the opening of an action field."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.book.addresses import address as join
from kursbuch_press.compose.inlines import plain
from kursbuch_press.compose.manuscript import ManuscriptChapter
from kursbuch_press.compose.matter import ImprintPage, ImprintStatement, TitlePage
from kursbuch_press.compose.nodes import Glance, MeasureCard, Opening
from kursbuch_press.word import wording
from kursbuch_press.word.directories import note
from kursbuch_press.word.draft import Draft
from kursbuch_press.word.numbering import BULLETS, LIST_STYLES, NUMBERS
from kursbuch_press.word.ooxml import Xml, w
from kursbuch_press.word.runs import hyperlink, run, tab, words
from kursbuch_press.word.tables import facts
from kursbuch_press.word.text_nodes import heading_style, write_title
from kursbuch_press.word.writing import Form, Writing

_AT = "instructions"


def write_instructions(writing: Writing, chapters: tuple[ManuscriptChapter, ...]) -> None:
    """Write the page in front: what to do, what to leave, how to send it back."""
    draft = writing.draft
    when = writing.said.day(draft.send_by) if draft.send_by else ""
    only = plain(chapters[0].title) if len(chapters) == 1 else ""
    _generated(writing, heading_style(1, listed=False), "title", wording.INSTRUCTIONS)
    _generated(writing, "Vorspann", "about", _introduction(draft, only))
    _generated(writing, heading_style(2, listed=False), "do", wording.DO)
    _steps(writing, NUMBERS, "do", tuple(_to_do(chapters)))
    _generated(writing, heading_style(2, listed=False), "leave", wording.LEAVE)
    _steps(writing, BULLETS, "leave", wording.STEPS_TO_LEAVE)
    _generated(writing, heading_style(2, listed=False), "return", wording.RETURN)
    _generated(writing, "Normal", "how", wording.how_to_return(draft.send_to, when))


def _introduction(draft: Draft, only: str) -> str:
    return wording.introduction(wording.scope(only), draft.name, draft.state, draft.recipient)


def _to_do(chapters: tuple[ManuscriptChapter, ...]) -> Iterator[str]:
    """Yield what there is to do in these chapters, and nothing that they do not ask for."""
    cards = [node for chapter in chapters for node in chapter.nodes if isinstance(node, MeasureCard)]
    yield wording.STEP_WRITE
    if cards:
        empty = any(not fact.content for card in cards for fact in facts(card, ""))
        yield wording.STEP_EMPTY if empty else wording.STEP_MEASURES
    yield wording.STEP_COMMENT
    yield wording.STEP_NEW
    if any(chapter.drafts_only for chapter in chapters):
        yield wording.STEP_QUESTIONS


def _generated(writing: Writing, style: str, what: str, sentence: str) -> None:
    writing.generated(Form(style), join(_AT, what), words(sentence))


def _steps(writing: Writing, kind: int, what: str, steps: tuple[str, ...]) -> None:
    numbering = (writing.numbering.new_list(kind), 0) if kind == NUMBERS else None
    for at, step in enumerate(steps):
        form = Form(LIST_STYLES[kind][0], numbering=numbering)
        writing.generated(form, join(_AT, what, str(at)), words(step))


def write_title_page(node: TitlePage, writing: Writing) -> None:
    """Write the half title or the title page."""
    lines = [("Title", "title", node.title)]
    if not node.half:
        lines += [
            ("Subtitle", "motto", node.motto),
            ("Titelangabe", "issued-by", node.issued_by),
            ("Titelangabe", "date", node.date),
            ("Titelangabe", "muster", wording.SAMPLE if node.muster else ""),
        ]
    note(writing, node.address, wording.SAMPLE_TITLE_PAGE)
    for style, field, content in lines:
        if content:
            writing.generated(Form(style), join(node.address, field), words(content))


def write_imprint(node: ImprintPage, writing: Writing) -> None:
    """Write the imprint: each statement under its label."""
    note(writing, node.address, wording.GENERATED_PART)
    for at, statement in enumerate(node.statements, start=1):
        address = join(node.address, statement.label)
        label = statement.label + (wording.PLACEHOLDER if statement.muster else "")
        writing.generated(Form("Impressumtitel", keep_next=True), join(address, "label"), words(label))
        form = Form("Impressum", keep_next=at == len(node.statements))
        writing.generated(form, join(address, "lines"), _lines(statement, writing))


def _lines(statement: ImprintStatement, writing: Writing) -> list[Xml]:
    found: list[Xml] = []
    for line in statement.lines:
        if found:
            found.append(run(w("br")))
        found.extend(writing.inlines.runs(line))
    return found


def write_opening(node: Opening, writing: Writing) -> None:
    """Write the opening of an action field: title, claim, lead and "Auf einen Blick"."""
    writing.heading_level = 1
    write_title(writing, "Heading1", (join(node.address, "title"), node.number, 1), node.title)
    writing.write(Form("Leitsatz"), join(node.address, "claim"), node.claim)
    writing.write(Form("Vorspann"), join(node.address, "lead"), node.lead)
    _write_glance(node.glance, join(node.address, "glance"), writing)


def _write_glance(glance: Glance, at: str, writing: Writing) -> None:
    """Write "Auf einen Blick"; all of it is generated from the chapter."""
    said = writing.said
    count = said.draft.one_measure if glance.measures == 1 else said.draft.measures.format(count=glance.measures)
    writing.generated(Form(heading_style(2, listed=False)), join(at, "heading"), words(said.opening.glance))
    note(writing, at, wording.GENERATED_GLANCE)
    writing.generated(Form("Blicktitel", keep_next=True), join(at, "goals"), words(said.draft.glance_goals))
    for number, goal in enumerate(glance.goals):
        writing.generated(Form("ListBullet"), join(at, "goals", str(number)), writing.inlines.runs(goal))
    writing.generated(Form("Blicktitel", keep_next=True), join(at, "measures"), words(said.labels.measures))
    writing.generated(Form("Normal"), join(at, "measures", "count"), words(count))
    writing.generated(Form("Blicktitel", keep_next=True), join(at, "addressed"), words(said.draft.glance_addressed))
    writing.generated(Form("Normal"), join(at, "addressed", "who"), words(", ".join(glance.addressed)))
    writing.generated(Form("Blicktitel", keep_next=True), join(at, "contents"), words(said.draft.glance_contents))
    for entry in glance.contents:
        writing.generated(
            Form("Kurzinhalt"),
            join(at, "contents", entry.target),
            _entry(entry.target, plain(entry.content), writing),
        )


def _entry(target: str, title: str, writing: Writing) -> list[Xml]:
    bookmark = writing.places.name(target)
    if not bookmark:
        return words(title)
    return [hyperlink([*words(title), tab(), *writing.inlines.page(target)], anchor=bookmark)]
