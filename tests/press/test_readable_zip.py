"""The zip for the event: a file that not everybody can read is not offered, and a warning says why."""

from __future__ import annotations

from pathlib import Path

from kursbuch_press.press.products.folder import unreadable
from kursbuch_press.press.project import Project
from kursbuch_press.press.readable import judged, why_not
from kursbuch_press.problems import Severity
from tests.checks.accessible import pdf_file, tag


def test_a_file_that_fails_is_named_with_its_fault(tmp_path: Path) -> None:
    files = {
        "handouts/gut.pdf": pdf_file(),
        "handouts/stumm.pdf": pdf_file([tag("H1", "Ankommen"), tag("Figure", "[Bild]")]),
        "screen/kaputt.pdf": b"%PDF-1.7\n",
    }
    found = {path: why_not(judged(Project(tmp_path), path, content)) for path, content in files.items()}
    problems = unreadable(found)
    assert list(problems) == ["handouts/stumm.pdf", "screen/kaputt.pdf"]
    problem = problems["handouts/stumm.pdf"]
    assert problem.severity is Severity.WARNING
    assert problem.message == (
        "Die Datei „handouts/stumm.pdf“ ist nicht barrierefrei und fehlt deshalb in handouts/mappe.zip: "
        "Eine Abbildung hat keinen Alternativtext."
    )
    assert problem.hint == "den Bericht lesen: python3 build.py check readable dist/handouts/stumm.pdf"
    assert problem.place.file == "dist/handouts/stumm.pdf"


def test_a_file_with_another_content_is_judged_anew(tmp_path: Path) -> None:
    contents = (pdf_file(), pdf_file([tag("H1", "Ankommen"), tag("Figure", "[Bild]")]), pdf_file())
    said = [why_not(judged(Project(tmp_path), "handouts/blatt.pdf", content)) for content in contents]
    assert said == ["", "Eine Abbildung hat keinen Alternativtext.", ""]
