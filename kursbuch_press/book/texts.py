"""A text of the book: a small, documented subset of Markdown, parsed into a tree of inlines.

The subset (docs/writing.md shows it to editors): ``**strong**``, ``*emphasis*``, ``[words](https://…)`` and
``[words](mailto:…)``, a footnote ``[^id]``, a cross-reference ``[words](#id)`` or ``[](#id)``, a glossary term
``[words](glossar:id)``, an abbreviation ``[BAMF](abk:id)``, a source ``[S. 12](lit:id)`` or ``[](lit:id)``, an index entry
``[words](register:)``, under another entry ``[words](<register:Two words>)``, and a foreign phrase
``[learning by doing](sprache:en)``. Nothing else is Markdown here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby
from typing import Any, NamedTuple
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from kursbuch_press.book import wording
from kursbuch_press.book.web import is_address

MAX_DEPTH = 10  # marks inside marks; three are rare in print


@dataclass(frozen=True, slots=True)
class Plain:
    """Words without any mark."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strongly stressed words."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to the web or to a mail address; ``href`` begins with ``http:``, ``https:`` or ``mailto:``."""

    content: tuple[Inline, ...]
    href: str


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The call of a footnote of the same chapter."""

    note: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference to any id; without content the press writes the label ("Tabelle 3 auf Seite 12")."""

    content: tuple[Inline, ...]
    target: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word that the glossary explains."""

    content: tuple[Inline, ...]
    term: str


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation that the list of abbreviations spells out."""

    content: tuple[Inline, ...]
    short: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A source in the literature; the content, if any, says where in it ("S. 12")."""

    content: tuple[Inline, ...]
    entry: str


@dataclass(frozen=True, slots=True)
class IndexMark:
    """Words on a page that the index names under ``entry``."""

    content: tuple[Inline, ...]
    entry: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A phrase in another language; ``language`` is a BCP 47 tag such as ``en``."""

    content: tuple[Inline, ...]
    language: str


Inline = Plain | Strong | Emphasis | Link | NoteCall | Reference | Term | Abbreviation | Citation | IndexMark | Foreign


class Fault(NamedTuple):
    """Something in a text that is not in the subset; ``fragment`` is the source text to look for."""

    fragment: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text as written (``source``) and as understood (``content``)."""

    source: str
    content: tuple[Inline, ...]

    @property
    def plain(self) -> str:
        """The words alone, without marks and note calls."""
        return plain(self.content)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic read a text from a string and keep one that is parsed already."""
        return core_schema.no_info_plain_validator_function(
            _validate,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda text: text.source),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Describe a text as a string for editors' language servers."""
        return {"type": "string"}


def _validate(value: object) -> Text:
    if isinstance(value, Text):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", wording.NO_TEXT)
    text, faults = parse(value)
    if faults:
        raise PydanticCustomError("markup", wording.MARKUP, {"count": len(faults), "faults": faults})
    if not value.strip():
        raise PydanticCustomError("empty_text", wording.EMPTY_TEXT)
    return text


def plain(content: tuple[Inline, ...]) -> str:
    """Give the words of inlines without marks."""
    return "".join(
        inline.text if isinstance(inline, Plain) else "" if isinstance(inline, NoteCall) else plain(inline.content)
        for inline in content
    )


def walk(content: tuple[Inline, ...]) -> Iterator[Inline]:
    """Give every inline of a tree, parents first, in reading order."""
    for inline in content:
        yield inline
        if not isinstance(inline, Plain | NoteCall):
            yield from walk(inline.content)


def parse(source: str) -> tuple[Text, list[Fault]]:
    """Read a text; what is not in the subset comes back as faults, and the rest is still read."""
    faults = list(_block_faults(source))
    tokens = _parser().parseInline(source)[0].children or []
    if _too_deep(tokens):
        return Text(source, (Plain(source),)), [*faults, Fault("", *wording.nested_markup())]
    content, _ = _inlines(tokens, 0, faults)
    faults.extend(_leftovers(tokens))
    return Text(source, content), faults


def _too_deep(tokens: list[Token]) -> bool:
    """Tell whether marks are nested beyond sense; what reads them is recursive."""
    return any(depth > MAX_DEPTH for depth in accumulate(token.nesting for token in tokens))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True})
    # We judge addresses ourselves, with a message.
    parser.validateLink = _every_address  # type: ignore[method-assign]  # the parser is made to be changed like this
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # as above
    parser.inline.ruler.before("link", "note_call", _note_call)
    parser.core.ruler.disable("text_join")  # it takes escaped signs and open marks for the same
    return parser


# Ids have at most 60 characters; without a limit a text of nothing but "[^" would be read once for each of them.
_NOTE_CALL = re.compile(r"\[\^([^\]\s]{0,80})\]")


def _every_address(url: str) -> bool:
    del url
    return True


def _note_call(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's signature
    match = _NOTE_CALL.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("note_call", "", 0).content = match[1]
    state.pos = match.end()
    return True


# What would be block Markdown at the start of a line; "1. " is left alone, since German dates start so.
_BLOCKS = re.compile(r"^ {0,3}(#{1,6} |[-*+] |> |```|~~~|\|)(.*)$", re.MULTILINE)


def _block_faults(source: str) -> Iterator[Fault]:
    for match in _BLOCKS.finditer(source):
        yield Fault(match[0].strip(), *wording.block_markup(match[1].strip()))
    if re.search(r"\S[ \t]*\n[ \t]*\n\s*\S", source):
        after = re.split(r"\n[ \t]*\n\s*", source.strip(), maxsplit=1)[1]
        yield Fault(after[:30].split("\n")[0], *wording.two_paragraphs())


def _inlines(tokens: list[Token], at: int, faults: list[Fault]) -> tuple[tuple[Inline, ...], int]:
    """Read tokens up to the end of the mark that is open at ``at``; give the inlines and the place after it."""
    found: list[Inline] = []
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.nesting < 0:
            break
        if token.nesting > 0:
            content, at = _inlines(tokens, at, faults)
            found.append(_marked(token, content, faults))
        else:
            found.extend(_single(token, faults))
    return _merged(found), at


def _single(token: Token, faults: list[Fault]) -> Iterator[Inline]:
    match token.type:
        case "text" | "text_special":
            yield Plain(token.content)
        case "softbreak":
            yield Plain(" ")
        case "note_call":
            yield NoteCall(token.content)
        case _:
            fragment = token.content or token.markup or str(token.attrs.get("src", ""))
            faults.append(Fault(fragment, *wording.inline_markup(token.type)))
            yield Plain(token.content)


def _marked(token: Token, content: tuple[Inline, ...], faults: list[Fault]) -> Inline:
    match token.type:
        case "strong_open":
            return Strong(content)
        case "em_open":
            return Emphasis(content)
        case _:
            return _linked(str(token.attrs.get("href", "")), content, faults)


def _linked(href: str, content: tuple[Inline, ...], faults: list[Fault]) -> Inline:
    scheme, _, rest = href.partition(":")
    rest = unquote(rest)
    if href.startswith("#"):
        return Reference(content, href[1:])
    if scheme in {"http", "https"} and not is_address(href):
        faults.append(Fault(f"]({href}", *wording.broken_address(href)))
        return Emphasis(content)
    if scheme in {"http", "https", "mailto"} and rest:
        if not content:
            faults.append(Fault(href, *wording.link_without_words(href)))
        return Link(content, href)
    kinds: dict[str, type[Term | Abbreviation | Citation | IndexMark | Foreign]] = {
        "glossar": Term,
        "abk": Abbreviation,
        "lit": Citation,
        "register": IndexMark,
        "sprache": Foreign,
    }
    if scheme == "register" and not rest:
        return IndexMark(content, plain(content))
    if scheme not in kinds or not rest:
        faults.append(Fault(f"]({href}", *wording.unknown_link(href)))
        return Emphasis(content)
    if not content and scheme != "lit":
        faults.append(Fault(f"]({href}", *wording.link_without_words(href)))
    return kinds[scheme](content, rest)


def _merged(inlines: list[Inline]) -> tuple[Inline, ...]:
    merged: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Plain) and merged and isinstance(merged[-1], Plain):
            merged[-1] = Plain(merged[-1].text + inline.text)
        elif inline != Plain(""):
            merged.append(inline)
    return tuple(merged)


def _leftovers(tokens: list[Token]) -> Iterator[Fault]:
    """Find marks that stayed in the words since they are not closed or not complete; one behind a backslash is meant so."""
    for is_words, run in groupby(tokens, lambda token: token.type == "text"):
        words = "".join(token.content for token in run) if is_words else ""
        for match in re.finditer(r"\*\*|\]\(|\[\^|~~|\]\[", words):
            address = _BLANKS_IN_ADDRESS.match(words, match.start())
            yield Fault(match[0], *(wording.blank_in_address(address[1]) if address else wording.unclosed_markup(match[0])))


_BLANKS_IN_ADDRESS = re.compile(r"\]\(([^()<>\s]+(?:\s+[^()<>\s]+)+)\)")
