"""The German words of ``watch``."""

from __future__ import annotations

WATCH = "zusehen: nach jedem Speichern herstellen, was sich geändert hat"
ABOUT = """\
Bleibt, bis Sie Strg-C drücken. Nach jeder Änderung in sources/ oder layouts/ entsteht zuerst die Bildschirmausgabe neu, dann
alles andere, was betroffen ist; genannt werden die Seiten, die jetzt anders aussehen. Hat eine Quelle Fehler, werden sie
gezeigt, und in dist/ bleibt alles, wie es war.

Beispiele:
  python3 build.py watch                   alles
  python3 build.py watch screen --png      nur die Bildschirmausgabe; geänderte Seiten auch als Bilder in .press/watch/
  python3 build.py watch screen print      Bildschirm- und Druckausgabe"""
PRODUCTS = "Name eines Erzeugnisses oder Pfad einer Datei in dist/ (Vorgabe: alle)"
PRINTER = "für eine andere Druckerei: Name einer Datei in layouts/printers/"
PNG = "geänderte Seiten auch als Bilder nach .press/watch/ schreiben"
BEGUN = "Sehe zu. Ende mit Strg-C."
ENDED = "Ende. Was in dist/ liegt, ist vollständig."
CHAPTER_BEGUN = "setzt „{chapter}“ ab Seite {page}"
CHAPTER_READY = "„{chapter}“ ist gesetzt, Seiten: {pages}"
CHANGED = "Geänderte Seiten der Bildschirmausgabe: {pages}"
GONE = "Entfallene Seiten: {pages}"
LOOKS_THE_SAME = "Keine Seite sieht anders aus."
MADE = {True: "{files} – {seconds} s", False: "Alles aktuell – {seconds} s"}
REFUSED = "dist/ bleibt, wie es war, bis die Fehler behoben sind."
