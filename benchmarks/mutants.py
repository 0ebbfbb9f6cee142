"""Whether the tests notice a changed line: a sample of mutants, each judged by the tests that go through its line.

    pip install cosmic-ray pytest-cov
    python -m pytest tests -n 2 --cov=kursbuch_press --cov-context=test --cov-report= --junitxml=RUN.xml
    python -m benchmarks.mutants .coverage RUN.xml [--count 300] [--seed 1] [--jobs 2] [--rooms book,compose]

The first run says which tests go through which line, and how long each takes. A mutant is one change that Cosmic Ray makes to
one line of a room: a comparison, a sign, a number, a truth value, a loop that never runs. Lines that no test of that run goes
through are no part of the sample; how many there are is printed. A mutant is killed if a test fails or takes ten times as long.
Everything happens in copies of the project. Prints each survivor, when it is found, with what was changed in it.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from queue import Queue

PROJECT = Path(__file__).resolve().parents[1]
ROOMS = "book,compose,sources,html,drafts,returns,merge,press,pages,packages,disk,limits"
_REPLACED = (
    "AndWithOr",
    "OrWithAnd",
    "TrueWithFalse",
    "FalseWithTrue",
    "BreakWithContinue",
    "ContinueWithBreak",
    "UnaryOperator_Delete_Not",
    "UnaryOperator_USub_UAdd",
    "BinaryOperator_Add_Sub",
    "BinaryOperator_Sub_Add",
    "BinaryOperator_Mul_Div",
    "BinaryOperator_Div_Mul",
    "BinaryOperator_FloorDiv_Mul",
    "BinaryOperator_Mod_Mul",
    "BinaryOperator_BitOr_BitAnd",
    "BinaryOperator_BitAnd_BitOr",
    "ComparisonOperator_Eq_NotEq",
    "ComparisonOperator_NotEq_Eq",
    "ComparisonOperator_Lt_LtE",
    "ComparisonOperator_LtE_Lt",
    "ComparisonOperator_Gt_GtE",
    "ComparisonOperator_GtE_Gt",
    "ComparisonOperator_Is_IsNot",
    "ComparisonOperator_IsNot_Is",
)
_OPERATORS = ("AddNot", "NumberReplacer", "ZeroIterationForLoop", *(f"Replace{each}" for each in _REPLACED))
_LEFT_OUT = ("wording", "engine")
_PASSED, _FAILED = 0, {1, 2, 3, 4}  # a test, the collection, pytest itself, or a test whose file cannot be collected
_ROUNDS = (25.0, 150.0)
"""What the tests of one mutant may take together, as the first run measured them; the quickest go first.

What survives the tests of the first round is given to those that fit the second, which are slower.
"""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the file, the line, the operator of Cosmic Ray, and which of its places in the file."""

    file: str
    line: int
    operator: str
    occurrence: int


def main() -> int:
    """Draw the sample, judge it, and print what survived."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("coverage", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rooms", default=ROOMS)
    asked = parser.parse_args()
    tests = _tests(asked.coverage, asked.run)
    found = [each for room in asked.rooms.split(",") for path in _files(room) for each in _mutants(path)]
    tried = [each for each in found if tests.get((each.file, each.line))]
    print(
        f"{len(found)} mutants of {asked.rooms}, {len(found) - len(tried)} of them on lines that no test goes through",
        flush=True,
    )
    sample = random.Random(asked.seed).sample(tried, min(asked.count, len(tried)))  # noqa: S311 - a sample
    with tempfile.TemporaryDirectory() as folder:
        copies: Queue[Path] = Queue()
        for number in range(asked.jobs):
            copies.put(_copy(Path(folder) / str(number)))
        with ThreadPoolExecutor(asked.jobs) as crew:
            results = list(crew.map(lambda each: _judge(each, tests[each.file, each.line], copies), sample))
    survived = [each for each in results if each]
    print(f"{len(sample)} mutants, {len(sample) - len(survived)} killed: {1 - len(survived) / len(sample):.1%}")
    return 0


def _files(room: str) -> Iterator[Path]:
    for path in sorted((PROJECT / "kursbuch_press" / room).rglob("*.py")):
        if not any(part.startswith(_LEFT_OUT) for part in path.relative_to(PROJECT).parts):
            yield path.relative_to(PROJECT)


def _mutants(path: Path) -> Iterator[Mutant]:
    from cosmic_ray.ast import ast_nodes, get_ast_from_path
    from cosmic_ray.plugins import get_operator

    tree = get_ast_from_path(PROJECT / path)
    types = _lines_of_types(PROJECT / path)
    for name in _OPERATORS:
        operator = get_operator(f"core/{name}")()
        places = (place for node in ast_nodes(tree) for place in operator.mutation_positions(node))
        for occurrence, (start, _) in enumerate(places):
            if start not in types:
                yield Mutant(path.as_posix(), start[0], name, occurrence)


def _lines_of_types(path: Path) -> set[tuple[int, int]]:
    """Give the places inside annotations, which nothing runs: ``X | None`` is no sum."""
    found: set[tuple[int, int]] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        for child in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(child, ast.expr):
                for line in range(child.lineno, (child.end_lineno or child.lineno) + 1):
                    first = child.col_offset if line == child.lineno else 0
                    last = child.end_col_offset if line == child.end_lineno else 200
                    found.update((line, column) for column in range(first, (last or 0) + 1))
    return found


def _tests(coverage: Path, run: Path) -> Mapping[tuple[str, int], list[list[str]]]:
    """Give the tests of each line for each round, the quickest first, as many as their seconds allow."""
    from coverage import CoverageData

    seconds: dict[str, float] = {}
    for case in ET.parse(run).getroot().iter("testcase"):  # noqa: S314 - what our own run has written
        name = f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}"
        seconds[name] = seconds.get(name, 0.0) + float(case.get("time", 0))
    data = CoverageData(str(coverage))
    data.read()
    found: dict[tuple[str, int], list[list[str]]] = {}
    for file in data.measured_files():
        name = file[file.rindex("kursbuch_press/") :]
        for line, contexts in data.contexts_by_lineno(file).items():
            known = {context.partition("|")[0] for context in contexts} & seconds.keys()
            if known:
                found[name, line] = list(_in_rounds({test: seconds[test] for test in known}))
    return found


def _in_rounds(seconds: Mapping[str, float]) -> Iterator[list[str]]:
    rounds: dict[float, list[str]] = {most: [] for most in _ROUNDS}
    spent = 0.0
    for test, took in sorted(seconds.items(), key=lambda each: (each[1], each[0])):
        spent += took
        fitting = next((most for most in _ROUNDS if spent <= most or not rounds[_ROUNDS[0]]), None)
        if fitting is not None:
            rounds[fitting].append(test)
    yield from filter(None, rounds.values())


def _copy(folder: Path) -> Path:
    names = ("kursbuch_press", "tests", "sources", "layouts", "drafts", "docs", "benchmarks", "build.py", "pyproject.toml")
    folder.mkdir()
    for name in (
        *names,
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "requirements.lock",
        "requirements-test.lock",
    ):
        if (PROJECT / name).is_dir():
            shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(PROJECT / name, folder / name)
    return folder


def _judge(mutant: Mutant, rounds: list[list[str]], copies: Queue[Path]) -> str:
    """Change one line in a copy and run its tests; give what was changed if no test noticed."""
    from cosmic_ray.mutating import mutate_code
    from cosmic_ray.plugins import get_operator

    source = (PROJECT / mutant.file).read_text("utf-8")
    changed = mutate_code(source, get_operator(f"core/{mutant.operator}")(), mutant.occurrence)
    assert changed is not None, mutant
    folder = copies.get()
    try:
        (folder / mutant.file).write_text(changed, "utf-8")
        noticed = any(_fails(folder, tests, 10 * most) for tests, most in zip(rounds, _ROUNDS, strict=False))
    finally:
        (folder / mutant.file).write_text(source, "utf-8")
        copies.put(folder)
    if noticed:
        print(".", end="", flush=True)
        return ""
    lines = unified_diff(source.splitlines(), changed.splitlines(), n=0, lineterm="")
    shown = [line for line in lines if line[:1] in "+-" and line[:3] not in {"+++", "---"}]
    survived = "\n".join([f"\n{mutant.file}:{mutant.line} {mutant.operator} ({sum(map(len, rounds))} tests)", *shown])
    print(survived, flush=True)
    return survived


def _fails(folder: Path, tests: list[str], seconds: float) -> bool:
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return True
    if done.returncode not in {_PASSED, *_FAILED}:
        raise SystemExit(done.stdout.decode() + done.stderr.decode())
    return done.returncode != _PASSED


if __name__ == "__main__":
    sys.exit(main())
