"""The list of a series: what office programs write is read, and each mistake has its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursbuch_press.problems import PressError
from kursbuch_press.sources.addressees import MAX_BYTES, MAX_ROWS, Addressees, read_addressees

HEAD = "organisation;anrede;anschrift"


def _read(folder: Path, text: str | bytes) -> Addressees:
    path = folder / "liste.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_addressees(path)


def _said(folder: Path, text: str | bytes) -> list[tuple[int, str]]:
    return [(problem.place.line, problem.message) for problem in _read(folder, text).problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_office_programs_write_is_read(encoding: str, delimiter: str, end: str, tmp_path: Path) -> None:
    rows = (
        ("Einrichtung", "Anrede", "Adresse", "Kontakt", "Sprache", "Blatt"),
        ('"Haus ""Löwe"" "', " Guten  Tag", f'"Weg 1, Hof{end}01067 Dresden"', "+49 (351) 123-4", "EN", "01-eins"),
    )
    text = end.join(delimiter.join(row) for row in rows) + end * 2
    read = _read(tmp_path, text.encode(encoding))
    assert read.problems == ()
    (row,) = read.rows
    assert (row.key, row.organisation, row.greeting) == ("haus-loewe", 'Haus "Löwe"', "Guten Tag")
    assert (row.address, row.contact, row.language, row.handout) == (
        "Weg 1, Hof\n01067 Dresden",
        "+49 (351) 123-4",
        "en",
        "01-eins",
    )
    assert row.place.line == 2


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "fehlt die Spalte „organisation“"),
        (HEAD, 1, "keine Zeile"),
        ("organisation;anrede\nA;B", 1, "fehlt die Spalte „anschrift“"),
        (f"{HEAD};fax\nA;B;C;1", 1, "„fax“ ist nicht bekannt"),
        (f"{HEAD};\nA;B;C;", 1, "keinen Namen"),
        (f"{HEAD};name\nA;B;C;D", 1, "zweimal"),
        (f"{HEAD}\nA;B;C\nD;E", 3, "2 Zellen statt 3"),
        (f"{HEAD}\nA;B;C;D", 2, "4 Zellen statt 3"),
        (f'{HEAD}\nA;B;"C\n\nD;E;F', 2, "nicht geschlossen"),
        (f'{HEAD}\nA;B;"C"D', 2, "geht der Text weiter"),
        (f"{HEAD}\nA;B;{'x' * 140_000}", 2, "nimmt kein Ende"),
        (f"{HEAD}\n;B;C", 2, "„organisation“ ist leer"),
        (f"{HEAD}\nA;;C", 2, "„anrede“ ist leer"),
        (f'{HEAD}\n"=HYPERLINK(""x"")";B;C', 2, "beginnt mit „=“"),
        (f"{HEAD}\nA;@SUM(1);C", 2, "beginnt mit „@“"),
        (f"{HEAD};kontakt\nA;B;C;+1+cmd|' /C calc'!A0", 2, "beginnt mit „+“"),
        (f"{HEAD};kontakt\nA;B;C;-2+3", 2, "beginnt mit „-“"),
        (f"{HEAD}\nA\u202eB;B;C", 2, "U+202E"),
        (f"{HEAD}\nA\x1b[31m;B;C", 2, "U+001B"),
        (f'{HEAD}\nA;B;"C\nD"\nA;B;"C\nD"', 4, "steht schon in Zeile 2"),
        ("PK\x03\x04\0\0", 1, "Arbeitsmappe"),
    ],
)
def test_a_mistake_has_its_line(text: str, line: int, said: str, tmp_path: Path) -> None:
    ((at, message),) = _said(tmp_path, text)
    assert (at, said in message) == (line, True), message


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    assert [line for line, _ in _said(tmp_path, f"{HEAD}\n;B;C\nA;B;C\nD;E\n=F;;G")] == [2, 4, 5, 5]


def test_a_list_has_bounds(tmp_path: Path) -> None:
    ((_, large),) = _said(tmp_path, HEAD + "\n" + "A;B;C\n" * (MAX_BYTES // 6 + 1))
    assert "größer als" in large
    many = "\n".join(f"{number};B;C" for number in range(MAX_ROWS + 1))
    assert [line for line, _ in _said(tmp_path, f"{HEAD}\n{many}")] == [MAX_ROWS + 2]
    with pytest.raises(PressError, match="gibt es nicht"):
        read_addressees(tmp_path / "keine.csv")


def test_two_organisations_of_one_name_have_two_keys(tmp_path: Path) -> None:
    rows = _read(tmp_path, f"{HEAD}\nVerein;B;Ort 1\nVerein!;B;Ort 2\nVerein 2;B;Ort 3\n中文;B;Ort 4\n").rows
    assert [row.key for row in rows] == ["verein", "verein-2", "verein-2-2", "blatt"]


@settings(max_examples=150)
@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda text: f"{HEAD}\n{text}".encode("utf-8", "ignore"))))
def test_whatever_is_in_the_file_it_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    read = _read(tmp_path_factory.getbasetemp(), content)
    assert read.rows or read.problems
    keys = [row.key for row in read.rows]
    assert len(keys) == len(set(keys))
    assert all(problem.place.line >= 1 for problem in read.problems)
