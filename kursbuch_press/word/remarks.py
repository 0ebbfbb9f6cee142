"""The editors' open questions as Word's own comments, each at the text that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kursbuch_press.drafts.anchors import paragraph_id
from kursbuch_press.word import wording
from kursbuch_press.word.draft import Asked
from kursbuch_press.word.ooxml import STORY, Xml, part, w, x
from kursbuch_press.word.runs import run, words


class Remarks:
    """Puts comments around texts, and gathers what they say for a part of their own.

    A question whose text is not in this file stays out of it; one on a whole block stands at its first text.
    """

    def __init__(self, questions: Sequence[Asked], day: date) -> None:
        """Know all questions; ``day`` is that of those without one."""
        self._waiting = list(questions)
        self._day = day
        self.texts: list[str] = []
        self._comments: list[Xml] = []

    def around(self, address: str, content: list[Xml]) -> list[Xml]:
        """Put the questions about a text around it."""
        asked = [each for each in self._waiting if each.address == address or address.startswith(each.address + "/")]
        for each in asked:
            self._waiting.remove(each)
            content = self._one(each, content)
        return content

    def _one(self, asked: Asked, content: list[Xml]) -> list[Xml]:
        number = str(len(self._comments))
        author, day = asked.author or wording.EDITORS, asked.day or self._day
        words_of_it = f"{asked.text} („{asked.quoted}“)" if asked.quoted else asked.text
        self.texts.append(words_of_it)
        paragraph = x("w:p", {"w14:paraId": paragraph_id(f"comment {number} {asked.text}")}, *words(words_of_it))
        about = {"id": number, "author": author, "date": f"{day.isoformat()}T00:00:00Z", "initials": author[:1]}
        self._comments.append(w("comment", paragraph, **about))
        called = run(w("commentReference", id=number))
        return [w("commentRangeStart", id=number), *content, w("commentRangeEnd", id=number), called]

    def part(self) -> bytes:
        """Give word/comments.xml; empty where nothing is asked."""
        return part("w:comments", STORY, *self._comments) if self._comments else b""
