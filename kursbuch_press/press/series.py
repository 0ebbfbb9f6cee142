"""A series: one handout for each row of a list, with the organisation's own block and code; it lies in series/LIST/.

A series is no part of dist/: it holds addresses of people, is made for one day, and nothing else is made from it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kursbuch_press.book.addresses import slug
from kursbuch_press.book.languages import is_right_to_left
from kursbuch_press.compose.typography import polish
from kursbuch_press.disk.changing import change_files
from kursbuch_press.disk.temporary import temporary_folder
from kursbuch_press.pages.coverage import lost_signs
from kursbuch_press.pages.handouts.names import Name, all_names, folded
from kursbuch_press.pages.handouts.printout import Printed, printout
from kursbuch_press.pages.handouts.setting import SERIES, Organisation, Wanted
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.engine import load
from kursbuch_press.press.jobs import Job, Order
from kursbuch_press.press.project import Project
from kursbuch_press.press.stages import keeping
from kursbuch_press.press.workers import made as made_by
from kursbuch_press.problems import BookError, Place, Problem
from kursbuch_press.sources.addressees import Addressee, read_addressees
from kursbuch_press.sources.wording import addressees as of_lists

FOLDER = "series"
CONTENTS = "inhalt.csv"
PRINTOUT = "ausdruck.pdf"
MAKER = "kursbuch_press.press.products.series"
SAID = ("organisation", "greeting", "address", "contact")
"""What of a row is said on its sheet, in the order of Organisation."""
_HEADS = ("datei", "organisation", "blatt", "sprache")


@dataclass(frozen=True, slots=True)
class Series:
    """What was made: the folder below the project, and its files with their sizes in bytes."""

    folder: str
    files: Mapping[str, int]


def make_series(project: Project, path: Path, handouts: Sequence[str], slots: int) -> Series:
    """Make the sheets of a list: those that are named for every row, or the one that a row names itself.

    Raises BookError with everything that is wrong in the list, or with the book, and writes nothing then.
    """
    name = slug(path.stem) or FOLDER
    with keeping(), temporary_folder(project.cache / "tmp"):
        orders = orders_for(project, path, handouts)
        maker = load(project, MAKER)
        maker.prepare(project)
        made = dict(made_by([Job(order, maker.__name__) for order in orders], slots))
        sheets = {order.path: made[order.path] for order in orders}
        files = {**sheets, PRINTOUT: printout(_printed(orders, sheets), manuscript(project)), CONTENTS: _contents(orders)}
        folder = project.folder / FOLDER / name
        change_files(folder, files, _outdated(folder) - set(files))
    return Series(f"{FOLDER}/{name}", {path: len(content) for path, content in files.items()})


def sheets_of(project: Project) -> tuple[Name, ...]:
    """Give the handouts that have a place for an organisation, in the language of the book."""
    return tuple(name for name in all_names(manuscript(project)) if folded(name) and not name.language)


def wanted_for(order: Order) -> Wanted:
    """Give which sheet an order asks for, and for whom."""
    about, composed = order.about, manuscript(order.project)
    said = (polish(about[name], composed.edition.quotation_marks) for name in SAID)
    name = next(each for each in all_names(composed) if each.path == about["sheet"])
    return Wanted(name, Organisation(about["key"], *said))


def place_of(order: Order) -> dict[str, Place]:
    """Give in which line of the list the organisation of an order stands, under its address."""
    return {f"{SERIES}/{order.about['key']}": Place(order.about["file"], int(order.about["line"]), 1)}


def orders_for(project: Project, path: Path, handouts: Sequence[str]) -> list[Order]:
    """Give an order for each sheet; raises BookError with all that is wrong with the list."""
    read = read_addressees(path)
    problems = [*read.problems, *lost_signs((sign for row in read.rows for sign in row.signs), project.folder)]
    orders = []
    for row in read.rows:
        for stem in (row.handout,) if row.handout else handouts or ("",):
            found = _sheet(project, row, stem)
            if isinstance(found, Problem):
                problems.append(found)
            else:
                orders.append(_order(project, row, found))
    if problems:
        raise BookError(tuple(problems))
    return orders


def _sheet(project: Project, row: Addressee, asked: str) -> Name | Problem:
    """Find the handout for a row, in its language."""
    names = all_names(manuscript(project))
    own = sheets_of(project)
    stems = [name.stem for name in own]
    if not asked:
        return Problem(row.place, *of_lists.which_handout(stems), rule="series")
    sheet = next((name for name in own if asked in {name.stem, name.id}), None)
    if sheet is None:
        return Problem(row.place, *of_lists.no_handout(asked, stems), rule="series")
    book = manuscript(project).edition.language
    language = "" if row.language == book else row.language
    there = {name.language: name for name in names if name.stem == sheet.stem}
    if language not in there:
        known = [each or book for each in there]
        return Problem(row.place, *of_lists.no_language(row.language, sheet.stem, known), rule="series")
    return there[language]


def _order(project: Project, row: Addressee, sheet: Name) -> Order:
    about = {
        "key": row.key,
        **{name: getattr(row, name) for name in SAID},
        "sheet": sheet.path,
        "file": row.place.file,
        "line": str(row.place.line),
    }
    ending = f"-{sheet.language}" if sheet.language else ""
    return Order(project, f"{row.key}-{sheet.stem}{ending}.pdf", about=about)


def _printed(orders: Iterable[Order], sheets: Mapping[str, bytes]) -> dict[str, Printed]:
    """Give the sheets, in the order of the list, as they go onto the paper of the office printer."""
    return {
        order.path: Printed(sheets[order.path], folded=True, to_the_left=is_right_to_left(_language(order))) for order in orders
    }


def _language(order: Order) -> str:
    return order.about["sheet"].rpartition("/")[0]


def _contents(orders: Iterable[Order]) -> bytes:
    """Write which file is for whom, as a table for office programs."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEADS)
    for order in sorted(orders, key=lambda each: each.path):
        sheet = order.about["sheet"].rpartition("/")[2]
        writer.writerow((order.path, order.about["organisation"], sheet, _language(order)))
    return text.getvalue().encode("utf-8-sig")


def _outdated(folder: Path) -> set[str]:
    """Name the sheets of the last time: those that the table of contents names."""
    try:
        text = (folder / CONTENTS).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return set()
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    return {row[0] for row in rows if row and row[0].endswith(".pdf")}
