"""``check readable``: exit codes, reports and sentences for files of any kind."""

from __future__ import annotations

import io
import json
import os
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from kursbuch_press.checks import Verdict, judge_readable
from kursbuch_press.cli import wording
from kursbuch_press.cli.__main__ import main
from kursbuch_press.limits import child
from kursbuch_press.press import judging
from tests.checks import Pages, print_file
from tests.checks.accessible import pdf_file, tag, word_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gut.pdf").write_bytes(pdf_file())
    (tmp_path / "gut.docx").write_bytes(word_file())
    (tmp_path / "stumm.pdf").write_bytes(pdf_file([tag("H1", "Ankommen"), tag("Figure", "[Bild]")]))
    (tmp_path / "brief.txt").write_text("Guten Tag")
    return tmp_path


def test_good_files_end_with_0_and_have_reports_beside_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "readable", str(folder / "gut.pdf"), str(folder / "gut.docx")]) == 0
    assert "maschinell prüfbare Regeln der Barrierefreiheit erfüllt" in capsys.readouterr().out
    names = {path.name for path in folder.glob("gut-*")}
    assert names == {f"gut-{kind}-barrierefreiheit.{ending}" for kind in ("pdf", "docx") for ending in ("html", "json")}


def test_a_failing_file_ends_with_1_and_names_the_clause(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "readable", str(folder / "stumm.pdf"), "--report", str(folder / "berichte")]) == 1
    told = capsys.readouterr().out
    assert "Alternativtexte: Fehler: Seite 1: Eine Abbildung hat keinen Alternativtext. [Matterhorn 13-004" in told
    assert (folder / "berichte/stumm-pdf-barrierefreiheit.html").is_file()
    assert not (folder / "stumm-pdf-barrierefreiheit.html").exists()


def test_a_foreign_file_does_not_stop_the_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "readable", str(folder / "brief.txt"), str(folder / "gut.pdf")]) == 1
    told = capsys.readouterr()
    assert "weder eine PDF- noch eine Word-Datei" in told.err
    assert "brief.txt: nicht barrierefrei, denn die Datei lässt sich nicht lesen\n    →" in told.out
    assert "gut.pdf: maschinell" in told.out


def _unreadable_files() -> dict[str, bytes]:
    """Make Word files that Word does not open either, each for a reason of its own."""
    whole = word_file()
    parts = {
        info.filename: zipfile.ZipFile(io.BytesIO(whole)).read(info) for info in zipfile.ZipFile(io.BytesIO(whole)).infolist()
    }
    main = "word/document.xml"
    return {
        "kein-zip": b"Guten Tag",
        "leer": b"",
        "mit-kennwort": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "abgeschnitten": whole[: len(whole) // 2],
        "bombe": _packed({**parts, main: parts[main].replace(b"</w:body>", b"<w:p/>" * 40_000_000 + b"</w:body>")}),
        "zerstoert": _packed({**parts, main: parts[main][:400]}),
        "ohne-text": _packed({name: part for name, part in parts.items() if name != main}),
    }


def _packed(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return target.getvalue()


def test_word_files_that_cannot_be_read_get_a_verdict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = _unreadable_files()
    for name, content in files.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    paths = [str(tmp_path / f"{name}.docx") for name in files]
    assert main(["check", "readable", *paths]) == 1
    told = capsys.readouterr()
    assert [line.partition(": ")[2] for line in told.out.splitlines()[::2]] == [wording.UNREADABLE] * len(files)
    assert "mit einem Kennwort geschützt" in told.err
    assert "größer als" in told.err
    assert main(["check", "readable", "--json", *paths]) == 1
    assert [each["passed"] for each in json.loads(capsys.readouterr().out)] == [False] * len(files)


def test_a_print_file_that_cannot_be_read_is_not_ready(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "innenteil.pdf"
    file.write_bytes(pdf_file()[:900])
    assert main(["check", "print", str(file)]) == 1
    told = capsys.readouterr()
    assert "Technisch druckfertig: nein" in told.out
    assert "beschädigt" in told.err


def test_programs_get_a_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "readable", str(folder / "gut.pdf"), "--json"]) == 0
    [report] = json.loads(capsys.readouterr().out)
    assert report["passed"] is True


def test_without_a_file_all_that_is_given_out_is_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "readable", "--project", str(tmp_path)]) == 2
    assert "python3 build.py build" in capsys.readouterr().err
    for name in ("screen", "handouts", "office"):
        (tmp_path / "dist" / name).mkdir(parents=True)
        (tmp_path / "dist" / name / f"{name}.pdf").write_bytes(pdf_file())
    assert main(["check", "readable", "--project", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "screen.pdf" in told
    assert "handouts.pdf" in told
    assert "office.pdf" not in told


def test_what_is_printed_steers_no_terminal(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    strange = folder / "rot\x1b[31m\u202e.pdf"
    strange.write_bytes(pdf_file([tag("H1", "An\u202ekommen"), tag("Figure", "[Bild]", Alt="Bild\x1b[2J")]))
    broken = folder / os.fsdecode(b"kein-utf8-\xff.pdf")
    broken.write_bytes(b"nichts")
    main(["check", "readable", str(strange), str(broken)])
    told = capsys.readouterr()
    assert not {"\x1b", "\u202e"} & set(told.out + told.err)
    assert "rot\\u001b[31m\\u202e.pdf" in told.out
    assert "kein-utf8-\\udcff.pdf" in told.err


def test_a_bug_that_one_file_brings_out_does_not_hide_the_next(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def judge(path: Path, **_: object) -> Verdict:
        if path.name == "stumm.pdf":
            raise KeyError(path)
        return judge_readable(path)

    monkeypatch.setattr("kursbuch_press.press.judging.judge_readable", judge)
    assert main(["check", "readable", str(folder / "stumm.pdf"), str(folder / "gut.pdf")]) == 3
    told = capsys.readouterr()
    assert "das ist ein Fehler der Presse" in told.err
    assert "gut.pdf: maschinell" in told.out


@pytest.mark.parametrize("before", [("--report", "berichte"), ("--seconds", "60"), ("--script",)])
def test_switches_may_stand_before_the_files(
    folder: Path, before: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    assert main(["check", "readable", *before, "gut.pdf"]) == 0
    said = capsys.readouterr().out
    assert said
    with pytest.raises(SystemExit) as raised:
        main(["check", "readable", "gut.pdf", "--quatsch"])
    assert raised.value.code == 2


def test_findings_in_a_print_file_are_told_with_pages_amounts_and_a_way_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "fremd.pdf"
    file.write_bytes(print_file(Pages(mend=_without_trim)))
    assert main(["check", "print", str(file)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert "Seitenrahmen: Fehler: Seiten 1–4: Das Endformat (TrimBox) fehlt." in lines
    at = next(n for n, line in enumerate(lines) if line.startswith("Seitengröße: Fehler: Seiten 1–4: Das Endformat"))
    assert lines[at].endswith("(gemessen: 154 × 216\N{NO-BREAK SPACE}mm; verlangt: 148 × 210\N{NO-BREAK SPACE}mm)")
    assert any(line.startswith("    → Beim Ausgeben Endformat und Anschnitt angeben.") for line in lines)
    assert any(line.startswith("Geprüft als Innenteil für „") for line in lines)


def _without_trim(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page.obj["/TrimBox"]


@pytest.fixture(params=["readable", "print"])
def slow(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let judging last a minute, and give what is asked for; the first word comes at once."""
    kind = str(request.param)
    monkeypatch.setattr(judging, f"judge_{kind}", lambda *_, **__: time.sleep(60))
    monkeypatch.setattr(child, "FIRST_WORD", 0.1)
    return kind


def test_whoever_waits_is_told_and_the_limit_is_a_setting(slow: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin = time.monotonic()
    assert main(["check", slow, str(folder / "gut.pdf"), "--seconds", "1.5"]) != 0
    assert time.monotonic() - begin < 50
    told = capsys.readouterr().err
    assert "gut.pdf: wird noch geprüft, seit " in told
    assert "nach 1,5 Sekunden" in told
