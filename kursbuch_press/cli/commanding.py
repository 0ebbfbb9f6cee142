"""Finding the command that was typed, and turning errors into sentences and exit codes."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from kursbuch_press.cli import OUTPUT, wording
from kursbuch_press.cli.commands import COMMANDS
from kursbuch_press.cli.output import show_problems
from kursbuch_press.disk.swapping import settle
from kursbuch_press.disk.temporary import temporary_folder
from kursbuch_press.disk.wording import reason
from kursbuch_press.press.products import PRODUCTS
from kursbuch_press.press.stages import keeping
from kursbuch_press.problems import BookError, PressError

GOOD, PROBLEMS, USAGE, MACHINE = 0, 1, 2, 3


def run_command(arguments: list[str]) -> int:
    """Run one command; gives the exit code: 0 good, 1 the book has problems, 2 wrong usage, 3 the machine lacks something."""
    typed = _with_command(arguments)
    parsed = _parsed(typed)
    if not parsed.project.is_dir():
        print(wording.NO_PROJECT.format(folder=parsed.project), file=sys.stderr)
        return USAGE
    try:
        with keeping(), temporary_folder(parsed.project / ".press" / "tmp"):
            drafts = (*parsed.project.glob(".press/drafts/*"), *parsed.project.glob("drafts/*"))
            settle(parsed.project / "dist", parsed.project / "sources", *drafts)
            return int(parsed.run(parsed))
    except BookError as error:
        show_problems(error.problems, as_json=getattr(parsed, "json", False))
        return PROBLEMS
    except PressError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except (OSError, MemoryError) as error:
        if isinstance(error, BrokenPipeError):
            # The reader (head, less) has gone; nobody is left to be told.
            sys.stderr.close()
            return GOOD
        print(_refused(error), file=sys.stderr)
        return MACHINE


def _parsed(typed: list[str]) -> argparse.Namespace:
    """Read what was typed; argparse loses a list of files that begins behind a switch, and is given it back here."""
    parser = _parser(next(iter(typed), ""))
    parsed, rest = parser.parse_known_args(typed)
    lists = [name for name in ("files", "products", "chapters") if hasattr(parsed, name)]
    if rest and (not lists or any(word.startswith("-") for word in rest)):
        parser.error(wording.UNKNOWN_WORDS.format(words=" ".join(rest)))
    for name in lists:
        setattr(parsed, name, [*getattr(parsed, name), *(Path(word) if name == "files" else word for word in rest)])
    return parsed


def _refused(error: OSError | MemoryError) -> str:
    """Say in a sentence what the machine refused."""
    if isinstance(error, MemoryError):
        return wording.NO_MEMORY
    if error.filename == OUTPUT:
        return wording.UNSAID.format(reason=reason(error))
    file = wording.AT_FILE.format(file=os.fsdecode(error.filename)) if isinstance(error.filename, (str, bytes)) else ""
    return wording.REFUSED.format(file=file, reason=reason(error))


def _with_command(arguments: list[str]) -> list[str]:
    """Take ``print``, ``handouts/07-leichte-sprache.pdf`` or ``--quiet`` for an order to build, as nothing at all is one."""
    first = next(iter(arguments), "--help")
    if first in {"-h", "--help"} or any(first == command.name for command in COMMANDS):
        return arguments
    is_order = first.startswith("-") or "/" in first or any(first == product.name for product in PRODUCTS)
    return ["build", *arguments] if is_order else arguments


def _parser(typed: str) -> argparse.ArgumentParser:
    """Give the parser of the command that was typed, or of all, which then do not know their arguments."""
    parser = wording.Parser(
        prog="python3 build.py",
        description=wording.ABOUT,
        epilog=wording.EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="BEFEHL", title=wording.COMMANDS)
    for command in [each for each in COMMANDS if each.name == typed] or COMMANDS:
        sub = commands.add_parser(
            command.name,
            help=command.summary,
            description=command.about,
            epilog=wording.EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if command.name != typed:
            continue
        command.arguments(sub)
        # Whole paths: those of fonts go to fontconfig, which does not know where this was typed.
        sub.add_argument(
            "--project", type=_whole, default=Path(__file__).resolve().parents[2], metavar="ORDNER", help=wording.PROJECT
        )
        sub.set_defaults(run=command.run)
    return parser


def _whole(path: str) -> Path:
    return Path(path).resolve()
