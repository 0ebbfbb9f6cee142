"""Whole measures that co-authors add, move or delete in Word come into the sources at their place, with and without anchors."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

from kursbuch_press.drafts import Snapshot
from kursbuch_press.merge import applied, merge
from kursbuch_press.merge.deciding import decided
from kursbuch_press.merge.files import sheets_of, written
from kursbuch_press.merge.outcome import Outcome
from kursbuch_press.merge.sheets import SourceData
from kursbuch_press.merge.values import months_in
from kursbuch_press.returns.arrived import Arrived
from kursbuch_press.returns.reading import read_word
from kursbuch_press.returns.returned import Returned
from kursbuch_press.sources.nodes import data_of
from kursbuch_press.sources.syntax import compose
from tests.merge import PROJECT, draft_of, files
from tests.returns.conftest import CHAPTER, Kept
from tests.returns.editing import Doc, W, as_google_docs

ADDED = {
    "Was": "Ehrenamtliche öffnen jeden Samstag ein Café: dort wird Deutsch gesprochen.",
    "Wer": "Volkshochschulen, Städte und Gemeinden",
    "Mit wem": "Hochschulen",
    "Wann": "01/2015 – 12/2016",
    "Mittel": "Raum und Kaffee.",
    "Woran gemessen": "Das Café hat vierzig Mal geöffnet.",
    "Rang": "niedrig",
}


@pytest.fixture(scope="module")
def draft() -> tuple[bytes, Snapshot]:
    """Give the chapter as a draft."""
    return draft_of(PROJECT, CHAPTER)


def _parts(doc: Doc, measure: str) -> list[Any]:
    """Give the elements of a measure: its heading and what follows up to the end of its table."""
    found = [doc.paragraph(f"{CHAPTER}/{measure}/title")]
    while found[-1].tag != f"{W}tbl":
        found.append(found[-1].getnext())
    return found


def _delete(doc: Doc) -> None:
    for part in _parts(doc, "m-lernpass"):
        part.getparent().remove(part)


def _strike(doc: Doc) -> None:
    """Delete with tracking on, as Word does it: every run, every end of a paragraph, every row."""
    for part in _parts(doc, "m-lernpass"):
        for run in list(part.iter(f"{W}r")):
            doc.strike(run)
        for paragraph in part.iter(f"{W}p"):
            doc.mark_paragraph(paragraph, "del")
        for row in part.iter(f"{W}tr"):
            properties = row.find(f"{W}trPr")
            if properties is None:
                properties = etree.Element(f"{W}trPr")
                row.insert(0, properties)
            properties.append(doc.mark("del"))


def _move(doc: Doc) -> None:
    place = _parts(doc, "m-betreuung")[-1]
    for part in reversed(_parts(doc, "m-lernpass")):
        place.addnext(part)


def _move_first(doc: Doc) -> None:
    place = _parts(doc, "m-kursplan")[0]
    for part in _parts(doc, "m-lernpass"):
        place.addprevious(part)


def _add(doc: Doc) -> None:
    """Copy a measure, as people do, and write another one over it."""
    place = _parts(doc, "m-lernpass")[-1]
    heading, *rest = (copy.deepcopy(part) for part in _parts(doc, "m-lernpass"))
    for part in (heading, *rest):
        for mark in list(part.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)
        for paragraph in part.iter(f"{W}p"):
            for name in [name for name in paragraph.attrib if name.endswith("paraId")]:
                del paragraph.attrib[name]
    _retype(heading, "Sprachcafé am Samstag")
    for row in rest[-1].iter(f"{W}tr"):
        label, said = row.iter(f"{W}tc")
        name = "".join(text.text or "" for text in label.iter(f"{W}t"))
        if name in ADDED:
            _retype(said, ADDED[name])
    for part in reversed((heading, *rest)):
        place.addnext(part)


def _retype(element: Any, words: str) -> None:  # noqa: ANN401 - an element of lxml
    first, *others = (run for run in element.iter(f"{W}r") if run.find(f"{W}t") is not None)
    first.find(f"{W}t").text = words
    for run in others:
        run.getparent().remove(run)


def _outcome(draft: tuple[bytes, Snapshot], edit: Callable[[Doc], None], *, stripped: bool, tracked: bool = False) -> Outcome:
    doc = Doc(draft[0], tracked=tracked)
    edit(doc)
    content = doc.save(without=as_google_docs if stripped else None)
    returned = read_word(Arrived("rueckgabe.docx", content), Kept((draft[1],)))
    assert returned.ledger.remainder == 0
    outcome = merge([returned], sheets_of(files()))
    assert outcome.conflicts == ()
    assert outcome.unplaced == ()
    return outcome


def _measures(outcome: Outcome) -> list[dict[str, Any]]:
    """Accept the one change there is, and give the measures of then."""
    (change,) = outcome.changes
    sheets = applied(sheets_of(files()), change.operations, outcome.notes)
    return list(sheets[CHAPTER].data["measures"])


NOW = [each["id"] for each in files()[CHAPTER].sheet.data["measures"]]


@pytest.mark.parametrize(("edit", "how"), [(_delete, ""), (_delete, "stripped"), (_strike, "tracked")])
def test_a_deleted_measure_goes_as_one(draft: tuple[bytes, Snapshot], edit: Callable[[Doc], None], how: str) -> None:
    outcome = _outcome(draft, edit, stripped=how == "stripped", tracked=how == "tracked")
    assert [each["id"] for each in _measures(outcome)] == [name for name in NOW if name != "m-lernpass"]


@pytest.mark.parametrize("stripped", [False, True])
def test_a_moved_measure_stands_where_it_was_put(draft: tuple[bytes, Snapshot], *, stripped: bool) -> None:
    names = [each["id"] for each in _measures(_outcome(draft, _move, stripped=stripped))]
    assert names.index("m-lernpass") == names.index("m-betreuung") + 1
    assert sorted(names) == sorted(NOW)


def test_a_measure_may_become_the_first(draft: tuple[bytes, Snapshot]) -> None:
    names = [each["id"] for each in _measures(_outcome(draft, _move_first, stripped=False))]
    assert names[:2] == ["m-lernpass", "m-kursplan"]


@pytest.mark.parametrize("stripped", [False, True])
def test_a_new_measure_is_a_record_with_an_id_at_its_place(draft: tuple[bytes, Snapshot], *, stripped: bool) -> None:
    outcome = _outcome(draft, _add, stripped=stripped)
    measures = _measures(outcome)
    at = [each["id"] for each in measures].index("m-lernpass") + 1
    assert measures[at] == {
        "id": "m-sprachcafe-am-samstag",
        "title": "Sprachcafé am Samstag",
        "what": ADDED["Was"],
        "responsible": ["Volkshochschulen", "Städte und Gemeinden"],
        "partners": ["Hochschulen"],
        "start": "2015-01",
        "until": "2016-12",
        "means": ADDED["Mittel"],
        "check": ADDED["Woran gemessen"],
        "priority": "low",
        "status": "proposed",
    }
    (content,) = written(files(), applied(sheets_of(files()), outcome.changes[0].operations, outcome.notes)).values()
    old, new = files()[CHAPTER].content.decode().splitlines(), content.decode().splitlines()
    start = next(number for number, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    assert new[:start] + new[start + len(new) - len(old) :] == old


def test_a_table_that_says_something_else_is_no_measure(draft: tuple[bytes, Snapshot]) -> None:
    def edit(doc: Doc) -> None:
        _add(doc)
        table = _parts(doc, "m-lernpass")[-1].getnext().getnext()
        while table.tag != f"{W}tbl":
            table = table.getnext()
        _retype(next(table.iter(f"{W}tr")).getnext(), "Wozu")

    doc = Doc(draft[0], tracked=False)
    edit(doc)
    outcome = merge([read_word(Arrived("rueckgabe.docx", doc.save()), Kept((draft[1],)))], sheets_of(files()))
    assert outcome.changes == ()
    assert [each.what for _, each in outcome.unplaced] == ["table"]
    assert len(outcome.conflicts) == 1


def _typed(draft: tuple[bytes, Snapshot], author: str, **edits: tuple[str, str]) -> Returned:
    """Give a return in which somebody typed other values into the table of a measure."""
    doc = Doc(draft[0], author)
    for field, (old, new) in edits.items():
        doc.replace(f"{CHAPTER}/m-kursplan/{field}", old, new)
    returned = read_word(Arrived(f"{author}.docx", doc.save()), Kept((draft[1],)))
    assert returned.ledger.remainder == 0
    return returned


def _first(outcome: Outcome) -> dict[str, Any]:
    """Accept all changes, and give the measure of then, as the file has it."""
    operations = [each for change in outcome.changes for each in change.operations]
    (content,) = written(files(), applied(sheets_of(files()), operations, outcome.notes)).values()
    data: dict[str, Any] = data_of(compose(content.decode(), "x.yaml").root)  # type: ignore[arg-type,assignment]  # it is a mapping
    return next(each for each in data["measures"] if each["id"] == "m-kursplan")


LAST = "Bundesamt für Migration und Flüchtlinge"


def test_what_is_typed_as_a_value_comes_home_as_one(draft: tuple[bytes, Snapshot]) -> None:
    one = _typed(draft, "Anna", partners=("Jobcenter, ", ""), priority=("hoch", "Niedrig"), until=("12/2015", "März 2016"))
    other = _typed(draft, "Ben", partners=(LAST, f"{LAST}, Vereine (Sport, Musik)"), status=("vorgeschlagen", "verabredet"))
    outcome = merge([one, other], sheets_of(files()))
    assert merge([other, one], sheets_of(files())) == outcome
    assert outcome.conflicts == ()
    kinds = {(change.address.rpartition("/")[2], change.kind, change.who[0].name) for change in outcome.changes}
    assert kinds == {
        ("partners", "deleted", "Anna"), ("partners", "new", "Ben"), ("priority", "edited", "Anna"),
        ("until", "edited", "Anna"), ("status", "edited", "Ben"),
    }  # fmt: skip
    now, then = files()[CHAPTER].sheet.record("m-kursplan"), _first(outcome)
    assert now is not None
    partners = [name for name in now["partners"] if name != "Jobcenter"]
    assert then == {
        **now, "partners": [*partners, "Vereine (Sport, Musik)"], "priority": "low", "until": "2016-03", "status": "agreed",
    }  # fmt: skip


def test_values_that_two_want_otherwise_or_that_are_none_are_decided_by_an_editor(draft: tuple[bytes, Snapshot]) -> None:
    one = _typed(
        draft, "Anna", until=("12/2015", "03/2016"), priority=("hoch", "dringend"), partners=("Jobcenter", "Arbeitgeber")
    )
    other = _typed(draft, "Ben", until=("12/2015", "03/2012"), partners=("Jobcenter", "Kammern"))
    outcome = merge([one, other], sheets_of(files()))
    told = {conflict.address.rpartition("/")[2]: conflict for conflict in outcome.conflicts}
    assert {change.address.rpartition("/")[2] for change in outcome.changes} == {"until"}
    assert set(told) == {"until", "priority", "partners"}
    assert "03/2012" in told["until"].reason
    assert "hoch (high), mittel (medium) und niedrig (low)" in told["priority"].reason
    assert [version.text.split("; ")[1] for version in told["partners"].versions] == ["Arbeitgeber", "Kammern"]
    (made,) = decided(outcome, {told["priority"].id: "low"})
    sheets = applied(sheets_of(files()), made.operations, {})
    assert sheets[CHAPTER].text(f"{CHAPTER}/m-kursplan/priority") == "low"


def test_a_value_merges_with_what_the_sources_say_by_now(draft: tuple[bytes, Snapshot]) -> None:
    sheets = sheets_of(files())
    now = copy.deepcopy(sheets[CHAPTER].data)
    measure = next(each for each in now["measures"] if each["id"] == "m-kursplan")
    measure["partners"] = ["Vorneweg", *measure["partners"]]
    measure["until"] = "2017-01"
    today = {**sheets, CHAPTER: SourceData(CHAPTER, now, sheets[CHAPTER].model)}
    outcome = merge([_typed(draft, "Anna", partners=("Jobcenter, ", ""), until=("12/2015", "03/2016"))], today)
    assert [(change.kind, change.after.split("; ")[0]) for change in outcome.changes] == [("deleted", "Vorneweg")]
    assert [(each.sources, [version.text for version in each.versions]) for each in outcome.conflicts] == [
        ("2017-01", ["2016-03"])
    ]


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ("09/2014 – 12/2015", ("2014-09", "2015-12")),
        ("von September 2014 bis März 2016", ("2014-09", "2016-03")),
        ("9.2014-12.2015", ("2014-09", "2015-12")),
        ("bald", ()),
        ("13/2014 – 12/2015", ()),
        ("nach 09/2014", ()),
    ],
)
def test_months_are_read_as_people_write_them(said: str, months: tuple[str, ...]) -> None:
    assert months_in(said) == months


def test_a_name_that_goes_here_and_comes_there_has_moved(draft: tuple[bytes, Snapshot]) -> None:
    record = files()[CHAPTER].sheet.record("m-kursplan")
    assert record is not None
    first, *others = record["partners"]
    said, moved = ", ".join([first, *others]), ", ".join([*others, first])
    outcome = merge([_typed(draft, "Anna", partners=(said, moved))], sheets_of(files()))
    assert [change.kind for change in outcome.changes] == ["moved"], "half of it would double a name or lose it"
    assert _first(outcome)["partners"] == [*others, first]


def test_a_value_that_the_sources_have_already_is_settled(draft: tuple[bytes, Snapshot]) -> None:
    sheets = sheets_of(files())
    now = copy.deepcopy(sheets[CHAPTER].data)
    measure = next(each for each in now["measures"] if each["id"] == "m-kursplan")
    measure["partners"] = [name for name in measure["partners"] if name != "Jobcenter"]
    today = {**sheets, CHAPTER: SourceData(CHAPTER, now, sheets[CHAPTER].model)}
    outcome = merge([_typed(draft, "Anna", partners=("Jobcenter, ", ""))], today)
    assert (outcome.changes, outcome.conflicts, outcome.settled) == ((), (), 1)
