"""The German words and messages of the html room."""

from __future__ import annotations

PAGE = "Seite"
PLACE = "Stelle"
PLACE_SIGN = "→"
IN_BOOK = "{book}, Seite\u00a0{folio}"
# HTML: the number is an element of its own, and WeasyPrint breaks lines badly if only a no-break space holds it.
PAGE_AFTER_LABEL = ' auf <span class="keep">Seite\u00a0{}</span>'
PAGE_AFTER_WORDS = ' (<span class="keep">Seite\u00a0{})</span>'
PAGE_ALONE = '<span class="keep">Seite\u00a0{}</span>'

TEMPLATE_MISSING = "Die Vorlage „{name}“ fehlt."
TEMPLATE_SYNTAX = "Die Vorlage ist fehlerhaft: {reason}"
TEMPLATE_UNDEFINED = "Die Vorlage verwendet einen Namen, den es nicht gibt: {reason}"
TEMPLATE_FORBIDDEN = "Die Vorlage tut etwas, das in Vorlagen verboten ist: {reason}"
TEMPLATE_FAILED = "Die Vorlage konnte nicht ausgeführt werden: {reason}"
TEMPLATE_HINT = "die Stelle in der Vorlage berichtigen; docs/designing.md nennt alle Namen, die dort gelten"
TEMPLATE_ENDLESS = "Sie ruft sich selbst auf, ohne Ende."
TEMPLATE_TOO_LARGE = "Sie macht einen Text, der zu lang ist."
TEMPLATE_DIVIDES = "Sie teilt durch null."
TEMPLATE_MISSING_HINT = "die Datei wieder anlegen oder den Namen berichtigen"
