"""What is said about redlines."""

FILE = "aenderungen-seit-{since}.docx"
PDF = "aenderungen-seit-{since}.pdf"
NONE = "keiner"
NO_DRAFT = "Den Entwurf „{draft}“ kennt das Projekt nicht. Vorhanden: {known}."
NOT_TRUE = (
    "Die Änderungen lassen sich nicht so darstellen, dass Annehmen den neuen und Ablehnen den alten Text ergibt ({place}). "
    "Es wird nichts geschrieben; bitte den Entwurf ohne --since verschicken."
)
NO_OFFICE = "Für --pdf wird LibreOffice gebraucht (Debian: apt-get install libreoffice-writer-nogui)."
PDF_FAILED = "LibreOffice konnte aus den Änderungen kein PDF machen. Ohne --pdf entsteht die Word-Datei."
