"""A small manuscript made by hand, with every kind of node and inline, and what is needed to write it."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from kursbuch_press.book.edition import Edition, Imprint
from kursbuch_press.compose import matter, nodes
from kursbuch_press.compose.drawing_data import DrawingData
from kursbuch_press.compose.inlines import (
    Content,
    Emphasis,
    Footnote,
    Foreign,
    Jump,
    PageNumber,
    Short,
    Spot,
    Strong,
    WebLink,
    Words,
)
from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter, Purpose, Section, SectionOf, sections_of
from kursbuch_press.sources import read_layout
from kursbuch_press.word import Draft, Drawing, Looks, StyleSet, make_looks
from tests.shipped import vocabulary

PROJECT = Path(__file__).resolve().parents[2]
COLOURS = (
    "elbe weinberg sandstein porphyr amethyst petrol elbe-light weinberg-light sandstein-light porphyr-light "
    "amethyst-light petrol-light text quiet rule grey paper"
)


def say(words: str) -> Content:
    """Give plain words."""
    return (Words(words),)


def png(width: int = 60, height: int = 30) -> bytes:
    """Give a small grey PNG."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    lines = (b"\0" + b"\x80" * width) * height
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def looks() -> Looks:
    """Give the shipped looks, with colours that need no palette."""
    style_set = read_layout(PROJECT / "layouts/word/styles.yaml", StyleSet)
    return make_looks(style_set, {name: f"#{number:06x}" for number, name in enumerate(COLOURS.split(), start=1)})


def draft(chapters: tuple[str, ...] | None = None) -> Draft:
    """Give a draft of the sample."""
    return Draft(
        name="Entwurf 2",
        state="zur Durchsicht",
        looks=looks(),
        chapters=chapters,
        drawings={"feld/abb-weg": Drawing(png(), 120, b'<svg xmlns="http://www.w3.org/2000/svg"/>')},
        pictures={"ranke.png": png(40, 40), "karte.png": png()},
        send_to="redaktion@kursbuch.example",
        send_by=date(2014, 9, 30),
    )


def edition() -> Edition:
    """Give the edition of the sample."""
    return Edition.model_validate(
        {
            "id": "muster",
            "title": "Musterkursbuch",
            "short_title": "Kursbuch",
            "motto": "Vielfalt & Einigkeit",
            "issued_by": "Netzwerk Muster",
            "date": date(2014, 6, 27),
            "muster_note": "Ein Muster.",
            "draft": {"name": "Entwurf 2", "state": "zur Durchsicht"},
            "web_address": "https://kursbuch.example/",
            "keywords": ("Integration", "Sachsen"),
            "chapters": ("titel", "inhalt", "feld", "anhang"),
        }
    )


def manuscript() -> Manuscript:
    """Give the whole sample."""
    return Manuscript(edition(), Imprint(), vocabulary(), (_title(), _contents(), _field(), _appendix()))


def _title() -> ManuscriptChapter:
    page = ("Musterkursbuch", "Vielfalt & Einigkeit", "Netzwerk Muster", "27. Juni 2014")
    statements = (
        matter.ImprintStatement("Druck", (say("Druckerei Muster"), say("Musterstadt")), muster=True),
        matter.ImprintStatement("Rechte", (say("Alle Rechte beim Netzwerk."),)),
    )
    parts = (
        matter.TitlePage(
            "titel/schmutz",
            half=True,
            title=page[0],
            motto=page[1],
            issued_by=page[2],
            date=page[3],
            muster=True,
        ),
        matter.TitlePage(
            "titel/seite",
            half=False,
            title=page[0],
            motto=page[1],
            issued_by=page[2],
            date=page[3],
            muster=True,
        ),
        matter.ImprintPage("titel/impressum", statements),
    )
    return ManuscriptChapter("titel", "chapter", "front", say("Titel"), "Titel", sections_of(parts), listed=False)


def _contents() -> ManuscriptChapter:
    entries = (
        matter.Entry(1, "1", say("Deutsch für alle"), "feld"),
        matter.Entry(2, "", say("Ausgangslage"), "feld/situation"),
        matter.Entry(1, "", say("Anhang"), "anhang"),
    )
    parts = (
        nodes.Heading("inhalt/title", 1, say("Inhalt"), listed=False),
        matter.Directory("inhalt/teil", "contents", entries),
    )
    return ManuscriptChapter("inhalt", "chapter", "front", say("Inhalt"), "Inhalt", sections_of(parts), listed=False)


def every_inline() -> Content:
    """Give a text with every kind of inline."""
    return (
        Words("Ein Satz mit z.\u202fB. "),
        Strong(say("Stärke")),
        Words(", "),
        Emphasis((Words("Betonung und "), Strong(say("beidem")))),
        Words(", "),
        Foreign(say("learning by doing"), "en"),
        Words(" und "),
        Foreign(say("أهلا"), "ar"),
        Words("; "),
        WebLink((Words("das "), Emphasis(say("Bundesamt"))), "https://www.bamf.example/?a=1&b=2"),
        Words(" ("),
        Short(say("BAMF"), "Bundesamt für Migration und Flüchtlinge"),
        Words(") sagt"),
        Footnote(
            1,
            "feld/n-1/text",
            (Words("Eine Fußnote mit "), WebLink(say("Verweis"), "https://notes.example/"), Words(".")),
        ),
        Words(" in "),
        Jump(say("Tabelle\u00a01"), "feld/tab-kurse", page=True, label=True),
        Words(", in "),
        Jump(say("Maßnahme 1.1"), "feld/m-1", page=True, label=True),
        Words(", im "),
        Jump(say("Kapitel „Anhang“"), "anhang", page=True, label=True),
        Words(" und auf Seite "),
        PageNumber("feld/tab-kurse"),
        Words(", was ein "),
        Spot((Jump(say("Integrationskurs"), "glossary/kurs", role="term"),), "feld/spot-1"),
        Words(" ist ("),
        Jump(say("AufenthG"), "literature/aufenthg", role="citation"),
        Words(")"),
        Footnote(1, "feld/n-1/text", (), again=True),
        Words(". Und weit weg: "),
        Jump(say("Tabelle\u00a09"), "anderswo/tab", page=True, label=True),
        Words(". Frei\u2011zeit, Sprach\u00adkurs."),
    )


def _item(name: str, below: nodes.ItemList | None = None) -> nodes.Item:
    return nodes.Item(f"feld/{name}/text", say(f"Punkt {name}"), below)


def _lists() -> tuple[nodes.ItemList, ...]:
    deepest = nodes.ItemList("feld/l-3", ordered=False, items=(_item("p-4"), _item("p-5")))
    middle = nodes.ItemList("feld/l-2", ordered=True, items=(_item("p-2", deepest), _item("p-3")))
    return (
        nodes.ItemList("feld/l-1", ordered=True, items=(_item("p-1", middle), _item("p-6"))),
        nodes.ItemList("feld/l-4", ordered=True, items=(_item("p-7"),)),
        nodes.ItemList("feld/l-5", ordered=False, items=(_item("p-8"),)),
    )


def _table(of: str, label: str, columns: int, *, editable: bool = True) -> nodes.Table:
    aligned = ("left", "right", "center")
    return nodes.Table(
        address=of,
        label=label,
        caption=say("Kurse und Stunden") if label else (),
        columns=tuple(nodes.Column(f"{of}/c{at}", say(f"Spalte {at}"), aligned[at % 3], at + 1) for at in range(columns)),
        rows=tuple(
            nodes.Row(
                f"{of}/r{line}",
                tuple(nodes.Cell(f"{of}/r{line}/c{at}", say(f"Zelle {line}.{at}")) for at in range(columns)),
            )
            for line in range(2)
        ),
        source=say("Eigene Zählung") if label else (),
        row_headers=True,
        editable=editable,
    )


def _plan(of: str) -> nodes.Table:
    """Give a table of which a row heads the others."""
    table = _table(of, "", 6, editable=False)
    head = nodes.Row(f"{of}/eins", (nodes.Cell(f"{of}/eins/title", say("1 Deutsch")),), heads=True)
    return replace(table, rows=(head, *table.rows))


def _card() -> nodes.MeasureCard:
    def fact(field: str, label: str, words: str = "") -> nodes.Fact:
        return nodes.Fact(f"feld/m-1/{field}", label, say(words) if words else ())

    return nodes.MeasureCard(
        "feld/m-1",
        "1.1",
        say("Ein Kursplan"),
        say("Alle Träger stimmen sich ab."),
        responsible=fact("responsible", "Wer", "Landkreise"),
        partners=fact("partners", "Mit wem"),
        until=fact("until", "Wann", "09/2014"),
        means=fact("means", "Mittel", "Fahrgeld"),
        check=fact("check", "Woran gemessen", "am Plan"),
        priority=fact("priority", "Rang", "hoch"),
        status=fact("status", "Stand", "vorgeschlagen"),
        rank=3,
        settled=False,
        swatch="elbe",
    )


def _figures() -> tuple[nodes.Figure, ...]:
    drawing = DrawingData("way", "elbe")
    return (
        nodes.Figure(
            "feld/abb-weg",
            "Abbildung\u00a01",
            say("Der Weg"),
            "Ein Weg mit drei Stufen.",
            drawing=drawing,
            data=_table("feld/abb-weg/data", "", 7, editable=False),
        ),
        nodes.Figure(
            "feld/abb-karte",
            "Abbildung\u00a02",
            say("Die Karte"),
            "Eine Karte.",
            picture="karte.png",
            credit="A. Beispiel",
            width=50,
        ),
        nodes.Figure("feld/ranke", "", (), "", picture="ranke.png", decorative=True, width=30),
    )


def _field() -> ManuscriptChapter:
    glance = nodes.Glance(
        goals=(say("Alle lernen Deutsch."),),
        measures=1,
        addressed=("Landkreise",),
        contents=(matter.Entry(2, "", say("Ausgangslage"), "feld/situation"),),
    )
    parts: tuple[nodes.Node, ...] = (
        nodes.Opening(
            "feld",
            "1",
            say("Deutsch für alle"),
            say("Sprache für alle"),
            say(
                "Wer Deutsch lernt, findet sich zurecht: " * 5 + "im Amt."
            ),  # the table begins a page: LibreOffice 7.4 loses a row that a footnote above it pushes over
            "elbe",
            glance,
        ),
        nodes.Heading("feld/situation", 2, say("Ausgangslage")),
        nodes.Paragraph("feld/absatz/text", every_inline()),
        nodes.Paragraph("feld/vorspann/text", say("Ein Vorspann."), nodes.Role.LEAD),
        *_lists(),
        _table("feld/tab-kurse", "Tabelle\u00a01", 3),
        nodes.Paragraph("feld/danach/text", say("Nach der Tabelle.")),
        *_figures(),
        nodes.Quotation("feld/zitat", say("Wir fangen an."), say("Eine Bürgermeisterin")),
        nodes.KeyFigure("feld/zahl", "660 Stunden", say("dauert ein Kurs."), say("IntV")),
        nodes.Box(
            "feld/kasten",
            nodes.BoxKind.GOOD_PRACTICE,
            "So kann es gehen",
            say("Paten"),
            (
                nodes.Paragraph("feld/kasten-1/text", say("Im Kasten.")),
                nodes.ItemList("feld/kasten-2", ordered=True, items=(nodes.Item("feld/kasten-3/text", say("Eins")),)),
                nodes.ItemList("feld/kasten-4", ordered=False, items=(nodes.Item("feld/kasten-5/text", say("Punkt")),)),
            ),
        ),
        nodes.Heading("feld/measures", 2, say("Umsetzungsschritte")),
        _card(),
        nodes.Heading("feld/plan/title", 2, say("Plan"), number="1", listed=False),
        _plan("feld/plan"),
    )
    questions: Section = SectionOf(
        Purpose.QUESTIONS,
        nodes.Heading("feld/questions", 2, say("Fragen")),
        (
            nodes.Paragraph("feld/f-1/text", say("Was fehlt?"), nodes.Role.QUESTION),
            nodes.Paragraph("feld/f-1/answer", (), nodes.Role.ANSWER),
        ),
    )
    return ManuscriptChapter(
        "feld",
        "action_field",
        "main",
        say("Deutsch für alle"),
        "Deutsch",
        sections_of(parts),
        number="1",
        swatch="elbe",
        starts="left",
        drafts_only=questions,
    )


def _appendix() -> ManuscriptChapter:
    term = matter.Definition("glossary/kurs", "Integrationskurs", say("Ein Kurs."), (say("Sprachkurs"),), ("feld/spot-1",))
    law = matter.Definition("literature/aufenthg", "AufenthG", say("Gesetz über den Aufenthalt."))
    short = matter.Definition("abbreviations/bamf", "BAMF", say("Bundesamt"))
    parts = (
        nodes.Heading("anhang/title", 1, say("Anhang")),
        matter.Directory("anhang/abb", "figures", (matter.Entry(1, "Abbildung\u00a01", say("Der Weg"), "feld/abb-weg"),)),
        matter.Directory(
            "anhang/tab", "tables", (matter.Entry(1, "Tabelle\u00a01", say("Kurse und Stunden"), "feld/tab-kurse"),)
        ),
        matter.Definitions("anhang/glossar", "glossary", (term,)),
        matter.Definitions("anhang/literatur", "literature", (law,)),
        matter.Definitions("anhang/kurz", "abbreviations", (short,)),
        matter.Index(
            "anhang/register",
            (matter.IndexGroup("I", (matter.IndexEntry("Integrationskurs", ("feld/spot-1",), "glossary/kurs"),)),),
        ),
    )
    return ManuscriptChapter("anhang", "chapter", "back", say("Anhang"), "Anhang", sections_of(parts))
