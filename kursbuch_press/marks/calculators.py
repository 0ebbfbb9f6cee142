"""Whether the program of a calculator function can be read (ISO 32000-1, 7.10.5)."""

from __future__ import annotations

import re

_OPERATORS = frozenset(
    b"""abs add atan ceiling cos cvi cvr div exp floor idiv ln log mod mul neg round sin sqrt sub truncate
    and bitshift eq false ge gt le lt ne not or true xor if ifelse copy dup exch index pop roll""".split()
)
_NUMBER = re.compile(rb"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$|\d+#[0-9a-zA-Z]+$")
_PIECES = re.compile(rb"[{}]|[^\s\0{}]+")
_COMMENT = re.compile(rb"%[^\r\n]*")


def is_calculator(program: bytes) -> bool:
    """Whether a program is one pair of braces around numbers, operators and procedures."""
    pieces = _PIECES.findall(_COMMENT.sub(b" ", program))
    depth = 0
    for at, piece in enumerate(pieces):
        if piece == b"{":
            depth += 1
        elif piece == b"}":
            depth -= 1
            if depth < 0 or (depth == 0 and at + 1 < len(pieces)):
                return False
        elif not depth or (piece not in _OPERATORS and not _NUMBER.match(piece)):
            return False
    return bool(pieces) and depth == 0
