"""``python -m kursbuch_press.cli``: runs what was typed, and ends in peace on Ctrl-C, also while libraries are loaded."""

from __future__ import annotations

import sys

INTERRUPTED = 130  # as shells have it: 128 and the number of the signal


def main(arguments: list[str] | None = None) -> int:
    """Run the command of the command line; gives its exit code."""
    try:
        from kursbuch_press.cli.commanding import run_command

        return run_command(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        from kursbuch_press.cli import wording

        print(wording.INTERRUPTED, file=sys.stderr)
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
