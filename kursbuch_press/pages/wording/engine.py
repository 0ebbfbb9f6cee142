"""What WeasyPrint says of a designer's mistakes, as patterns, with what is said of it in German."""

from __future__ import annotations

STYLE = (
    (r"Ignored `(.+?):\s*(.*?)\s*` at \d+:\d+, unknown property\.", r"Die Eigenschaft „\1“ kennt WeasyPrint nicht."),
    (r"Ignored `(.+?):\s*(.*?)\s*` at \d+:\d+, invalid value\.", r"„\2“ ist kein Wert für die Eigenschaft „\1“."),
    (r"Ignored `(.+?):\s*(.*?)\s*` at \d+:\d+, (.+)\.", r"„\1: \2“ wird nicht beachtet (\3)."),
    (r"Invalid or unsupported selector,? '\s*(.+?)\s*'(?:, .*)?", r"Den Selektor „\1“ kennt WeasyPrint nicht."),
    (r"Unsupported @page selector '(.+?)', .*", r"Die Seitenart „@page \1“ kennt WeasyPrint nicht."),
    (r"Unknown empty rule <AtRule @(\S+).*", r"Die Regel „@\1“ kennt WeasyPrint nicht."),
    (r"Parse error at \d+:\d+: EOF reached before \{\} block.*", "Hier fehlt ein Block in geschweiften Klammern."),
    (r"@import rule .* not at the beginning.*", "„@import“ steht nicht am Anfang und wird nicht beachtet."),
    (r"(?:Parse error at \d+:\d+|Error): .*block.*", "Hier fehlt eine geschweifte Klammer oder ein Semikolon."),
    (r"Parse error at \d+:\d+: .*", "Hier steht etwas, das in einem Stylesheet nicht stehen kann."),
    (r"Invalid math function at \d+:\d+: (.+)", r"Die Rechnung „\1“ lässt sich nicht ausrechnen."),
    (r"Failed to load image at '(.+?)': .*", r"Das Bild „\1“ lässt sich nicht lesen."),
    (r"In counter style .*", "Der Regel „@counter-style“ fehlen Zeichen, mit denen sie zählt."),
    (
        r"(?:Invalid|Unsupported|Unknown|Missing|Empty|No source|@layer rule).*?(@[\w-]+).*",
        r"Die Regel „\1“ wird nicht beachtet: So kennt WeasyPrint sie nicht.",
    ),
)
