"""Whether a fax can be read to its end: its codes are followed row by row, without drawing anything (ITU-T T.4 and T.6)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from pikepdf import Dictionary, Object

from kursbuch_press.limits import Budget
from kursbuch_press.marks import objects
from kursbuch_press.marks.streams import Fault

Meaning = TypeVar("Meaning")

_LONGEST = 13
_MAKE_UP = 64
_USUAL_COLUMNS = 1728
_END_OF_LINE = "000000000001"
# Codes of runs of 0 to 63 pixels, and of 64, 128 … 1728; from 1792 on they are the same for both colours (T.4, tables 2 and 3).
_WHITE = (
    "00110101 000111 0111 1000 1011 1100 1110 1111 10011 10100 00111 01000 001000 000011 110100 110101 101010 "
    "101011 0100111 0001100 0001000 0010111 0000011 0000100 0101000 0101011 0010011 0100100 0011000 00000010 "
    "00000011 00011010 00011011 00010010 00010011 00010100 00010101 00010110 00010111 00101000 00101001 00101010 "
    "00101011 00101100 00101101 00000100 00000101 00001010 00001011 01010010 01010011 01010100 01010101 00100100 "
    "00100101 01011000 01011001 01011010 01011011 01001010 01001011 00110010 00110011 00110100"
)
_WHITE_WHOLE = (
    "11011 10010 010111 0110111 00110110 00110111 01100100 01100101 01101000 01100111 011001100 011001101 011010010 "
    "011010011 011010100 011010101 011010110 011010111 011011000 011011001 011011010 011011011 010011000 010011001 "
    "010011010 011000 010011011"
)
_BLACK = (
    "0000110111 010 11 10 011 0011 0010 00011 000101 000100 0000100 0000101 0000111 00000100 00000111 000011000 "
    "0000010111 0000011000 0000001000 00001100111 00001101000 00001101100 00000110111 00000101000 00000010111 "
    "00000011000 000011001010 000011001011 000011001100 000011001101 000001101000 000001101001 000001101010 "
    "000001101011 000011010010 000011010011 000011010100 000011010101 000011010110 000011010111 000001101100 "
    "000001101101 000011011010 000011011011 000001010100 000001010101 000001010110 000001010111 000001100100 "
    "000001100101 000001010010 000001010011 000000100100 000000110111 000000111000 000000100111 000000101000 "
    "000001011000 000001011001 000000101011 000000101100 000001011010 000001100110 000001100111"
)
_BLACK_WHOLE = (
    "0000001111 000011001000 000011001001 000001011011 000000110011 000000110100 000000110101 0000001101100 "
    "0000001101101 0000001001010 0000001001011 0000001001100 0000001001101 0000001110010 0000001110011 "
    "0000001110100 0000001110101 0000001110110 0000001110111 0000001010010 0000001010011 0000001010100 "
    "0000001010101 0000001011010 0000001011011 0000001100100 0000001100101"
)
_LONG = (
    "00000001000 00000001100 00000001101 000000010010 000000010011 000000010100 000000010101 000000010110 "
    "000000010111 000000011100 000000011101 000000011110 000000011111"
)
_PASS, _HORIZONTAL = "pass", "horizontal"
_MODES: dict[str, str | int] = {
    "1": 0, "011": 1, "000011": 2, "0000011": 3, "010": -1, "000010": -2, "0000010": -3, "0001": _PASS, "001": _HORIZONTAL,
}  # fmt: skip
_LONGEST_MODE = 7


@dataclass(frozen=True, slots=True)
class Fax:
    """How a fax is coded: ``two_dimensional`` in relation to the row above (T.6); rows may begin at whole bytes."""

    columns: int
    rows: int
    two_dimensional: bool = True
    aligned: bool = False


def read_fax(picture: Object) -> Fax | None:
    """Say how a picture is coded (ISO 32000-1, table 11); None for two dimensions by T.4, where each row says which it has."""
    parts = [each for each in objects.members(picture.get("/DecodeParms")) if isinstance(each, Dictionary)]
    settings = parts[-1] if parts else Dictionary()
    kind = objects.whole(settings.get("/K")) or 0
    rows, columns = objects.whole(picture.get("/Height")) or 0, objects.whole(settings.get("/Columns"))
    if kind > 0:
        return None
    aligned = objects.true(settings.get("/EncodedByteAlign"))
    return Fax(_USUAL_COLUMNS if columns is None else columns, rows, kind < 0, aligned)


class _BrokenError(ValueError):
    """A code that there is none of, or a row that is longer than its columns."""


class _CutError(ValueError):
    """The codes end before the rows do."""


def fault_of_fax(content: bytes, fax: Fax, budget: Budget) -> Fault | None:
    """Follow the codes of all rows; gives what is wrong, None for a fax that can be read to its end."""
    reader = _Reader(content)
    above = [fax.columns]
    try:
        for _ in range(fax.rows):
            budget.spend(len(above))
            reader.begin(aligned=fax.aligned)
            above = reader.row_below(above, fax.columns) if fax.two_dimensional else reader.row(fax.columns)
    except _CutError:
        return Fault.CUT
    except _BrokenError:
        return Fault.BROKEN
    return None


class _Reader:
    """Reads codes from a string of bits."""

    def __init__(self, content: bytes) -> None:
        self._end = 8 * len(content)
        self._bits = f"{int.from_bytes(content, 'big'):0{self._end}b}" if content else ""
        self._at = 0

    def begin(self, *, aligned: bool) -> None:
        """Go to the beginning of a row; two ends of a line one after the other end the whole."""
        if aligned:
            self._at = (self._at + 7) // 8 * 8
        ends = 0
        while self._at < self._end and (one := self._bits.find("1", self._at)) - self._at >= len(_END_OF_LINE) - 1:
            self._at, ends = one + 1, ends + 1
        if ends > 1 or self._at >= self._end:
            raise _CutError

    def row(self, columns: int) -> list[int]:
        """Read a row of runs; gives where its colour changes."""
        changes: list[int] = []
        at, black = 0, 0
        while at < columns:
            at += self._run(black)
            changes.append(at)
            black = 1 - black
        if at > columns:
            raise _BrokenError
        return changes

    def row_below(self, above: list[int], columns: int) -> list[int]:
        """Read a row in relation to the one above (T.6, 2.2)."""
        changes: list[int] = []
        at, black, beside = -1, 0, 0
        while at < columns:
            mode = self._mode()
            while beside > 1 and above[min(beside - 2, len(above) - 1)] > at:
                beside -= 2
            while beside < len(above) and above[beside] <= at:
                beside += 2
            first, second = (above[each] if each < len(above) else columns for each in (beside, beside + 1))
            if mode == _PASS:
                at = second
            elif mode == _HORIZONTAL:
                changes.append(max(at, 0) + self._run(black))
                changes.append(changes[-1] + self._run(1 - black))
                at = changes[-1]
            else:
                changes.append(first + int(mode))
                if changes[-1] < at:
                    raise _BrokenError
                at, black, beside = changes[-1], 1 - black, beside + 1 if beside % 2 == black else beside - 1
        if at > columns:
            raise _BrokenError
        return changes

    def _mode(self) -> str | int:
        found = _modes().get(self._bits[self._at : self._at + _LONGEST_MODE].ljust(_LONGEST_MODE, "0"))
        if found is None:
            ends = self._at + _LONGEST_MODE >= self._end or self._bits.startswith(_END_OF_LINE, self._at)
            raise _CutError if ends else _BrokenError
        return self._taken(found)

    def _run(self, black: int) -> int:
        """Read a run: codes of whole 64 pixels, and one for the rest."""
        run = 0
        while True:
            found = _runs(black).get(self._bits[self._at : self._at + _LONGEST].ljust(_LONGEST, "0"))
            if found is None:
                raise _CutError if self._at + _LONGEST >= self._end else _BrokenError
            length = self._taken(found)
            run += length
            if length < _MAKE_UP:
                return run

    def _taken(self, found: tuple[int, Meaning]) -> Meaning:
        self._at += found[0]
        if self._at > self._end:
            raise _CutError
        return found[1]


@cache
def _modes() -> dict[str, tuple[int, str | int]]:
    return _filled(_MODES, _LONGEST_MODE)


@cache
def _runs(black: int) -> dict[str, tuple[int, int]]:
    rests, wholes = (_BLACK, _BLACK_WHOLE) if black else (_WHITE, _WHITE_WHOLE)
    codes = {code: length for length, code in enumerate(rests.split())}
    codes |= {code: _MAKE_UP * count for count, code in enumerate(f"{wholes} {_LONG}".split(), start=1)}
    return _filled(codes, _LONGEST)


def _filled(codes: dict[str, Meaning], length: int) -> dict[str, tuple[int, Meaning]]:
    """Give the meaning of all bits of a length that begin with a code, and how long the code is."""
    return {
        code + f"{rest:b}".zfill(length - len(code)) * (length > len(code)): (len(code), meaning)
        for code, meaning in codes.items()
        for rest in range(1 << length - len(code))
    }
