"""What ``merge`` says on the command line."""

MERGE = "Rückgaben mit den Quellen zusammenführen"
ABOUT = """\
Vergleicht zurückgekommene Dateien mit ihrem Entwurf und mit den Quellen von heute. Ohne --accept wird nichts geändert:
Es entstehen returns/report.html, returns/report.json und, wo es Konflikte gibt, returns/conflicts.yaml.

  merge DATEI … --accept all                alles übernehmen, was keinen Konflikt hat
  merge DATEI … --accept author=NAME        was jemand geschrieben hat
  merge DATEI … --accept chapter=KENNUNG    was ein Kapitel betrifft
  merge DATEI … --accept 3,7-9              einzelne Änderungen nach den Nummern des Berichts
  merge DATEI … --interactive               eine Änderung nach der anderen
  merge --undo                              das zuletzt Übernommene zurücknehmen

Konflikte entscheidet die Redaktion in returns/conflicts.yaml; das nächste --accept übernimmt die Entscheidungen."""
FILES = "zurückgekommene Dateien, beliebig viele und in beliebiger Reihenfolge"
ACCEPT = "was übernommen wird: all, author=NAME, chapter=KENNUNG oder Nummern wie 3,7-9; mehrmals möglich"
INTERACTIVE = "jede Änderung einzeln zeigen und fragen"
UNDO = "das zuletzt Übernommene zurücknehmen"
DRAFT = "Kennung des Entwurfs, wenn sie aus der Datei verschwunden ist"
AUTHOR = "von wem die Datei kommt, wenn sie es nicht sagt"
JSON = "das Ergebnis als JSON ausgeben (für Programme)"

NO_FILES = "Welche Rückgaben? Zum Beispiel: python3 build.py merge eingang/*.docx"
OF_FILE = "{path}: {message}"
FOUND = "Änderungen: {changes} · Konflikte: {conflicts} · Kommentare: {comments} · ohne Platz: {unplaced}"
CONFLICTS = "Konflikte entscheiden: returns/conflicts.yaml"
REPORT = "Bericht: returns/report.html"
LEFT_OUT = "Nicht übernommen: {number}: {reason}"
ACCEPTED = ("{count} Änderungen übernommen.", "1 Änderung übernommen.")
NOTHING_ACCEPTED = "Übernommen wurde nichts."
UNDONE = "Zurückgenommen: Die Dateien sind wieder, wie sie vorher waren."
LEFT = "Verlassen. Die Antworten sind aufgehoben; derselbe Befehl macht dort weiter. Geschrieben wurde nichts."

YES, NO, BACK, ON, FINISH, LEAVE, KEEP = "j", "n", "z", "w", "f", "q", "s"
HOW = (
    "j übernehmen · n nicht · z zurück · w weiter ohne Antwort · f fertig, jetzt schreiben · q verlassen und später weiter\n"
    "Bei Konflikten: die Nummer der Fassung, s für die Quellen, oder den richtigen Wortlaut tippen.\n"
    "Bei Kommentaren: j macht eine offene Frage des Kapitels daraus."
)
PROMPT = "> "
END = "Alle gefragt. Eingabe schreibt, z geht zurück: "
NOT_UNDERSTOOD = "Das war keine der Antworten: j, n, z, w, f, q; bei Konflikten eine Nummer, s oder der Wortlaut."
BY_HAND = "Das kann die Presse nicht eintragen: bitte in den Quellen ändern und hier s tippen, oder w für später."
COMMENT = "Kommentar: {name}"
NOWHERE = "(ohne Ort)"
QUESTION = "\n[{number} von {count}] {address}"
ANSWERED = "(bisher: {answer})"
ANSWERS = {"yes": "übernehmen", "no": "nicht übernehmen", "sources": "die Quellen bleiben"}
SOURCES = "Quellen"

FORGET = "den Namen einer Person aus Entwürfen und Rückgaben entfernen"
FORGET_ABOUT = """\
Entfernt Namen und Adresse einer Person aus drafts/, returns/, dem Protokoll und den offenen Fragen in den Quellen.
Was sie geschrieben hat, bleibt und stammt dann von „eine Person“. Danach lässt sich nichts mehr zurücknehmen, was vorher
übernommen wurde. Die Versionsverwaltung merkt sich frühere Fassungen; sie ist nicht Sache dieses Befehls."""
FORGET_NAME = 'der ganze Name, zum Beispiel "Vorname Nachname"'
FORGET_GONE = "gelöscht: {file}"
FORGET_LEFT = "{file}: Hier steht der Name noch, und das ist Text des Buches oder der Presse. Bitte von Hand ändern."
FORGOTTEN = "Vergessen. Was die Person geschrieben hat, ist geblieben."

SINCE = "statt eines Entwurfs: was sich seit einem früheren geändert hat, als Änderungen in der Word-Datei"
SINCE_PDF = "dazu ein PDF mit Änderungsbalken am Rand (mit --since; braucht LibreOffice)"
SINCE_ALONE = "--pdf gehört zu --since, und --since geht nicht zusammen mit --for und --due: Es ist eine Datei zum Lesen."

IMPORT = "ein Manuskript aus Word als neues Kapitel übernehmen"
IMPORT_ABOUT = """\
Macht aus einer Word-Datei ein Kapitel in sources/chapters/: Überschriften, Absätze, Listen, Tabellen, Fußnoten und Kommentare,
mit --pictures auch Bilder samt Alternativtext und Bildnachweis, soweit die Datei sie nennt. Was nirgends hineinpasst, wird
genannt. Eine Datei, die es schon gibt, wird nie überschrieben."""
IMPORT_FILE = "die Word-Datei (.docx)"
IMPORT_CHAPTER = "Kennung des neuen Kapitels; so heißt auch seine Datei"
IMPORT_PICTURES = "Bilder nach sources/pictures/ übernehmen"
IMPORT_LEFT = "  {sentence}"
IMPORTED = "Damit das Kapitel im Buch steht, bitte in sources/kursbuch.yaml unter „chapters“ eintragen: {chapter}"

COMPARE = "zeigen, welche Seiten sich zwischen zwei PDF-Dateien unterscheiden"
COMPARE_ABOUT = """\
Vergleicht zwei fertige PDF-Dateien Seite für Seite nach dem, was zu sehen ist, zum Beispiel zwei Druckausgaben. Genannt wird
die Seite in der Datei und, wenn sie eine andere ist, in Klammern die gedruckte Seitenzahl."""
COMPARE_OLD = "die frühere Datei"
COMPARE_NEW = "die neue Datei"
COMPARE_CHANGED = "Geändert: {pages}"
COMPARE_ADDED = "Neu: {pages}"
COMPARE_GONE = "Weggefallen (Seiten der früheren Datei): {pages}"
COMPARE_SAME = "Alle Seiten sind gleich."
