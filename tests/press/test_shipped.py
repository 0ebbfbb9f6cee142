"""The shipped book as a whole: what lies in dist/, what the manifest says, and that a second build is the same."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pypdfium2
import pytest

from tests import judges
from tests.shipped import PROGRAMS, PROJECT, copy_project, press

FIELDS = (
    "01-deutsch-fuer-alle",
    "02-integration-durch-bildung",
    "03-vielfalt-als-staerke",
    "04-zusammenleben-und-inklusion",
    "05-psychosoziale-versorgung",
    "06-verstetigung",
)


def _files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_product_is_there_under_its_name(shipped: Path) -> None:
    names = set(_files(shipped))
    wanted = {
        "print/kursbuch-innenteil.pdf",
        "print/kursbuch-umschlag.pdf",
        "screen/kursbuch.pdf",
        "word/kursbuch.docx",
    }
    wanted |= {f"handouts/{field}.pdf" for field in FIELDS} | {f"word/{field}.docx" for field in FIELDS}
    assert wanted <= names
    assert all(name.isascii() and " " not in name for name in names)


def test_every_handout_and_its_sheet_for_the_print_shop_is_kept(shipped: Path) -> None:
    sheets = [path for folder in ("handouts", "print/handreichungen") for path in (shipped / folder).rglob("*.pdf")]
    assert len(list((shipped.parent / ".press/made").iterdir())) >= len(sheets) > 20


def test_the_manifest_tells_the_truth(shipped: Path) -> None:
    files = _files(shipped)
    entries = {entry["path"]: entry for entry in json.loads((shipped / "manifest.json").read_text("utf-8"))["products"]}
    assert {name: entry["sha256"] for name, entry in entries.items()} == {
        name: digest for name, digest in files.items() if name != "manifest.json"
    }
    for name, entry in entries.items():
        assert entry["size"] == (shipped / name).stat().st_size
        assert (
            entry["inputs"]["sources/kursbuch.yaml"]
            == hashlib.sha256(
                (PROJECT / "sources/kursbuch.yaml").read_bytes(),
            ).hexdigest()
        )
        if name.endswith(".pdf"):
            assert entry["pages"] == len(pypdfium2.PdfDocument(shipped / name)), name


@pytest.mark.judge
def test_a_second_build_elsewhere_gives_the_same_bytes(shipped: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path / "andere Stelle")
    environment = {"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", **judges.turkish(tmp_path / "locales"), **PROGRAMS}
    done = press("build", "--quiet", "--jobs", "1", project=project, environment=environment)
    assert done.returncode == 0, done.stderr
    assert _files(project / "dist") == _files(shipped)


def test_a_book_with_mistakes_leaves_dist_alone(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    (project / "dist/print").mkdir(parents=True)
    (project / "dist/print/kursbuch-innenteil.pdf").write_bytes(b"the old one")
    (project / "sources/glossary.yaml").write_text("entries: [", "utf-8")
    done = press("build", project=project)
    assert done.returncode == 1
    assert "glossary.yaml:" in done.stderr
    assert "Traceback" not in done.stderr
    assert _files(project / "dist") == {"print/kursbuch-innenteil.pdf": hashlib.sha256(b"the old one").hexdigest()}
