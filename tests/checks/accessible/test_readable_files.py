"""Files of any origin: a verdict or a German sentence, never anything else; the shipped files pass."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.checks import CheckState, judge_readable, report_html, report_json
from kursbuch_press.problems import PressError
from tests.checks.accessible import W, found, judged, numbers, pdf_file, word_file
from tests.judges import libreoffice, page_validation


@pytest.mark.parametrize("pattern", ["screen/*.pdf", "handouts/*.pdf", "word/*.docx"])
def test_everybody_can_read_what_is_shipped(shipped: Path, pattern: str) -> None:
    paths = sorted(shipped.glob(pattern))
    assert paths
    for path in paths:
        verdict = judge_readable(path)
        assert [(each.message, each.page) for check in verdict.failed for each in check.findings] == [], path.name


def test_what_is_only_printed_is_not_readable(shipped: Path) -> None:
    verdict = judge_readable(shipped / "print/kursbuch-innenteil.pdf")
    assert not verdict.passed
    assert {"tagging", "claim", "all-tagged"} <= found(verdict)
    states = {check.check: check.state for check in verdict.checks}
    assert states["headings"] is CheckState.PERSON, "a file without tags does not pass what looks at tags"
    # The same colours pass on the screen; how ink looks, this check only estimates.
    assert states["text-contrast"] is not CheckState.FAILED


def test_a_second_checker_agrees_on_the_file_without_faults(tmp_path: Path) -> None:
    path = tmp_path / "gut.pdf"
    path.write_bytes(pdf_file())
    # ReportLab maps signs that no text uses to U+0000.
    assert [each for each in page_validation("ua1", path) if "FONT-UNICODE-VALUE" not in each] == []


def test_a_plain_pdf_of_another_program_fails_with_its_clauses() -> None:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.drawString(100, 500, "Guten Tag")
    canvas.save()
    assert {"01-005", "06-001", "06-003", "07-001", "11-001", "31-009"} <= numbers(judged(target.getvalue()))


@pytest.mark.judge
def test_libreoffice_writes_a_pdf_without_tags(tmp_path: Path) -> None:
    source = tmp_path / "brief.rtf"
    source.write_text(r"{\rtf1{\colortbl;\red255\green0\blue0;}\cf1 Guten Tag}")
    verdict = judge_readable(libreoffice(source, "pdf", tmp_path))
    assert {"tagging", "title"} <= found(verdict)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "weder eine PDF- noch eine Word-Datei"),
        (b"Kein PDF", "weder eine PDF- noch eine Word-Datei"),
        (b"%PDF-1.7\n", "beschädigt"),
        (b"PK\x03\x04", "beschädigt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Kennwort"),
    ],
)
def test_what_cannot_be_judged_is_refused_in_german(content: bytes, sentence: str) -> None:
    with pytest.raises(PressError, match=sentence):
        judge_readable(content)


def test_a_pdf_behind_a_password_is_refused_in_german() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_file())) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(PressError, match="mit einem Kennwort geschützt"):
        judge_readable(target.getvalue())


def _zip(**parts: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/") + ".xml", content)
    return target.getvalue()


_BOMB = f'<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document {W}><w:body>&a;</w:body></w:document>'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (_zip(xl__workbook="<x/>"), "keine Word-Datei"),
        (_zip(word__document="<x"), "beschädigt"),
        (_zip(word__document="<x/>"), "keine Word-Datei"),
        (_zip(word__document=_BOMB), "Dokumenttypdefinition"),
        (_zip(word__document=" " * (193 << 20)), "192 MB"),
    ],
)
def test_a_wrong_word_file_is_refused_in_german(content: bytes, sentence: str) -> None:
    with pytest.raises(PressError, match=sentence):
        judge_readable(content)


def test_a_missing_file_is_refused_in_german(tmp_path: Path) -> None:
    with pytest.raises(PressError, match="lässt sich nicht lesen"):
        judge_readable(tmp_path / "fehlt.pdf")


def _judge_or_refuse(content: bytes) -> None:
    try:
        verdict = judge_readable(content, "probe")
    except PressError:
        return
    report_html(verdict)
    report_json(verdict)


def test_damaged_bytes_get_a_verdict_or_a_sentence() -> None:
    chance = random.Random(7)  # noqa: S311 - damage, no secret
    for whole in (pdf_file(), word_file()):
        for _ in range(60):
            content = bytearray(whole)
            for _ in range(chance.randint(1, 30)):
                content[chance.randrange(len(content))] = chance.randrange(256)
            _judge_or_refuse(bytes(content[: chance.randint(len(content) // 2, len(content))]))


_WRONG = ("true", "-7", "3.5", "/Name", "(Text)", "<FEFF>", "[1 2]", "[[]]", "<< /K 1 >>", "99999999999")
_KEYS = (
    "/K", "/S", "/P", "/Pg", "/A", "/Alt", "/Lang", "/Nums", "/Tabs", "/Annots", "/Rect", "/Contents", "/Dest", "/ID", "/First",
    "/Title", "/Metadata", "/MarkInfo", "/ParentTree", "/RoleMap", "/Obj", "/StructParents", "/StructParent", "/Outlines",
    "/ViewerPreferences", "/ToUnicode", "/Font", "/FontDescriptor", "/Flags", "/Encoding", "/URI", "/F", "/Subtype", "/O",
)  # fmt: skip


@given(st.sampled_from(_KEYS), st.sampled_from(_WRONG), st.integers(0, 3))
def test_entries_of_the_wrong_type_get_a_verdict_or_a_sentence(key: str, value: str, seed: int) -> None:
    with pikepdf.open(io.BytesIO(_WHOLE)) as pdf:
        objects = [each for each in pdf.objects if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)) and key in each]
        for each in objects[seed % 2 :: 1 + seed]:
            if key != "/Contents" or "/Parent" not in each:
                each[key] = pikepdf.Object.parse(value.encode())
        target = io.BytesIO()
        pdf.save(target, static_id=True, fix_metadata_version=False)
    _judge_or_refuse(target.getvalue())


_WHOLE = pdf_file()


def test_a_tree_that_bites_its_tail_ends() -> None:
    with pikepdf.open(io.BytesIO(pdf_file())) as pdf:
        document = pdf.Root.StructTreeRoot.K[0]
        document.K[1].K.append(document)
        outline = pdf.Root.Outlines.First
        outline.Next = outline
        target = io.BytesIO()
        pdf.save(target)
    assert judged(target.getvalue()).checks


def test_a_broken_file_is_told_without_the_insides_of_a_library() -> None:
    with pytest.raises(PressError, match=r"^Die PDF-Datei ist beschädigt und lässt sich nicht lesen: unable to find"):
        judge_readable(b"%PDF-1.7 kaputt", "kaputt.pdf")
