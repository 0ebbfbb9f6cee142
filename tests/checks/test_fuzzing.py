"""Fuzzing of both judgements: our own files with bytes, objects and parts changed get a verdict or a sentence, and in time.

A few inputs in each run of the suite; ``FUZZ_SECONDS=3600 python3 build.py test -rP tests/checks/test_fuzzing.py`` for an hour.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pikepdf
import pytest

from kursbuch_press.checks import PrintWish, Tools, judge_print, judge_readable, report_html, report_json
from kursbuch_press.checks.print.wish import Known
from kursbuch_press.limits import Limits
from kursbuch_press.problems import PressError
from tests.checks import Pages, print_file
from tests.checks.accessible import Paper, pdf_file, word_file
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
    """Change entries of objects to something of another type."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        objects = [each for each in pdf.objects if isinstance(each, (pikepdf.Dictionary, pikepdf.Stream)) and len(each.keys())]
        for _ in range(chance.randint(1, 6)):
            each = chance.choice(objects)
            key = chance.choice(sorted(each.keys()))
            if key not in {"/Length", "/Parent", "/Pages", "/Kids"}:
                each[key] = pikepdf.Object.parse(chance.choice(_VALUES).encode())
        target = io.BytesIO()
        pdf.save(target, static_id=True, fix_metadata_version=False)
    return target.getvalue()


def _parts(content: bytes, chance: random.Random) -> bytes:
    """Change bytes inside the parts of a package, which stays one."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as packed, zipfile.ZipFile(target, "w") as written:
        for name in packed.namelist():
            part = packed.read(name)
            written.writestr(name, _bytes(part, chance) if chance.random() < 0.5 else part)
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
    """Change bytes inside a stream that is unpacked first: operators, operands, character maps, XMP."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        for _ in range(chance.randint(1, 4)):
            stream = chance.choice(streams)
            with suppress(pikepdf.PdfError):
                inside = stream.read_bytes()
                if inside and len(inside) < 100_000:
                    stream.write(_bytes(inside, chance))
        target = io.BytesIO()
        pdf.save(target, static_id=True, fix_metadata_version=False)
    return target.getvalue()


Change = Callable[[bytes, random.Random], bytes]
TARGETS: dict[str, tuple[Callable[[bytes], None], list[bytes], list[Change]]] = {
    "print": (_print, [print_file(Pages(count=2, mend=enrich))], [_bytes, _entries, _entries, _contents]),
    "readable-pdf": (_read, [pdf_file(), pdf_file(paper=Paper(mend=enrich))], [_bytes, _entries, _entries, _contents]),
    "readable-word": (_read, [word_file()], [_bytes, _parts]),
}


@pytest.mark.parametrize("target", TARGETS)
def test_changed_files_get_a_verdict_or_a_sentence_in_time(target: str) -> None:
    judge, seeds, changes = TARGETS[target]

    def tries(chance: random.Random) -> None:
        content = chance.choice(changes)(chance.choice(seeds), chance)
        with suppress(PressError):
            judge(content)

    assert not fuzz(target, tries, _LONGEST, parts=len(TARGETS)).findings
