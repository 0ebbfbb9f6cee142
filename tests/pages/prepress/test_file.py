"""What a printer's software reads before it prints."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from kursbuch_press.pages.prepress import PrintFinish, finish_print
from kursbuch_press.problems import PressError
from tests import judges
from tests.pages.prepress import PROJECT, Draw

MM = 72 / 25.4
BODY = (
    '<h1 id="a">Eins</h1><p><a href="#a">Verweis</a> <a href="https://kursbuch.example/">Netz</a></p>'
    '<p style="background:linear-gradient(90deg,#005d91,#e1ebf8);opacity:.5">Text</p>'
)


@pytest.fixture(scope="module")
def raw(draw: Draw) -> bytes:
    return draw(BODY)


@pytest.fixture(scope="module")
def finished(raw: bytes, finish: PrintFinish) -> bytes:
    return finish_print(raw, finish)


@pytest.fixture
def opened(finished: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(finished))


def test_boxes_are_exact(opened: pikepdf.Pdf) -> None:
    page = opened.pages[0]
    trim = [float(value) / MM for value in page.trimbox.as_list()]
    bleed = [float(value) / MM for value in page.bleedbox.as_list()]
    assert trim == pytest.approx([0, 0, 148, 210], abs=1e-5)
    assert bleed == pytest.approx([-3, -3, 151, 213], abs=1e-5)
    assert page.mediabox.as_list() == page.bleedbox.as_list()


def test_a_page_of_another_size_is_refused(raw: bytes, finish: PrintFinish) -> None:
    with pytest.raises(PressError, match=r"148\.0 × 210\.0 mm, gedruckt wird auf 170 × 240 mm"):
        finish_print(raw, replace(finish, trim=(170, 240)))


def test_nothing_is_left_that_paper_does_not_have(opened: pikepdf.Pdf) -> None:
    kept = {"/Type", "/Pages", "/Metadata", "/OutputIntents", "/Lang", "/ViewerPreferences"}
    assert set(opened.Root.keys()) == kept
    assert all("/Annots" not in page.obj for page in opened.pages)


def test_pages_blend_in_ink(opened: pikepdf.Pdf) -> None:
    assert all(str(page.obj.Group.CS) == "/DeviceCMYK" for page in opened.pages)


def test_output_intents_name_the_condition_in_the_registry(opened: pikepdf.Pdf, finish: PrintFinish) -> None:
    first, second = opened.Root.OutputIntents
    assert [str(first.S), str(second.S)] == ["/GTS_PDFX", "/GTS_PDFA1"]
    assert str(first.OutputConditionIdentifier) == "FOGRA39"
    assert str(first.RegistryName) == "http://www.color.org"
    assert first.DestOutputProfile.objgen == second.DestOutputProfile.objgen
    assert first.DestOutputProfile.read_bytes() == finish.condition.icc


def test_document_information_and_xmp_say_the_same(opened: pikepdf.Pdf) -> None:
    info = opened.trailer.Info
    assert str(info.CreationDate) == "D:20140627000000+00'00'"
    assert info.Trapped == pikepdf.Name("/False")
    with opened.open_metadata() as xmp:
        assert str(info.Title) == xmp["dc:title"] == "Kursbuch & mehr"
        assert xmp["dc:creator"] == [str(info.Author)] == ["<NIMS>"]
        assert str(info.Keywords) == xmp["pdf:Keywords"] == "eins, zwei"
        assert xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert xmp["pdf:Trapped"] == "False"
        assert xmp["xmp:CreateDate"] == "2014-06-27T00:00:00+00:00"


def test_the_seed_names_the_document_and_the_content_its_instance(raw: bytes, finish: PrintFinish) -> None:
    def ids(seed: str, drawn: bytes) -> tuple[str, str]:
        finished = BytesIO(finish_print(drawn, replace(finish, seed=seed)))
        with pikepdf.open(finished) as pdf, pdf.open_metadata() as xmp:
            return xmp["xmpMM:DocumentID"], xmp["xmpMM:InstanceID"]

    first, cover, edited = ids("innenteil", raw), ids("umschlag", raw), ids("innenteil", raw + b"\n")
    assert ids("innenteil", raw) == first
    assert cover[0] != first[0]
    assert edited[0] == first[0]
    assert edited[1] != first[1]


def test_two_processes_write_the_same_bytes(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "raw.pdf").write_bytes(raw)
    code = (
        "import hashlib, sys; from pathlib import Path; from tests.pages.prepress import shipped_finish\n"
        "from kursbuch_press.pages.prepress import finish_print\n"
        "print(hashlib.sha256(finish_print(Path(sys.argv[1]).read_bytes(), shipped_finish())).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "raw.pdf")],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(digests) == 1
    assert len(digests.pop().strip()) == hashlib.sha256().digest_size * 2


@pytest.mark.judge
def test_qpdf_finds_nothing(finished: bytes, tmp_path: Path) -> None:
    file = tmp_path / "print.pdf"
    file.write_bytes(finished)
    assert "No syntax or stream encoding errors" in judges.run(judges.program("qpdf", "qpdf"), "--check", str(file))


@pytest.mark.judge
def test_verapdf_finds_nothing_against_pdf_a_2b(finished: bytes, tmp_path: Path) -> None:
    file = tmp_path / "print.pdf"
    file.write_bytes(finished)
    assert judges.verapdf("2b", file) == []
