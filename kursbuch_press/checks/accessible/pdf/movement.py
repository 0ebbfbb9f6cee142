"""Movement: no scripts, films or sounds of which a machine cannot say whether they flash, hurry or trap."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Dictionary, Object, Stream

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.marks.streams import read_stream
from kursbuch_press.problems import Severity

SCRIPT, FILM, SOUND = Clause("29-001", "2.3.1"), Clause("03-002", "2.3.1"), Clause("05-001", "1.2.1")
DYNAMIC_FORM = Clause("25-001", "4.1.2")
_FILMS = {"Movie", "Screen", "RichMedia", "3D"}


def _judge(file: PdfFile) -> Result:
    seen = [*_document(file), *_pages(file)]
    return Result(seen=tuple(seen), measured=count(len(seen), "Fundstelle", "Fundstellen") if seen else words.NONE)


def _document(file: PdfFile) -> Iterator[Seen]:
    catalog = file.catalog
    scripts = objects.entry(catalog, "/Names", "/JavaScript") is not None
    if scripts or _runs_script(objects.entry(catalog, "/OpenAction")) or _has_actions(objects.entry(catalog, "/AA")):
        yield Seen(words.SCRIPT, severity=Severity.WARNING, clause=SCRIPT)
    form = objects.entry(catalog, "/AcroForm", "/XFA")
    if form is not None:
        parts = [each for each in objects.members(form) if isinstance(each, Stream)]
        content = b"".join(read_stream(each, file.library.budget) for each in parts)
        dynamic = re.search(rb"<dynamicRender>\s*required\s*</dynamicRender>", content) is not None
        strict = "" if dynamic else words.STRICT
        yield Seen(words.DYNAMIC_FORM + strict, severity=_weight(dynamic=dynamic), clause=DYNAMIC_FORM)


def _weight(*, dynamic: bool) -> Severity:
    return Severity.ERROR if dynamic else Severity.WARNING


def _pages(file: PdfFile) -> Iterator[Seen]:
    for page in file.pages:
        if _has_actions(objects.entry(page.written, "/AA")):
            yield Seen(words.SCRIPT, page.number, severity=Severity.WARNING, clause=SCRIPT)
        for annotation in page.annotations:
            kind = objects.name(annotation.get("/Subtype"))
            area = objects.area(annotation.get("/Rect"))
            if kind in _FILMS:
                yield Seen(words.FILM.format(kind=kind), page.number, severity=Severity.WARNING, area=area, clause=FILM)
            elif kind == "Sound":
                yield Seen(words.SOUND, page.number, severity=Severity.WARNING, area=area, clause=SOUND)
            elif _runs_script(annotation.get("/A")) or _has_actions(annotation.get("/AA")):
                yield Seen(words.SCRIPT, page.number, severity=Severity.WARNING, area=area, clause=SCRIPT)


def _runs_script(action: Object | None) -> bool:
    return isinstance(action, Dictionary) and objects.name(action.get("/S")) == "JavaScript"


def _has_actions(written: Object | None) -> bool:
    return any(_runs_script(each) for _, each in objects.pairs(written))


CHECK = Check("movement", _judge, (SCRIPT, FILM, SOUND, DYNAMIC_FORM))
