"""ISBNs: their figures, their check digit, and where their hyphens stand (ISBN Users' Manual, 5; the ranges are stdnum's)."""

from __future__ import annotations

import re

from stdnum import isbn as standard

from kursbuch_press.sources.wording import isbn as wording
from kursbuch_press.sources.wording.words import Words


class IsbnError(ValueError):
    """What is wrong with an ISBN: a German sentence for people, and in ``hint`` what to type."""

    def __init__(self, words: Words) -> None:
        """Keep both."""
        message, self.hint = words
        super().__init__(message)


def check_isbn(isbn: str) -> str:
    """Give the 13 figures of an ISBN; its check digit has to be right, and its hyphens where the standard has them.

    Hyphens tell the group, the publisher and the book apart, so that a wrong one names another publisher. Blanks and other
    hyphens count as the plain one.
    """
    written = re.sub(r"[\s\u2010\u2011\u2013]", "-", isbn.strip())
    digits = written.replace("-", "")
    if not re.fullmatch(r"97[89][0-9]{10}", digits):
        raise IsbnError(wording.no_isbn(isbn))
    wanted = check_digit(digits[:12])
    if digits[12] != wanted:
        raise IsbnError(wording.wrong_digit(isbn, wanted))
    if written != hyphenated(digits):
        raise IsbnError(wording.wrong_hyphens(isbn, hyphenated(digits)))
    return digits


def hyphenated(digits: str) -> str:
    """Put the hyphens between the parts of an ISBN of 13 figures; what is not given out yet stays together."""
    return "-".join(part for part in standard.split(digits) if part)


def check_digit(digits: str) -> str:
    """Give the check digit for the first twelve figures (ISO 2108, annex C)."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return str(-total % 10)
