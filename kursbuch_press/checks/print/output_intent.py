"""The output intent: the printing condition for which the colours were made."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Object, Stream

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.coded import is_whole_profile
from kursbuch_press.marks.objects import number_of, string_of
from kursbuch_press.marks.streams import read_stream
from kursbuch_press.problems import listed

_CMYK_COMPONENTS = 4


def _judge(file: PrintFile) -> Result:
    """Compare the one intent for printing with the condition of the printer (ISO 15930-7, 6.2.2)."""
    written = file.pdf.Root.get("/OutputIntents")
    all_intents = list(written) if isinstance(written, Array) else []
    intents = [each for each in all_intents if isinstance(each, Dictionary) and str(each.get("/S")) == "/GTS_PDFX"]
    wanted = file.wanted.condition
    if not intents:
        other = listed(str(each.get("/S")).removeprefix("/") for each in all_intents if isinstance(each, Dictionary))
        message = words.NO_INTENT.format(other=words.ONLY_INTENTS.format(names=other) if other else "")
        return Result(measured=words.NONE, limit=wanted, seen=(Seen(message, limit=wanted),))
    seen = [Seen(words.MANY_INTENTS.format(count=len(intents)))] if len(intents) > 1 else []
    intent = intents[0]
    condition = string_of(intent.get("/OutputConditionIdentifier"))
    if condition.casefold() != wanted.casefold():
        seen.append(Seen(words.OTHER_CONDITION, measured=condition or words.NONE, limit=wanted))
    if not string_of(intent.get("/RegistryName")):
        seen.append(Seen(words.NO_REGISTRY, limit="http://www.color.org"))
    profile = intent.get("/DestOutputProfile")
    content = read_stream(profile, file.library.budget) if isinstance(profile, Stream) else None
    seen.extend(Seen(fault) for fault in _faults_of_profile(content, profile))
    return Result(measured=f"{condition} ({_name_of_profile(content)})", limit=wanted, seen=tuple(seen))


def _faults_of_profile(content: bytes | None, profile: Object | None) -> list[str]:
    """Read the header of the profile (ICC.1:2010, 7.2): class at byte 12, space at 16, signature at 36."""
    if content is None or profile is None:
        return [words.NO_PROFILE]
    if not is_whole_profile(content):
        return [words.BROKEN_PROFILE]
    faults = []
    if content[16:20] != b"CMYK" or number_of(profile.get("/N"), 0) != _CMYK_COMPONENTS:
        faults.append(words.PROFILE_SPACE.format(space=content[16:20].decode("latin-1").strip()))
    if content[12:16] != b"prtr":
        faults.append(words.PROFILE_CLASS.format(kind=content[12:16].decode("latin-1").strip()))
    return faults


def _name_of_profile(content: bytes | None) -> str:
    """Give the description inside a profile (tag "desc", as text in version 2 and UTF-16 in version 4)."""
    if content is None:
        return words.WITHOUT_PROFILE
    try:
        for at in range(132, min(132 + 12 * int.from_bytes(content[128:132], "big"), len(content)), 12):
            if content[at : at + 4] == b"desc":
                start = int.from_bytes(content[at + 4 : at + 8], "big")
                text = content[start : start + int.from_bytes(content[at + 8 : at + 12], "big")]
                return _description(text)
    except (IndexError, UnicodeDecodeError):
        pass
    return words.NAMELESS_PROFILE


def _description(tag: bytes) -> str:
    if tag[:4] == b"mluc":
        length, start = int.from_bytes(tag[20:24], "big"), int.from_bytes(tag[24:28], "big")
        return tag[start : start + length].decode("utf-16-be", "replace").strip("\0 ")
    length = int.from_bytes(tag[8:12], "big")
    return tag[12 : 12 + length].decode("latin-1").strip("\0 ") or words.NAMELESS_PROFILE


CHECK = Check("output-intent", _judge)
