"""Why the press does not make a change itself."""

GENERATED = "Diesen Text schreibt die Presse selbst; bitte dort ändern, woraus er entsteht."
NO_TEXT = "Hier steht in den Quellen kein Text, sondern ein Wert oder eine Liste; bitte von Hand eintragen."
MARKS = "Verweise oder Auszeichnungen gehen in der neuen Fassung nicht auf; bitte von Hand eintragen."
NO_PLACE = "Dafür ist an dieser Stelle der Quellen kein Platz vorgesehen; bitte von Hand eintragen."
NO_CHAPTER = "Dieses Kapitel gibt es in den Quellen nicht mehr."
NOTHING_SAYABLE = "Die Änderung betrifft nur Zeichen, die die Presse selbst setzt, oder Worte, die sie erzeugt."
NEEDED = "Dieser Text darf nicht fehlen; bitte von Hand kürzen oder den Baustein löschen."
BOTH = "Mehrere haben dieselbe Stelle verschieden geändert."
SOURCES = "Die Quellen wurden an dieser Stelle inzwischen anders geändert."
DELETED_AND_CHANGED = "Hier wurde gelöscht, was jemand anderes geändert hat."
DELETED_SINCE = "Den Text, der hier geändert wurde, gibt es in den Quellen nicht mehr."
MOVED_APART = "Mehrere haben denselben Baustein an verschiedene Stellen gerückt."
GONE = "(gelöscht)"
BREAKS = "Mit dieser Änderung wäre das Buch fehlerhaft: {problem}"
OVERLAPS = "Die Stelle ist inzwischen eine andere, oder eine andere übernommene Änderung betrifft sie auch ({address})."
NO_CHOICE = (
    "„{word}“ ist hier kein Wert. Möglich sind: {known}. Als decision schreiben Sie das Wort in der Klammer, oder sources."
)
NO_MONTHS = (
    "„{word}“ sind keine zwei Monate, von denen der zweite nicht vor dem ersten liegt. Erwartet wird etwas wie "
    "„09/2014 – 12/2015“; bitte start und until in den Quellen eintragen (2014-09, 2015-12)."
)
