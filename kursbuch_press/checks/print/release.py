"""Whether the book may be distributed: a complete imprint, and nothing that is marked as a sample."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.book.edition import Body, Edition, Imprint
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words

_RESERVED = re.compile(r"^https?://([^/]+\.)?(example(\.(com|net|org))?|test|invalid|localhost)([:/]|$)", re.IGNORECASE)
"""Names that nobody can have (RFC 2606)."""


def _judge(file: PrintFile) -> Result:
    """Judge the imprint (press laws of the German states: printer and publisher with address) and marks of samples."""
    edition, imprint = file.known.edition, file.known.imprint
    if edition is None or imprint is None:
        return Result(unchecked=words.NEEDS_EDITION)
    seen = [Seen(message) for message in (*_faults_of_imprint(imprint), *_faults_of_edition(edition))]
    measured = words.RELEASE_OPEN.format(count=len(seen)) if seen else words.RELEASE_DONE
    return Result(measured=measured, limit=_law(edition), seen=tuple(seen))


def _law(edition: Edition) -> str:
    """Name the law that asks for an imprint: that of the edition, or what it is in general."""
    return edition.jurisdiction.press_law if edition.jurisdiction else words.ANY_PRESS_LAW


def _faults_of_imprint(imprint: Imprint) -> Iterator[str]:
    yield from _faults_of_body(imprint.publisher, words.PUBLISHER)
    yield from _faults_of_body(imprint.printer, words.PRINTER)
    if imprint.distribution is None:
        yield words.MISSING.format(what=words.DISTRIBUTION)
    elif imprint.distribution.muster:
        yield words.SAMPLE.format(what=words.DISTRIBUTION)


def _faults_of_body(body: Body | None, what: str) -> Iterator[str]:
    if body is None:
        yield words.MISSING.format(what=what)
    elif body.muster:
        yield words.SAMPLE.format(what=what)


def _faults_of_edition(edition: Edition) -> Iterator[str]:
    if edition.muster:
        yield words.SAMPLE_EDITION
    if edition.draft.on_pages:
        yield words.DRAFT_EDITION
    if _RESERVED.match(edition.web_address):
        yield words.SAMPLE_ADDRESS.format(address=edition.web_address)


CHECK = Check("release", _judge, releases=True)
