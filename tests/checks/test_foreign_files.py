"""Files that other programs made, or that are broken: a verdict or a German sentence, never anything else."""

from __future__ import annotations

import io
import random
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursbuch_press.checks import Known, PrintWish, judge_print, report_html, report_json
from kursbuch_press.limits import Budget, Limits
from kursbuch_press.marks.geometry import Area
from kursbuch_press.marks.interpreter import read_painting
from kursbuch_press.marks.library import Library
from kursbuch_press.marks.tokens import operations
from kursbuch_press.problems import PressError
from tests.checks import Pages, faults, judged, print_file
from tests.judges import libreoffice, program, run


def test_ghostscript_writes_rgb_and_no_output_intent(tmp_path: Path) -> None:
    source = tmp_path / "page.ps"
    source.write_text(
        "%!PS\n<< /PageSize [420 595] >> setpagedevice 1 0 0 setrgbcolor 50 50 100 100 rectfill\n"
        "0 setgray /Times-Roman findfont 12 scalefont setfont 60 400 moveto (Guten Tag) show showpage\n",
    )
    target = tmp_path / "page.pdf"
    run(
        program("gs", "ghostscript"),
        "-q",
        "-dBATCH",
        "-dNOPAUSE",
        "-sDEVICE=pdfwrite",
        f"-sOutputFile={target}",
        str(source),
    )
    found = faults(judge_print(target, PrintWish(fonts=("Spectral",))))
    assert {"colour-space", "output-intent", "standard", "boxes", "fonts", "page-count"} <= found
    assert "safe-area" not in found


def test_libreoffice_writes_pages_without_trim_and_with_rgb(tmp_path: Path) -> None:
    source = tmp_path / "brief.rtf"
    source.write_text(r"{\rtf1{\colortbl;\red255\green0\blue0;}\cf1 Guten Tag}")
    target = libreoffice(source, "pdf", tmp_path)
    assert {"colour-space", "boxes", "standard", "page-size"} <= faults(judge_print(target, PrintWish()))


def test_a_file_behind_a_password_is_refused_in_german() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(print_file(Pages()))) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(PressError, match="mit einem Kennwort geschützt"):
        judged(target.getvalue())


@pytest.mark.parametrize(
    "content", [b"", b"Kein PDF", b"PK\x03\x04", b"%PDF-1.7\n", b"%PDF-1.4\n%%EOF", b"%PDF-" + bytes(3000)]
)
def test_what_is_no_pdf_is_refused_in_german(content: bytes) -> None:
    with pytest.raises(PressError, match=r"Die (PDF-)?Datei"):
        judged(content)


def test_a_missing_file_is_refused_in_german(tmp_path: Path) -> None:
    with pytest.raises(PressError, match="lässt sich nicht lesen"):
        judge_print(tmp_path / "fehlt.pdf", PrintWish())


def test_a_half_file_gets_a_verdict_or_a_sentence() -> None:
    content = print_file(Pages())
    for share in (0.3, 0.6, 0.9, 0.99):
        _judge_or_refuse(content[: int(len(content) * share)])


def test_damaged_bytes_get_a_verdict_or_a_sentence() -> None:
    dice = random.Random(5)  # noqa: S311 - the same damage in every run
    content = print_file(Pages(count=1))
    for _ in range(25):
        damaged = bytearray(content)
        for _ in range(30):
            damaged[dice.randrange(len(damaged))] = dice.randrange(256)
        _judge_or_refuse(bytes(damaged))


def _judge_or_refuse(content: bytes) -> None:
    try:
        verdict = judged(content)
    except PressError as error:
        assert str(error).startswith("Die ")  # noqa: PT017 - either outcome is right
    else:
        report_html(verdict)
        assert "BytesIO" not in report_json(verdict)


def test_a_stream_that_would_fill_the_memory_is_refused() -> None:
    bomb = zlib.compress(bytes(200 * 1024 * 1024), 9)

    def mend(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Contents = pikepdf.Stream(pdf, bomb, Filter=pikepdf.Name.FlateDecode)

    with pytest.raises(PressError, match="größer als 192 MB"):
        judged(print_file(Pages(mend=mend)))


def test_a_form_that_contains_itself_ends() -> None:
    def mend(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(b"/F Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        name = pdf.pages[0].add_resource(form, pikepdf.Name.XObject)
        pdf.pages[0].contents_add(f"{name} Do".encode())

    verdict = judged(print_file(Pages(mend=mend)))
    assert "syntax" in {finding.check for finding in verdict.findings}


def test_forms_that_multiply_are_refused() -> None:
    pdf = pikepdf.new()
    inner = pdf.make_stream(b"0 g " * 9, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    for _ in range(12):
        outer = pdf.make_stream(b"/F Do " * 10, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        outer.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=inner))
        inner = outer
    page = pikepdf.Dictionary(Contents=inner, Resources=inner.Resources)
    with pytest.raises(PressError, match="Rechenschritte"):
        read_painting(page, page.Resources, Area(0, 0, 9, 9), Library(Budget(Limits(million_steps=0.05))))


@given(st.binary(max_size=400))
def test_any_bytes_can_be_cut_into_operators(content: bytes) -> None:
    list(operations(content))


@given(
    st.lists(
        st.sampled_from(
            [
                b"(",
                b")",
                b"[",
                b"]",
                b"<<",
                b">>",
                b"<",
                b">",
                b"\\",
                b" ",
                b"BI",
                b"ID",
                b"EI",
                b"1",
                b"Tj",
                b"%",
            ]
        )
    )
)
def test_any_row_of_signs_can_be_cut_into_operators(pieces: list[bytes]) -> None:
    list(operations(b"".join(pieces)))


def test_our_operators_are_those_that_qpdf_reads() -> None:
    with pikepdf.open(io.BytesIO(print_file(Pages()))) as pdf:
        for page in pdf.pages:
            content = page.Contents.read_bytes()
            theirs = [str(each.operator) for each in pikepdf.parse_content_stream(page)]
            assert [operator.decode() for operator, _ in operations(content)] == theirs


@pytest.mark.parametrize(
    ("name", "caught"),
    [
        ("kursbuch-innenteil.pdf", False),
        ("Kursbuch Innenteil.pdf", True),
        ("Überblick.pdf", True),
        ("kursbuch", True),
        ("-kursbuch.pdf", True),
    ],
)
def test_a_file_name_that_not_every_system_understands_is_caught(name: str, *, caught: bool) -> None:
    assert ("file-name" in faults(judged(print_file(Pages()), known=Known(name)))) is caught


def test_a_file_name_follows_the_pattern_of_the_printer() -> None:
    wanted = PrintWish(file_name=r"978[\d-]+_innenteil\.pdf")
    assert "file-name" in faults(judged(print_file(Pages()), wanted))
    assert "file-name" not in faults(judged(print_file(Pages()), wanted, known=Known("978-3-16-148410-0_innenteil.pdf")))
