"""Which handouts there are, and their names."""

from __future__ import annotations

from dataclasses import dataclass

from kursbuch_press.compose.manuscript import HandoutKind, Manuscript
from kursbuch_press.pages.handouts import wording


@dataclass(frozen=True, slots=True)
class Name:
    """A handout: the stem of its file ("01-deutsch-fuer-alle"), its id, and its language if that is not the book's."""

    stem: str
    id: str
    language: str = ""

    @property
    def path(self) -> str:
        """Its place below the folder of the handouts, without ending."""
        return f"{self.language}/{self.stem}" if self.language else self.stem


def handout_ids(manuscript: Manuscript) -> tuple[tuple[str, str], ...]:
    """Give file stem and id of each handout: the overview, the fields in order, the summary; those that it has."""
    ids = {
        wording.OVERVIEW: HandoutKind.OVERVIEW,
        **{chapter.id: HandoutKind.FIELD for chapter in manuscript.fields},
        wording.PLAIN_LANGUAGE: HandoutKind.PLAIN_LANGUAGE,
    }
    return tuple((f"{number:02}-{each}", each) for number, (each, kind) in enumerate(ids.items()) if kind in manuscript.sheets)


def all_names(manuscript: Manuscript) -> tuple[Name, ...]:
    """Give every handout, those in the language of the book first."""
    own = tuple(Name(*each) for each in handout_ids(manuscript))
    others = tuple(
        Name(name.stem, name.id, wanted.language)
        for wanted in manuscript.edition.translations
        for name in own
        if name.id in wanted.sheets
    )
    return (*own, *others)


def folded(name: Name) -> bool:
    """Tell whether a handout is a folded sheet of four pages."""
    return name.id not in {wording.OVERVIEW, wording.PLAIN_LANGUAGE}
