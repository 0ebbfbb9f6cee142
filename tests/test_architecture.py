"""The map tells the truth: docs/architecture.md is read here, and the imports of the code are held against it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
PACKAGE = PROJECT / "kursbuch_press"
MAP = (PROJECT / "docs/architecture.md").read_text("utf-8")
GUIDE = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


def _levels() -> list[list[str]]:
    """Read the order of levels, highest first."""
    line = re.search(r"^`cli` > .*$", MAP, re.MULTILINE)
    assert line
    return [re.findall(r"`(\w+)`", level) for level in line[0].split(">")]


def _table(heading: str) -> dict[str, list[str]]:
    """Read a table below a heading: first cell to the names in the last."""
    section = MAP.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = re.findall(r"^\| `(\w+)` \|(.*)\|$", section, re.MULTILINE)
    return {name: re.findall(r"`(\w+)`", rest.rpartition("|")[2]) for name, rest in rows}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports name their room"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "kursbuch_press")


def _room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


def _other_room(name: str) -> str:
    """Read the room that an import names: kursbuch_press.book.texts gives book."""
    head, _, rest = name.partition(".")
    return rest.partition(".")[0] if head == "kursbuch_press" else ""


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def test_every_room_is_on_the_map_and_every_room_of_the_map_is_there() -> None:
    rooms = {_room(path) for path in FILES}
    assert rooms == set(_table("The rooms"))
    assert {room for level in _levels() for room in level} == set(_table("The rooms"))


def test_the_house_that_is_drawn_has_the_same_floors() -> None:
    drawn = MAP.split("As a house:", 1)[1].split("```")[1].strip().splitlines()
    assert [floor.partition("|")[0].split() for floor in drawn] == _levels()


def test_imports_point_down_only() -> None:
    level_of = {room: number for number, level in enumerate(_levels()) for room in level}
    assert {_room(path) for path in FILES} - set(level_of) == set(), "docs/architecture.md says on which floor a new room lies"
    upward = [
        f"{_name(path)} imports {name}"
        for path in FILES
        for name in _imports(path)
        if (other := _other_room(name)) in level_of
        if other != (own := _room(path)) and level_of[other] <= level_of[own]
    ]
    assert upward == []


def test_big_libraries_stay_in_their_homes() -> None:
    homes = _table("Big libraries and their homes")
    away = [
        f"{_name(path)} imports {library}"
        for path in FILES
        for library in sorted({name.partition(".")[0] for name in _imports(path)})
        if library in homes and _room(path) not in homes[library]
    ]
    assert away == []


def test_files_have_400_lines_at_most_and_functions_50() -> None:
    long = [f"{_name(path)}: {lines} lines" for path in FILES if (lines := path.read_text("utf-8").count("\n")) > 400]
    long += [
        f"{_name(path)}: {node.name}"
        for path in FILES
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and (node.end_lineno or 0) - node.lineno >= 50
    ]
    assert long == []


def test_only_the_command_line_prints() -> None:
    printing = [
        _name(path)
        for path in FILES
        if _room(path) != "cli"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def test_the_press_and_the_command_line_import_at_the_top_of_their_files() -> None:
    """What is loaded late is loaded by name, in one place each; ``__main__`` answers Ctrl-C while libraries are loaded."""
    deferred = [
        f"{_name(path)}: {node.lineno}"
        for path in FILES
        if _room(path) in {"press", "cli", "disk"} and path.name != "__main__.py"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom) and node.col_offset
    ]
    assert deferred == []


def test_files_named_on_the_map_are_there() -> None:
    for name in re.findall(r"(?<![\w/.])((?:book|compose|pages|press|cli|checks|word|sources)/[\w/]+\.py)", MAP + GUIDE):
        assert (PACKAGE / name).is_file(), name
    for dotted in re.findall(r"`((?:pages|compose|sources|press|checks|word|book)(?:\.\w+)+)`", MAP + GUIDE):
        parts = dotted.split(".")
        places = [PACKAGE.joinpath(*parts[:2]).with_suffix(".py"), PACKAGE.joinpath(*parts[:2])]
        assert any(place.exists() for place in places), dotted


def _module(path: Path) -> str:
    return ".".join(path.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


def test_no_file_imports_itself_by_way_of_others() -> None:
    modules = {_module(path): path for path in FILES}
    arrows: dict[str, set[str]] = {}
    for module, path in modules.items():
        named = [
            f"{node.module}.{alias.name}"
            for node in ast.walk(_tree(path))
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        ]
        arrows[module] = {name if name in modules else name.rpartition(".")[0] for name in named} & set(modules) - {module}
    TopologicalSorter(arrows).prepare()  # raises CycleError, which names the circle


def test_types_are_imported_like_everything_else() -> None:
    """An import for the type checker alone hides an arrow; book.blocks needs one for a union that is made from a list."""
    hiding = [_name(path) for path in FILES if "TYPE_CHECKING" in path.read_text("utf-8")]
    assert hiding == ["book/blocks.py"]


_SWITCHED_OFF = re.compile(r"# (?:noqa|type: ignore)\b[^#\n]*")
_WITH_A_REASON = re.compile(r"# noqa: [A-Z0-9, ]+ - \w|# type: ignore\[[\w, -]+\]  # \w")


def test_a_rule_that_is_switched_off_has_a_reason_beside_it() -> None:
    files = [*FILES, PROJECT / "build.py"]
    lines = [(path, line) for path in files for line in path.read_text("utf-8").splitlines() if _SWITCHED_OFF.search(line)]
    assert [f"{path.name}: {line.strip()}" for path, line in lines if not _WITH_A_REASON.search(line)] == []
