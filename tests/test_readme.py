"""What the README shows is true: its examples are run on a copy of the project."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
import yaml

from kursbuch_press.sources import read_book
from tests.shipped import PROJECT, copy_project, press

README = (PROJECT / "README.md").read_text("utf-8")


def _fences(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def _small(folder: Path) -> Path:
    """Copy the project with the small book of the tests in the place of the shipped one."""
    copy_project(folder)
    for name in ("kursbuch.yaml", "imprint.yaml", "glossary.yaml", "literature.yaml"):
        shutil.copy(PROJECT / "tests/sources/base" / name, folder / "sources" / name)
    for name in ("chapters", "pictures"):
        shutil.rmtree(folder / "sources" / name)
        shutil.copytree(PROJECT / "tests/sources/base" / name, folder / "sources" / name)
    return folder


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return _small(tmp_path)


def _with_chapter(project: Path, text: str) -> None:
    chapter = yaml.safe_load(text)
    (project / f"sources/chapters/{chapter['id']}.yaml").write_text(text, "utf-8")
    edition = project / "sources/kursbuch.yaml"
    edition.write_text(edition.read_text("utf-8") + f"  - {chapter['id']}\n", "utf-8")


def test_the_example_chapter_is_right(small: Path) -> None:
    (example,) = _fences("yaml")
    _with_chapter(small, example)
    reading = read_book(small)
    assert [problem for problem in reading.problems if "anlaufstellen" in problem.place.file] == []
    assert reading.book is not None
    assert reading.book.chapters[-1].title.plain == "Wo man anfangen kann"


def test_the_example_of_a_mistake_is_what_check_says(small: Path) -> None:
    (example,) = _fences("yaml")
    (shown,) = _fences("console")
    _with_chapter(small, example.replace("    items:", "    itmes:", 1))
    said = press("check", project=small)
    assert said.returncode == 1
    assert "".join(shown.splitlines(keepends=True)[1:]) in said.stderr


def _copy_of_the_code(folder: Path) -> Path:
    shutil.copytree(PROJECT / "kursbuch_press", folder / "kursbuch_press", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def _run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the copied code, not the checkout's."""
    command = [sys.executable, "-m", "kursbuch_press.cli", *arguments, "--project", str(project)]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=project,
        env={"PYTHONPATH": str(project), "PATH": ""},
    )


def _with_example(project: Path, number: int, listed_in: str = "", name_of_list: str = "") -> None:
    """Write an example of new code to the file that it names, and its one line into the list where there is one."""
    example = _fences("python")[number]
    name = example.split("\n", 1)[0].removeprefix("# ")
    (project / name).write_text(example, "utf-8")
    if not listed_in:
        return
    path = project / listed_in
    text, count = re.subn(
        rf"^{name_of_list}\b.* = \(", rf"\g<0>{_line_of(Path(name).stem)} ", path.read_text("utf-8"), flags=re.MULTILINE
    )
    assert count == 1
    path.write_text(text, "utf-8")


def _line_of(stem: str) -> str:
    """Give the line for a list as the README shows it; where it names no more than the module, that is the line."""
    lines = [each for each in re.findall(r"`([^`\n]+,)`", README) if f'"{stem}"' in each]
    return str(lines[0]) if lines else f'"{stem}",'


def test_a_product_is_one_file_and_one_line(small: Path) -> None:
    _copy_of_the_code(small)
    _with_example(small, 0, "kursbuch_press/press/products/__init__.py", "PRODUCTS")
    done = _run(small, "build", "text", "--quiet")
    assert done.returncode == 0, done.stderr
    assert "Ausgangslage" in (small / "dist/text/kursbuch.txt").read_text("utf-8")


def test_a_block_is_one_file(small: Path) -> None:
    _copy_of_the_code(small)
    _with_example(small, 1)
    items = [{"id": "eins", "text": "Begrüßung am Tisch"}]
    blocks = [{"id": "plan", "kind": "agenda", "title": "Ablauf", "place": "Im Saal", "items": items}]
    chapter = {"id": "abend", "kind": "chapter", "title": "Ein Abend", "blocks": blocks}
    _with_chapter(small, yaml.safe_dump(chapter, allow_unicode=True))
    done = _run(small, "build", "screen", "word/kursbuch.docx", "--quiet")
    assert done.returncode == 0, done.stderr
    screen = pypdfium2.PdfDocument(small / "dist/screen/kursbuch.pdf")
    assert any("Begrüßung am Tisch" in page.get_textpage().get_text_range() for page in screen)
    paragraphs = [paragraph.text for paragraph in docx.Document(str(small / "dist/word/kursbuch.docx")).paragraphs]
    assert "Begrüßung am Tisch" in paragraphs


def test_a_block_has_a_look_of_its_own_by_two_lines_and_a_stylesheet(small: Path) -> None:
    _copy_of_the_code(small)
    _with_example(small, 1)
    (rule,) = _fences("css")
    name = rule.split("\n", 1)[0].strip("/* ")
    (small / name).write_text(rule, "utf-8")
    word, style = re.findall(r"`(agenda: [^`]+)`", README)
    for name, line in (("words/de.yaml", word), ("palette.yaml", style)):
        path = small / "layouts" / name
        head, boxes, rest = path.read_text("utf-8").partition("\nboxes:\n")
        path.write_text(f"{head.rstrip()}\nboxes:\n  {line}\n{rest if boxes else ''}", "utf-8")

    items = [{"id": "eins", "text": "Begrüßung am Tisch", "items": [{"id": "zwei", "text": "Kaffee"}]}]
    blocks = [
        {"id": "plan", "kind": "agenda", "title": "Der Abend", "place": "Im Saal", "items": items},
        {"id": "wort", "kind": "note", "title": "Ein Kasten wie immer", "content": [{"id": "satz", "text": "Ein Satz."}]},
    ]
    chapter = {"id": "abend", "kind": "chapter", "title": "Ein Abend", "blocks": blocks}
    _with_chapter(small, yaml.safe_dump(chapter, allow_unicode=True))
    done = _run(small, "build", "screen", "word/kursbuch.docx", "--quiet")
    assert done.returncode == 0, done.stderr
    page = next(
        page
        for page in pypdfium2.PdfDocument(small / "dist/screen/kursbuch.pdf")
        if "Tisch" in page.get_textpage().get_text_range()
    )
    assert "Ablauf" in page.get_textpage().get_text_range()
    colours = {colour for _, colour in page.render(scale=1).to_pil().convert("RGB").getcolors(1 << 24)}
    assert _swatch(small, "weinberg") in colours
    assert _swatch(small, "weinberg-light") in colours
    styles = {
        paragraph.text: paragraph.style.name if paragraph.style else None
        for paragraph in docx.Document(str(small / "dist/word/kursbuch.docx")).paragraphs
    }
    assert styles["Ablauf"] == "Kasten Marke agenda"
    assert styles["Der Abend"] == "Kasten Titel agenda"
    assert styles["Begrüßung am Tisch"] == "Kasten Nummer agenda"
    assert styles["Ein Satz."] == "Kasten Text", "other boxes stay as they are"


def _swatch(project: Path, name: str) -> tuple[int, ...]:
    value = yaml.safe_load((project / "layouts/palette.yaml").read_text("utf-8"))["swatches"][name]["srgb"]
    return tuple(bytes.fromhex(str(value).lstrip("#")))


def test_a_check_is_one_file_and_one_line(small: Path) -> None:
    _copy_of_the_code(small)
    _with_example(small, 2, "kursbuch_press/checks/print/__init__.py", "MODULES")
    with pikepdf.new() as pdf:
        for _ in range(61):
            pdf.add_blank_page(page_size=(419.528, 595.276))
        pdf.save(small / "dick.pdf")
    done = _run(small, "check", "print", str(small / "dick.pdf"))
    assert done.returncode == 1, done.stderr
    assert "Dicke: Fehler: Das Buch hat 61 Seiten." in done.stdout


def test_every_file_and_folder_that_the_readme_names_is_there() -> None:
    for name in re.findall(r"`((?:sources|layouts|kursbuch_press|docs|tests)/[\w./-]*)`", README):
        assert (PROJECT / name).exists(), name
    for name in re.findall(r"\]\(([\w./-]+)\)", README):
        assert (PROJECT / name).exists(), name
