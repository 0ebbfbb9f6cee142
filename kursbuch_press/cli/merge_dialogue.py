"""The dialogue of ``merge --interactive``: one change at a time, back and forth, to be left and taken up again."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace

from kursbuch_press.cli import merge_wording as wording
from kursbuch_press.disk.changing import change_files
from kursbuch_press.merge.choosing import Choice
from kursbuch_press.merge.deciding import KEEP
from kursbuch_press.merge.outcome import Change, Conflict, Who
from kursbuch_press.merge.wording.report import KINDS
from kursbuch_press.press import merging

STATE = "returns/dialogue.json"
_YES, _NO = "yes", "no"


def talk(found: merging.Merging, choice: Choice, ask: Callable[[str], str] = input) -> tuple[merging.Merging, Choice] | None:
    """Ask about each change and conflict; gives what is to be written, or None if the editor leaves for now.

    Answers are kept after each question, so that nothing is asked twice. The end of the input leaves as well.
    """
    things: list[Change | Conflict] = [*found.outcome.changes, *found.outcome.conflicts]
    answers = _read(found)
    at = next((number for number, each in enumerate(things) if each.id not in answers), len(things))
    print(wording.HOW)
    while at < len(things) or _asks_end(at, len(things), ask) == "back":
        at = min(at, len(things) - 1)
        if at < 0:
            break
        _show(things[at], at + 1, len(things), answers.get(things[at].id, ""))
        try:
            typed = ask(wording.PROMPT).strip()
        except EOFError:
            return None
        if typed == wording.LEAVE:
            return None
        if typed == wording.FINISH:
            break
        at = _moved(things, at, typed, answers)
        change_files(found.project.folder, {STATE: (json.dumps(answers, ensure_ascii=False, indent=1) + "\n").encode()})
    return _result(found, choice, answers)


def _asks_end(at: int, count: int, ask: Callable[[str], str]) -> str:
    """Behind the last question: write, or go back."""
    if at < count or not count:
        return ""
    try:
        return "back" if ask(wording.END).strip() == wording.BACK else ""
    except EOFError:
        return ""


def _moved(things: list[Change | Conflict], at: int, typed: str, answers: dict[str, str]) -> int:
    """Take one answer; gives the question that comes next."""
    thing = things[at]
    if typed == wording.BACK:
        return max(0, at - 1)
    if typed in {"", wording.ON}:
        return at + 1
    if isinstance(thing, Change):
        if typed not in {wording.YES, wording.NO}:
            print(wording.NOT_UNDERSTOOD)
            return at
        answers[thing.id] = _YES if typed == wording.YES else _NO
        return at + 1
    if typed.isdecimal() and not 1 <= int(typed) <= len(thing.versions):
        print(wording.NOT_UNDERSTOOD)
        return at
    answers[thing.id] = KEEP if typed == wording.KEEP else typed
    return at + 1


def _result(found: merging.Merging, choice: Choice, answers: dict[str, str]) -> tuple[merging.Merging, Choice]:
    chosen = {change.id for change in choice.changes} | {name for name, answer in answers.items() if answer == _YES}
    changes = tuple(change for change in found.outcome.changes if change.id in chosen)
    conflicts = {each.id: answers[each.id] for each in found.outcome.conflicts if each.id in answers}
    return replace(found, decisions={**found.decisions, **conflicts}), Choice(changes, choice.comments)


def _read(found: merging.Merging) -> dict[str, str]:
    try:
        kept = json.loads((found.project.folder / STATE).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(name): str(answer) for name, answer in kept.items()} if isinstance(kept, dict) else {}


def _show(thing: Change | Conflict, number: int, count: int, answer: str) -> None:
    print(wording.QUESTION.format(number=number, count=count, address=thing.address))
    if answer:
        print(wording.ANSWERED.format(answer=wording.ANSWERS.get(answer, answer)))
    if isinstance(thing, Change):
        print(f"{KINDS[thing.kind]}: {_names(thing.who)}")
        for sign, text in (("-", thing.before), ("+", thing.after)):
            for line in text.splitlines():
                print(f"  {sign} {line}")
    else:
        print(thing.reason)
        print(f"  {wording.SOURCES}: {thing.before[-60:]}[{thing.sources}]{thing.behind[:60]}")
        for at, version in enumerate(thing.versions, 1):
            print(f"  {at}: {version.text.strip()} ({_names(version.who)})")
    sys.stdout.flush()


def _names(who: tuple[Who, ...]) -> str:
    return ", ".join(dict.fromkeys(each.name for each in who))
