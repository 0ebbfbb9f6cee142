"""Words that say nothing: file names and place holders as alternative texts, „hier“ and bare addresses as links."""

from __future__ import annotations

import re

LONGEST = 600
"""Signs of an alternative text; what needs more belongs into the text or a table (BITV: short and precise)."""

_FILE = re.compile(r"^[\w\s.\-]*\.(png|jpe?g|gif|svg|tiff?|bmp|webp|emf|wmf|pdf|eps)$", re.IGNORECASE)
_PHRASE = re.compile(
    r"^(ein |eine |das |die |the )?(bild|bilder|foto|photo|grafik|graphik|abbildung|abb\.?|illustration|logo|icon|symbol|image|"
    r"picture|figure|chart|diagramm|platzhalter|placeholder|alt|alternativtext|todo|tbd|screenshot|rechteck|textfeld|"
    r"inhaltsplatzhalter)[\s\d.:_]*$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^(https?://|www\.|mailto:|ftp://)\S+$|^[\w-]+(\.[\w-]+)+/\S*$", re.IGNORECASE)
_NOWHERE = re.compile(
    r"^(bitte )?(hier|hier klicken|klicken sie hier|klick|mehr|mehr dazu|weiter|weiterlesen|link|dieser link|details|"
    r"download|herunterladen|siehe|siehe hier|zum artikel|here|click here|more|read more)[\s.…»>:]*$",
    re.IGNORECASE,
)
_LEAST = 2


def is_empty_phrase(text: str) -> bool:
    """Whether an alternative text tells nothing about the picture."""
    text = text.strip()
    return len(text) < _LEAST or bool(_FILE.match(text) or _PHRASE.match(text)) or not any(map(str.isalnum, text))


def is_address(text: str) -> bool:
    """Whether a text is nothing but an address of the web or of mail, as a machine writes it."""
    return bool(_ADDRESS.match(text.strip()))


def leads_nowhere(text: str) -> bool:
    """Whether a link text says nothing without the sentence around it."""
    return bool(_NOWHERE.match(text.strip()))
