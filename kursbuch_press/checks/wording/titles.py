"""What each check is called in the report, and the rule behind it."""

from __future__ import annotations

_TITLES: dict[str, tuple[str, str]] = {
    "syntax": ("Aufbau der Datei", "Die Datei lässt sich ohne Reparatur lesen."),
    "damage": ("Unversehrtheit", "Alles, was auf den Seiten steht, lässt sich bis zum Ende lesen."),
    "encryption": ("Verschlüsselung", "Die Datei ist nicht verschlüsselt (ISO 15930-7, 6.3)."),
    "standard": (
        "PDF-Standard",
        "Die Datei nennt den verlangten Standard und trägt die Angaben, die er fordert (ISO 15930-7, 6.1).",
    ),
    "output-intent": (
        "Ausgabebedingung",
        "Genau eine Ausgabebedingung mit eingebettetem CMYK-Profil, und zwar die der Druckerei.",
    ),
    "boxes": ("Seitenrahmen", "Jede Seite nennt Endformat, Anschnitt und Medium; eins liegt im anderen."),
    "page-size": ("Seitengröße", "Alle Seiten haben das bestellte Endformat und den verlangten Anschnitt."),
    "page-count": (
        "Seitenzahl",
        "Die Seitenzahl ist ein Vielfaches dessen, was Bogen und Bindung verlangen.",
    ),
    "colour-space": (
        "Farbräume",
        "Jedes Objekt ist in CMYK, Grau oder einer bestellten Sonderfarbe angelegt.",
    ),
    "ink": ("Farbauftrag", "An keiner Stelle liegt mehr Farbe, als Papier und Maschine vertragen."),
    "black-text": ("Schwarzer Text", "Schwarzer und grauer Text und feine Linien drucken nur mit Schwarz."),
    "overprint": (
        "Überdrucken",
        "Weiße Objekte sind nicht auf Überdrucken gestellt: Sie würden verschwinden.",
    ),
    "fonts": ("Schriften", "Alle Schriften sind eingebettet und gehören zum Projekt."),
    "gradients": (
        "Verläufe",
        "Ein Verlauf gibt so viele Farbwerte, wie sein Farbraum Farben hat; sonst verschwindet er im Druck.",
    ),
    "resolution": ("Auflösung", "Bilder haben in der gedruckten Größe genug Pixel."),
    "picture-data": ("Bilddaten", "Bilder haben 8 Bit je Kanal und werden nicht erst im RIP geglättet."),
    "line-width": ("Linienstärke", "Keine Linie ist dünner, als die Maschine sicher druckt."),
    "text-size": ("Schriftgröße", "Kein Text ist kleiner, als er sicher gedruckt wird."),
    "annotations": (
        "Anmerkungen",
        "Auf den Seiten liegen keine Anmerkungen, Verweise oder Formularfelder (ISO 15930-7, 6.7).",
    ),
    "transparency": (
        "Transparenz",
        "Transparenz ist nur erlaubt, wo der Standard sie kennt; sie wird aufgelistet.",
    ),
    "file-name": ("Dateiname", "Der Dateiname übersteht jedes System und folgt dem Muster der Druckerei."),
    "safe-area": ("Sicherheitsabstand", "Kein Text steht näher am Beschnitt, als Messer und Falz streuen."),
    "bleed": ("Anschnitt", "Was den Beschnitt berührt, reicht bis in den Anschnitt."),
    "empty-pages": ("Leere Seiten", "Keine Seite ist versehentlich leer."),
    "notes": ("Fußnoten", "Jede Fußnote steht auf der Seite ihres Zeichens."),
    "widows": (
        "Absatzumbruch",
        "Keine einzelne Zeile eines Absatzes steht allein am Fuß oder Kopf einer Seite oder Spalte.",
    ),
    "headings": (
        "Überschriften",
        "Unter jeder Überschrift stehen auf derselben Seite mindestens zwei Zeilen Text.",
    ),
    "overflow": ("Satzspiegel", "Kein Text ragt aus Satzspiegel oder Spalte."),
    "hyphenation": (
        "Silbentrennung",
        "Getrennt wird nach den Regeln und nach der Ausnahmeliste der Ausgabe.",
    ),
    "release": (
        "Freigabe",
        "Impressum mit Herausgeber, Druckerei und Verteilerhinweis, nichts davon Muster.",
    ),
}

TITLES = {check: (*words, "") for check, words in _TITLES.items()}
"""Title and rule of each check, and the question for a person, of which print has none."""
