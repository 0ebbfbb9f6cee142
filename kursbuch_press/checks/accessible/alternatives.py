"""Words that say nothing: file names and place holders as alternative texts, „hier“ and bare addresses as links."""

from __future__ import annotations

import re

_ENDINGS = (
    r"(?:png|jpe?g|jfif|gif|svgz?|tiff?|bmp|webp|avif|emf|wmf|pdf|eps|ai|psd|indd|hei[cf]|nef|cr2|arw|dng|tmp|docx?|pptx?|xlsx?|"
    r"odt|html?)"
)
_FILE = re.compile(rf"^[\w\s.()\-]*\.{_ENDINGS}$", re.IGNORECASE)
_NAMES = re.compile(
    rf"""(?:https?|ftp|file|cid|data|mailto):\S+ | www\.\S+ | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?:\b[a-z]:|\\\\|~|\.{{0,2}}/)[^<>|"]*?\.{_ENDINGS}\b\S* | (?:\b[a-z]:\\|\\\\|~?/)(?:[\w.\-]+[\\/]?)+
    | \S+\.{_ENDINGS}(?:[?\#@&;]\S*)? | [\w-]+(?:\.[\w-]+)+/\S*
    | \b(?:img|dsc[fn]?|pict?|image|bild|foto|scan|clipboard|zwischenablage)[_\- ]?\d+(?:[_\-]\d+)*\b
    | \b(?:shutterstock|adobestock|istock|depositphotos|gettyimages|pexels|pixabay|unsplash)[\w\-]*\d\w*
    | \burn:\S+ | &\#?\w+; | \bgoogle\ shape;\S* | \b[0-9a-f]{{8}}-?[0-9a-f-]{{8,}}\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""What machines write in place of words: addresses, paths, names of files, ids of mail and of cameras."""

_PHRASE = re.compile(
    r"^(ein |eine |das |die |the )?(bild|bilder|foto|photo|grafik|graphik|abbildung|abb\.?|illustration|logo|icon|symbol|image|"
    r"picture|figure|chart|diagramm|platzhalter|(?:picture |content )?placeholder|alt|alternativtext|alt.?text|todo|tbd|"
    r"screen ?shot|rechteck|textfeld|(?:inhalts|bild)platzhalter|bildschirmfoto|unbenannt|untitled|ohne titel|x{3,}|"
    r"(?:bild)?beschreibung|description|objekt|object|shape|freeform|freihandform|smartart|quelle|source|lorem ipsum|null|"
    r"undefined|none|n/a|k\. ?a\.|test)[\s\d.:_\-]*(?:(?:um|at|vom)[\s\d.\-]*(?:[ap]m)?)?$",
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
    """Whether a text that should tell something tells nothing: a name for machines, a place holder, signs."""
    text = text.strip()
    if len(text) < _LEAST or bool(_FILE.match(text) or _PHRASE.match(text)) or not any(map(str.isalnum, text)):
        return True
    rest = _NAMES.sub(" ", text).strip(" .,;:()<>[]\"'")
    return rest != text.strip(" .,;:()<>[]\"'") and (not any(map(str.isalpha, rest)) or bool(_PHRASE.match(rest)))


_UNREVIEWED = re.compile(
    r"automatisch (?:generierte|erstellte) beschreibung|description automatically generated|"
    r"ki-generierte inhalte|ai-generated content",
    re.IGNORECASE,
)


def is_unreviewed(text: str) -> bool:
    """Whether a machine has written a text and nobody has looked at it since, as its own last words say."""
    return bool(_UNREVIEWED.search(text))


def is_address(text: str) -> bool:
    """Whether a text is nothing but an address of the web or of mail, as a machine writes it."""
    return bool(_ADDRESS.match(text.strip()))


def leads_nowhere(text: str) -> bool:
    """Whether a link text says nothing without the sentence around it."""
    return bool(_NOWHERE.match(text.strip()))
