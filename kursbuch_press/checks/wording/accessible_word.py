"""The German sentences of the accessibility checks of a Word file."""

from __future__ import annotations

NAMELESS = "ohne Namen"
BEGINNING = "Anfang der Datei"
STYLE = "Formatvorlage „{name}“"

NO_LANGUAGE = "Die Sprache des Dokuments ist nicht angegeben (w:lang in den Formatvorlagen)."
BAD_LANGUAGE = "Die Sprachangabe „{tag}“ ist keine nach RFC 5646."
LANGUAGES = "Dokument: {language}; {parts} in anderer Sprache"
PART = "{tag}: {times}-mal"

POOR_TITLE = "Der Titel „{title}“ sagt nicht, worum es geht."
NO_TITLE = "Der Titel fehlt in den Eigenschaften der Datei (Datei, Informationen, Titel)."

NO_HEADINGS = "Die Datei hat keine Überschriften aus Formatvorlagen; darin lässt sich nicht springen."
HEADING = "Ebene {level}: {text}"
EMPTY_HEADING = "Eine Überschrift der Ebene {level} ist leer."
FIRST_HEADING = "Die erste Überschrift hat Ebene {level} statt 1: „{text}“"
HEADING_JUMP = "Auf Ebene {before} folgt Ebene {level}; eine Ebene fehlt dazwischen: „{text}“"
BOLD_HEADING = "Das sieht wie eine Überschrift aus, ist aber nur fett: „{text}“"

NO_ALTERNATIVE = "Das Bild „{name}“ hat keinen Alternativtext und ist nicht als dekorativ gekennzeichnet."
UNREVIEWED = "Den Alternativtext „{text}“ hat ein Programm geschrieben; prüfen, ob er stimmt, und in eigenen Worten schreiben."
POOR_ALTERNATIVE = "Der Alternativtext „{text}“ sagt nicht, was zu sehen ist."
LONG_ALTERNATIVE = "Der Alternativtext „{text}“ hat {count} Zeichen. Empfohlen sind höchstens {most}; mehr gehört in den Text."
ALTERNATIVE = "{name}: {text}"

NO_HEADER_ROW = "Die Tabelle „{name}“ hat keine Kopfzeile (Tabelleneigenschaften, Zeile, als Überschrift wiederholen)."
NESTED_TABLE = "Die Tabelle „{name}“ steckt in einer Tabelle; vielleicht dient sie nur der Anordnung."
LAYOUT_TABLE = "Die Tabelle „{name}“ hat nur eine Zeile oder Spalte; vielleicht dient sie nur der Anordnung."
MERGED = "Die Tabelle „{name}“ hat {count}; ist sie trotzdem Zelle für Zelle zu verstehen?"

TYPED_LIST = "Das ist eine getippte Aufzählung und keine Liste: „{text}“"
TYPED_ITEM = "Ein Absatz beginnt mit einem Aufzählungszeichen. Ist er ein Listenpunkt? „{text}“"

EMPTY_PARAGRAPHS = "{count} als Abstand, nach: „{text}“"
SPACED = "Text ist mit Leerzeichen gesperrt oder ausgerichtet: „{text}“"

EMPTY_LINK = "Ein Link hat keinen Text (nach {target})."
LINK_IS_ADDRESS = "Ein Link besteht nur aus seiner Adresse: „{text}“"
LINK_SAYS_NOTHING = "Der Linktext sagt ohne den Satz darum nicht, wohin es geht: „{text}“"
DEAD_LINK = "Ein Link führt nirgendwohin: „{text}“"

TEXT_BOXES = "{count} neben dem Text; ob und wann sie vorgelesen werden, hängt vom Programm ab."
FLOATING = "{count} nicht in der Zeile verankert; ihre Stelle beim Vorlesen ist ungewiss."

LOWEST = "niedrigster Kontrast {ratio} : 1 ({count})"
LOW_CONTRAST = "Kontrast {ratio} : 1 statt mindestens {limit} : 1 ({colour} auf {ground}): „{text}“"
