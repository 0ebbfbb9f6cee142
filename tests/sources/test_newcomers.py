"""What people type who know word processors and not YAML: each mistake has its place and a way out, and hides no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from kursbuch_press.problems import Problem, Severity
from kursbuch_press.sources import read_book

KAPITEL, FELD = "sources/chapters/kapitel.yaml", "sources/chapters/feld.yaml"
_BLOCK = "  - id: absatz\n"


class Typed(NamedTuple):
    """What is written for something in a file of the base, and the place and a word of the only thing that is told of it."""

    old: str
    new: str
    place: str
    told: str
    file: str = KAPITEL


ROW = "  - id: tab\n    kind: table\n    caption: T\n    columns: [{id: a, title: A}, {id: b, title: B}]\n    rows:\n"
MISTAKES = {
    # quotation marks
    "as a colon parts an item in typed marks": Typed("- Alle", "- „Alle: Ämter“", "9:5", "für YAML keine sind", FELD),
    "primes": Typed("title: Ein Kapitel", "title: ″Ein: Kapitel″", "3:8", "Das Zeichen ″"),
    "in braces": Typed(_BLOCK, "  - {id: a, text: „Eins: zwei, drei“}\n" + _BLOCK, "5:19", "Das Zeichen „"),
    "typed at the end": Typed("claim: Ein Leitsatz", 'claim: "Ein: Satz“', "5:8", "endet mit “", FELD),
    "missing at the end": Typed("title: Ein Kapitel", "title: 'Ein Kapitel", "3:8", "am Ende fehlt"),
    "closed where the next opens": Typed(
        "claim: Ein Leitsatz\nswatch: elbe", 'claim: "Ein Satz\nswatch: "elbe"', "5:8", "am Ende fehlt", FELD
    ),
    # signs of lists
    **{
        f"list with {sign}": Typed("  - Alle\n", f'  {sign} "Alle: Ämter"\n', "9:3", "beginnt in YAML kein Listenpunkt", FELD)
        for sign in ("·", "►", "o", "*", "+", "1.", "2)", "→")
    },
    "list with Word's sign": Typed("  - Alle\n", '  \uf0b7 "Alle: Ämter"\n', "9:3", "U\\+F0B7", FELD),
    **{
        f"text with {sign}": Typed("text: Ein Absatz", f"text: {sign} Ein Absatz", "6:11", "Aufzählungszeichen")
        for sign in "·→✔–"
    },
    "numbered lines": Typed("lead: Eine Einleitung.", "lead: >-\n  1. Erstens\n  2. Zweitens", "8:3", "„1.“ und „2.“", FELD),
    # spaces
    "no width": Typed("    text: Ein", "\u200b   text: Ein", "6:1", "besondere Leerzeichen"),
    "behind the sign of a block": Typed(
        "lead: Eine Einleitung.", "lead: >-\u00a0\n  Eine: Einleitung.", "7:9", "Hinter „>-“", FELD
    ),
    "before a colon": Typed("claim: Ein Leitsatz", "claim\u00a0: Ein Leitsatz", "5:1", "neu tippen", FELD),
    "of a width that nobody knows": Typed("title: Ein", "\u3000title: Ein", "3:1", "besondere Leerzeichen"),
    # commas
    "comma in braces": Typed(_BLOCK, "  - {id: a, text: Eins, zwei}\n" + _BLOCK, "5:25", "trennt jedes Komma"),
    "comma of a number": Typed("addressed:\n  - Alle\n", "addressed: [Alle, 10,5 % davon]\n", "8:22", "„10,5“", FELD),
    "nothing between commas": Typed(_BLOCK, f"{ROW}      - {{id: z, cells: [eins,, zwei]}}\n{_BLOCK}", "10:30", "steht nichts"),
    "cells in typed marks": Typed(
        _BLOCK, f"{ROW}      - {{id: z, cells: [„a, b“, c]}}\n{_BLOCK}", "10:24", "gerade Anführungs"
    ),
    # one text, one paragraph
    "a blank line where no block can follow": Typed(
        "lead: Eine Einleitung.", "lead: >-\n  Eins.\n\n  Zwei.", "9:1", "löschen", FELD
    ),
    # references
    "a note that was renamed": Typed(
        "- id: fn\n", "- id: fussnote\n", "14:15", "gemeint ist vielleicht „\\[\\^fussnote\\]“", FELD
    ),
    "blanks in an address": Typed("[](#feld)", "[Liste](Ein Kapitel)", "6:50", "enthält Leerzeichen"),
    # brackets
    "bracket before lines": Typed("addressed:\n", "addressed: [\n", "8:12", "die Klammer löschen", FELD),
}


def found_in(project: Path, *typed: Typed) -> list[Problem]:
    for each in typed:
        file = project / each.file
        text = file.read_text("utf-8")
        assert text.count(each.old), each.old
        file.write_text(text.replace(each.old, each.new, 1), "utf-8")
    return [each for each in read_book(project).problems if each.severity is not Severity.NOTE]


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_of_newcomers_is_told_with_its_place_and_a_way_out(mistake: str, project: Path) -> None:
    typed = MISTAKES[mistake]
    found = found_in(project, typed)
    told = [each for each in found if re.search(typed.told, f"{each.message} {each.hint}")]
    assert [str(each.place) for each in told] == [f"{typed.file}:{typed.place}"], [
        f"{each.place} {each.message}" for each in found
    ]
    assert all(each.hint for each in found)
    # Marks in cells, an id that is missing for a key with a space, and a note that is not called follow from the mistake.
    assert {each.rule for each in found if each not in told} <= {"quotation-mark", "missing-key", "unused-note"}


def test_what_is_broken_behind_a_line_that_fits_nowhere_is_told_as_well(project: Path) -> None:
    found = found_in(
        project,
        Typed("    until: 2015-12", "   until: 2015-12", "", "", FELD),
        Typed("    role: Sie tut etwas.", "    role: @Sie", "", "", FELD),
        Typed("    text: Eine Fußnote.", '    text: "Eine"n', "", "", FELD),
    )
    lines = [each.place.line for each in found]
    assert len(lines) == 3, found
    assert lines == sorted(set(lines))
    assert [each.rule for each in found] == ["yaml"] * 3


@pytest.mark.parametrize("broken", ["   title: Eine Maßnahme", '    title "Eine"', "  title: x: y", "    - Eine Maßnahme"])
def test_nothing_is_told_that_only_follows_from_a_broken_line(broken: str, project: Path) -> None:
    (found,) = found_in(project, Typed("    title: Eine Maßnahme", broken, "", "", FELD))
    assert found.place.line in {25, 26}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Kopie von feld.yaml", "Kopie von „feld.yaml“"),
        ("feld (Konflikt von A. 2014-05-04).yaml", "Kopie von „feld.yaml“"),
        ("feld.sync-conflict-20140504.yaml", "Kopie von „feld.yaml“"),
        ("zum-feld (1).yaml", "Kopie von „zum-feld.yaml“"),
        ("~$feld.yaml", ""),
        (".#feld.yaml", ""),
    ],
)
def test_files_beside_the_chapters_are_known_by_their_names(name: str, told: str, project: Path) -> None:
    (project / "sources/chapters" / name).write_text("x", "utf-8")
    found = [each.message for each in read_book(project).problems]
    assert [told in each for each in found] == ([True] if told else []), found
