"""What is said of an ISBN."""

from __future__ import annotations

from kursbuch_press.sources.wording.words import Words

_COPY = "die ISBN von der Zuteilung der ISBN-Agentur abschreiben"


def no_isbn(isbn: str) -> Words:
    return f"„{isbn}“ ist keine ISBN: Es sind 13 Ziffern, die mit 978 oder 979 beginnen.", _COPY


def wrong_digit(isbn: str, wanted: str) -> Words:
    return f"Die ISBN „{isbn}“ stimmt nicht: Die letzte Ziffer müsste {wanted} sein.", _COPY


def wrong_hyphens(isbn: str, right: str) -> Words:
    return (
        f"In der ISBN „{isbn}“ stehen die Bindestriche nicht da, wo die ISBN-Agentur sie setzt.",
        f"„isbn: {right}“ schreiben",
    )
