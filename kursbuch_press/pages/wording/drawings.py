"""What is said of a drawing that a page would show otherwise: (message, hint)."""

from __future__ import annotations

Words = tuple[str, str]

LOST = "Die Zeichnung verwendet „{}“, was nicht ins Buch käme."
PICTURE = "Ein Bild in der Zeichnung kann nicht gelesen werden: gebraucht werden PNG oder JPEG mit 8 Bit in sRGB oder Grau."
PICTURE_HINT = "das Bild als PNG mit 8 Bit je Farbe in sRGB speichern und neu einbetten"
PATHS = "den Text im Zeichenprogramm in Pfade umwandeln"
FLAT = "im Zeichenprogramm den Beschneidungspfad mit seinem Inhalt verschneiden oder als einen einfachen Pfad anlegen"
EVEN_ODD = "Ein Beschneidungspfad der Zeichnung hat ein Loch (clip-rule: evenodd); es wäre im Buch gefüllt."
MOVED = "In einem Beschneidungspfad der Zeichnung sind mehrere Formen, und eine ist verschoben oder gedreht; sie säße falsch."
TEXT_CLIPS = "Die Zeichnung beschneidet mit Text; er käme als schwarzer Text ins Buch."
SHARE_CLIPS = (
    "Ein Beschneidungspfad der Zeichnung rechnet in Anteilen (objectBoundingBox); was er zeigt, ginge verloren.",
    FLAT,
)
CONDITION = "Das Stylesheet der Zeichnung hat Bedingungen (@media, @supports); im Buch würden sie übergangen."
CONDITION_HINT = "die Regeln ohne Bedingung schreiben, am einfachsten als „einfaches SVG“ speichern"
SWITCH_HINT = "die Auswahl auflösen: als „einfaches SVG“ speichern"
MESH_HINT = "den Verlauf im Zeichenprogramm in ein Bild mit 300 dpi umwandeln"
HATCH_HINT = "die Schraffur im Zeichenprogramm in Pfade umwandeln"
SOLID_HINT = "die Farbe an der Form selbst nennen"
FONT_HINT = "font-family, font-size, font-weight und font-style einzeln angeben"
DASHES_HINT = "die Strichelung in echten Längen angeben"
MASK = (
    "Die Zeichnung verwendet eine Maske (mask); sie käme ohne die Maske ins Buch.",
    "die Maske im Zeichenprogramm in einen Beschneidungspfad (clip-path) oder in Deckkraft umwandeln",
)
FILTER = (
    "Die Zeichnung verwendet einen Filter (Unschärfe, Schatten); er käme nicht ins Buch.",
    "den Effekt im Zeichenprogramm in ein Bild mit 300 dpi umwandeln oder entfernen",
)
BLEND = (
    "Die Zeichnung mischt Farben mit mix-blend-mode; im Vierfarbdruck sähe das anders aus.",
    "die gemischte Farbe im Zeichenprogramm als Fläche anlegen",
)
STOP_COLOUR = (
    "Ein Verlauf der Zeichnung nennt seine Farben anders als mit #rrggbb; er käme falsch ins Buch.",
    "die Farben des Verlaufs als #rrggbb schreiben",
)
SPACE = (
    "Die Zeichnung nennt Farben in einem Farbraum, den nicht jedes Programm kennt (device-cmyk, color).",
    "die Farben als #rrggbb schreiben; die Werte der Palette drucken genau so wie im übrigen Buch",
)
PAINTED_LINE = (
    "Eine Linie der Zeichnung hat einen Verlauf oder ein Muster; nicht jedes Programm zeigt das.",
    "die Linie im Zeichenprogramm in einen Pfad umwandeln (Kontur in Pfad) und diesen füllen",
)
COMPUTED = (
    "Die Zeichnung rechnet in ihren Werten (var, calc); im Buch gingen sie verloren.",
    "die fertigen Werte einsetzen, am einfachsten als „einfaches SVG“ speichern",
)
CSS_SHAPE = (
    "Die Zeichnung beschneidet mit einer CSS-Form; im Buch wäre alles zu sehen.",
    FLAT,
)
UPRIGHT = (
    "Die Zeichnung enthält senkrechten Text; er käme waagrecht ins Buch.",
    PATHS,
)
UNDERLINED = (
    "Text der Zeichnung ist unterstrichen; im Buch wäre er es nicht.",
    "die Linie als eigene Linie zeichnen",
)
SHIFTED = (
    "Text der Zeichnung ist hoch- oder tiefgestellt; im Buch stünde er auf der Zeile.",
    "die Zeichen ² ³ ₂ verwenden oder den Text mit eigenem y setzen",
)
PAINT_ORDER = (
    "Die Zeichnung malt Linien unter Flächen (paint-order); im Buch lägen sie darüber.",
    "die Linie als eigenes Objekt unter die Fläche legen",
)
TRANSFORM_BOX = (
    "Die Zeichnung dreht um die Mitte von Formen (transform-box); im Buch säßen sie falsch.",
    "die Form im Zeichenprogramm drehen und als „einfaches SVG“ speichern",
)
VECTOR = (
    "Linien der Zeichnung behalten ihre Stärke beim Verkleinern nicht (vector-effect).",
    "vector-effect entfernen und die Strichstärke für die gedruckte Größe wählen",
)
LINEAR = (
    "Ein Verlauf der Zeichnung rechnet in linearRGB; im Buch hätte er andere Farben.",
    "color-interpolation entfernen",
)


def lost(name: str, hint: str) -> Words:
    """Say that a page would not show what this is for."""
    return LOST.format(name), hint
