"""The list is right after a change of any kind: what it calls up to date comes out the same, and only the rest is made."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.press.small_book import Picture, small_book
from tests.shipped import PROJECT, press

SKETCH = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0H90V30z" fill="#444444"/></svg>\n'


@dataclass(frozen=True, slots=True)
class Shop:
    """A project with a press of its own, so that both can be changed."""

    folder: Path

    @property
    def project(self) -> Path:
        return self.folder / "book"

    def run(self, *arguments: str) -> str:
        done = press(*arguments, project=self.project, environment={"PYTHONPATH": str(self.folder / "press")})
        assert done.returncode == 0, done.stderr
        return done.stdout

    def states(self) -> dict[str, str]:
        return dict(re.findall(r"^ +(\S+\.(?:pdf|docx|zip)) +(\w+)$", self.run("list"), re.MULTILINE))

    def files(self) -> dict[str, bytes]:
        dist = self.project / "dist"
        return {path.relative_to(dist).as_posix(): path.read_bytes() for path in dist.rglob("*") if path.is_file()}

    def copy(self, folder: Path) -> Shop:
        shutil.copytree(self.folder, folder)
        return Shop(folder)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    shop = Shop(tmp_path_factory.mktemp("made") / "shop")
    (shop.folder / "press").mkdir(parents=True)
    shutil.copytree(
        PROJECT / "kursbuch_press", shop.folder / "press/kursbuch_press", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(PROJECT / "requirements.lock", shop.folder / "press")
    small_book(shop.project, [Picture("skizze.svg")])
    (shop.project / "sources/pictures/skizze.svg").write_text(SKETCH, "utf-8")
    shop.run("build", "--quiet")
    return shop


CHANGES = {
    "a word": ("book/sources/chapters/bilder.yaml", "nur schwarz", "immer schwarz"),
    "a picture": ("book/sources/pictures/skizze.svg", "#444444", "#111111"),
    "a translation": ("book/sources/translations/en.yaml", "Join in", "Take part"),
    "a comment": ("book/sources/kursbuch.yaml", "\nchapters:", "\n# Ein Wort für die Redaktion\nchapters:"),
    "a margin": ("book/layouts/geometry.yaml", "inner: 18", "inner: 19"),
    "the cover": ("book/layouts/cover/cover.css", "font-weight: ", "letter-spacing: 0.2pt; font-weight: "),
    "a handout": ("book/layouts/handout/10-handout.css", "font-weight: ", "letter-spacing: 0.2pt; font-weight: "),
    "a printer": ("book/layouts/printers/offset-gestrichen.yaml", "page_multiple: 16", "page_multiple: 32"),
    "word styles": ("book/layouts/word/styles.yaml", "size: 11", "size: 12"),
    "the code": ("press/kursbuch_press/pages/booklet.py", "Paper(297, 210)", "Paper(298, 210)"),
}
UNTOUCHED = {
    "the cover": ("word/kursbuch.docx", "handouts/00-auf-einen-blick.pdf"),
    "a handout": ("word/kursbuch.docx", "screen/kursbuch.pdf", "print/kursbuch-umschlag.pdf"),
    "word styles": ("screen/kursbuch.pdf", "print/kursbuch-innenteil.pdf", "office/ausdruck.pdf"),
}


def test_a_printer_touches_only_what_is_printed_where_no_picture_asks_for_its_resolution(tmp_path: Path) -> None:
    project = small_book(tmp_path)
    assert press("build", "--quiet", "screen", "word", "print", project=project).returncode == 0
    name, old, new = CHANGES["a printer"]
    path = project / name.removeprefix("book/")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    said = press("list", project=project).stdout
    for made, state in (("screen/kursbuch.pdf", "aktuell"), ("word/kursbuch.docx", "aktuell"), ("innenteil.pdf", "veraltet")):
        assert re.search(rf"{made} +{state}$", said, re.MULTILINE), said


@pytest.mark.parametrize("kind", CHANGES)
def test_what_is_called_up_to_date_is_what_a_new_build_gives(made: Shop, kind: str, tmp_path: Path) -> None:
    name, old, new = CHANGES[kind]
    warm = made.copy(tmp_path / "warm")
    path = warm.folder / name
    text = path.read_text("utf-8")
    assert old in text, f"{name} has changed"
    path.write_text(text.replace(old, new, 1), "utf-8")
    states, before = warm.states(), warm.files()
    cold = warm.copy(tmp_path / "cold")
    shutil.rmtree(cold.project / "dist")
    shutil.rmtree(cold.project / ".press")
    cold.run("build", "--quiet")
    fresh = cold.files()
    changed = {path for path in fresh if path in states and fresh[path] != before[path]}
    assert changed <= {path for path, state in states.items() if state == "veraltet"}
    if kind == "a comment":
        assert set(states.values()) == {"aktuell"}
    else:
        assert changed
    assert all(states[path] == "aktuell" for path in UNTOUCHED.get(kind, ()))
    warm.run("build", "--quiet")
    assert warm.files() == fresh
    assert set(warm.states().values()) == {"aktuell"}


def test_nothing_is_made_and_nothing_loaded_when_nothing_has_changed(made: Shop) -> None:
    before = {path: path.stat().st_mtime_ns for path in (made.project / "dist").rglob("*")}
    began = time.process_time()
    count = len(made.states())
    assert count > 10
    assert made.run("build").startswith(f"Alles aktuell: {count} Dateien")
    assert made.run("build", "word", "dist/screen/kursbuch.pdf").startswith("Alles aktuell: 2 Dateien")
    assert json.loads(made.run("build", "--json"))[0]["severity"] == "note", "what was said when it was made is said again"
    assert {path: path.stat().st_mtime_ns for path in (made.project / "dist").rglob("*")} == before
    assert time.process_time() - began < 1, "this process only waits"


def test_the_reason_is_named(made: Shop, tmp_path: Path) -> None:
    shop = made.copy(tmp_path / "shop")
    assert "nichts, woraus es gemacht ist, hat sich geändert" in shop.run("list", "--why")
    with (shop.project / "dist/handouts/00-auf-einen-blick.pdf").open("ab") as file:
        file.write(b"%")
    (shop.project / "dist/print/preflight.html").unlink()
    styles = shop.project / "layouts/word/styles.yaml"
    styles.write_text(styles.read_text("utf-8") + "# neu\n", "utf-8")
    (shop.project / "layouts/cover/99-neu.css").write_text("", "utf-8")
    said = shop.run("list", "--why")
    for path, reason in {
        "handouts/00-auf-einen-blick.pdf": "dist/handouts/00-auf-einen-blick.pdf wurde nach dem Herstellen geändert",
        "print/kursbuch-innenteil.pdf": "die Datei oder etwas, was zu ihr gehört, liegt nicht mehr in dist/",
        "word/kursbuch.docx": "layouts/word/styles.yaml hat sich geändert",
        "screen/kursbuch.pdf": "in layouts/cover kam eine Datei hinzu, oder eine fehlt jetzt",
        "office/ausdruck.pdf": "dist/handouts/00-auf-einen-blick.pdf, woraus es gemacht ist, ist selbst nicht aktuell",
    }.items():
        (line,) = re.findall(rf"^ +{re.escape(path)} +\w+\n +(.*)$", said, re.MULTILINE)
        assert line.startswith(reason), f"{path}: {line}"


LISTENING = """\
import os, sys
folder, heard = sys.argv.pop(1), os.open(sys.argv.pop(1), os.O_WRONLY | os.O_APPEND | os.O_CREAT)
def hear(event, arguments):
    if event == "open" and isinstance(arguments[0], str) and arguments[0].startswith(folder):
        os.write(heard, f"{arguments[0]}\\n".encode())
sys.addaudithook(hear)
from kursbuch_press.cli.__main__ import main
sys.exit(main())
"""


def test_whatever_python_opens_in_sources_and_layouts_is_an_input_of_some_product(made: Shop, tmp_path: Path) -> None:
    shop, heard = made.copy(tmp_path / "shop"), tmp_path / "heard"
    shutil.rmtree(shop.project / "dist")
    command = [
        sys.executable,
        "-c",
        LISTENING,
        f"{shop.project}/",
        str(heard),
        "build",
        "--quiet",
        "--project",
        str(shop.project),
    ]
    environment = {**os.environ, "PYTHONPATH": str(shop.folder / "press"), "PATH": ""}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    opened = {line.removeprefix(f"{shop.project}/") for line in heard.read_text("utf-8").splitlines()}
    opened = {name for name in opened if name.startswith(("sources/", "layouts/")) and (shop.project / name).is_file()}
    manifest = json.loads((shop.project / "dist/manifest.json").read_text("utf-8"))
    recorded = {name for entry in manifest["products"] for name in entry["inputs"]}
    assert len(opened) > 20
    assert opened - recorded == {"layouts/press.yaml"}, "how much the cache may keep is in no product"
