"""The German words that a reader of the screen edition hears, and that no page shows."""

from __future__ import annotations

NOTE = "zu Fußnote {number}"
NOTE_BACK = "zurück zum Text vor Fußnote {number}"
END_NOTE = "zu Anmerkung {number}"
END_NOTE_BACK = "zurück zum Text vor Anmerkung {number}"
TO_PLACE = "zu {name}, Seite\u00a0{page}"
TO_PAGE = "zu Seite\u00a0{page}"
WORDS_AND_PAGE = "{words}, Seite\u00a0{page}"
PAGE = "Seite"
WEB = "Webseite {words}"
MAIL = "E-Mail an {words}"

TRANSLUCENT_TEXT = (
    "Auf der {page}. Seite steht Text in einem durchscheinenden Element (opacity); so kann er nicht "
    "vorgelesen werden. Bitte stattdessen eine Farbe aus layouts/palette.yaml verwenden."
)
