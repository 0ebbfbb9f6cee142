"""Laws of the writer: what is read is what was meant, and no line is another that need not be."""

from __future__ import annotations

import difflib
import random
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kursbuch_press.problems import BookError
from kursbuch_press.sources.nodes import data_of
from kursbuch_press.sources.syntax import compose
from kursbuch_press.sources.writing import encoded, fresh_text, rewrite

PROJECT = Path(__file__).resolve().parents[2]
SOURCES = sorted((PROJECT / "sources").rglob("*.yaml"))

HOSTILE = [
    "yes", "no", "on", "Null", "~", "1e3", "0o17", "0x1F", "12:30", "2014-06-27", "1_000", ".5", "y", "=", "<<",
    "- x", "? x", "a: b", "a #b", "#b", "* x", "&x", "!x", "%x", "@x", "`x", "'x", '"x', "x'", 'x"', "[x", "{x", "x]", "x}",
    "a, b", ",", ":", "-", "?", "|", ">", "--- x", "...", " x", "x ", "  ", "", "x:", "x\ty", "x\ny", "x\n", "\nx", "x\n\n",
    "x\\ny", "Straße 😀", "\u00a0x", "a  b", "„so“", "**fett**", "[^n]", "[](#tab)", "wort " * 60, "w" * 300, "a\n b", " a\nb",
]  # fmt: skip

NASTIEST = ["x\n", "a #b", "wort " * 60, ""]

STYLES = """\
# Kopf
id: probe
leer:
plain: eins zwei   # Bemerkung
einfach: 'eins ''zwei'''
doppelt: "eins \\"zwei\\""
gefaltet: >-
  eins zwei drei vier fünf
  sechs sieben acht neun zehn
  elf zwölf

# dazwischen
geklammert: {a: eins, b: [zwei, 'drei'], c: []}
woertlich: |
  eins
   zwei
mehrzeilig: eins
  zwei
gehalten: |+
  eins

liste:
  # vor eins
  - eins # bei eins
  - 'zwei'

  # vor drei
  - >-
    drei
    vier
saetze:
- id: a
  text: eins
- id: b
  text: zwei
  # in b
  mehr:
    - id: c
# vor d
- id: d
  text: drei
ende: schluss"""


def _data(text: str) -> object:
    tree = compose(text, "x.yaml")
    assert tree.root is not None
    assert not tree.problems
    return data_of(tree.root)


def _ways(data: object, way: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """Give the way to each value."""
    match data:
        case dict():
            return [found for key, value in data.items() for found in _ways(value, (*way, key))]
        case list():
            return [found for at, value in enumerate(data) for found in _ways(value, (*way, at))]
        case _:
            return [way]


def _with(data: object, way: tuple[object, ...], value: object) -> object:
    if not way:
        return value
    if isinstance(data, dict):
        return {key: _with(each, way[1:], value) if key == way[0] else each for key, each in data.items()}
    assert isinstance(data, list)
    return [_with(each, way[1:], value) if at == way[0] else each for at, each in enumerate(data)]


def _touched(before: str, after: str) -> tuple[list[str], list[str]]:
    lines = list(difflib.ndiff(before.split("\n"), after.split("\n")))
    return [line[2:] for line in lines if line.startswith("- ")], [line[2:] for line in lines if line.startswith("+ ")]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_what_did_not_change_is_written_byte_for_byte(path: Path) -> None:
    content = path.read_bytes()
    for before in (content, b"\xef\xbb\xbf" + content, content.replace(b"\n", b"\r\n"), content.rstrip(b"\n")):
        text = before.decode("utf-8-sig")
        assert encoded(rewrite(text, path.name, _data(text)), before) == before


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_is_read_back_wherever_it_stands(value: str, newline: str) -> None:
    text = STYLES.replace("\n", newline)
    data = _data(text)
    ways = _ways(data)
    for some in (ways, ways[::2], ways[1::2], *([[way] for way in ways] if value in NASTIEST else [])):
        wanted = data
        for way in some:
            wanted = _with(wanted, way, value)
        assert _data(rewrite(text, "probe.yaml", wanted)) == wanted
        assert _data(fresh_text(wanted)) == wanted


@settings(max_examples=60, deadline=None)
@given(
    value=st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"), max_size=200
    )
)
@example("a b" * 80)
def test_any_words_are_read_back(value: str) -> None:
    data = _data(STYLES)
    wanted = _with(data, ("gefaltet",), value)
    wanted = _with(wanted, ("saetze", 1, "text"), value)
    wanted = _with(wanted, ("geklammert", "b", 0), value)
    assert _data(rewrite(STYLES, "probe.yaml", wanted)) == wanted


@settings(max_examples=80, deadline=None)
@given(value=st.text(alphabet="yesnoYNtrufal0123456789.:-_eE+x~", min_size=1, max_size=6))
def test_no_new_value_is_anything_but_words_to_another_program(value: str) -> None:
    assert yaml.safe_load(fresh_text({"a": value, "b": [value], "c": [{"d": value}]})) == {
        "a": value,
        "b": [value],
        "c": [{"d": value}],
    }


def test_a_number_goes_on_without_quotation_marks() -> None:
    assert (
        rewrite("a: 3\nb: 2014-06-27\nc: true\n", "x", {"a": "4", "b": "2014-07-01", "c": False})
        == "a: 4\nb: 2014-07-01\nc: false\n"
    )
    assert rewrite("a: drei\n", "x", {"a": "4"}) == "a: '4'\n"


def test_in_a_folded_text_only_the_lines_of_the_changed_words_are_others() -> None:
    path = PROJECT / "sources/chapters/vielfalt-als-staerke.yaml"
    text = path.read_text("utf-8")
    data = _data(text)
    old = data["situation"][0]["text"]  # type: ignore[index]
    wanted = _with(data, ("situation", 0, "text"), old.replace("die Chefin am Sonntagabend", "der Chef"))
    gone, come = _touched(text, rewrite(text, path.name, wanted))
    assert len(gone) <= 2
    assert len(come) <= 2
    assert "der Chef" in " ".join(come)


def test_comments_quoting_and_empty_lines_stay() -> None:
    data = _data(STYLES)
    wanted = _with(data, ("liste",), ["eins", "zwei", "neu", "drei vier"])
    wanted = _with(wanted, ("plain",), "drei")
    wanted = _with(wanted, ("einfach",), "drei ist's")
    gone, come = _touched(STYLES, rewrite(STYLES, "x", wanted))
    assert gone == ["plain: eins zwei   # Bemerkung", "einfach: 'eins ''zwei'''"]
    assert come == ["plain: drei   # Bemerkung", "einfach: 'drei ist''s'", "  - neu"]


def test_items_come_go_and_move_with_their_comments() -> None:
    data = _data(STYLES)
    a, b, d = data["saetze"]  # type: ignore[index]
    new = {"id": "e", "text": "yes"}
    text = rewrite(STYLES, "x", _with(data, ("saetze",), [d, a, new, b]))
    assert text.partition("saetze:\n")[2] == (
        "# vor d\n- id: d\n  text: drei\n- id: a\n  text: eins\n- id: e\n  text: 'yes'\n"
        "- id: b\n  text: zwei\n  # in b\n  mehr:\n    - id: c\nende: schluss"
    )
    text = rewrite(STYLES, "x", _with(data, ("saetze",), [b]))
    assert text.partition("saetze:\n")[2] == "- id: b\n  text: zwei\n  # in b\n  mehr:\n    - id: c\n# vor d\nende: schluss"


@pytest.mark.parametrize("path", [path for path in SOURCES if path.stat().st_size > 15_000], ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", range(3))
def test_random_changes_of_real_files_read_as_meant_and_leave_the_other_lines(path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test that can be run again
    text = path.read_text("utf-8")
    wanted = _data(text)
    for way in chance.sample(_ways(wanted), 6):
        wanted = _with(wanted, way, chance.choice(HOSTILE))
    lists = sorted({way[:-1] for way in _ways(wanted) if isinstance(way[-1], int)}, key=repr)
    records = sorted({way[:at] for way in _ways(wanted) for at, part in enumerate(way) if isinstance(part, int)}, key=repr)
    for way in chance.sample([*lists, *records], min(4, len(lists) + len(records))):
        found: object = wanted
        for part in way:
            found = found[part]  # type: ignore[index]
        assert isinstance(found, list)
        shuffled = [
            *found,
            {"id": "ganz-neu", "text": "Ein neuer Punkt: mit Doppelpunkt"} if isinstance(found[0], dict) else "neu",
        ]
        chance.shuffle(shuffled)
        wanted = _with(wanted, way, shuffled[: max(1, len(shuffled) - chance.randrange(2))])
    result = rewrite(text, path.name, wanted)
    assert _data(result) == wanted
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    assert all(line in result.splitlines() for line in comments)


@pytest.mark.parametrize("text", ["a: &x b\nc: *x\n", "a: b\na: c\n", "a: !x b\n", "a: [b\n", "a: {<<: b}\n", "a: \x0b\n"])
def test_a_file_with_mistakes_is_not_written(text: str) -> None:
    with pytest.raises(BookError):
        rewrite(text, "x", {"a": "b"})
