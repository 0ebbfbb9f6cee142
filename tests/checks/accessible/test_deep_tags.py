"""What is too deep, too many or too large is told, and does not take the afternoon."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from kursbuch_press.checks import judge_readable
from kursbuch_press.marks import opening
from kursbuch_press.problems import PressError
from tests.checks.accessible import pdf_file


def test_tags_that_are_too_deep_are_told_of_in_time() -> None:
    with pikepdf.open(io.BytesIO(pdf_file())) as pdf:
        inner = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Span))
        for _ in range(3000):
            inner = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Span, K=Array([inner])))
        pdf.Root.StructTreeRoot.K[0].K.append(inner)
        target = io.BytesIO()
        pdf.save(target)
    start = time.monotonic()
    verdict = judge_readable(target.getvalue())
    assert "tiefer als 300 Ebenen" in " ".join(finding.message for finding in verdict.findings)
    assert time.monotonic() - start < 20


def test_a_file_of_too_many_pages_or_bytes_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "gross.pdf"
    path.write_bytes(pdf_file())
    monkeypatch.setattr(opening, "MOST_PAGES", 0)
    with pytest.raises(PressError, match="geprüft werden höchstens 0"):
        judge_readable(path)
    monkeypatch.setattr(opening, "LARGEST_FILE", 100)
    with pytest.raises(PressError, match="MB groß"):
        judge_readable(path)
