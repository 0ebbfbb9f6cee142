"""Designers' mistakes that show before a page is set: every one with its file, line and column, and all at once."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.translated import style_reason
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import sign_of_layouts
from kursbuch_press.press.pictures import problems
from kursbuch_press.press.project import Project
from kursbuch_press.problems import BookError, Place, Problem
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT, copy_project

PALETTE = read_layout(PROJECT / "layouts/palette.yaml", Palette)


def _found(tmp_path: Path, **files: str) -> list[Problem]:
    (tmp_path / "layouts/page").mkdir(parents=True)
    for name, text in files.items():
        (tmp_path / f"layouts/page/{name.replace('_', '.')}").write_text(text, "utf-8")
    _measures(tmp_path)
    return sorted(Design.load(tmp_path, "layouts/page", PALETTE).problems())


def _measures(project: Path) -> None:
    shutil.copy(PROJECT / "layouts/geometry.yaml", project / "layouts")


@pytest.mark.parametrize(
    ("css", "place", "said"),
    [
        ("a { color: var(--elbee) }", "1:12", "--elbee"),
        ("a { background: url(http://www.example.org/x.png) }", "1:17", "http://www.example.org/x.png"),
        ("a {}\n  b { background: url( '../x.png' ) }", "2:19", "../x.png"),
        ('@import "20-text.css";', "1:1", "@import"),
        ("\n@font-face { }", "2:2", "@font-face"),
        ("a { font-family: 'Comic Sans MS', Spectral }", "1:18", "Comic Sans MS"),
        ("a { opacity: .4 }", "1:5", "opacity"),
        ("a { background: linear-gradient(Navy, var(--elbe)) }", "1:33", "Navy"),
        ("a { border: gold 1pt\n solid }", "1:13", "gold"),
        ("a { border-color: var(--elbe) tan var(--text) }", "1:31", "tan"),
        ("a { fill-opacity: 0.2; opacity: 1; opacity: 100% }\nb { Opacity:99% }", "2:5", "opacity"),
    ],
)
def test_a_stylesheet_names_only_what_is_there(tmp_path: Path, css: str, place: str, said: str) -> None:
    (problem,) = _found(tmp_path, a_css=css)
    assert str(problem.place) == f"layouts/page/a.css:{place}"
    assert said in problem.message
    assert problem.hint


def test_names_of_the_folder_pictures_of_the_press_and_comments_are_good(tmp_path: Path) -> None:
    css = "p { color: var(--own); background: url( 'press:cover/bands' ); font-family: Spectral }\n/* url(http://x) */"
    assert _found(tmp_path, a_css=css, b_css_j2=":root { --own: var(--elbe) }") == []


def test_the_mistakes_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    found = _found(tmp_path, a_css="a { color: red }", b_html_j2="{% if x %}", c_html_j2="\n{% include 'fehlt.j2' %}")
    assert [str(problem.place) for problem in found] == [
        "layouts/page/a.css:1:12",
        "layouts/page/b.html.j2:1:1",
        "layouts/page/c.html.j2:2:1",
    ]


def test_a_stylesheet_that_leads_out_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "x.css").write_text("a {}", "utf-8")
    project = tmp_path / "projekt"
    (project / "layouts/page").mkdir(parents=True)
    _measures(project)
    (project / "layouts/page/a.css").symlink_to(tmp_path / "x.css")
    design = Design.load(project, "layouts/page", PALETTE)
    assert [problem.rule for problem in design.problems()] == ["leads-out"]
    with pytest.raises(BookError):
        list(design.stylesheets())


def test_what_weasyprint_ignores_names_every_stylesheet_and_line(tmp_path: Path) -> None:
    (tmp_path / "layouts/page").mkdir(parents=True)
    for name in ("10-a", "20-b"):
        (tmp_path / f"layouts/page/{name}.css").write_text("a { margin: 0 }\nb { colour: 0 }", "utf-8")
    _measures(tmp_path)
    with pytest.raises(BookError) as raised:
        Typesetter(Design.load(tmp_path, "layouts/page", PALETTE), {})
    assert [str(problem.place) for problem in raised.value.problems] == [
        "layouts/page/10-a.css:2:5",
        "layouts/page/20-b.css:2:5",
    ]
    assert raised.value.problems[0].message == "Die Eigenschaft „colour“ kennt WeasyPrint nicht."


@pytest.mark.parametrize(
    ("css", "place", "said"),
    [
        ("p::::x { margin: 0 }", "2:1", "Den Selektor „p::::x“ kennt WeasyPrint nicht."),
        ("}\np { margin: 0 }", "2:1", "Den Selektor „} p“ kennt WeasyPrint nicht."),
        ("a { } b:nach { margin: 0 }", "2:7", "Den Selektor „b:nach“ kennt WeasyPrint nicht."),
        ("a { margin: calc(3mm + ) }", "2:5", "„calc(3mm + )“ ist kein Wert für die Eigenschaft „margin“."),
        ("a { width: mod(50%, 0%) }", "2:5", "„mod(50%, 0%)“ ist kein Wert für die Eigenschaft „width“."),
        ("a { width: calc(1mm + 50% + ) }", "2:5", "„calc(1mm + 50% + )“ ist kein Wert für die Eigenschaft „width“."),
        ("a { padding-top: calc(1pt/0) }", "2:5", "„calc(1pt/0)“ ist kein Wert für die Eigenschaft „padding-top“."),
        ("a { orphans: calc(1/0) }", "2:5", "„calc(1/0)“ ist kein Wert für die Eigenschaft „orphans“."),
    ],
)
def test_selectors_and_calculations_that_are_none_are_told_where_they_stand(
    css: str, place: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "layouts/page").mkdir(parents=True)
    (tmp_path / "layouts/page/a.css").write_text(f"a {{ margin: 0 }}\n{css}\n", "utf-8")
    _measures(tmp_path)
    with pytest.raises(BookError) as raised:
        Typesetter(Design.load(tmp_path, "layouts/page", PALETTE), {})
    assert [(str(each.place), " ".join(each.message.split())) for each in raised.value.problems] == [
        (f"layouts/page/a.css:{place}", said)
    ]


def test_what_can_be_reckoned_is_welcome(tmp_path: Path) -> None:
    (tmp_path / "layouts/page").mkdir(parents=True)
    css = "a { margin: calc(3mm + 1em); width: min(50%, 30mm); padding: calc(100% / 3); line-height: calc(1.2 * 1rlh) }"
    (tmp_path / "layouts/page/a.css").write_text(css, "utf-8")
    _measures(tmp_path)
    assert Typesetter(Design.load(tmp_path, "layouts/page", PALETTE), {}).can_move("")


def test_what_is_wrong_in_styles_that_a_template_writes_is_told_in_the_template(tmp_path: Path) -> None:
    (tmp_path / "layouts/page").mkdir(parents=True)
    template = "{# Größen #}\n{% if on %}\n@page { size: {{ width }}mm 100mm }\np { colour: {{ width }} }\n{% endif %}\n"
    (tmp_path / "layouts/page/seite.css.j2").write_text(template, "utf-8")
    _measures(tmp_path)
    design = Design.load(tmp_path, "layouts/page", PALETTE)
    setter = Typesetter(design, {})
    found: list[Problem] = []
    for name, width in (("eins", 100), ("zwei", 90)):
        css = design.templates.render("seite.css.j2", {"on": True, "width": width})
        with pytest.raises(BookError) as raised:
            setter.set("<p>Wort</p>", css, name)
        found += raised.value.problems
    assert {str(each.place) for each in found} == {"layouts/page/seite.css.j2:4:1"}
    assert len(set(found)) == 1, "what two chapters have in common is one mistake"


def test_editors_and_designers_are_told_of_their_mistakes_together(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    _replace(project / "sources/kursbuch.yaml", "printer: offset-gestrichen", "printer: offset")
    _replace(project / "layouts/handout/plain.html.j2", "{% include", "{% inklude")
    (project / "sources/chapters/vorwort.yaml").write_text("", "utf-8")
    with pytest.raises(BookError) as raised:
        manuscript(Project(project))
    assert {problem.place.file for problem in raised.value.problems if problem.severity == "error"} == {
        "layouts/handout/plain.html.j2",
        "sources/chapters/vorwort.yaml",
    }
    shutil.copy(PROJECT / "sources/chapters/vorwort.yaml", project / "sources/chapters/vorwort.yaml")
    (unknown,) = [problem for problem in problems(Project(project)) if problem.rule == "printer"]
    assert (unknown.place.file, unknown.place.column, unknown.address) == ("sources/kursbuch.yaml", 10, "edition/printer")


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    "said",
    [
        "@import rule ' url(a.css)' not at the beginning of the the whole rule was ignored at 36:1.",
        "Error: Stop token reached before {} block for a qualified rule. at 15:83.",
        "Parse error at 3:1: EOF reached before {} block for a qualified rule.",
        "Invalid @import rule ' x', the whole rule was ignored at 3:1.",
        "Missing src descriptor in '@font-face' rule at 2:3",
        "Unknown @page rule <AtRule @top-foo> at 3:3",
        "Invalid math function at 2:5: calc(1mm / 0)",
        "In counter style 'x' at 2:3, counter style 'symbolic' needs at least one symbol",
        "Failed to load image at 'press:cover/bands': no element found: line 1, column 0",
    ],
)
def test_what_weasyprint_says_of_styles_is_german(said: str) -> None:
    told = style_reason(said)
    assert not told.startswith("WeasyPrint meldet")
    assert not any(word in told for word in (" rule ", "ignored", "reached", "symbol ", "load"))


def test_a_sign_that_has_its_place_in_the_sources_keeps_it_where_layouts_have_it_too(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    with (project / "layouts/cover/cover.css").open("a", encoding="utf-8") as css:
        css.write('.front::before { content: "\u6b22" }\n')
    told = Problem(Place("sources/chapters/a.yaml", 5, 9), "Keine Schrift der Presse hat das Zeichen „\u6b22“.", rule="sign")
    assert sign_of_layouts(Project(project), told) == told
    lost = replace(told, place=Place("sources"))
    assert str(sign_of_layouts(Project(project), lost).place).startswith("layouts/cover/cover.css:")
    other = replace(lost, rule="overfull")
    assert sign_of_layouts(Project(project), other) == other
