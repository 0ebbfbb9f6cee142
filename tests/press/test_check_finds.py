"""The law of ``check``: it finds what ``build`` finds, each with its place, and everything in one run.

Mistakes of every kind are planted together, as far as they do not hide each other; what both commands say must be the same.
"""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from kursbuch_press.pages.fonts import Face
from kursbuch_press.press.advice import RULES as ADVICE
from kursbuch_press.press.beginning import NewBook, begin
from kursbuch_press.press.checking import check
from kursbuch_press.press.pictures import problems
from kursbuch_press.press.project import Project
from kursbuch_press.problems import Problem, Severity
from tests.press.small_book import set_line, small_book
from tests.shipped import PROJECT, press

FILE = "sources/chapters/bilder.yaml"
LONG = "Deutsch für alle, die hier leben und arbeiten, die ankommen und bleiben wollen, in der Stadt und auf dem Land"
COLUMNS = "    columns:\n" + "".join(f"      - {{id: s{number}, title: Spalte}}\n" for number in range(4))
WIDE_CELLS = f"    rows:\n      - id: w\n        cells: [{'X' * 70}, a, b, c]\n"
WIDE = f"  - id: breit\n    kind: table\n    caption: Zu breit\n{COLUMNS}{WIDE_CELLS}"
MUCH = "Ein Satz nimmt Platz. " * 150
HIGH = (
    "  - id: hoch\n    kind: table\n    caption: Zu hoch\n"
    "    columns:\n      - {id: a, title: Kopf}\n      - {id: b, title: Inhalt}\n"
    f"    rows:\n      - id: h1\n        cells: [kurz, kurz]\n      - id: h2\n        cells: [lang, {MUCH}]\n"
)
SIGNS = "  - id: zeichen\n    text: Hier 欢 und dort 👍 und 欢.\n"


class Said(NamedTuple):
    """What a command says of one mistake, as far as it concerns the book and not a file in dist/."""

    rule: str
    file: str
    line: int
    column: int
    address: str


def said(project: Path, *arguments: str) -> set[Said]:
    done = press(*arguments, "--json", project=project)
    assert done.returncode == 1, done.stderr
    told = json.loads(done.stdout)
    fields = Said._fields
    # What a page could look like is advice, and given by check alone.
    told = [each for each in told if not each["file"].startswith("dist/") and each["rule"] not in ADVICE]
    return {Said(*(each[name] for name in fields)) for each in told}


def write_chapter(project: Path, blocks: str, title: str = "Bilder") -> None:
    """Put blocks into the chapter of the small book; they begin in line 5 of its file."""
    (project / FILE).write_text(f"id: bilder\nkind: chapter\ntitle: {title}\nblocks:\n{blocks}", "utf-8")


def book(folder: Path) -> Path:
    project = in_german(small_book(folder))
    (project / "sources/handouts.yaml").unlink()
    return project


def in_german(project: Path) -> Path:
    """Leave a book without translations and without what is said in Leichte Sprache."""
    (project / "sources/leichte-sprache.yaml").unlink()
    kursbuch = project / "sources/kursbuch.yaml"
    kursbuch.write_text(re.sub(r"(?m)^translations:\n(  .*\n)+", "", kursbuch.read_text("utf-8")), "utf-8")
    return project


def checked(project: Path) -> tuple[Problem, ...]:
    return problems(Project(project))


def test_every_place_of_a_sign_without_typeface_is_named(tmp_path: Path) -> None:
    project = small_book(tmp_path)
    write_chapter(project, f"{SIGNS}  - id: b\n    text: Grüße aus Łódź, Şırnak und Αθήνα.\n")
    lost = [(str(each.place), each.address) for each in checked(project) if each.rule == "sign"]
    assert lost == [(f"{FILE}:6:{column}", "bilder/zeichen/text") for column in (16, 27, 33)]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("layouts/page/20-text.css", 'p::before { content: "\u6b22" }'),
        ("layouts/page/chapter.html.j2", "<p>\u6b22</p>"),
        ("layouts/cover/cover.css", '.front::before { content: "\u6b22" }'),
    ],
)
def test_a_sign_without_typeface_of_the_layouts_is_told_at_its_line(file: str, line: str, tmp_path: Path) -> None:
    project = book(tmp_path)
    write_chapter(project, "  - id: a\n    text: Anfang.\n")
    path = project / file
    text = path.read_text("utf-8")
    changed = text.replace("</body>", f"{line}\n</body>") if file.endswith(".j2") else f"{text}\n{line}\n"
    assert changed != text
    path.write_text(changed, "utf-8")
    place = (file, next(at for at, each in enumerate(changed.split("\n"), 1) if "\u6b22" in each))
    for command in (("check",), ("build", "print", "cover", "screen")):
        assert {(each.file, each.line) for each in said(project, *command) if each.rule == "sign"} == {place}


def test_what_shows_on_pages_is_the_same_in_check_and_build(tmp_path: Path) -> None:
    project = book(tmp_path)
    write_chapter(project, f"  - id: a\n    text: Anfang.\n{WIDE}{HIGH}", LONG)
    set_line(project / "sources/kursbuch.yaml", "motto", f"motto: {LONG} {LONG} {LONG}")
    found = said(project, "check")
    assert found == said(project, "build", "print", "cover", "screen")
    rules = {(each.rule, each.address) for each in found}
    assert {("overfull", "bilder/w"), ("table-head", "bilder/h2"), ("title-length", "bilder/title")} <= rules
    assert ("title-length", "edition/motto") in rules
    assert all(each.line and each.column for each in found if each.rule in {"overfull", "table-head", "title-length"})


def test_trouble_with_the_printer_is_the_same_in_check_and_build(tmp_path: Path) -> None:
    project = book(tmp_path)
    write_chapter(project, "  - id: a\n    text: Anfang.\n")
    profile = project / "layouts/printers/offset-gestrichen.yaml"
    text, count = re.subn(r"(?m)^( *icc: ).*$", r"\1Gibt-es-nicht.icc", profile.read_text("utf-8"))
    assert count == 1
    profile.write_text(text, "utf-8")
    index = project / "layouts/handout/index.html.j2"
    index.write_text(f"{index.read_text('utf-8')}{{{{ nobody.knows.it }}}}\n", "utf-8")
    found = said(project, "check")
    of_index = {each for each in found if each.file == "layouts/handout/index.html.j2"}
    assert {(each.rule, each.line > 0) for each in of_index} == {("template", True)}
    assert found - of_index == said(project, "build", "print")
    assert ("icc-profile", "layouts/printers/offset-gestrichen.yaml") in {(each.rule, each.file) for each in found}


FAULTY = """\
  - id: a
    text: Anfang.
  - id: c
    text: Blass.
  - id: b
    kind: heading
    level: 2
    text: Mitte
"""


def test_what_printers_and_readers_would_refuse_is_the_same_in_check_and_build(tmp_path: Path) -> None:
    project = in_german(small_book(tmp_path))
    write_chapter(project, FAULTY)
    for file, rule in (
        ("page/20-text.css", "#bilder\\.a { font-size: 4pt }\nh2 { border-bottom: 0.1pt solid var(--text) }\n"),
        ("page/50-back.css", "#bilder\\.c { color: var(--rule) }\n"),
        ("cover/cover.css", ".front .issued-by { bottom: 1mm }\n.back .about { color: var(--rule) }\n"),
        ("handout/20-leaflet.css", ".wall h1 .title { font-size: 5pt; line-height: 6pt }\n.opening { color: var(--rule) }\n"),
    ):
        with (project / "layouts" / file).open("a", encoding="utf-8") as design:
            design.write(rule)
    found = said(project, "check")
    assert found == said(project, "build")
    refused = {(each.rule, each.address): each for each in found}
    wanted = [
        ("text-size", "bilder/a"),
        ("line-width", "bilder/b"),
        ("safe-area", "edition/issued_by"),
        ("text-size", "handouts/overview/title"),
        ("readable-text-contrast", "bilder/c"),
    ]
    assert set(wanted) <= refused.keys()
    assert all(refused[each].line and refused[each].column for each in wanted)
    faint = {each.address.partition("/")[0] for each in found if each.rule == "readable-text-contrast" and each.line}
    assert faint >= {"bilder", "edition", "handouts"}


def test_mistakes_of_the_sources_do_not_hide_those_of_the_pages(tmp_path: Path) -> None:
    project = book(tmp_path)
    write_chapter(project, f"{SIGNS}{WIDE}")
    imprint = project / "sources/imprint.yaml"
    imprint.write_text(f"{imprint.read_text('utf-8').rstrip()}\nisbn: 97-83161-484100\n", "utf-8")
    found = said(project, "check")
    assert {"sign", "isbn", "overfull"} <= {each.rule for each in found}
    assert all(each.line and each.column for each in found if each.rule in {"sign", "isbn", "overfull"})
    assert said(project, "build") <= found


def test_pictures_are_judged_also_where_texts_have_mistakes(tmp_path: Path) -> None:
    project = book(tmp_path)
    figure = "  - id: f\n    kind: figure\n    picture: kaputt.png\n    caption: Bild\n    alt: Ein Bild\n"
    write_chapter(project, f"  - id: a\n    text: Ein Verweis [](#gibt-es-nicht).\n{figure}")
    (project / "sources/pictures/kaputt.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    found = said(project, "check")
    assert found == said(project, "build")
    assert {"dead-reference", "picture"} <= {each.rule for each in found}


def test_a_colour_that_there_is_not_hides_no_other_mistake_of_stylesheets(tmp_path: Path) -> None:
    project = book(tmp_path)
    for file, rule in (
        ("page/20-text.css", "h2 { color: var(--himmel) }\nh3 { colour: var(--text) }\n"),
        ("cover/cover.css", ".front { margin-left: 3 mm }\n"),
        ("handout/20-leaflet.css", ".x { padding: viel }\n"),
    ):
        with (project / "layouts" / file).open("a", encoding="utf-8") as css:
            css.write(rule)
    found = [each for each in check(Project(project)).problems if each.place.file.endswith(".css")]
    assert {(each.rule, each.place.file.split("/")[1], each.place.line > 0) for each in found} == {
        ("swatch", "page", True),
        ("weasyprint", "page", True),
        ("weasyprint", "cover", True),
        ("weasyprint", "handout", True),
    }


def test_a_face_of_the_geometry_that_there_is_not_is_told_where_it_is_named(tmp_path: Path) -> None:
    project = book(tmp_path)
    geometry = project / "layouts/geometry.yaml"
    geometry.write_text(re.sub(r"(?m)^  text: .*$", "  text: Spektral", geometry.read_text("utf-8")), "utf-8")
    (found,) = (each for each in problems(Project(project)) if each.rule == "font")
    assert (found.place.file, found.place.line > 0) == ("layouts/geometry.yaml", True)


def _handouts(project: Path) -> None:
    """Let a new book have sheets, and a translation of one."""
    tomorrow = "tomorrow: [{id: t%s, pictogram: brief, text: Ja.}]"
    sheet = "  - {id: b%s, chapter: feld, question: Was?, stays: Das., about: Darum., " + tomorrow + "}\n"
    said = "{title: T, paragraphs: [{id: %s, text: Ein Satz.}]}"
    (project / "sources/handouts.yaml").write_text(
        f"overview: {said % 'p1'}\njoin: {said % 'p2'}\nsheets:\n{sheet % (1, 1)}{sheet % (2, 2)}", "utf-8"
    )
    with (project / "sources/kursbuch.yaml").open("a", encoding="utf-8") as kursbuch:
        kursbuch.write("translations:\n  - {language: en, sheets: [felt]}\n  - {language: fr, sheets: [feld]}\n")
        kursbuch.write("hyphenation: [Hitze schutz]\n")
    (project / "sources/translations").mkdir()
    (project / "sources/translations/en.yaml").write_text("language: de\ntexts: {}\n", "utf-8")


def test_sheets_and_translations_that_would_come_to_nothing_are_told(tmp_path: Path) -> None:
    project = tmp_path / "buch"
    begin(PROJECT, project, NewBook("Buch", "Wir", ("Feld",), (148, 210), "offset-gestrichen", date(2020, 5, 4)))
    _handouts(project)
    assert ("wrong-value", "Hitze schutz") in {
        (each.rule, re.findall("„(.*?)“", each.message)[0]) for each in checked(project) if "hyphenation" in each.address
    }
    kursbuch = project / "sources/kursbuch.yaml"
    kursbuch.write_text(kursbuch.read_text("utf-8").replace("Hitze schutz", "Hitze-schutz"), "utf-8")
    found = {(each.rule, each.place.file.rpartition("/")[2], each.place.line > 0) for each in checked(project)}
    assert {
        ("second-sheet", "handouts.yaml", True),
        ("unknown-chapter", "kursbuch.yaml", True),
        ("translation-file", "kursbuch.yaml", True),
        ("language", "en.yaml", True),
    } <= found
    assert said(project, "build") <= said(project, "check")


def test_templates_that_are_empty_are_told_before_something_is_missing_in_the_book(tmp_path: Path) -> None:
    project = book(tmp_path)
    for name in ("html/nodes/quotation.html.j2", "cover/cover.html.j2"):
        (project / "layouts" / name).write_text("{# nichts #}\n", "utf-8")
    empty = {each.place.file for each in checked(project) if each.rule == "template" and "leer" in each.message}
    assert empty == {"layouts/html/nodes/quotation.html.j2", "layouts/cover/cover.html.j2"}


def test_a_profile_that_is_none_is_told_at_the_same_places_by_both(tmp_path: Path) -> None:
    project = book(tmp_path)
    write_chapter(project, "  - {id: f, kind: figure, picture: bild.png, caption: Bild, alt: Ein Bild zum Prüfen.}\n")
    (project / "sources/pictures").mkdir(exist_ok=True)
    Image.new("L", (1800, 1200), 128).save(project / "sources/pictures/bild.png")
    profile = project / "layouts/profiles/ISOcoated_v2_300_bas.icc"
    profile.write_bytes(profile.read_bytes()[:5000])
    assert said(project, "build") <= said(project, "check")


def test_an_address_that_is_refused_is_told_once_at_its_line_in_the_template(tmp_path: Path) -> None:
    project = book(tmp_path)
    write_chapter(project, "  - {id: a, text: Anfang.}\n")
    template = project / "layouts/html/nodes/paragraph.html.j2"
    text = template.read_text("utf-8").rstrip("\n")
    template.write_text(f'{text}\n<img src="press:pictures/nix.png" alt="x">\n', "utf-8")
    found = {str(each.place).rpartition(":")[0] for each in check(Project(project)).problems if each.rule == "address"}
    assert found == {f"layouts/html/nodes/paragraph.html.j2:{text.count(chr(10)) + 2}"}


WRITTEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30">\n  {}\n</svg>\n'
FIGURE = "  - {{id: f{0}, kind: figure, picture: f{0}.svg, caption: Bild, alt: Ein Bild zum Prüfen.}}\n"


@pytest.mark.parametrize(
    ("part", "place", "told"),
    [
        ("<script>1</script>", f"{FILE}:5:37", "Zeile 2, Spalte 3 der Bilddatei"),
        ("<rect", f"{FILE}:5:37", "Zeile 3, Spalte 1 der Bilddatei"),
        ('<rect width="9" height="9" style="filter: blur(2px)"/>', "sources/pictures/f1.svg:2:3", "Filter"),
        ('<path d="M0 0H9V9z"/><text y="9">\u6b22</text>', "sources/pictures/f1.svg:2:36", "\u6b22"),
        ('<path d="M0 0H9V9z"/><text y="9" font-family="Arial">A</text>', "sources/pictures/f1.svg:2:24", "Arial"),
    ],
)
def test_what_is_wrong_in_a_drawing_is_told_at_its_line(part: str, place: str, told: str, tmp_path: Path) -> None:
    project = book(tmp_path)
    write_chapter(project, FIGURE.format(1))
    (project / "sources/pictures").mkdir(exist_ok=True)
    (project / "sources/pictures/f1.svg").write_text(WRITTEN.format(part), "utf-8")
    (found,) = (each for each in checked(project) if each.address.startswith("bilder/f1"))
    assert (str(found.place), told in found.message) == (place, True)


def test_what_is_wrong_with_a_picture_as_a_whole_is_told_where_a_figure_names_it(tmp_path: Path) -> None:
    project = book(tmp_path)
    write_chapter(project, "  - id: f\n    kind: figure\n    picture: grob.png\n    caption: Bild\n    alt: Ein Bild.\n")
    (project / "sources/pictures").mkdir(exist_ok=True)
    Image.new("L", (60, 40), 128).save(project / "sources/pictures/grob.png")
    (found,) = (each for each in checked(project) if each.rule == "picture-dpi")
    assert (str(found.place), found.address) == (f"{FILE}:7:14", "bilder/f")


class Planted(NamedTuple):
    """What is written into a file of layouts/, before the last occurrence of something, and a word of what is told of it."""

    file: str
    before: str
    written: str
    told: str


@pytest.mark.parametrize(
    "planted",
    [
        Planted("drawings/timeline.svg.j2", "</svg>", "<g>", "nicht geschlossen"),
        Planted("drawings/timeline.svg.j2", "</svg>", "<script>1</script>", "<script>"),
        Planted("drawings/timeline.svg.j2", "</svg>", "<text>\u6b22</text>", "\u6b22"),
        Planted("cover/bands.svg.j2", "</svg>", "<foreignObject/>", "<foreignObject>"),
        Planted("cover/bands.svg.j2", "</svg>", "</g>", "nicht geschlossen"),
        Planted("html/nodes/paragraph.html.j2", "</p>", '<b style="color: #123456">x</b>', "#123456"),
        Planted("html/nodes/paragraph.html.j2", "</p>", "<iframe></iframe>", "<iframe>"),
        Planted("page/20-text.css", "p {", "p::nach { margin: 0 } ", "p::nach"),
        Planted("page/20-text.css", "p {", "p { margin: calc(1mm + ) } ", "calc(1mm + )"),
        Planted("geometry.yaml", "9\n", "1", "Zeilen"),
    ],
    ids=lambda planted: planted.written,
)
def test_a_mistake_of_a_designer_has_one_line_in_check_and_build(planted: Planted, drawn: Path, tmp_path: Path) -> None:
    project, file = tmp_path / "buch", f"layouts/{planted.file}"
    shutil.copytree(drawn, project)
    first, there, last = (project / file).read_text("utf-8").rpartition(planted.before)
    assert there, file
    (project / file).write_text(f"{first}{planted.written}{there}{last}", "utf-8")
    found = check(Project(project)).problems
    places = {(each.place.file, each.place.line, each.place.column > 0) for each in found if planted.told in each.message}
    assert places == {(file, first.count("\n") + 1, True)}
    built = said(project, "build", "cover" if "cover" in file else "screen")
    assert built <= {Said(each.rule, each.place.file, each.place.line, each.place.column, each.address) for each in found}
    assert any(each.file == file for each in built)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a new book, which has a drawing, laid out once."""
    project = tmp_path_factory.mktemp("drawn") / "buch"
    begin(PROJECT, project, NewBook("Buch", "Wir", ("Feld",), (148, 210), "offset-gestrichen", date(2020, 5, 4)))
    assert check(Project(project)).problems == ()
    return project


def test_a_profile_that_is_missing_stops_print_and_nothing_else(drawn: Path, tmp_path: Path) -> None:
    project = tmp_path / "buch"
    shutil.copytree(drawn, project)
    (project / "layouts/profiles/ISOcoated_v2_300_bas.icc").unlink()
    (found,) = said(project, "build", "screen", "print", "word")
    assert (found.rule, found.file, found.line > 0) == ("icc-profile", "layouts/printers/offset-gestrichen.yaml", True)
    assert {path.name for path in (project / "dist").iterdir()} == {"screen", "word", "manifest.json"}
    Image.new("CMYK", (900, 600)).save(project / "sources/pictures/bild.jpg")
    with (project / "sources/chapters/zum-anfang.yaml").open("r+", encoding="utf-8") as chapter:
        text = chapter.read()
        chapter.seek(0)
        figure = "  - {id: f, kind: figure, picture: bild.jpg, caption: Bild, alt: Ein Bild.}\n"
        chapter.write(text.replace("  - id: h-weiter\n", f"{figure}  - id: h-weiter\n"))
    assert {"picture", "icc-profile"} == {each.rule for each in check(Project(project)).problems if each.severity == "error"}


def test_a_sign_without_typeface_is_told_once_also_where_a_drawing_repeats_the_text(drawn: Path, tmp_path: Path) -> None:
    project = tmp_path / "buch"
    shutil.copytree(drawn, project)
    chapter = project / "sources/chapters/feld.yaml"
    chapter.write_text(chapter.read_text("utf-8").replace("title: Feld\n", "title: Feld \u6b22\n", 1), "utf-8")
    # The time line and the cover say the title as well, and there it has no place of its own.
    assert [str(each.place) for each in check(Project(project)).problems if each.rule == "sign"] == [
        f"{chapter.relative_to(project)}:7:13"
    ]


def test_a_hint_about_layouts_keeps_nothing_from_being_made(drawn: Path, tmp_path: Path) -> None:
    project = tmp_path / "buch"
    shutil.copytree(drawn, project)
    (project / "layouts/fonts").mkdir()
    shutil.copy(Face("Fira Sans", PROJECT).cut().path, project / "layouts/fonts")
    # Fira Sans has no U+2010 of its own, which is told as well, since a word is hyphenated in a table.
    told = {each.rule: each.message for each in check(Project(project)).problems}
    assert set(told) == {"font-licence", "font-sign"}
    assert "„Fira Sans“ fehlen Zeichen" in told["font-sign"]
    assert told["font-sign"].endswith("‐ (U+2010)")
    assert press("build", "screen", "--quiet", project=project).returncode == 0


def test_long_subheadings_go_on_on_the_next_line_of_the_contents(tmp_path: Path) -> None:
    project = book(tmp_path)
    shutil.copy(PROJECT / "sources/chapters/inhalt.yaml", project / "sources/chapters")
    kursbuch = project / "sources/kursbuch.yaml"
    kursbuch.write_text(kursbuch.read_text("utf-8").replace("  - bilder\n", "  - inhalt\n  - bilder\n"), "utf-8")
    words = "Zusammenarbeit der Ausländerbehörden mit den Migrationsberatungsstellen der Landkreise und kreisfreien Städte"
    headings = (words[:length].strip() for length in (40, 41, 60, 85, len(words)))
    heading = "  - {{id: h{0}, kind: heading, level: 2, text: {1}}}\n  - {{id: p{0}, text: Ein Absatz.}}\n"
    write_chapter(project, "".join(heading.format(at, said) for at, said in enumerate(headings)))
    found = check(Project(project)).problems
    assert [each for each in found if each.severity is Severity.ERROR or each.rule in {"overfull", "overflow"}] == []
