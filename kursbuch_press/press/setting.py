"""The laid-out book, and what type is set with."""

from __future__ import annotations

from kursbuch_press.disk.cache import Cache
from kursbuch_press.pages.collisions import misplaced_text
from kursbuch_press.pages.facts import facts_of
from kursbuch_press.pages.hyphenation import Hyphenation
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.long_titles import crowded, long_heads, long_titles
from kursbuch_press.pages.page_feet import short_pages
from kursbuch_press.pages.prepress.sheets import blanks_to_add
from kursbuch_press.pages.typesetting import SetBook, set_book
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.machine import press_digest
from kursbuch_press.press.pictures import pictures
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import printer, readings
from kursbuch_press.press.stages import stage
from kursbuch_press.problems import Problem

PAGE = "layouts/page"


def hyphenation(project: Project) -> Hyphenation:
    """Give the patterns and exceptions that all type of the edition is set with."""
    edition = manuscript(project).edition
    return Hyphenation(edition.language, tuple(edition.hyphenation))


def shelf(project: Project) -> Cache:
    """Say where laid-out pages are kept."""
    return Cache(project.cache / "pages", press_digest())


@stage
def whole_book(project: Project) -> SetBook:
    """Lay out the book, once for all editions."""
    composed = manuscript(project)
    titles = {chapter.id: chapter.running_title for chapter in composed.chapters}

    def told(chapter: str, first: int, pages: int) -> None:
        tell(wording.BOOK, f"{wording.LAID_OUT if pages else wording.LAYING_OUT} „{titles[chapter]}“", pages or first, pages)

    page = design(project, PAGE)
    setter = Typesetter(page, pictures(project, PAGE), shelf(project), hyphenation(project))
    return set_book(composed, page, setter, told)


def printed_pages(project: Project) -> int:
    """Count the pages of the interior with the intended blanks at its end that fill it to the printer's multiple."""
    pages = len(whole_book(project).pages)
    return pages + blanks_to_add(pages, printer(project).page_multiple)


def screen_pages(project: Project) -> int:
    """Count the pages of the screen edition: those of the book, and the front and back of its cover."""
    return len(whole_book(project).pages) + 2


@stage
def misplaced(project: Project) -> tuple[Problem, ...]:
    """Name the texts of the laid-out book that do not fit where they stand, on the screen as in print."""
    composed, laid = manuscript(project), whole_book(project)  # raises BookError where there is no book to compose
    book = readings(project).book.book
    assert book is not None, "the book was composed"
    facts = facts_of(laid, len(laid.pages))
    return (
        *misplaced_text(facts, book.place),
        *long_titles(composed, design(project, PAGE), book.place),
        *long_heads(facts, book.place),
        *crowded(laid, book.place),
    )


@stage
def unfilled(project: Project) -> tuple[Problem, ...]:
    """Name the pages of the laid-out book that end early, as notes for the editor."""
    laid = whole_book(project)
    book = readings(project).book.book
    assert book is not None, "the book was composed"
    return tuple(short_pages(laid, book.place))
