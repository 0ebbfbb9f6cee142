"""What may be wrong with single signs of a text."""

from __future__ import annotations

from kursbuch_press.sources.wording.words import Words, short


def steering(code: str) -> Words:
    return (
        f"Hier steht ein unsichtbares Zeichen, das die Schreibrichtung umstellt ({code}).",
        "das Zeichen löschen: den Text um diese Stelle herum neu tippen oder als reinen Text einfügen",
    )


def private(code: str) -> Words:
    step = (
        "aus Word kopierte Aufzählungszeichen löschen und eine Liste schreiben (kind: list)"
        if code.startswith("U+F0") and len(code) == len("U+F0B7")
        else "das Zeichen löschen oder durch ein Wort oder ein gewöhnliches Zeichen ersetzen"
    )
    return f"Das Zeichen {code} hat nur in der Schrift des Programms eine Gestalt, aus dem es kommt.", step


def bullet(sign: str, count: int) -> Words:
    step = "das Zeichen löschen" if count == 1 else "jeden Punkt in einen eigenen Eintrag schreiben und die Zeichen löschen"
    return (
        f"Der Text beginnt mit dem Aufzählungszeichen „{sign}“; solche Zeichen setzt die Presse selbst.",
        f"{step}; eine Liste ist ein Baustein mit „kind: list“, ihre Punkte beginnen mit „- id: …“",
    )


def numbered(first: str, second: str) -> Words:
    return (
        f"Die Zeilen beginnen mit „{first}“ und „{second}“, wie eine Liste; gedruckt wird ein einziger Absatz.",
        "einen Baustein mit „kind: list“ und „ordered: true“ anlegen; die Nummern setzt die Presse",
    )


def comma_between_digits(before: str, behind: str) -> Words:
    return (
        f"In eckigen Klammern trennt jedes Komma: Aus „{before},{behind}“ werden zwei Einträge.",
        f'eine Zahl mit Komma in gerade Anführungszeichen setzen: "{before},{behind} …"; sonst dahinter ein Leerzeichen tippen',
    )


def printed_quotation_marks(value: str) -> Words:
    inside = value[1:-1].strip()
    return (
        f"Die Anführungszeichen um {short(value)} werden mitgedruckt: Für YAML sind sie gewöhnliche Zeichen.",
        f'sollen sie nicht gedruckt werden, "{short(inside)}" schreiben; sonst den ganzen Wert in gerade Zeichen "…" setzen',
    )


def lonely_quotation_mark(sign: str, around: str, *, opens: bool) -> Words:
    lacks = "wird geöffnet, aber nicht geschlossen" if opens else "wird geschlossen, aber nicht geöffnet"
    step = "das schließende" if opens else "das öffnende"
    return (
        f"Ein Anführungszeichen {lacks}: {sign} in »{short(around)}«.",
        f"{step} Zeichen ergänzen oder dieses löschen",
    )


def inches() -> Words:
    return (
        'Das Zeichen " steht hinter einer Zahl und bleibt, wie es ist.',
        "sind Zoll gemeint, „Zoll“ schreiben; ist es ein Anführungszeichen, sein Gegenstück ergänzen",
    )
