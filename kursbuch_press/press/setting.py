"""The laid-out book, and what is to be said of its pages."""

from __future__ import annotations

from functools import partial

from kursbuch_press.pages.collisions import misplaced_text
from kursbuch_press.pages.facts import facts_of
from kursbuch_press.pages.long_titles import crowded, long_heads, long_titles
from kursbuch_press.pages.page_feet import short_pages
from kursbuch_press.pages.prepress.sheets import blanks_to_add
from kursbuch_press.pages.set_faces import lacking
from kursbuch_press.pages.typesetting import Company, SetBook, set_book
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.laying_out import laid_out
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import printer, readings
from kursbuch_press.press.setters import PAGE, page_setter
from kursbuch_press.press.stages import stage
from kursbuch_press.problems import Problem


@stage
def whole_book(project: Project) -> SetBook:
    """Lay out the book, once for all editions, with all hands."""
    composed = manuscript(project)
    titles = {chapter.id: chapter.running_title for chapter in composed.chapters}

    def told(chapter: str, first: int, pages: int) -> None:
        tell(wording.BOOK, f"{wording.LAID_OUT if pages else wording.LAYING_OUT} „{titles[chapter]}“", pages or first, pages)

    company = Company(told, partial(laid_out, project))
    return set_book(composed, design(project, PAGE), page_setter(project), company)


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


@stage
def weak_faces(project: Project) -> tuple[Problem, ...]:
    """Name weights and signs that the typefaces of the book lack, so that others stand in for them."""
    pages = ((str(folio), page) for folio, page in enumerate(whole_book(project).pages, start=1))
    return tuple(lacking(pages, project.folder, PAGE))
