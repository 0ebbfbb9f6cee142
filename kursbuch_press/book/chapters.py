"""Chapters: free ones, the action fields with their fixed skeleton, and the continuation of the network."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from kursbuch_press.book.blocks import Block
from kursbuch_press.book.measures import Measure
from kursbuch_press.book.record import Day, Flag, Identified, Words
from kursbuch_press.book.texts import Text


class Matter(StrEnum):
    """Where in the book a chapter stands."""

    FRONT = "front"
    MAIN = "main"
    BACK = "back"


class Side(StrEnum):
    """On which page a chapter starts: right-hand pages have odd folios."""

    RIGHT = "right"
    LEFT = "left"
    ANY = "any"


class Note(Identified):
    """A footnote; a text of the same chapter calls it with ``[^id]``."""

    text: Annotated[Text, Field(description="Wortlaut der Fußnote.")]


class OpenQuestion(Identified):
    """Something that a co-author or editor asks about a place of the chapter, as long as it has no answer.

    It goes out with the next draft as a comment at its place, and is printed nowhere.
    """

    at: Annotated[
        Words,
        Field(
            pattern=r"^[a-z0-9_]+([/-][a-z0-9_]+)*$",
            description="Wozu gefragt wird: Kennung und Feld des Textes, zum Beispiel lage-1/text.",
        ),
    ]
    text: Annotated[Words, Field(description="Die Frage oder Anmerkung.")]
    quoted: Annotated[Words | None, Field(description="Die Worte, auf die sie sich bezieht.")] = None
    asked_by: Annotated[Words | None, Field(description="Wer fragt.")] = None
    asked_on: Annotated[Day | None, Field(description="Wann, als JJJJ-MM-TT.")] = None
    answer: Annotated[
        Words | None, Field(description="Die Antwort, sobald es eine gibt; danach geht die Frage nicht mehr aus.")
    ] = None


class _Chapter(Identified):
    title: Annotated[Text, Field(description="Titel des Kapitels.")]
    short_title: Annotated[Words | None, Field(description="Kürzerer Titel für den Kolumnentitel.")] = None
    pages: Annotated[
        int | None,
        Field(ge=1, le=999, description="Wie viele Seiten das Kapitel höchstens haben soll; `check` sagt, wenn es mehr sind."),
    ] = None
    characters: Annotated[
        int | None,
        Field(
            ge=1,
            le=9_999_999,
            description="Wie viele Zeichen mit Leerzeichen es höchstens haben soll; `check` sagt, wenn es mehr sind.",
        ),
    ] = None
    notes: Annotated[tuple[Note, ...], Field(description="Die Fußnoten des Kapitels.")] = ()
    open_questions: Annotated[
        tuple[OpenQuestion, ...],
        Field(description="Fragen zu einzelnen Stellen; sie gehen mit dem nächsten Entwurf als Kommentare hinaus."),
    ] = ()


class Chapter(_Chapter):
    """A chapter whose blocks stand in any order."""

    kind: Annotated[Literal["chapter"], Field(description="Ein freies Kapitel.")]
    matter: Annotated[Matter, Field(description="front (Titelei), main (Hauptteil) oder back (Anhang).")] = Matter.MAIN
    starts: Annotated[Side, Field(description="right, left oder any: auf welcher Seite das Kapitel beginnt.")] = Side.ANY
    heading: Annotated[Flag, Field(description="false: Der Titel wird nicht gedruckt (Titelseiten).")] = True
    listed: Annotated[Flag, Field(description="false: nicht im Inhaltsverzeichnis.")] = True
    blocks: Annotated[tuple[Block, ...], Field(min_length=1, description="Die Bausteine des Kapitels.")]


class Goal(Identified):
    """A goal of an action field."""

    text: Annotated[Text, Field(description="Das Ziel in einem Satz.")]
    short: Annotated[Words | None, Field(description="Das Ziel in wenigen Worten, für „Auf einen Blick“.")] = None


class Approach(Identified):
    """A way to reach the goals (Lösungsansatz)."""

    title: Annotated[Text, Field(description="Name des Lösungsansatzes.")]
    blocks: Annotated[tuple[Block, ...], Field(min_length=1, description="Bausteine, die ihn beschreiben.")]


class Actor(Identified):
    """A kind of body that takes part in an action field."""

    name: Annotated[Words, Field(description="Art der Stelle, zum Beispiel „Träger der Integrationskurse“.")]
    role: Annotated[Text, Field(description="Was sie beiträgt.")]


class Question(Identified):
    """A question to the co-authors; it stands in the Word drafts only."""

    text: Annotated[Text, Field(description="Die Frage.")]
    answer: Annotated[Text | None, Field(description="Die Antwort, sobald es eine gibt.")] = None


class _FieldChapter(_Chapter):
    claim: Annotated[Text, Field(description="Der Leitsatz des Handlungsfelds.")]
    swatch: Annotated[Words, Field(description="Farbe aus layouts/palette.yaml, zum Beispiel elbe.")]
    illustration: Annotated[
        Words | None,
        Field(description="Bild des Handlungsfelds aus layouts/drawings/illustrations.yaml, zum Beispiel gespraech."),
    ] = None
    lead: Annotated[Text, Field(description="Einleitung auf der Eröffnungsseite.")]
    addressed: Annotated[
        tuple[Words, ...],
        Field(min_length=1, description="An wen sich das Kapitel vor allem richtet."),
    ]
    situation: Annotated[tuple[Block, ...], Field(min_length=1, description="Ausgangslage.")]
    goals: Annotated[tuple[Goal, ...], Field(min_length=1, description="Ziele.")]
    approaches: Annotated[tuple[Approach, ...], Field(min_length=1, description="Lösungsansätze.")]
    steps: Annotated[tuple[Block, ...], Field(description="Text vor den Maßnahmen.")] = ()
    measures: Annotated[tuple[Measure, ...], Field(min_length=1, description="Umsetzungsschritte: die Maßnahmen.")]
    actors: Annotated[tuple[Actor, ...], Field(min_length=1, description="Akteure.")]
    good_practice: Annotated[tuple[Block, ...], Field(description="Gute Praxis.")] = ()
    questions: Annotated[tuple[Question, ...], Field(description="Fragen an die Mitautoren.")] = ()


class ActionField(_FieldChapter):
    """One of the action fields (Handlungsfelder), always with the same skeleton."""

    kind: Annotated[Literal["action_field"], Field(description="Ein Handlungsfeld.")]
    number: Annotated[int, Field(ge=1, le=99, description="Nummer des Handlungsfelds.")]


class Continuation(_FieldChapter):
    """The proposals for the continuation of the network (Verstetigung), with the same skeleton but no number."""

    kind: Annotated[Literal["continuation"], Field(description="Die Verstetigung der Netzwerkarbeit.")]


def _kind(value: object) -> str:
    return str(value.get("kind", "") if isinstance(value, dict) else getattr(value, "kind", ""))


AnyChapter = Annotated[
    Annotated[Chapter, Tag("chapter")]
    | Annotated[ActionField, Tag("action_field")]
    | Annotated[Continuation, Tag("continuation")],
    Discriminator(_kind),
]
