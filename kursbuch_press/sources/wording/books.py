"""What may be wrong between the texts and files of a book."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kursbuch_press.book.addresses import ID_PATTERN
from kursbuch_press.problems import listed
from kursbuch_press.sources.wording.values import identifier
from kursbuch_press.sources.wording.words import Words, nearest, short

_COPY = re.compile(r"(.+?)(?: ?[-–_] ?| )?(?:[Kk]opie|[Cc]opy|\(\d+\))(?: ?\(?\d+\)?)?")
"""How systems name a copy of a file: „x - Kopie“, „x Kopie 2“, „x copy“, „x (1)“."""
_COPY_BEFORE = re.compile(r"(?:[Kk]opie|[Cc]opy)(?: \(\d+\))?(?: von| of)? (.+)")
_COPY_IN_CONFLICT = re.compile(r"(.+?)(?: ?\(.*(?:[Kk]onfli|[Cc]onfli).*|\.sync-conflict.*)")
"""How they name one that two people changed: „x (Konflikt … 2014-05-04)“, „x.sync-conflict-…“."""


def no_mapping() -> Words:
    return (
        "Die Datei beginnt nicht mit einem Schlüssel.",
        "die erste Zeile lautet zum Beispiel „id: …“, ohne „- “ davor",
    )


def unnamed_chapter(name: str) -> Words:
    if name.endswith(".yml"):
        return f"Die Datei {name} wird nicht gelesen: Kapitel enden auf .yaml.", "umbenennen"
    chapter = name.removesuffix(".yaml")
    if copy := next(filter(None, (each.fullmatch(chapter) for each in (_COPY_BEFORE, _COPY_IN_CONFLICT, _COPY))), None):
        return (
            f"Die Datei „{name}“ ist dem Namen nach eine Kopie von „{copy[1]}.yaml“; sie wird nicht gelesen.",
            "löschen; soll ein neues Kapitel daraus werden: umbenennen, die id darin ebenso, und in kursbuch.yaml nennen",
        )
    if not ID_PATTERN.fullmatch(chapter):
        wanted = identifier(chapter) or "neues-kapitel"
        return (
            f"Die Datei „{name}“ wird nicht gelesen: Ihr Name darf nur a–z, Ziffern und einzelne Bindestriche haben.",
            f"in „{wanted}.yaml“ umbenennen, darin „id: {wanted}“ schreiben, und in sources/kursbuch.yaml „- {wanted}“",
        )
    return (
        f"Das Kapitel „{chapter}“ kommt im Buch nicht vor.",
        f"„- {chapter}“ unter chapters in sources/kursbuch.yaml ergänzen oder die Datei löschen",
    )


def unknown_chapter(name: str, known: Sequence[str]) -> Words:
    found = nearest(name, known)
    hint = f"gemeint ist vielleicht „{found}“; " if found else ""
    possible = f"möglich sind: {listed(known)}; oder " if known else ""
    return (
        f"Das Handlungsfeld „{short(name)}“ gibt es in diesem Buch nicht; der Abschnitt steht ohne Nummer und Farbe.",
        f"{hint}{possible}den Abschnitt löschen",
    )


def duplicate_id(name: str, line: int) -> Words:
    return (
        f"Die Kennung „{short(name)}“ gibt es hier schon (zuerst in Zeile {line}).",
        "diese Kennung ändern; alte Kennungen bleiben, weil Verweise daran hängen",
    )


def reserved_id(name: str) -> Words:
    return (
        f"Die Kennung „{name}“ geht nicht: So heißt schon ein Schlüssel des Kapitels.",
        f"zum Beispiel „{name}-1“ schreiben",
    )


def reserved_chapter(name: str) -> Words:
    return f"Ein Kapitel kann nicht „{name}“ heißen: So beginnt die Anschrift anderer Angaben.", "umbenennen"


def duplicate_chapter(name: str, line: int) -> Words:
    return (
        f"Das Kapitel „{name}“ steht zweimal im Buch (zuerst in Zeile {line}).",
        "eine der beiden Zeilen löschen",
    )


def other_chapter_id(name: str, file: str) -> Words:
    return (
        f"Die Kennung „{short(name)}“ passt nicht zum Dateinamen.",
        f"„id: {file}“ schreiben oder die Datei umbenennen",
    )


def duplicate_number(value: str, chapter: str) -> Words:
    return f"Die Nummer {short(value)} hat schon das Handlungsfeld „{chapter}“.", "eine andere Nummer geben"


def dead_reference(target: str, known: Sequence[str]) -> Words:
    if not target:
        return "Dem Verweis fehlt sein Ziel.", "die Kennung hinter „#“ ergänzen"
    otherwise = "die Kennung (id) des Ziels schreiben; in anderen Kapiteln #kapitel/id"
    found = _of_its_kind(target, known) or nearest(target, known)
    hint = f"gemeint ist vielleicht „#{found}“" if found else otherwise
    return f"Der Verweis „#{short(target)}“ hat kein Ziel.", hint


def _of_its_kind(target: str, known: Sequence[str]) -> str:
    """Give what a renamed id may be called now: „tab-kurse“ became a „tab-…“ more likely than a paragraph „kurse“."""
    kind, dash, _ = target.rpartition("/")[2].partition("-")
    alike: dict[str, str] = {}
    for name in known:
        own = name.rpartition("/")[2]
        if dash and own.startswith(f"{kind}-"):
            alike.setdefault(own, name)
    return nearest(target, alike.values()) or (next(iter(alike.values())) if len(alike) == 1 else "")


def ambiguous_reference(target: str, candidates: Sequence[str]) -> Words:
    choice = " oder ".join(f"„#{candidate}“" for candidate in candidates[:6])
    return (
        f"Der Verweis „#{target}“ ist nicht eindeutig: Die Kennung gibt es in mehreren Kapiteln.",
        f"{choice} schreiben",
    )


def unknown_entry(scheme: str, name: str, known: Sequence[str]) -> Words:
    places = {
        "glossar": "Glossar (glossary.yaml, entries)",
        "abk": "Abkürzungsverzeichnis (glossary.yaml, abbreviations)",
        "lit": "Literaturverzeichnis (literature.yaml)",
    }
    message = f"„{short(name)}“ steht nicht im {places[scheme]}."
    found = nearest(name, known)
    return (
        message,
        f"gemeint ist vielleicht „{scheme}:{found}“" if found else "dort einen Eintrag mit dieser Kennung anlegen",
    )


def unused_entries(what: str, names: Sequence[str]) -> Words:
    return (
        f"Im Text nirgends genannt sind diese {what}: {listed(names)}.",
        "im Text darauf verweisen oder so lassen",
    )


def undefined_note(name: str, known: Sequence[str], uncalled: Sequence[str] = ()) -> Words:
    """Say that a note is not there; one that nothing calls may be the same under another id."""
    hint = f"unter notes einen Eintrag „- id: {short(name) or 'fn-1'}“ anlegen"
    found = nearest(name, known) or (uncalled[0] if len(uncalled) == 1 else "")
    return (
        f"Die Fußnote „{short(name)}“ gibt es in diesem Kapitel nicht.",
        f"gemeint ist vielleicht „[^{found}]“; sonst {hint}" if found else hint,
    )


def unused_note(name: str) -> Words:
    return (
        f"Die Fußnote „{name}“ wird nirgends aufgerufen.",
        f"„[^{name}]“ in einen Text setzen oder die Fußnote löschen",
    )


def note_in_note(*, own: bool) -> Words:
    message = "Die Fußnote ruft sich selbst auf." if own else "Eine Fußnote kann keine Fußnote aufrufen."
    return message, "den Aufruf löschen; Ergänzungen gehören in denselben Fußnotentext"


def more_problems(count: int) -> Words:
    return f"Diese Datei hat {count} weitere Fehler.", "erst die gezeigten beheben"


def other_number(number: str, wanted: int) -> Words:
    """Explain that the numbers of action fields follow each other."""
    return (
        f"Das Handlungsfeld hat die Nummer {number}; der Reihe nach wäre es {wanted}.",
        f"„number: {wanted}“ schreiben oder die Reihenfolge unter „chapters“ in sources/kursbuch.yaml ändern",
    )


def no_measures_to_draw(drawing: str) -> Words:
    """A drawing of the measures in a book that has none."""
    return f"Die Zeichnung „{drawing}“ zeigt die Maßnahmen, und dieses Buch hat keine.", (
        "die Zeichnung löschen oder in einem Handlungsfeld Maßnahmen schreiben"
    )


def part_not_listed(part: str) -> Words:
    """Explain that something points to a part that no chapter prints."""
    what = {"literature": "auf das Literaturverzeichnis", "glossary": "auf das Glossar"}[part]
    return (
        f"Der Text verweist {what}, aber kein Kapitel dieser Ausgabe druckt es.",
        f"in einem Kapitel einen Baustein mit „kind: generated“ und „part: {part}“ anlegen, oder den Verweis löschen",
    )


LEAVES_THE_SHEET: Words = (
    "Dieser Verweis führt aus dem Blatt hinaus, und das Blatt steht für sich allein.",
    "durch Worte ersetzen; möglich sind **fett**, *kursiv*, [Worte](https://…) und [Worte](sprache:en)",
)
