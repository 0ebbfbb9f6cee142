"""Ids and addresses: every text of the book has one address, made of stable ids and a field name."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import Field, StringConstraints

# Lower-case ASCII only: ids become file names, bookmark names and PDF destinations.
ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60),
    Field(
        description="Feste Kennung dieses Textes: kleine Buchstaben ohne Umlaute, Ziffern und Bindestriche. "
        "Verweise, Anmerkungen aus Word und Freigaben hängen daran; deshalb wird sie nie wieder geändert.",
    ),
]


def address(*parts: str) -> str:
    """Join ids and a field name to an address, e.g. ``deutsch-fuer-alle/lage-1/text``; empty parts are left out."""
    return "/".join(part for part in parts if part)


_SPELLINGS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d"}
_CAPITALS = {sign.upper(): plain.capitalize() for sign, plain in _SPELLINGS.items() if sign != "ß"}
_SPELLED = str.maketrans(_SPELLINGS | _CAPITALS | {"ẞ": "SS"})


def spelled_out(words: str) -> str:
    """Write letters as a German office does where it has ASCII only: "Müller" is Mueller, "José" is Jose."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", words).translate(_SPELLED))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def slug(words: str, longest: int = 40) -> str:
    """Give words as part of a file name or an address: small letters, figures and hyphens; empty if none is left."""
    plain = spelled_out(words).casefold().encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return found[:longest].strip("-")


def anchor(of: str) -> str:
    """Give the name under which a thing is linked to in HTML and PDF (slashes are not safe in fragments).

    The text or title of a thing stands where the thing stands, so ``lage/p1`` and ``lage/p1/text`` have one anchor.
    """
    return of.removesuffix("/text").removesuffix("/title").replace("/", ".")
