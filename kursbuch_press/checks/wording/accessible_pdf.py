"""The German sentences of the accessibility checks of a PDF."""

from __future__ import annotations

NONE = "–"
NAMELESS = "ohne Namen"
TREE_ROOT = "die Wurzel"
INSIDE = "eine Stelle im Dokument"

CLAIMS = "PDF/UA-{part}"
CLAIMS_NOTHING = "keine Angabe"
NO_XMP = "Die Datei hat keine Metadaten (XMP), oder sie lassen sich nicht lesen."
WRONG_PART = "Die Metadaten nennen PDF/UA-{part}; geprüft werden PDF/UA-1 und PDF/UA-2."
WRONG_REVISION = "Die Metadaten nennen PDF/UA-2 ohne sein Jahr (pdfuaid:rev muss {revision} sein)."
FIRST_PART = "PDF/UA-1: gilt hier nicht"
SECOND_PART = ("Verweis von Tag zu Tag", "Verweise von Tag zu Tag")
WRONG_VERSION = "Die Datei ist PDF {version}; PDF/UA-2 setzt PDF 2.0 voraus."
NO_DOCUMENT = "Der Tag-Baum beginnt nicht mit einem einzigen „Document“ aus PDF 2.0."
PLAIN_HEADING = "PDF/UA-2 kennt die Überschrift „H“ ohne Stufe nicht („{text}“); H1 bis H6 verwenden."
OLD_NOTE = "Die Anmerkung „{text}“ ist als „Note“ getaggt; in PDF/UA-2 heißt sie „FENote“."
ENTRY_WITHOUT_REF = "Der Eintrag „{text}“ des Inhaltsverzeichnisses nennt den Tag nicht, zu dem er führt (Ref)."
NOTE_WITHOUT_REF = "Die Anmerkung „{text}“ und der Tag ihres Zeichens nennen einander nicht (Ref)."
PLAIN_DESTINATION = "{what} „{text}“ führt auf eine Stelle der Seite, nicht zu einem Tag (SD fehlt)."
LINK, BOOKMARK = "Der Link", "Das Lesezeichen"
WRONG_PREFIX = "Die Kennung von PDF/UA steht nicht unter dem Präfix „pdfuaid“, das der Standard verlangt."
NO_CLAIM = "Die Metadaten sagen nicht, dass die Datei PDF/UA ist (pdfuaid:part fehlt)."
NO_ACCESS = "Die Verschlüsselung verbietet Vorleseprogrammen den Zugriff auf den Text."

NO_TITLE = "Der Titel fehlt in den Metadaten (dc:title)."
TITLE_IS_NAME = "Der Titel „{title}“ ist ein Dateiname oder eine Vorgabe des Programms und sagt nichts über den Inhalt."
TITLE_NOT_SHOWN = "In der Titelleiste steht der Dateiname statt des Titels (DisplayDocTitle ist nicht gesetzt)."

LANGUAGES = "Dokument: {language}; {parts} in anderer Sprache"
EMPTY_PART_LANGUAGE = "Eine Stelle hat eine leere oder ungültige Sprachangabe: „{tag}“"
STRICT = " (strenger als der Standard)"
NO_LANGUAGE = "Die Sprache des Dokuments ist nicht angegeben (Lang im Katalog)."
BAD_LANGUAGE = "Die Sprache des Dokuments „{tag}“ ist keine Sprachangabe nach RFC 5646."
NO_TEXT_LANGUAGE = "Die Sprache des Texts lässt sich nicht bestimmen; ein Vorleseprogramm spricht ihn mit falscher Stimme."
BAD_PART_LANGUAGE = "Die Sprachangabe „{tag}“ bei „{text}“ ist keine nach RFC 5646."
PART = "Seite {page}, {tag}: {text}"

NOT_MARKED = "Die Datei sagt nicht, dass sie getaggt ist (MarkInfo/Marked)."
SUSPECTS = "Die Tags sind vom Programm geraten und nicht bestätigt (MarkInfo/Suspects)."
NO_TAGS = "Die Datei hat keine Tags. Ein Vorleseprogramm weiß nicht, was Überschrift, Absatz, Liste oder Tabelle ist."
NO_STANDARD = "Der Tag „{kind}“ führt zu keinem Tag des Standards (RoleMap)."
CIRCLE = "Der Tag „{kind}“ wird im Kreis auf sich selbst abgebildet (RoleMap)."
REMAPPED = "Der Tag „{kind}“ des Standards ist auf „{to}“ umgedeutet (RoleMap)."

NO_TREE = "kein Tag-Baum"
ASTRAY = "Bei {count} führt der Weg nach oben (P) nicht zu dem Tag, in dem es steht; zuerst bei „{kind}“."
WRONG_WAY_BACK = "Von {count} führt der Weg zurück (ParentTree) nicht zu dem Tag, der sie enthält."
DOUBLED = "{count}-mal steht derselbe Inhalt unter mehreren Tags; er wird mehrfach vorgelesen."
NO_CONTENT = "{count} in den Tags auf Inhalt, den keine Seite hat (Seite {pages})."
SAME_NUMBER = "Auf der Seite tragen mehrere Inhalte dieselbe MCID ({count}, zuerst {first}); die Tags meinen nur einen davon."
TOO_DEEP = "Die Tags sind tiefer als {most} Ebenen geschachtelt; was tiefer steht, ist nicht geprüft."
FORM_TWICE = "Ein Formular-XObject mit Tags steht auf mehreren Seiten; seine Tags lassen sich nicht zuordnen."

NOTHING_TAGGED = "Kein Inhalt ist getaggt (Seite {pages}): {count} und alle Bilder und Linien."
UNTAGGED_TEXT = "{count} weder getaggt noch als Artefakt ausgezeichnet: „{text}“"
UNTAGGED = {
    "PictureMark": "Bilder, die weder getaggt noch als Artefakt ausgezeichnet sind: {count}",
    "PathMark": "Linien oder Flächen, die weder getaggt noch als Artefakt ausgezeichnet sind: {count}",
    "ShadingMark": "Verläufe, die weder getaggt noch als Artefakt ausgezeichnet sind: {count}",
}
UNTAGGED_HIDDEN = "Text, der nicht gezeigt wird, ist weder getaggt noch als Artefakt ausgezeichnet: „{text}“"
NESTED = {
    "01-003": "Ein Artefakt liegt innerhalb getaggten Inhalts.",
    "01-004": "Getaggter Inhalt liegt innerhalb eines Artefakts und wird nicht vorgelesen.",
}

WRONG_KID = "In {outer} steht ein {inner}; das gehört dort nicht hin."
WRONG_PARENT = "{inner} steht in {outer}; dort gehört es nicht hin."

EMPTY_HEADING = "Eine Überschrift ({kind}) hat keinen Text."
NO_HEADINGS = "Das Dokument hat keine Überschriften; darin lässt sich nicht springen."
HEADING = "{kind}: {text} (Seite {page})"
FIRST_HEADING = "Die erste Überschrift ist {kind} statt H1: „{text}“"
HEADING_JUMP = "Auf H{before} folgt {kind}; eine Ebene fehlt dazwischen: „{text}“"
MIXED_HEADINGS = "Überschriften mit Ebene (H1, H2, …) und ohne (H) sind gemischt."
TWO_HEADINGS = "Ein Abschnitt hat mehrere Überschriften H ohne Ebene."

EMPTY_LIST = "Eine Liste (L) hat keine Punkte (LI)."
CAPTION_TWICE = "{kind} hat {count} Beschriftungen (Caption); erlaubt ist eine."
CAPTION_INSIDE = "Die Beschriftung (Caption) von {kind} steht mittendrin statt {where}."
AT_START, AT_ENDS = "am Anfang", "am Anfang oder Ende"
PART_TWICE = "Eine Tabelle hat {count}-mal {kind}; erlaubt ist einmal."
PART_WITHOUT_BODY = "Eine Tabelle hat {kind}, aber keinen Tabellenkörper (TBody)."
NO_BODY = "Ein Listenpunkt (LI) hat keinen Körper (LBody): „{text}“"
NO_NUMBERING = "Die Liste ist nummeriert („{label}“), sagt aber nicht wie (ListNumbering)."
TYPED_LIST = "Das sieht wie eine Liste aus, ist aber als Absätze getaggt: „{text}“"

EMPTY_TABLE = "Eine Tabelle hat keine Zeilen oder keine Zellen."
IRREGULAR = "Die Zeilen der Tabelle „{name}“ sind verschieden lang: {least} bis {most} Spalten."
BEYOND = "In der Tabelle „{name}“ reicht eine Zelle über die letzte Zeile hinaus (RowSpan)."
NO_HEADS = "Die Tabelle „{name}“ hat keine Kopfzellen (TH)."
NO_SCOPE = "Die Kopfzelle „{text}“ sagt nicht, ob sie für ihre Zeile oder Spalte gilt (Scope)."
UNKNOWN_HEAD = "Die Zelle „{text}“ nennt eine Kopfzelle „{id}“, die es nicht gibt (Headers)."
LAYOUT_TABLE = "Die Tabelle „{name}“ hat nur eine Zeile oder Spalte; vielleicht dient sie nur der Anordnung."
NESTED_TABLE = "In der Tabelle „{name}“ steckt eine Tabelle; vielleicht dient sie nur der Anordnung."

NO_ALTERNATIVE = "Eine Abbildung hat keinen Alternativtext."
UNREVIEWED = "Den Alternativtext „{text}“ hat ein Programm geschrieben; prüfen, ob er stimmt, und in eigenen Worten schreiben."
POOR_ALTERNATIVE = "Der Alternativtext „{text}“ sagt nicht, was zu sehen ist."
LONG_ALTERNATIVE = "Der Alternativtext „{text}“ hat {count} Zeichen. Empfohlen sind höchstens {most}; mehr gehört in den Text."
SAME_ALTERNATIVE = "Dieselben Worte wie auf Seite {page}: „{text}“. Zeigen beide Abbildungen dasselbe?"
NOT_A_FIGURE = "Ein Bild ist als {kind} getaggt und nicht als Abbildung (Figure); niemand erfährt, was es zeigt."
ALTERNATIVE = "Seite {page}: {text}"

NO_REFERENCE = "Es gibt Anmerkungen (Note), aber kein Verweis darauf ist als Reference getaggt."
NOTE_WITHOUT_ID = "Eine Anmerkung hat keine Kennung (ID): „{text}“"
NOTE_WITH_SAME_ID = "Zwei Anmerkungen haben dieselbe Kennung „{id}“: „{text}“"
NO_WAY_BACK = "Von der Anmerkung führt kein Link zurück in den Text: „{text}“"

LINK_NOT_TAGGED = "Ein Link ist nicht als Link getaggt: {target}"
LINK_WITHOUT_TARGET = "Ein Tag Link hat keine Anmerkung (OBJR); man kann ihm nicht folgen: „{text}“"
LINK_WITHOUT_WORDS = "Ein Link hat keine Beschreibung (Contents): „{text}“"
LINK_IS_ADDRESS = "Ein Link ist nur mit seiner Adresse beschrieben statt mit Worten: „{text}“"
LINK_SAYS_NOTHING = "Der Linktext sagt ohne den Satz darum nicht, wohin es geht: „{text}“"
DEAD_LINK = "Ein Link führt nirgendwohin: „{text}“"

NO_CONTENTS = "Das Dokument hat über 20 Seiten und kein Inhaltsverzeichnis (TOC)."
ENTRY_WITHOUT_LINK = "Ein Eintrag im Inhaltsverzeichnis ist kein Link: „{text}“"
LEADERS = "Füllpunkte werden Punkt für Punkt vorgelesen: „{text}“"

NO_BOOKMARKS = "Die Datei hat keine Lesezeichen."
NO_BOOKMARK = "Zu einer Überschrift gibt es kein Lesezeichen: „{text}“"
EMPTY_BOOKMARK = "Ein Lesezeichen hat keinen Text."
DEAD_BOOKMARK = "Ein Lesezeichen führt nirgendwohin: „{text}“"

NO_LABELS = (
    "Die gedruckten Seitenzahlen weichen von denen im Anzeigeprogramm ab (Seite {pages}: gedruckt {folio}, "
    "angezeigt {label}); Seitenbezeichnungen (PageLabels) fehlen."
)
WRONG_LABEL = "Die Seitenbezeichnung „{label}“ ist nicht die gedruckte Seitenzahl „{folio}“ (Seite {pages})."

NOT_EMBEDDED = "Die Schrift „{name}“ ist nicht eingebettet."
NO_MAP = "Von der Schrift „{name}“ weiß niemand, welche Buchstaben ihre Zeichen bedeuten (ToUnicode fehlt)."
NOT_MAPPED = "Die Schrift „{name}“ hat Zeichen ohne Buchstaben: „{text}“"
NO_LETTER = "Die Schrift „{name}“ nennt für ein Zeichen einen Buchstaben, den es nicht gibt (U+0000 oder U+FEFF)."
NO_SIGN = "Die Schrift „{name}“ hat ein Zeichen nicht; auf der Seite steht ein leeres Kästchen: „{text}“"
PRIVATE_LETTER = "Ein Zeichen der Schrift „{name}“ wird als Zeichen ohne Bedeutung gelesen (private Unicode-Zone)."

EXPANDED = "{count} mit Langform"
SHORT_FORM = "{short} ({times}-mal)"

ORDER_OF_PAGES = "„{text}“ wird erst nach Text von Seite {page} vorgelesen."
ORDER_JUMPS = "„{text}“ steht deutlich über „{before}“, wird aber danach vorgelesen."

NO_TABS = "Die Seite hat Links oder Felder, sagt aber nicht, in welcher Folge die Tabulatortaste sie erreicht (Tabs)."
WRONG_TABS = "Die Tabulatortaste folgt nicht den Tags (Tabs ist „{tabs}“ statt „S“)."
PRINTER_MARK = "Eine Druckmarke (PrinterMark) ist getaggt; sie gehört nicht zum Inhalt."
MEDIA_WITHOUT_KIND = "Ein Ton oder Film nennt sein Format nicht (CT)."
MEDIA_WITHOUT_WORDS = "Ein Ton oder Film hat keine Beschreibung (Alt)."
TRAP_NET = "Eine Anmerkung der Art TrapNet ist nicht erlaubt."
FORM_WITHOUT_FIELD = "Ein Tag Form enthält etwas anderes als ein einziges Formularfeld."
FIELD_NOT_TAGGED = "Das Formularfeld „{name}“ ist nicht als Form getaggt."
FIELD_WITHOUT_NAME = "Das Formularfeld „{name}“ hat keine Beschriftung für Vorleseprogramme (TU)."
ANNOTATION_NOT_TAGGED = "Eine Anmerkung der Art {kind} ist nicht als Annot getaggt."
ANNOTATION_WITHOUT_WORDS = "Eine Anmerkung der Art {kind} hat keine Beschreibung (Contents)."

SCRIPT = "Die Datei enthält ein Skript (JavaScript). Ein Mensch muss prüfen, ob es blinkt, drängt oder die Tastatur fängt."
FILM = "Die Seite enthält bewegte Inhalte ({kind}). Ein Mensch muss prüfen: Blinken, Untertitel, Bedienung."
SOUND = "Die Seite enthält Ton. Ein Mensch muss prüfen, ob sein Inhalt auch als Text da ist."
DYNAMIC_FORM = "Die Datei enthält ein Formular der Art XFA; die meisten Vorleseprogramme lesen es nicht."

LAYERS_WITHOUT_NAME = "Eine Auswahl von Ebenen hat keinen Namen (Name)."
LAYERS_SWITCH = "Ebenen schalten sich selbst ein oder aus, etwa beim Drucken (AS); Vorleseprogramme merken es nicht."
ATTACHMENT_WITHOUT_NAME = "Eine angehängte Datei hat keinen Dateinamen (F und UF)."
BORROWED_PAGE = "Eine Seite zeigt Inhalt aus einer anderen Datei (Ref), den niemand vorliest."

SCAN = "Die Seite besteht nur aus einem Bild. Ist darauf Text, so ist er für Vorleseprogramme nicht da."

PATTERN = "Muster"
LOWEST = "niedrigster Kontrast {ratio} : 1 ({count})"
GROUND_UNKNOWN = "Nicht prüfbar: Der Text steht auf einem Bild oder Muster: „{text}“"
LOW_CONTRAST = "Kontrast {ratio} : 1 statt mindestens {limit} : 1 ({colour} auf {ground}): „{text}“"
ON = "{colour} auf {ground}"
FIGURE_UNKNOWN = "Nicht prüfbar: Die Abbildung enthält ein Bild oder Muster: „{alternative}“"
WEAK_FIGURE = "Nichts in der Abbildung erreicht 3 : 1 gegen seinen Grund, am meisten hat {ratio} : 1: „{alternative}“"
WEAK_PARTS = "Teile der Abbildung bleiben unter 3 : 1 ({colours}). Tragen sie etwas, das man sehen muss? „{alternative}“"

CID_SYSTEM = "Die Schrift „{name}“ passt nicht zu ihrer Zeichentabelle (CIDSystemInfo: {own} statt {cmap})."
NO_GLYPH_MAP = "Der Schrift „{name}“ fehlt die Zuordnung zu ihren Formen (CIDToGIDMap)."
CMAP_NOT_EMBEDDED = "Die Zeichentabelle „{cmap}“ der Schrift „{name}“ ist nicht eingebettet."
CMAP_MODE = "Die Zeichentabelle der Schrift „{name}“ nennt zwei Schreibrichtungen (WMode)."
CMAP_USES = "Die Zeichentabelle der Schrift „{name}“ verweist auf eine andere, die nicht zum Standard gehört: {cmap}"
GLYPH_MISSING = "In der Schrift „{name}“ fehlt die Form eines Zeichens, das die Seite zeigt: „{text}“"
GLYPH_LIST = "Die Schrift „{name}“ zählt nicht alle Formen auf, die sie enthält ({key})."
WIDTHS = "Die Breiten der Schrift „{name}“ sind in der Datei andere als in der Schrift selbst: „{text}“"
ENCODING_NEEDED = "Die Schrift „{name}“ (TrueType, Buchstaben) braucht die Kodierung MacRoman oder WinAnsi."
ENCODING_NAMES = "Die Kodierung der Schrift „{name}“ nennt Zeichen, die kein Verzeichnis kennt (Differences)."
CMAP_NEEDED = "Der Schrift „{name}“ fehlt eine Tabelle von Unicode zu ihren Formen (cmap)."
ENCODING_FORBIDDEN = "Die Schrift „{name}“ (TrueType, Symbole) darf keine Kodierung nennen (Encoding)."
ONE_CMAP = "Die Schrift „{name}“ (TrueType, Symbole) braucht genau eine Tabelle zu ihren Formen (cmap) oder eine für Symbole."
