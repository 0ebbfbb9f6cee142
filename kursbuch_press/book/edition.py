"""The edition: what is made of the book, in which format, and what its imprint says."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from kursbuch_press.book import wording
from kursbuch_press.book.addresses import Id
from kursbuch_press.book.record import Day, Flag, Language, Record, WebAddress, Words
from kursbuch_press.book.texts import Text


class QuotationMarks(StrEnum):
    """How quotations are marked; all styles may be typed, the edition decides what is printed."""

    GERMAN = "german"
    GUILLEMETS = "guillemets"


class ScreenStandard(StrEnum):
    """Which part of PDF/UA the files for the screen keep: the first with PDF/A-2a, the second with PDF/A-4."""

    UA_1 = "ua-1"
    UA_2 = "ua-2"


class Trim(Record):
    """The size of a finished page in mm."""

    width: Annotated[float, Field(ge=90, le=300, description="Breite der beschnittenen Seite in mm.")] = 148
    height: Annotated[float, Field(ge=120, le=420, description="Höhe der beschnittenen Seite in mm.")] = 210


class DraftSettings(Record):
    """What the Word files say of themselves and where they are sent back to."""

    name: Annotated[Words, Field(description="Name des Entwurfs, zum Beispiel „Entwurf 1“.")]
    state: Annotated[Words, Field(description="Stand, zum Beispiel „zur Durchsicht“.")]
    send_to: Annotated[
        Annotated[Words, Field(pattern=r"^[^@\s]+@[^@\s]+$")] | None,
        Field(description="E-Mail-Adresse, an die Änderungen gehen."),
    ] = None
    on_pages: Annotated[
        Flag, Field(description="true: Name, Stand und Datum stehen unten auf jeder Seite des Buches, bis es freigegeben wird.")
    ] = False
    send_by: Annotated[Day | None, Field(description="Bis wann, als JJJJ-MM-TT.")] = None


class WantedTranslation(Record):
    """A language other than that of the book, and the handouts that exist in it."""

    language: Annotated[Language, Field(description="Sprache nach BCP 47, wie die Datei in sources/translations/ heißt.")]
    sheets: Annotated[
        tuple[Words, ...],
        Field(min_length=1, description="auf-einen-blick oder die Kennung eines Handlungsfelds."),
    ]


class Jurisdiction(Record):
    """The law under which the book appears: it names what an imprint must hold, and the press names it in its reports."""

    press_law: Annotated[Words, Field(description="Wo steht, was ins Impressum gehört: Paragraf und Pressegesetz.")]


class Edition(Record):
    """One edition of the Kursbuch (kursbuch.yaml)."""

    id: Id
    title: Annotated[Words, Field(description="Titel des Buches.")]
    short_title: Annotated[Words, Field(description="Kurzer Titel, zum Beispiel „Kursbuch“.")]
    motto: Annotated[str, Field(description="Leitwort des Buches; darf fehlen.")] = ""
    issued_by: Annotated[Words, Field(description="Wer das Buch vorlegt.")]
    date: Annotated[Day, Field(description="Stand der Ausgabe als JJJJ-MM-TT.")]
    language: Annotated[Language, Field(description="Sprache des Buches, de.")] = "de"
    muster: Annotated[Flag, Field(description="true: Musterausgabe mit Beispieltexten, nicht zur Verbreitung.")] = True
    muster_note: Annotated[
        Text | None,
        Field(validate_default=True, description="Was an dieser Ausgabe Beispieltext ist; Pflicht, solange muster: true gilt."),
    ] = None
    about: Annotated[
        Text | None, Field(description="Was hinten auf dem Umschlag steht: worum es im Buch geht, in höchstens sechs Zeilen.")
    ] = None
    jurisdiction: Annotated[
        Jurisdiction | None, Field(description="Unter welchem Recht das Buch erscheint; Berichte nennen es, darf fehlen.")
    ] = None
    quotation_marks: Annotated[QuotationMarks, Field(description="german: „…“; guillemets: »…«.")] = QuotationMarks.GERMAN
    trim: Annotated[Trim, Field(description="Format der beschnittenen Seite in mm.")] = Trim()
    bleed: Annotated[float, Field(ge=0, le=10, description="Beschnittzugabe in mm.")] = 3
    web_address: Annotated[WebAddress, Field(description="Adresse des Buches im Netz (QR-Codes der Handreichungen).")]
    keywords: Annotated[tuple[Words, ...], Field(description="Schlagwörter für die Dateien.")] = ()
    printer: Annotated[
        Words,
        Field(description="Druckereiprofil: Name einer Datei in layouts/printers/ ohne .yaml."),
    ] = "offset-gestrichen"
    screen_standard: Annotated[
        ScreenStandard,
        Field(description="Norm der Bildschirmfassungen. ua-1: PDF/UA-1 mit PDF/A-2a; ua-2: PDF/UA-2 mit PDF/A-4 und WTPDF."),
    ] = ScreenStandard.UA_1
    booklet_signature: Annotated[
        int,
        Field(ge=0, le=64, multiple_of=4, description="Seiten je Heft der Broschüre; 0 faltet das ganze Buch ineinander."),
    ] = 16
    draft: Annotated[DraftSettings, Field(description="Angaben zu den Word-Dateien.")]
    translations: Annotated[
        tuple[WantedTranslation, ...],
        Field(description="In welche anderen Sprachen welche Handreichungen übersetzt sind."),
    ] = ()
    hyphenation: Annotated[
        tuple[Annotated[Words, Field(pattern=r"^\S+$")], ...],
        Field(description="Ausnahmen der Silbentrennung, zum Beispiel Flüchtlings-sozial-arbeit."),
    ] = ()
    chapters: Annotated[
        tuple[Id, ...],
        Field(min_length=1, description="Die Kapitel in der Reihenfolge des Buches: Dateinamen ohne .yaml."),
    ]

    @field_validator("muster_note")
    @classmethod
    def _says_what_is_sample(cls, note: Text | None, info: ValidationInfo) -> Text | None:
        if note is None and info.data.get("muster", True):
            raise PydanticCustomError("muster_note", wording.NO_MUSTER_NOTE)
        return note


class Body(Record):
    """A body or firm with its postal address."""

    name: Annotated[Words, Field(description="Name.")]
    address: Annotated[tuple[Words, ...], Field(min_length=1, description="Anschrift, Zeile für Zeile.")]
    contact: Annotated[tuple[Words, ...], Field(description="Telefon, E-Mail, Netz.")] = ()
    muster: Annotated[Flag, Field(description="true: Platzhalter, noch nicht die richtige Angabe.")] = False


class Statement(Record):
    """A text that somebody has to approve."""

    text: Annotated[Text, Field(description="Wortlaut.")]
    muster: Annotated[Flag, Field(description="true: Platzhalter, noch nicht der verbindliche Wortlaut.")] = False


class Imprint(Record):
    """The imprint; the press laws of the German states ask for name and address of printer and publisher."""

    publisher: Annotated[Body | None, Field(description="Herausgeber mit Anschrift (Pflicht für die Verbreitung).")] = None
    printer: Annotated[Body | None, Field(description="Druckerei mit Anschrift (Pflicht für die Verbreitung).")] = None
    editors: Annotated[Body | None, Field(description="Redaktion.")] = None
    distribution: Annotated[
        Statement | None,
        Field(description="Verteilerhinweis (parteipolitische Neutralität); der Wortlaut kommt vom Herausgeber."),
    ] = None
    isbn: Annotated[Words | None, Field(description="ISBN-13 mit Bindestrichen, wenn es eine gibt.")] = None
    rights: Annotated[Text | None, Field(description="Hinweis zu Rechten und Lizenz.")] = None
    typography: Annotated[Text | None, Field(description="Angaben zu Schriften und Herstellung; ohne sie: die Schriften.")] = (
        None
    )

    @property
    def barriers(self) -> str:
        """Give where barriers are reported: the contact of the publisher, or its postal address; may be empty."""
        if self.publisher is None:
            return ""
        return ", ".join(self.publisher.contact or (self.publisher.name, *self.publisher.address))
