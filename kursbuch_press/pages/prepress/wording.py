"""The German sentences of prepress: what cannot be printed as it is, and what was done to a picture."""

from __future__ import annotations

OTHER_TRIM = "Eine Seite misst {width} × {height} mm, gedruckt wird auf {wide} × {high} mm."
TOO_THICK = "{name}: {pages} Seiten sind {measured} mm dick, zu viel für Rückstichheftung (bis 4 mm)."
TOO_THICK_HINT = "binding: glued wählen oder dünneres Papier nehmen"

NO_GRADIENT = "Die Presse kann eine Art von Verlauf nicht umwandeln."
NO_GRADIENT_COLOURS = "Die Presse kann die Farben eines Verlaufs nicht umwandeln."
NO_IMAGE = "Die Druck-PDF enthält ein Bild, das die Presse nicht lesen kann."
NO_INLINE_IMAGE = "Die Presse kann ein Bild innerhalb einer Seite nicht umwandeln."
NO_SPACE = "Die Druck-PDF enthält einen Farbraum, den die Presse nicht kennt: {space}"

OTHER_SPACE = "Das Farbprofil ist nicht für {space} gemacht."
BROKEN_PROFILE = "Das Farbprofil ist beschädigt."
NO_PROFILE = "Das Farbprofil „{icc}“ für {condition} fehlt."
NO_PROFILE_HINT = "{how}; gesucht wird in {folders}"
INSTALL_PROFILE = "das Profil aus {package} installieren"
PUT_PROFILE = "die Datei nach layouts/profiles/ legen oder ihren Namen berichtigen"
NO_PRESS_PROFILE = "Das Bild ist in CMYK und sagt nicht, nach welchem Farbprofil; auch das der Druckerei fehlt."
NO_PRESS_PROFILE_HINT = (
    "das Bild in sRGB oder mit Farbprofil speichern, oder das Profil der Druckerei nach layouts/profiles/ legen"
)
SHIPPED_MISSING = "Das mitgelieferte Farbprofil „{name}“ fehlt."
SHIPPED_MISSING_HINT = "die Datei aus git zurückholen"
NOT_FOR_PRINT = "„{name}“ ist kein Farbprofil für den Vierfarbdruck, oder es ist nicht vollständig."
NOT_FOR_PRINT_HINT = "ein ICC-Profil für CMYK angeben, die Datei dazu neu herunterladen oder aus git zurückholen"
NO_INKS = "Für {condition} haben diese Farben keine eigenen Werte: {named}; gedruckt werden die für {master}."
NO_INKS_HINT = "bei jeder Farbe conditions: {{{condition}: [C, M, Y, K]}} ergänzen"

NO_PRINTER = "Das Druckprofil „{name}“ gibt es nicht."
NEAR_PRINTER = "meinten Sie {near}?"
PRINTERS = "vorhanden sind: {names}"
ONLY_X4 = (
    "Die Presse schreibt nur PDF/X-4. PDF/X-1a verbietet Transparenz, was hier niemand prüfen kann.",
    "standard: PDF/X-4; die Druckerei fragen, ob sie das annimmt",
)
FILE_NAME = "Der Dateiname endet auf .pdf, enthält {{teil}}, nennt keinen Ordner und kennt nur die Felder {known}."
FILE_NAME_HINT = 'zum Beispiel file_name: "{titel}-{teil}.pdf"'

UNREADABLE_PICTURE = "Das Bild kann nicht gelesen werden.", "das Bild neu speichern"
SEVERAL_PICTURES = "Die Datei enthält {frames} Bilder (Animation oder mehrere Seiten)."
SEVERAL_PICTURES_HINT = "das gewünschte Bild allein als PNG oder JPEG speichern"
BROKEN_PICTURE_PROFILE = (
    "Das Farbprofil im Bild ist beschädigt.",
    "das Bild mit einem anderen Profil oder ohne Profil speichern",
)
NO_MODE = "Bilder der Art {mode} kann die Presse nicht drucken."
NO_MODE_HINT = "das Bild als RGB oder Graustufen mit 8 Bit speichern"
MADE_8_BIT = "von 16 auf 8 Bit gebracht"
MADE_UPRIGHT = "aufrecht gestellt"
MADE_SRGB = "für den Bildschirm von CMYK nach sRGB"
