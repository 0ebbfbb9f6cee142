"""The zip for the event: a file that not everybody can read is not offered, and a warning says why."""

from __future__ import annotations

from kursbuch_press.press.products.folder import unreadable
from kursbuch_press.problems import Severity
from tests.checks.accessible import pdf_file, tag


def test_a_file_that_fails_is_named_with_its_fault() -> None:
    files = {
        "handouts/gut.pdf": pdf_file(),
        "handouts/stumm.pdf": pdf_file([tag("H1", "Ankommen"), tag("Figure", "[Bild]")]),
        "screen/kaputt.pdf": b"%PDF-1.7\n",
    }
    problems = unreadable(files)
    assert list(problems) == ["handouts/stumm.pdf", "screen/kaputt.pdf"]
    problem = problems["handouts/stumm.pdf"]
    assert problem.severity is Severity.WARNING
    assert problem.message == (
        "Die Datei „handouts/stumm.pdf“ ist nicht barrierefrei und fehlt deshalb in handouts/mappe.zip: "
        "Eine Abbildung hat keinen Alternativtext."
    )
    assert problem.hint == "den Bericht lesen: python3 build.py check readable dist/handouts/stumm.pdf"
    assert problem.place.file == "dist/handouts/stumm.pdf"
