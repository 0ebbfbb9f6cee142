"""Fuzzing of both judgements: our own files with bytes, objects and parts changed get a verdict or a sentence, and in time.

A few inputs in each run of the suite; ``FUZZ_SECONDS=3600 python3 build.py test -rP tests/checks/test_fuzzing.py`` for an hour.
Seeds are small products of the shipped book, which is built for that where FUZZ_PRODUCTS does not say where its dist/ lies, and
a page with a thing of each kind.
"""

from __future__ import annotations

import io
import os
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest

from kursbuch_press.checks import PrintWish, Tools, judge_print, judge_readable, report_html, report_json
from kursbuch_press.checks.print.wish import Known
from kursbuch_press.limits import Limits
from kursbuch_press.problems import PressError
from tests.checks import Pages, print_file
from tests.checks.accessible import Paper, pdf_file, word_file
from tests.checks.changing_xml import changed_package
from tests.checks.rich_file import enrich
from tests.fuzzing import fuzz

_LONGEST = 30.0
_VALUES = (
    "true", "-1", "0.5", "99999999999", "/Name", "(Text)", "<FEFF0041>", "[]", "[[]]", "[1 2 3 4]", "<< >>", "<< /S /X >>",
)  # fmt: skip


def _bytes(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 40)):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randint(len(changed) // 2, len(changed))])


def _entries(content: bytes, chance: random.Random) -> bytes:
    """Change entries of objects to something of another type, or to another object: so trees have circles."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        objects = [each for each in pdf.objects if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)) and len(each.keys())]
        for _ in range(chance.randint(1, 6)):
            each = chance.choice(objects)
            key = chance.choice(sorted(each.keys()))
            if key in {"/Length", "/Parent", "/Pages", "/Kids"}:
                continue
            match chance.choice(("value", "value", "object", "gone")):
                case "value":
                    each[key] = pikepdf.Object.parse(chance.choice(_VALUES).encode())
                case "object":
                    each[key] = chance.choice(objects)
                case _:
                    del each[key]
        return _saved(pdf)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """Give the changed file; what qpdf itself cannot write down, such as one without a catalogue, is as far as it came."""
    target = io.BytesIO()
    with suppress(pikepdf.PdfError):
        pdf.save(target, static_id=True, fix_metadata_version=False)
    return target.getvalue()


def _print(content: bytes) -> None:
    verdict = judge_print(content, PrintWish(), None, Known("probe.pdf", tools=Tools()))
    report_html(verdict)
    report_json(verdict)


def _read(content: bytes) -> None:
    verdict = judge_readable(content, "probe", Limits(seconds=_LONGEST))
    report_html(verdict)
    report_json(verdict)


def _contents(content: bytes, chance: random.Random) -> bytes:
    """Change bytes or words inside a stream that is unpacked first: operators, operands, character maps, XMP."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        for _ in range(chance.randint(1, 4)):
            stream = chance.choice(streams)
            with suppress(pikepdf.PdfError):
                inside = stream.read_bytes()
                if inside and len(inside) < 100_000:
                    stream.write(chance.choice((_bytes, _words))(inside, chance))
        return _saved(pdf)


def _words(content: bytes, chance: random.Random) -> bytes:
    """Let words of a stream change places, come again, go, or become numbers that nobody expects."""
    words = content.split(b" ")
    for _ in range(chance.randint(1, 12)):
        at, other = chance.randrange(len(words)), chance.randrange(len(words))
        words[at] = chance.choice(
            (words[other], b"", b"q " * 99, b"nan", b"1e99", b"-0.0000001", b"/Nobody", b"<", b"[", b"BT")
        )
    return b" ".join(words)


def _pages(path: Path, count: int) -> bytes:
    """Give the first pages of a product alone."""
    with pikepdf.open(path) as pdf:
        del pdf.pages[count:]
        return _saved(pdf)


@pytest.fixture(scope="module")
def products(request: pytest.FixtureRequest) -> Path:
    """Give the folder of finished products; each run of the suite has it anyway."""
    given = os.environ.get("FUZZ_PRODUCTS")
    return Path(given) if given else request.getfixturevalue("shipped")


def _smallest(folder: Path, ending: str, count: int = 2) -> Iterator[bytes]:
    found = sorted(folder.rglob(f"*{ending}"), key=lambda path: (path.stat().st_size, path))
    assert len(found) >= count, f"products in {folder}"
    yield from (path.read_bytes() for path in found[:count])


def _print_seeds(products: Path) -> list[bytes]:
    (interior,) = (products / "print").glob("kursbuch-innenteil*.pdf")
    return [print_file(Pages(count=2, mend=enrich)), _pages(interior, 2)]


def _pdf_seeds(products: Path) -> list[bytes]:
    return [pdf_file(), pdf_file(paper=Paper(mend=enrich)), *_smallest(products / "handouts", ".pdf")]


def _word_seeds(products: Path) -> list[bytes]:
    return [word_file(), *_smallest(products / "word", ".docx")]


Change = Callable[[bytes, random.Random], bytes]
PDF: tuple[Change, ...] = (_bytes, _entries, _entries, _entries, _contents)
TARGETS: dict[str, tuple[Callable[[bytes], None], Callable[[Path], list[bytes]], tuple[Change, ...]]] = {
    "print": (_print, _print_seeds, PDF),
    "readable-pdf": (_read, _pdf_seeds, PDF),
    "readable-word": (_read, _word_seeds, (_bytes, *[changed_package] * 9)),
}


@pytest.mark.parametrize("target", TARGETS)
def test_changed_files_get_a_verdict_or_a_sentence_in_time(target: str, products: Path) -> None:
    judge, seeds_of, changes = TARGETS[target]
    seeds = seeds_of(products)

    def tries(chance: random.Random) -> None:
        content = chance.choice(changes)(chance.choice(seeds), chance)
        with suppress(PressError):
            judge(content)

    assert not fuzz(target, tries, _LONGEST).findings
