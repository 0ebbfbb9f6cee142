"""Designers' mistakes: each names the template and the line, and nothing dangerous runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursbuch_press.html.templates import Templates
from kursbuch_press.pages.palette import Palette, Swatch
from kursbuch_press.problems import BookError, Problem


def _problem(folder: Path, text: str) -> Problem:
    (folder / "vorlagen").mkdir()
    (folder / "vorlagen/seite.html.j2").write_text(text, "utf-8")
    with pytest.raises(BookError) as raised:
        Templates(folder, "vorlagen").render("seite.html.j2", {"words": ["eins"]})
    (problem,) = raised.value.problems
    return problem


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("a\nb\n{{ nirgends }}", 3, "nirgends"),
        ("a\n{% for x in %}", 2, "fehlerhaft"),
        ("a\n{% if words %}\nb", 3, "fehlerhaft"),
        ("a\n{% if %}", 2, "Statt „%}“ wird ein Wert erwartet"),
        ("a\n\n\n{{ words.__class__.__mro__ }}", 4, "verboten"),
        ("{{ words[0].fehlt }}", 1, "fehlt"),
        ("a\n{{ 1 // 0 }}", 2, "nicht ausgeführt"),
        ("{{ words.append('zwei') }}", 1, "verboten"),
        ("a\n{% include 'seite.html.j2' %}", 2, "ohne Ende"),
        ("a\n{% include 'fehlt.html.j2' %}", 2, "fehlt.html.j2"),
        ("a\n{{ words | gross }}", 2, "gross"),
        ("a\n{{ ('x' * 1000000) * 1000000000 }}", 2, "zu lang"),
        ("a\n{{ 'abc def' | truncate(1) }}", 2, "nicht ausgeführt"),  # an AssertionError
        ("a\n{{ cycler() }}", 2, "nicht ausgeführt"),  # a RuntimeError
        ("a\n{{ words | random }}", 2, "random"),
        ("a\n{{ lipsum() }}", 2, "lipsum"),
        ("a\n{{ words | map('upper') }}", 2, "ohne Worte"),
        ("a\n{{ words.index }}", 2, "ohne Worte"),
        ("a\n{{ range(10 ** 9) | list }}", 2, "nicht ausgeführt"),
        ('a\n{{ "\\ud800" }}', 0, "nicht gibt"),
        ("a\n{{ 'x' | center(10 ** 9) }}", 2, "zu lang"),
        ("a\n{{ 'x' | indent(width=10 ** 9) }}", 2, "zu lang"),
        ("a\n{{ 'x'.rjust(10 ** 9) }}", 2, "zu lang"),
        ("a\n{{ '{:>999999999}'.format(1) }}", 2, "zu lang"),
        ("a\n{{ '{:>{}}'.format(1, 999999999) }}", 2, "zu lang"),
        ("a\n{{ '%999999999d' | format(1) }}", 2, "zu lang"),
        ("a\n{{ '%*d' % (10 ** 9, 1) }}", 2, "zu lang"),
        ("a\n{{ words * 10 ** 9 }}", 2, "zu lang"),
        ("a\n{{ 9 ** (9 ** 9) }}", 2, "zu lang"),
        ("a\n{{ 10 ** 2000 * 10 ** 2000 * 10 ** 2000 }}", 2, "nicht ausgeführt"),
        ("a\n{{ 'x' * 30000000 }}", 2, "zu lang"),
    ],
)
def test_a_fault_in_a_template_names_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    problem = _problem(tmp_path, text)
    assert (problem.place.file, problem.place.line) == ("vorlagen/seite.html.j2", line)
    assert said in problem.message
    assert problem.hint


def test_numbers_and_widths_of_a_page_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "vorlagen").mkdir()
    text = "{{ '%05d' % 7 }} {{ '{:>4} {}'.format(12345678, 99999) }} {{ 2 ** 10 }} {{ 'x' | center(3) }} {{ 7 % 4 }}"
    (tmp_path / "vorlagen/seite.html.j2").write_text(text, "utf-8")
    assert Templates(tmp_path, "vorlagen").render("seite.html.j2", {}) == "00007 12345678 99999 1024  x  3"


def test_a_template_that_leads_out_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("geheim", "utf-8")
    project = tmp_path / "projekt"
    (project / "vorlagen").mkdir(parents=True)
    (project / "vorlagen/seite.html.j2").symlink_to(tmp_path / "geheim.txt")
    with pytest.raises(BookError) as raised:
        Templates(project, "vorlagen").render("seite.html.j2", {})
    assert "führt" in raised.value.problems[0].message


def test_a_template_in_an_old_encoding_names_the_byte(tmp_path: Path) -> None:
    (tmp_path / "vorlagen").mkdir()
    (tmp_path / "vorlagen/seite.html.j2").write_bytes("<p>\nMaß".encode("latin-1"))
    with pytest.raises(BookError) as raised:
        Templates(tmp_path, "vorlagen").render("seite.html.j2", {})
    assert str(raised.value.problems[0].place) == "vorlagen/seite.html.j2:2:3"
    assert "Latin-1" in raised.value.problems[0].message


def test_values_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "seite.html.j2").write_text("{{ words }}", "utf-8")
    assert Templates(tmp_path, ".").render("seite.html.j2", {"words": "<script>"}) == "&lt;script&gt;"


def test_only_swatches_are_colours() -> None:
    palette = Palette(boxes={}, swatches={"elbe": Swatch.model_validate({"cmyk": (100, 55, 15, 15), "srgb": "#005d91"})})
    css = "a { color: var(--elbe) }\nb { color: #123456 }\nc { background: Tan }\n/* #fff */ d { color: RGB(1, 2, 3) }"
    found = [(problem.place.line, problem.message) for problem in palette.foreign_colours("x.css", css)]
    assert [line for line, _ in found] == [2, 3, 4]
    assert palette.insert("a { color: var(--elbe); margin: var(--other) }") == "a { color: #005d91; margin: var(--other) }"
