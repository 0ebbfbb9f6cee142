"""Makes other books out of the shipped one, to measure their spreads: few measures in another trim and face, or many pages.

    .venv/bin/python -m benchmarks.books small FOLDER     three fields, ten measures, 170 x 240 mm, set in Fira Sans
    .venv/bin/python -m benchmarks.books large FOLDER     the fields of the book over and over, about 300 pages
    .venv/bin/python -m benchmarks.books few FOLDER       five fields with one measure each, set in Atkinson Hyperlegible
    .venv/bin/python -m benchmarks.books many FOLDER      three fields with fifteen measures each and long words, 210 x 297 mm
    .venv/bin/python -m benchmarks.books noted FOLDER     three fields with tables of thirty rows and a note in each paragraph
    .venv/bin/python -m benchmarks.books 80 FOLDER        the same with about so many pages: 20, 80, 320, 1000

    python3 build.py build screen --project FOLDER
    .venv/bin/python -m benchmarks.spreads FOLDER/dist/screen/kursbuch.pdf

The text is that of the sample book without its references, which would point out of a part of it.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).resolve().parents[1]

# What the YAML of the sources holds.
Data = Any

_LINK = re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)|\[\^[\w-]+\]")
_EMPTY = re.compile(r" ?\(\s*\)")
_FRONT = ("titel", "impressum", "inhalt", "vorwort")
_SWATCHES = ("elbe", "weinberg", "sandstein", "porphyr", "amethyst")
# Pages of a field, and of all that stands before and after the fields, as counted in the books of 80 and 320.
_OF_A_FIELD, _AROUND = 14.5, 10
_LONG = "Donaudampfschifffahrtsgesellschaftskapitän und Verwaltungsverfahrensbeschleunigungsgesetz sind lange Wörter."
_KEPT = ("heading", "table", "box", "list", "key_figure", "quotation", "")


def main() -> None:
    """Write the book that is named into a folder."""
    what, folder = sys.argv[1], Path(sys.argv[2])
    copy(folder)
    write(what, folder)


def copy(folder: Path) -> None:
    """Copy what a book is made from."""
    for name in ("sources", "layouts"):
        shutil.copytree(PROJECT / name, folder / name)


def write(what: str, folder: Path) -> None:
    """Write a book by its name, or with about so many pages."""
    own = {"small": small, "few": few, "many": many, "noted": noted}
    if what in own:
        own[what](folder)
    else:
        large(folder, 18 if what == "large" else max(1, round((int(what) - _AROUND) / _OF_A_FIELD)))


def small(folder: Path) -> None:
    """Write three fields with ten measures for a page of 170 x 240 mm, in another face."""
    fields = _fields(folder)[:3]
    for field, measures, blocks in zip(fields, (4, 3, 3), (6, 4, 5), strict=True):
        field["measures"] = field["measures"][:measures]
        for part in ("situation", "approaches"):
            if part in field:
                field[part] = field[part][:blocks]
    _write(folder, fields)
    _replace(folder / "sources/kursbuch.yaml", (("width: 148", "width: 170"), ("height: 210", "height: 240")))
    geometry = (("text: Spectral", "text: Fira Sans"), ("line: 13 ", "line: 14 "), ("bottom: 24.9", "bottom: 27.4"))
    _replace(folder / "layouts/geometry.yaml", (*geometry, ("inner: 18", "inner: 20"), ("outer: 24", "outer: 30")))


def few(folder: Path) -> None:
    """Write five fields with one measure each, in another face."""
    fields = _fields(folder)[:5]
    for field in fields:
        field["measures"] = field["measures"][:1]
    _write(folder, fields)
    _replace(folder / "layouts/geometry.yaml", (("text: Spectral", "text: Atkinson Hyperlegible"),))


def many(folder: Path) -> None:
    """Write three fields with fifteen measures each and long words, for a page of 210 x 297 mm."""
    fields = _fields(folder)[:3]
    for field in fields:
        own = field["measures"]
        copies = [yaml.safe_load(yaml.safe_dump(own[at % len(own)])) | {"id": f"massnahme-{at}"} for at in range(15)]
        field["measures"] = copies
        for block in _texts(field):
            block["text"] = f"{_LONG} {block['text']}"
    _write(folder, fields)
    _replace(folder / "sources/kursbuch.yaml", (("width: 148", "width: 210"), ("height: 210", "height: 297")))
    _replace(
        folder / "layouts/geometry.yaml",
        (("bottom: 24.9", "bottom: 29.35"), ("inner: 18", "inner: 32"), ("outer: 24", "outer: 56")),
    )


def noted(folder: Path) -> None:
    """Write three fields with tables of thirty rows and a note in each paragraph."""
    fields = _fields(folder)[:3]
    for field in fields:
        tables = [block for part in ("situation", "approaches") for block in field[part] if block.get("kind") == "table"]
        for table in tables[:1]:
            own = table["rows"]
            table["rows"] = [yaml.safe_load(yaml.safe_dump(own[at % len(own)])) | {"id": f"zeile-{at}"} for at in range(30)]
        field["notes"] = []
        for number, block in enumerate(_texts(field)):
            block["text"] += f"[^note-{number}]"
            field["notes"].append({"id": f"note-{number}", "text": f"Mustertext: {' '.join(block['text'].split()[:12])}."})
    _write(folder, fields)


def _texts(field: Data) -> list[Data]:
    """Give the paragraphs of a field."""
    return [block for part in ("situation", "approaches") for block in field[part] if "kind" not in block and "text" in block]


def large(folder: Path, count: int) -> None:
    """Write the fields of the book over and over, so many of them."""
    fields = _fields(folder)
    many = []
    for number in range(1, count + 1):
        field = yaml.safe_load(yaml.safe_dump(fields[number % len(fields)]))
        field |= {"id": f"feld-{number}", "number": number, "swatch": _SWATCHES[number % len(_SWATCHES)]}
        shift = number % 3
        field["measures"] = field["measures"][shift:] if len(field["measures"]) > shift + 2 else field["measures"]
        many.append(field)
    _write(folder, many)
    # The drawing of so many fields on the cover leaves no room for it.
    _replace(folder / "sources/kursbuch.yaml", (("motto: Initiativen zur Einigkeit in Vielfalt\n", ""),))


def _fields(folder: Path) -> list[Data]:
    found = []
    for path in sorted((folder / "sources/chapters").glob("*.yaml")):
        chapter = yaml.safe_load(path.read_text("utf-8"))
        if chapter.get("kind") == "action_field":
            found.append(_bare(chapter))
    return sorted(found, key=lambda field: int(field["number"]))


def _bare(data: Data) -> Data:
    """Take references and notes out of all texts, and leave out figures, which are drawn from the whole book."""
    if isinstance(data, str):
        words = _LINK.sub(lambda match: match[1] or "", data)
        return re.sub(r"  +", " ", _EMPTY.sub("", words)).replace(" .", ".").replace(" ,", ",").strip() or "Mustertext"
    if isinstance(data, list):
        blocks = [each for each in data if not isinstance(each, dict) or each.get("kind", "") not in {"figure", "diagram"}]
        return [_bare(each) for each in blocks]
    if isinstance(data, dict):
        left_out = {"notes", "questions", "open_questions", "literature", "illustration"}
        return {key: value if key in {"id", "kind"} else _bare(value) for key, value in data.items() if key not in left_out}
    return data


def _write(folder: Path, fields: list[Data]) -> None:
    chapters = folder / "sources/chapters"
    for path in chapters.glob("*.yaml"):
        if path.stem not in _FRONT:
            path.unlink()
    for field in fields:
        text = yaml.safe_dump(field, allow_unicode=True, sort_keys=False, width=100)
        (chapters / f"{field['id']}.yaml").write_text(text, "utf-8")
    edition = folder / "sources/kursbuch.yaml"
    head, _, _ = edition.read_text("utf-8").partition("\nchapters:")
    names = "".join(f"  - {name}\n" for name in (*_FRONT, *(field["id"] for field in fields)))
    edition.write_text(f"{head}\nchapters:\n{names}", "utf-8")


def _replace(path: Path, changes: tuple[tuple[str, str], ...]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
