"""What the sources say, apart from how they are written: a changed comment changes nothing of it."""

from __future__ import annotations

from dataclasses import fields
from hashlib import sha256

from kursbuch_press.press.inputs import CONTENT
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import has_errors, readings, source_problems
from kursbuch_press.press.stages import stage


@stage
def content(project: Project) -> dict[str, str]:
    """Give the digest of all that was read from YAML, without the places at which it stands; empty if there are mistakes."""
    read = readings(project)
    book = read.book.book
    if book is None or has_errors(source_problems(project)):
        return {}
    parts = [getattr(book, each.name) for each in fields(book) if each.name != "places"]
    aside = [read.texts.content, read.summary.content]
    translated = [(language, each.content) for language, each in sorted(read.translations.items())]
    return {CONTENT: sha256(repr((parts, aside, translated)).encode()).hexdigest()}
