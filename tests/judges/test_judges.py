"""Each judge must be able to say no: a judge that finds nothing in a broken file judges nothing."""

from __future__ import annotations

from pathlib import Path

import docx
import pikepdf
import pytest

from tests import judges

pytestmark = pytest.mark.judge


@pytest.fixture
def untagged_pdf(tmp_path: Path) -> Path:
    file = tmp_path / "untagged.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)
    return file


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter.docx"
    document = docx.Document()
    main = document.part
    # python-docx's template carries a part from Word 2010 that contradicts its styles; openxml-audit says so.
    main.drop_rel(next(name for name, to in main.rels.items() if to.reltype.endswith("/stylesWithEffects")))
    document.add_paragraph("Größere Maßnahmen werden umgesetzt.")
    document.save(str(file))
    return file


@pytest.fixture
def broken_letter(letter: Path) -> Path:
    document = docx.Document(str(letter))
    paragraph = document.paragraphs[0]._p  # noqa: SLF001 -- python-docx offers no way to write a broken file
    paragraph.append(paragraph.get_or_add_pPr())  # the properties belong before the text
    document.save(str(letter))
    return letter


def test_verapdf_names_the_file_and_the_rule_that_it_breaks(untagged_pdf: Path) -> None:
    findings = judges.verapdf("ua1", untagged_pdf)
    assert findings[0].startswith(f"{untagged_pdf} ua1 FAIL")
    assert any("7.1-11 The logical structure" in finding for finding in findings[1:])


def test_page_validation_finds_the_missing_tags(untagged_pdf: Path) -> None:
    assert judges.page_validation("ua1", untagged_pdf) != []


def test_the_sdk_accepts_a_letter(letter: Path) -> None:
    assert judges.ooxml_validator(letter) == []


def test_the_sdk_finds_properties_behind_the_text(broken_letter: Path) -> None:
    assert any("pPr" in finding for finding in judges.ooxml_validator(broken_letter))


def test_openxml_audit_accepts_a_letter(letter: Path) -> None:
    assert judges.openxml_audit(letter) == []


def test_openxml_audit_finds_properties_behind_the_text(broken_letter: Path) -> None:
    assert any("pPr" in finding for finding in judges.openxml_audit(broken_letter))


def test_libreoffice_reads_the_words_of_a_letter(letter: Path, tmp_path: Path) -> None:
    printed = judges.libreoffice(letter, "pdf", tmp_path)
    text = judges.run(judges.program("pdftotext", package="poppler-utils"), str(printed), "-")
    assert text.strip() == "Größere Maßnahmen werden umgesetzt."


def test_a_missing_judge_skips_the_test_on_a_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"no-such-judge \(Debian: nowhere\) is not installed"):
        judges.program("no-such-judge", package="nowhere")


def test_a_missing_judge_is_a_failure_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=r"install\.sh installs all judges"):
        judges.program("no-such-judge", package="nowhere")
