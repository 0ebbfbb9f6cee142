"""The German sentences of the checks."""

from __future__ import annotations

NEEDS_LAYOUT = "nicht prüfbar: Dazu muss der Satz bekannt sein; bei Umschlägen und fremden Dateien ist er es nicht."
NEEDS_EDITION = "nicht prüfbar: Zu dieser Datei sind Ausgabe und Impressum nicht bekannt."
NONE = "keine"

LOST = "Ein Teil der Datei ist zerstört und ließ sich nicht retten: {what}"
REPAIRED = "Die Datei war nur mit Reparatur lesbar: {what}"
NOT_UNDERSTOOD = "Auf der Seite steht etwas, das sich nicht lesen lässt: {what}"
VERSION = "PDF {version}, {pages}"
NOT_ENCRYPTED = "nicht verschlüsselt"
ENCRYPTED = "verschlüsselt"
IS_ENCRYPTED = "Die Datei ist verschlüsselt ({bits} Bit); ohne Schutz speichern."

OTHER_STANDARD = "Die Datei nennt nicht {wanted} als ihren Standard."
NO_STANDARD = "kein PDF/X"
NO_TRAPPED = "Es fehlt die Angabe, ob die Datei überfüllt ist (Trapped: True oder False)."
NO_ID = "Die Datei hat keine Kennung (ID)."
NO_METADATA = "In den Metadaten (XMP) fehlt: {what}."
SCRIPTS = "Die Datei enthält Programme oder Aktionen, die beim Öffnen laufen."

NO_INTENT = "Es gibt keine Ausgabebedingung für den Druck (GTS_PDFX){other}."
ONLY_INTENTS = ", nur {names}"
MANY_INTENTS = "Es gibt {count} Ausgabebedingungen für den Druck; erlaubt ist eine."
OTHER_CONDITION = "Die Ausgabebedingung ist nicht die der Druckerei."
NO_REGISTRY = "Es fehlt das Register, aus dem der Name der Ausgabebedingung stammt."
NO_PROFILE = "Das Farbprofil der Ausgabebedingung ist nicht eingebettet."
BROKEN_PROFILE = "Das eingebettete Farbprofil ist beschädigt."
PROFILE_SPACE = "Das Profil der Ausgabebedingung gilt für „{space}“, nicht für CMYK."
PROFILE_CLASS = "Das Profil der Ausgabebedingung ist kein Druckerprofil (Klasse „{kind}“)."
WITHOUT_PROFILE = "ohne Profil"
NAMELESS_PROFILE = "Profil ohne Namen"

BOXES = "Endformat auf {pages} von {of} angegeben"
TRIM, BLEED, MEDIA, CROP = (
    "Endformat (TrimBox)",
    "Anschnitt (BleedBox)",
    "Medium (MediaBox)",
    "Sichtbereich (CropBox)",
)
NO_TRIM = "Das Endformat (TrimBox) fehlt."
TRIM_AND_ART = "TrimBox und ArtBox stehen nebeneinander; erlaubt ist eine von beiden."
NO_BLEED_BOX = "Der Anschnitt (BleedBox) fehlt."
TRANSFER_CURVE = "Die Datei bringt eine eigene Druckkennlinie mit (TR); PDF/X-4 verbietet das."
STAND_IN = "Ein Bild ist nur ein Platzhalter oder hat Fassungen (OPI, Alternates); PDF/X-4 verbietet das."
POSTSCRIPT = "Die Datei enthält PostScript; PDF/X-4 verbietet das."
LZW = "Die Datei ist mit LZW gepackt; PDF/X-4 verbietet das."
BOX_OUTSIDE = "{inner} ragt aus {outer}."
USER_UNIT = "Die Seite ist in Einheiten von {unit} Punkt angelegt (UserUnit); Maße und Abstände stimmen dann nicht."

SIZE_LIMIT = "{size}, Anschnitt {bleed}"
TURNED_PAGE = "Die Seite liegt quer statt hoch oder umgekehrt."
OTHER_SIZE = "Das Endformat ist nicht das bestellte."
BLEED_TOO_SMALL = "Der Anschnitt ist zu klein."
OTHER_COUNT = "Bestellt sind {wanted}."
MULTIPLE = "durch {of} teilbar"
NO_MULTIPLE = "Die Seitenzahl ist nicht durch {of} teilbar; es fehlen {missing}."

COLOUR_LIMIT = "CMYK und Grau{inks}"
OBJECTS = {
    "TextMark": "Text",
    "PathMark": "Fläche oder Linie",
    "PictureMark": "Bild",
    "ShadingMark": "Verlauf",
    "GroupMark": "Transparenzgruppe",
}
PAGE_GROUP = "Transparenzgruppe der Seite"
WHERE = {"pattern": "in einem Muster", "glyph": "im Zeichen einer Schrift", "mask": "in einer Softmaske"}
FAMILIES = {"grey": "Grau", "rgb": "RGB", "cmyk": "CMYK", "unknown": "unbekannt"}
SPOT = "Sonderfarbe {ink}"
ICC = "ICC-{family}"
INDEXED = "Palette in {below}"
UNKNOWN_SPACE = "nicht lesbar"
IS_RGB = "{what} in {space} ({amount}): erst die Maschine der Druckerei würde es in Druckfarben umrechnen."
IS_UNKNOWN = "{what}: Der Farbraum lässt sich nicht lesen ({amount})."
IS_SPOT = "{what} in {space} ({amount}): Diese Farbe ist nicht bestellt und gäbe eine Platte mehr."
HAS_PROFILE = (
    "{what} in {space} ({amount}) mit eigenem Profil: Es wird noch einmal umgerechnet, reines Schwarz kann vierfarbig werden."
)

INKS = {"Cyan": "C", "Magenta": "M", "Yellow": "Y", "Black": "K"}
TOO_MUCH_INK = "Hier liegt mehr Farbe, als erlaubt ist."
TOO_MUCH_INK_BOUND = "Hier verlangt ein Objekt mehr Farbe, als erlaubt ist (berechnet, nicht an Auszügen gemessen)."
INK_UNKNOWN = "Nicht berechnet sind: {what}."
RGB_OR_OTHER = "Objekte, die nicht in CMYK, Grau oder Sonderfarben angelegt sind"
BLENDED = "Stellen, an denen Objekte sich mischen"
INK_MEASURED = "höchstens {highest}, an Farbauszügen gemessen ({by}, 72 dpi)"
INK_BOUND = "höchstens {highest}, aus Farben und Bildern berechnet; ohne Ghostscript nicht an Auszügen gemessen"
PAGE_INK = "Seite {page}: {highest} %, Deckung {inks}"

BLACK_SHARE = "{black} der Zeichen nur Schwarz, {coloured} bunt"
BLACK_LIMIT = "schwarz und grau nur aus K"
ONLY_BLACK = "nur K"
TEXT_IS_MIXED = "„{text}“ sieht schwarz oder grau aus, ist aber aus mehreren Farben gemischt."
LINE_IS_MIXED = "Eine feine Linie sieht schwarz oder grau aus, ist aber aus mehreren Farben gemischt."
WHITE_OVERPRINTS = "Ein weißes Objekt ist auf Überdrucken gestellt und verschwindet im Druck."
OVERPRINTS = "{amount} auf Überdrucken"

NAMELESS = "ohne Namen"
ANY_EMBEDDED = "eingebettet"
NOT_EMBEDDED = "Die Schrift „{name}“ ist nicht eingebettet; gedruckt würde eine andere."
TYPE3 = "Die Schrift „{name}“ besteht aus einzelnen Zeichnungen (Type 3) und wird gröber gedruckt."
FOREIGN_FONT = "Die Schrift „{name}“ gehört nicht zum Projekt."
NO_SIGN = "Der Schrift „{name}“ fehlt ein Zeichen; gedruckt wird ein leeres Kästchen."

NO_GRADIENTS = "keine Verläufe"
BROKEN_GRADIENT = (
    "Der Verlauf gibt {given} Farbwerte, {space} braucht {wanted}: Er verschwindet im Druck oder ändert die Farbe."
)
NO_PICTURES = "keine Bilder"
COARSE = "Das Bild ({pixels} Pixel) ist für seine Größe zu grob."
COARSE_LINE_ART = "Die Strichzeichnung ({pixels} Pixel, 1 Bit) ist für ihre Größe zu grob."
LEAST_DPI = "mindestens {dpi} ({amount})"
DPI_LIMIT = "{picture}, Strichzeichnungen {line_art}"
BITS = "{bits} Bit"
DEEP = "Das Bild hat {bits} Bit je Kanal; nicht jede Maschine rechnet das richtig um. Mit 8 Bit speichern."
INTERPOLATES = "Das Bild soll beim Drucken geglättet werden (Interpolate); das macht jede Maschine anders."
JPEG_2000 = "Das Bild ist als JPEG 2000 gespeichert; ältere Maschinen lesen das nicht."
ELSEWHERE = "Das Bild verweist auf eine andere Fassung außerhalb (OPI oder Alternates)."

NO_LINES = "keine Linien"
HAIRLINE = "Haarlinie ohne Stärke (0): Sie druckt je nach Maschine kaum oder gar nicht."
THIN_LINE = "Eine Linie ist zu dünn."
THIN_IN_SCREEN = "Eine feine Linie ist gerastert, mehrfarbig oder ausgespart: Sie kann im Druck in Punkte zerfallen."
LINE_LIMIT = "{solid}, gerastert oder mehrfarbig {screened}"
THIN_AREA = "Eine Fläche in Form einer Linie ist zu dünn."
NO_TEXT = "kein Text"
TEXT_LIMIT = "{black}, weiß oder mehrfarbig {coloured}"
SMALL_TEXT = "„{text}“ ist zu klein."

ANNOTATION = "Auf der Seite liegt: {kind}."
ANNOTATION_OUTSIDE = "Außerhalb von Seite und Anschnitt liegt eine Anmerkung ({kind})."
ANNOTATION_KINDS = {
    "Link": "Verweis (Link)",
    "Text": "Notiz (Text)",
    "Widget": "Formularfeld (Widget)",
    "Highlight": "Hervorhebung (Highlight)",
    "FreeText": "Kommentar (FreeText)",
    "Popup": "Kommentarfenster (Popup)",
    "Stamp": "Stempel (Stamp)",
    "FileAttachment": "Dateianhang (FileAttachment)",
}
FORM_FIELDS = "Die Datei enthält ein Formular."

EFFECTS = {
    "opacity": "Deckkraft unter 100 %",
    "soft mask": "Softmaske",
    "soft mask of a picture": "Bild mit Softmaske",
    "group": "Transparenzgruppe",
}
BLEND = "Mischmodus {mode}"
EFFECT_PAGES = "{effect}: Seite {pages}"
HAS_EFFECT = "{effect}: {standard} kennt keine Transparenz."
TRANSPARENCY_ALLOWED = "in {standard} erlaubt"
TRANSPARENCY_FORBIDDEN = "in {standard} verboten"

NO_NAME = "nicht prüfbar: Die Datei kam ohne Namen."
NAME_LIMIT = "Buchstaben ohne Umlaute, Ziffern, Punkt und Strich; .pdf; höchstens 64 Zeichen"
NAME_SIGNS = "Der Dateiname enthält Zeichen, die nicht jedes System versteht: {signs}"
NAME_ENDING = "Der Dateiname endet nicht auf „.pdf“."
NAME_LONG = "Der Dateiname ist länger als {most} Zeichen."
NAME_PATTERN = "Der Dateiname folgt nicht dem Muster der Druckerei."

TEXT_NEAR = "„{text}“ steht zu nah am Beschnitt."
TEXT_CUT = "„{text}“ ragt über den Beschnitt und wird abgeschnitten."
TOUCHING = "{amount} am Beschnitt"
SIDES = {"left": "links", "right": "rechts", "bottom": "unten", "top": "oben"}
SHORT_OF_BLEED = "Ein Objekt berührt {side} den Beschnitt, reicht aber nicht weit genug in den Anschnitt."

EMPTY_PAGE = "Die Seite ist leer, ohne dass es so gewollt ist."
EMPTY_PERHAPS = "Die Seite ist leer. Ob das gewollt ist, lässt sich ohne den Satz nicht prüfen."
EMPTY_PAGES = "leer: Seite {pages}"
NO_EMPTY_PAGES = "keine leere Seite"
ONLY_MEANT = "nur gewollt leere Seiten"

NOTE_ELSEWHERE = "Das Zeichen der Fußnote {note} steht hier, die Fußnote auf einer anderen Seite."
NOTE_WITHOUT_CALL = "Die Fußnote {note} steht hier, ihr Zeichen auf einer anderen Seite."
BROKEN_PARAGRAPHS = "{amount} über Seiten oder Spalten umbrochen"
ORPHAN = "Die erste Zeile eines Absatzes steht allein am Fuß: „{text}“"
WIDOW = "Die letzte Zeile eines Absatzes steht allein am Kopf: „{text}“"
HEADING_AT_FOOT = "Die Überschrift „{text}“ steht am Fuß; unter ihr fehlt Text."
TYPE_AREA = "im Satzspiegel und in der Spalte"
NO_HEAD = "Der Kopf der Tabelle „{head}“ fehlt, weil diese Zeile mit ihm nicht auf die Seite passt: „{row}“."
OVERFULL = "Die Zeile „{text}“ ist breiter als ihre Spalte."
OUTSIDE = "Die Zeile „{text}“ ragt aus dem Satzspiegel."
LINES_BELOW = "{least} Zeilen darunter"
PICTURE_OUTSIDE = "Ein Bild ragt aus dem Satzspiegel."
AGAINST_EXCEPTIONS = "„{broken}“ ist gegen die Ausnahmeliste getrennt."
SHORT_BREAK = "„{broken}“ lässt beim Trennen zu wenige Buchstaben stehen."
LADDER = "Mehr als {most} Zeilen nacheinander enden mit einer Trennung."
BREAK_PAGES = "{broken} (Seite {pages})"

PUBLISHER = "Herausgeber mit Anschrift"
PRINTER = "Druckerei mit Anschrift"
DISTRIBUTION = "Verteilerhinweis"
MISSING = "Im Impressum fehlt: {what}."
SAMPLE = "Im Impressum noch als Muster gekennzeichnet: {what}."
SAMPLE_EDITION = "Die Ausgabe ist als Musterausgabe gekennzeichnet (muster: true in kursbuch.yaml)."
DRAFT_EDITION = "Die Seiten sind als Entwurf gekennzeichnet (draft: on_pages: true in kursbuch.yaml)."
SAMPLE_ADDRESS = "Die Adresse im Netz ist ein Beispiel, das es nicht gibt: {address}"
ANY_PRESS_LAW = "Pressegesetz des Landes"
RELEASE_OPEN = "{count} offen"
RELEASE_DONE = "vollständig"
