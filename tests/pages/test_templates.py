"""Designers' mistakes: each names the template and the line, and nothing dangerous runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursbuch_press.pages.palette import Palette, Swatch
from kursbuch_press.pages.templates import Templates
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
        ("a\n\n\n{{ words.__class__.__mro__ }}", 4, "verboten"),
        ("{{ words[0].fehlt }}", 1, "fehlt"),
        ("a\n{{ 1 // 0 }}", 2, "nicht ausgeführt"),
        ("{{ words.append('zwei') }}", 1, "verboten"),
    ],
)
def test_a_fault_in_a_template_names_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    problem = _problem(tmp_path, text)
    assert (problem.place.file, problem.place.line) == ("vorlagen/seite.html.j2", line)
    assert said in problem.message
    assert problem.hint


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    problem = _problem(tmp_path, "{% include 'fehlt.html.j2' %}")
    assert "fehlt.html.j2" in problem.message


def test_values_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "seite.html.j2").write_text("{{ words }}", "utf-8")
    assert Templates(tmp_path, ".").render("seite.html.j2", {"words": "<script>"}) == "&lt;script&gt;"


def test_only_swatches_are_colours() -> None:
    palette = Palette(swatches={"elbe": Swatch.model_validate({"cmyk": (100, 55, 15, 15), "srgb": "#005d91"})})
    css = "a { color: var(--elbe) }\nb { color: #123456 }\nc { background: red }\n/* #fff */ d { color: rgb(1, 2, 3) }"
    found = [(problem.place.line, problem.message) for problem in palette.foreign_colours("x.css", css)]
    assert [line for line, _ in found] == [2, 3, 4]
    assert palette.insert("a { color: var(--elbe); margin: var(--other) }") == "a { color: #005d91; margin: var(--other) }"
