"""The German words and messages of the html room."""

from __future__ import annotations

TEMPLATE_MISSING = "Die Vorlage „{name}“ fehlt."
TEMPLATE_SYNTAX = "Die Vorlage ist fehlerhaft: {reason}"
TEMPLATE_UNDEFINED = "Die Vorlage verwendet einen Namen, den es nicht gibt: {reason}"
TEMPLATE_FORBIDDEN = "Die Vorlage tut etwas, das in Vorlagen verboten ist: {reason}"
TEMPLATE_FAILED = "Die Vorlage konnte nicht ausgeführt werden: {reason}"
TEMPLATE_HINT = "die Stelle in der Vorlage berichtigen; docs/designing.md nennt alle Namen, die dort gelten"
TEMPLATE_ENDLESS = "Sie ruft sich selbst auf, ohne Ende."
TEMPLATE_TOO_LARGE = "Sie macht einen Text, der zu lang ist."
TEMPLATE_PRINTS = "Gedruckt würde keine Angabe, sondern ein Ding von der Art „{kind}“ ohne Worte."
TEMPLATE_HALF_SIGN = "Sie enthält ein Zeichen, das es nicht gibt (U+D800 bis U+DFFF)."
TEMPLATE_DIVIDES = "Sie teilt durch null."
TEMPLATE_EMPTY = "Die Vorlage ist leer: Was sie zeigen soll, fehlte im Buch."
TEMPLATE_EMPTY_HINT = "den Inhalt aus der letzten Fassung zurückholen (git checkout) oder neu schreiben"
TEMPLATE_MISSING_HINT = "die Datei wieder anlegen oder den Namen berichtigen"

# What Jinja2 says, as patterns, with what is said of it in German.
JINJA = (
    (r"'(.+)' is undefined", r"„\1“"),
    (r"'(?:[\w.]+\.)?(\w+) object' has no attribute '(.+)'", r"„\2“ (an einem „\1“)"),
    (r"(?:[\w.]+\.)?(\w+) object has no element (.+)", r"Eintrag \2 (in „\1“)"),
    (r"access to attribute '(.+)' of '.+' object is unsafe\.", r"Zugriff auf „\1“"),
    (r"No (filter|test) named '(.+)'\.", r"Das Wort „\2“ ist hier nicht bekannt (\1)."),
    (
        r"Unexpected end of template\..*The innermost block that needs to be closed is '(.+)'\.",
        r"„{% \1 %}“ wird nicht geschlossen: Es fehlt „{% end\1 %}“.",
    ),
    (r"Encountered unknown tag '(.+?)'\..*", r"Das Wort „{% \1 %}“ passt hier nicht."),
    (r"[Uu]nexpected end of template.*", "Die Vorlage endet mitten in einer Anweisung."),
    (r"expected token '(.+)', got '(.+)'", r"Statt „\2“ wird „\1“ erwartet."),
    (r"[Uu]nexpected '(.+)'", r"„\1“ passt hier nicht."),
    (r"Expected an expression, got '(.+)'", r"Statt „\1“ wird ein Wert erwartet."),
)

# What Jinja2 calls the pieces of a template, with how they are written, or named.
TOKENS = {
    "begin of statement block": "{%",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "end of print statement": "}}",
    "template data / text": "Text",
    "end of template": "Ende der Vorlage",
    "name": "Name",
    "string": "Text in Anführungszeichen",
    "integer": "Zahl",
}
