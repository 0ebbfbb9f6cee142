"""A Word file: its text, notes, styles, properties and links, each found by its relation as Word does (ECMA-376, part 1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kursbuch_press.limits import Budget
from kursbuch_press.packages import wording
from kursbuch_press.packages.elements import Element, W
from kursbuch_press.packages.package import Package, open_package
from kursbuch_press.packages.styles import Styles, read_styles
from kursbuch_press.problems import FileError

_USUAL_MAIN = "word/document.xml"
_OTHER_PROGRAMS = ("xl/", "ppt/", "visio/")


@dataclass(frozen=True, slots=True)
class WordFile:
    """What is read of a Word file. ``targets`` are the addresses of links by the id of their relation."""

    name: str
    package: Package = field(repr=False)
    main: str
    document: Element = field(repr=False)
    body: Element = field(repr=False)
    notes: tuple[Element, ...] = field(repr=False)
    styles: Styles = field(repr=False)
    core: Element | None = field(repr=False)
    settings: Element | None = field(repr=False)
    theme: Element | None = field(repr=False)
    targets: Mapping[str, str] = field(repr=False)

    @property
    def language(self) -> str:
        """The language that holds where nothing else is said."""
        return self.styles.language

    def paragraphs(self) -> Iterator[Element]:
        """Give all paragraphs of the text, those in tables included."""
        return self.body.iter(f"{W}p")

    def related(self, kind: str) -> Iterator[Element]:
        """Give the parts of a kind that the text has, such as ``comments`` or ``header``."""
        for part in self.package.related(kind, self.main):
            found = self.package.xml(part)
            if found is not None:
                yield found


def open_word(content: bytes, name: str = "", budget: Budget | None = None) -> WordFile:
    """Open a file that may come from anybody; what cannot be read at all raises PressError."""
    package = open_package(content, name, budget)
    main = _main_part(package)
    document = package.xml(main)
    body = document.find(f"{W}body") if document is not None else None
    if document is None or body is None:
        raise FileError(wording.NO_WORD)

    def part(kind: str, of: str = main) -> Element | None:
        names = package.related(kind, of)
        return package.xml(names[0]) if names else None

    notes = (part("footnotes"), part("endnotes"))
    return WordFile(
        name,
        package,
        main,
        document,
        body,
        tuple(each for each in notes if each is not None),
        read_styles(part("styles")),
        part("core-properties", ""),
        part("settings"),
        part("theme"),
        {each.id: each.target for each in package.relations(main)},
    )


def _main_part(package: Package) -> str:
    """Find the text: most programs call it word/document.xml, but only the relations of the package say so."""
    for target in package.related("officeDocument"):
        if target.startswith(_OTHER_PROGRAMS):
            raise FileError(wording.NO_WORD)
        return target
    if _USUAL_MAIN in package:
        return _USUAL_MAIN
    raise FileError(wording.NO_WORD)
