"""Finding the ICC profile that a printer names: in layouts/profiles/, by its path, or on this machine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kursbuch_press.disk import recording
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.prepress import wording
from kursbuch_press.pages.prepress.finish import OutputCondition
from kursbuch_press.pages.prepress.printers import FOLDER, Condition
from kursbuch_press.problems import BookError, Place, Problem, Severity, listed
from kursbuch_press.sources import place_in_layout

OWN_FOLDER = "layouts/profiles"
MASTER = "FOGRA39"
"""The condition for which the CMYK values of the palette were chosen."""

SHIPPED = "ISOcoated_v2_300_bas.icc"
"""The profile of that condition, which may be passed on."""

_HEAD = 132  # bytes before the table of tags, their number included
_LARGEST = 10_000_000  # the largest profile of ECI has 9 MB


def find_profile(
    project: Path,
    printer: str,
    condition: Condition,
    folders: Iterable[Path] = recording.COLOUR_PROFILES,
) -> OutputCondition:
    """Read the profile of a condition; a BookError tells which file is missing, and from where to where.

    ``printer`` is the name of the printer profile: that is where the mistake is shown.
    """
    file, found = project / f"{FOLDER}/{printer}.yaml", _found(project, condition.icc, folders)
    if found is None:
        searched = listed((str(folder) for folder in (OWN_FOLDER, *folders)), last="und in")
        how = wording.INSTALL_PROFILE.format(package=condition.package) if condition.package else wording.PUT_PROFILE
        hint = wording.NO_PROFILE_HINT.format(how=how, folders=searched)
        raise _refused(
            file,
            wording.NO_PROFILE.format(icc=condition.icc, condition=condition.identifier),
            hint,
        )
    icc = recording.read_bytes(found)
    if not _is_for_print(icc):
        raise _refused(file, wording.NOT_FOR_PRINT.format(name=found.name), wording.NOT_FOR_PRINT_HINT)
    return OutputCondition(condition.identifier, condition.info, icc, condition.registry)


def find_proof(project: Path, printer: str, condition: Condition) -> OutputCondition:
    """Give the profile by which ink is shown on a screen: that of the printer, or where it is missing the shipped one.

    So a screen edition can be made on a machine that lacks the printer's profile.
    """
    try:
        return find_profile(project, printer, condition)
    except BookError:
        if not recording.is_file(project / OWN_FOLDER / SHIPPED):
            raise
        return shipped_proof(project)


def shipped_proof(project: Path) -> OutputCondition:
    """Give the profile for which the palette was chosen; a BookError says that it is missing."""
    own = project / OWN_FOLDER / SHIPPED
    if not recording.is_file(own):
        message, hint = wording.SHIPPED_MISSING.format(name=SHIPPED), wording.SHIPPED_MISSING_HINT
        raise BookError((Problem(Place(f"{OWN_FOLDER}/{SHIPPED}"), message, hint, rule="icc-profile"),))
    icc = recording.read_bytes(own)
    if not _is_for_print(icc):
        message = wording.NOT_FOR_PRINT.format(name=SHIPPED)
        raise BookError((Problem(Place(f"{OWN_FOLDER}/{SHIPPED}"), message, wording.SHIPPED_MISSING_HINT, rule="icc-profile"),))
    return OutputCondition(MASTER, SHIPPED, icc)


def _is_for_print(icc: bytes) -> bool:
    """Whether a file is a whole profile for CMYK: all that its head names is there (ICC.1, 7.2 and 7.3)."""
    if len(icc) > _LARGEST or len(icc) < _HEAD or icc[36:40] != b"acsp" or icc[16:20] != b"CMYK":
        return False
    tags = int.from_bytes(icc[128:132], "big")
    if int.from_bytes(icc[:4], "big") > len(icc) or _HEAD + 12 * tags > len(icc):
        return False
    entries = (icc[_HEAD + 12 * at : _HEAD + 12 * at + 12] for at in range(tags))
    return all(int.from_bytes(each[4:8], "big") + int.from_bytes(each[8:12], "big") <= len(icc) for each in entries)


def palette_warnings(palette: Palette, condition: str) -> tuple[Problem, ...]:
    """Warn of swatches without inks of their own for a condition other than the one they were chosen for."""
    if condition == MASTER:
        return ()
    missing = [
        name for name, swatch in palette.swatches.items() if _coloured(swatch.cmyk) and condition not in swatch.conditions
    ]
    if not missing:
        return ()
    named = listed(missing, most=40)
    message = wording.NO_INKS.format(condition=condition, named=named, master=MASTER)
    hint = wording.NO_INKS_HINT.format(condition=condition)
    return (Problem(Place("layouts/palette.yaml"), message, hint, severity=Severity.WARNING, rule="palette-condition"),)


def _coloured(cmyk: tuple[float, float, float, float]) -> bool:
    return any(cmyk[:3])


def _found(project: Path, name: str, folders: Iterable[Path]) -> Path | None:
    if Path(name).is_absolute():
        return Path(name) if recording.is_file(Path(name)) else None
    own = project / OWN_FOLDER / name
    if recording.is_file(own):
        return own
    for folder in folders:
        for path in recording.files_below(folder, name):
            if path.name == name:
                return path
    return None


def _refused(file: Path, message: str, hint: str) -> BookError:
    return BookError((Problem(place_in_layout(file, "condition/icc"), message, hint, rule="icc-profile"),))
