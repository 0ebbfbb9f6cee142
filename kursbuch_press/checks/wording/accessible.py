"""What each accessibility check is called, the rule behind it, and what a person must still look at."""

from __future__ import annotations

TITLES: dict[str, tuple[str, str, str]] = {
    "damage": ("Unversehrtheit", "Alles, was auf den Seiten steht, lässt sich bis zum Ende lesen.", ""),
    "claim": ("Angabe PDF/UA", "Die Metadaten nennen PDF/UA; nichts sperrt Vorleseprogramme aus.", ""),
    "title": (
        "Titel",
        "Die Datei hat einen Titel, und er steht in der Titelleiste.",
        "Sagt der Titel, worum es geht, und unterscheidet er die Datei von ähnlichen?",
    ),
    "language": (
        "Sprache",
        "Die Sprache des Dokuments ist angegeben, und die der Stellen in anderer Sprache.",
        "Sind alle Stellen in anderer Sprache dabei, und stimmt ihre Sprache?",
    ),
    "tagging": ("Tags", "Die Datei ist getaggt, und alle Tags führen zu denen des Standards.", ""),
    "parent-tree": ("Aufbau der Tags", "Von jedem Inhalt führt der Weg zu seinem Tag und zurück.", ""),
    "all-tagged": (
        "Alles getaggt",
        "Jeder Inhalt ist getaggt oder als Artefakt ausgezeichnet, nie beides.",
        "Ist alles Artefakt, was nur schmückt, und nichts davon, was etwas sagt?",
    ),
    "headings": (
        "Überschriften",
        "Überschriften folgen ohne Sprung aufeinander, die erste ist H1, keine ist leer.",
        "Sagen die Überschriften, was folgt? Ist jede als Überschrift getaggt, die wie eine aussieht?",
    ),
    "lists": (
        "Listen",
        "Listen bestehen aus Punkten mit Zeichen und Körper (L, LI, Lbl, LBody).",
        "Ist jede Aufzählung, die man sieht, als Liste getaggt?",
    ),
    "tables": (
        "Tabellen",
        "Tabellen sind regelmäßig, Kopfzellen sagen, wofür sie gelten.",
        "Sind die richtigen Zellen Kopfzellen? Ist jede Tabelle auch Zelle für Zelle zu verstehen?",
    ),
    "figures": (
        "Alternativtexte",
        "Jede Abbildung sagt in Worten, was sie zeigt.",
        "Stimmen die Alternativtexte mit den Bildern überein, und sagen sie, worauf es im Text ankommt?",
    ),
    "notes": ("Anmerkungen", "Jede Fußnote hat eine Kennung, einen Verweis und einen Link zurück.", ""),
    "second-part": (
        "PDF/UA-2",
        "Wer PDF/UA-2 angibt, hält auch, was dort neu ist: Ziele und Verweise sind Tags, die Typen stammen aus PDF 2.0.",
        "",
    ),
    "links": (
        "Links",
        "Jeder Link ist getaggt, mit Worten beschrieben und führt irgendwohin.",
        "Führt jeder Link dorthin, wo sein Text es verspricht?",
    ),
    "contents": ("Inhaltsverzeichnis", "Das Inhaltsverzeichnis ist als solches getaggt, jeder Eintrag ist ein Link.", ""),
    "bookmarks": ("Lesezeichen", "Zu jeder Überschrift gibt es ein Lesezeichen, das dorthin führt.", ""),
    "page-labels": ("Seitenzahlen", "Die angezeigte Seitenzahl ist die gedruckte.", ""),
    "fonts": ("Schriften", "Schriften sind eingebettet, und jedes Zeichen hat seinen Buchstaben.", ""),
    "font-programs": ("Aufbau der Schriften", "Was die Datei über eine Schrift sagt, sagt auch die Schrift selbst.", ""),
    "abbreviations": (
        "Abkürzungen",
        "Abkürzungen sind ausgeschrieben oder tragen ihre Langform (E).",
        "Kennen die Leserinnen und Leser diese Kurzformen? Zu ihnen steht keine Langform:",
    ),
    "reading-order": (
        "Lesereihenfolge",
        "Die Tags folgen dem Satz: Was später gelesen wird, steht nicht weit darüber.",
        "Ergibt der Text in der Reihenfolge der Tags Sinn, auch bei Kästen, Spalten und Abbildungen?",
    ),
    "operation": ("Bedienung", "Links und Felder folgen den Tags und haben Namen.", ""),
    "movement": ("Bewegung und Skripte", "Nichts blinkt, spielt von selbst oder fängt die Tastatur.", ""),
    "layers": (
        "Ebenen und Anhänge",
        "Ebenen haben Namen und schalten sich nicht selbst, Anhänge haben Dateinamen, keine Seite kommt von außen.",
        "Ist jede Fassung lesbar, die Ebenen zeigen? Sind die Anhänge selbst barrierefrei?",
    ),
    "pictures-of-text": (
        "Text als Bild",
        "Keine Seite besteht nur aus einem Bild.",
        "Steht in Bildern Text, der auch als Text da sein müsste?",
    ),
    "text-contrast": (
        "Kontrast von Text",
        "Text hebt sich mit 4,5 : 1 von dem ab, worauf er steht, großer Text mit 3 : 1.",
        "Ist Text auf Bildern und Mustern überall gut zu lesen?",
    ),
    "graphics-contrast": (
        "Kontrast von Abbildungen",
        "Was in Abbildungen etwas bedeutet, hebt sich mit 3 : 1 ab.",
        "Heben sich alle bedeutsamen Teile von ihren Nachbarn ab?",
    ),
    "meaning-of-tags": (
        "Bedeutung der Tags",
        "Jeder Tag passt zu dem, was da steht.",
        "Ist Zitat, was als Zitat, und Absatz, was als Absatz getaggt ist?",
    ),
    "colour-alone": (
        "Farbe allein",
        "Nichts wird nur durch Farbe gesagt.",
        "Bleibt alles verständlich, wenn man die Seiten grau ausdruckt?",
    ),
    "senses": (
        "Hinweise auf Form und Lage",
        "Hinweise verlassen sich nicht auf Form, Größe oder Lage.",
        "Kommen Hinweise wie „der Kasten rechts“ oder „die rote Zeile“ ohne weiteren Anhalt vor?",
    ),
    "plain-language": (
        "Verständliche Sprache",
        "Der Text ist so einfach, wie sein Inhalt es zulässt.",
        "Verstehen die gemeinten Leserinnen und Leser den Text? Am besten: Einige von ihnen lesen ihn.",
    ),
    "by-ear": (
        "Vorgelesen",
        "Das Dokument ist auch gehört zu verstehen.",
        "Mit einem Vorleseprogramm (NVDA, VoiceOver) einmal ganz durchhören.",
    ),
    "word-language": (
        "Sprache",
        "Die Sprache des Dokuments ist angegeben.",
        "Haben Stellen in anderer Sprache ihre eigene Sprachangabe?",
    ),
    "word-title": ("Titel", "Die Datei hat einen Titel in ihren Eigenschaften.", "Sagt der Titel, worum es geht?"),
    "word-headings": (
        "Überschriften",
        "Überschriften sind Formatvorlagen mit Ebene und folgen ohne Sprung aufeinander.",
        "Sagen die Überschriften, was folgt?",
    ),
    "word-pictures": (
        "Alternativtexte",
        "Jedes Bild hat einen Alternativtext oder ist als dekorativ gekennzeichnet.",
        "Stimmen die Alternativtexte mit den Bildern überein?",
    ),
    "word-tables": (
        "Tabellen",
        "Tabellen haben eine Kopfzeile, sind einfach gebaut und dienen nicht der Anordnung.",
        "Ist jede Tabelle auch Zelle für Zelle zu verstehen?",
    ),
    "word-lists": (
        "Listen",
        "Aufzählungen sind echte Listen und nicht getippt.",
        "Ist jede Aufzählung, die man sieht, eine Liste?",
    ),
    "word-spacing": ("Abstände", "Abstände kommen aus Formatvorlagen, nicht aus leeren Absätzen oder Leerzeichen.", ""),
    "word-links": (
        "Links",
        "Linktexte sagen, wohin es geht, und führen irgendwohin.",
        "Führt jeder Link dorthin, wo sein Text es verspricht?",
    ),
    "word-contrast": (
        "Kontrast",
        "Text hebt sich mit 4,5 : 1 von seinem Hintergrund ab, großer Text mit 3 : 1.",
        "Ist auch Text auf Bildern und in Formen gut zu lesen?",
    ),
    "word-floating": (
        "Schwebende Inhalte",
        "Bilder und Textfelder stehen in der Zeile, damit ihre Stelle beim Vorlesen feststeht.",
        "",
    ),
}
