"""What WeasyPrint says of a designer's mistakes, as patterns, with what is said of it in German."""

from __future__ import annotations

STYLE = (
    (r"Ignored `(.+?):\s*(.*?)\s*` at \d+:\d+, unknown property\.", r"Die Eigenschaft „\1“ kennt WeasyPrint nicht."),
    (r"Ignored `(.+?):\s*(.*?)\s*` at \d+:\d+, invalid value\.", r"„\2“ ist kein Wert für die Eigenschaft „\1“."),
    (r"Ignored `(.+?):\s*(.*?)\s*` at \d+:\d+, (.+)\.", r"„\1: \2“ wird nicht beachtet (\3)."),
    (r"Invalid or unsupported selector '(.+?)', .*", r"Den Selektor „\1“ kennt WeasyPrint nicht."),
    (r"Unsupported @page selector '(.+?)', .*", r"Die Seitenart „@page \1“ kennt WeasyPrint nicht."),
    (r"Unknown empty rule <AtRule @(\S+).*", r"Die Regel „@\1“ kennt WeasyPrint nicht."),
    (r"Parse error at \d+:\d+: EOF reached before \{\} block.*", "Hier fehlt ein Block in geschweiften Klammern."),
)
