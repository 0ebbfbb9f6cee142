"""The dialogue of ``merge --interactive``: one change at a time, back and forth, to be left and taken up again."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace

from kursbuch_press.cli import merge_wording as wording
from kursbuch_press.disk.changing import change_files
from kursbuch_press.merge.asking import has_question
from kursbuch_press.merge.choosing import Choice
from kursbuch_press.merge.deciding import KEEP, is_possible
from kursbuch_press.merge.outcome import Change, Conflict, Who
from kursbuch_press.merge.wording.report import KINDS
from kursbuch_press.press import merging
from kursbuch_press.returns.returned import Comment

STATE = "returns/dialogue.json"
_YES, _NO = "yes", "no"
_Thing = Change | Conflict | Comment


def talk(found: merging.Merging, choice: Choice, ask: Callable[[str], str] = input) -> tuple[merging.Merging, Choice] | None:
    """Ask about each change, conflict and comment; gives what is to be written, or None if the editor leaves for now.

    Answers are kept after each question, so that nothing is asked twice. The end of the input leaves as well.
    """
    outcome = found.outcome
    things: list[_Thing] = [*outcome.changes, *outcome.conflicts, *(each for _, each in outcome.comments if has_question(each))]
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


def _moved(things: list[_Thing], at: int, typed: str, answers: dict[str, str]) -> int:
    """Take one answer; gives the question that comes next."""
    thing = things[at]
    if typed == wording.BACK:
        return max(0, at - 1)
    if typed in {"", wording.ON}:
        return at + 1
    answer = _answer(thing, typed)
    if not answer:
        print(wording.NOT_UNDERSTOOD if not isinstance(thing, Conflict) or is_possible(thing, "") else wording.BY_HAND)
        return at
    answers[thing.id] = answer
    return at + 1


def _answer(thing: _Thing, typed: str) -> str:
    """Give what was answered; nothing where it is no answer to that question. One letter is never the wording of a text."""
    if not isinstance(thing, Conflict):
        return {wording.YES: _YES, wording.NO: _NO}.get(typed, "")
    if typed == wording.KEEP:
        return KEEP
    is_number = typed.isdecimal() and not 1 <= int(typed) <= len(thing.versions)
    return "" if is_number or typed in {wording.YES, wording.NO} or not is_possible(thing, typed) else typed


def _result(found: merging.Merging, choice: Choice, answers: dict[str, str]) -> tuple[merging.Merging, Choice]:
    """Give what is to be written: what was answered goes before what the rules of the command line say."""
    named = {each.id for each in choice.changes} | {comment.id for _, comment in choice.comments}

    def is_wanted(name: str) -> bool:
        return answers[name] == _YES if name in answers else name in named

    changes = [each for each in found.outcome.changes if is_wanted(each.id)]
    comments = [each for each in found.outcome.comments if is_wanted(each[1].id)]
    conflicts = {each.id: answers[each.id] for each in found.outcome.conflicts if each.id in answers}
    return replace(found, decisions={**found.decisions, **conflicts}), Choice(tuple(changes), tuple(comments))


def _read(found: merging.Merging) -> dict[str, str]:
    try:
        kept = json.loads((found.project.folder / STATE).read_bytes())
    except (OSError, ValueError):
        return {}
    return {str(name): str(answer) for name, answer in kept.items()} if isinstance(kept, dict) else {}


def _show(thing: _Thing, number: int, count: int, answer: str) -> None:
    print(wording.QUESTION.format(number=number, count=count, address=thing.address or wording.NOWHERE))
    if answer:
        print(wording.ANSWERED.format(answer=wording.ANSWERS.get(answer, answer)))
    if isinstance(thing, Change):
        print(f"{KINDS[thing.kind]}: {_names(thing.who)}")
        for sign, text in (("-", thing.before), ("+", thing.after)):
            for line in text.splitlines():
                print(f"  {sign} {line}")
    elif isinstance(thing, Comment):
        print(wording.COMMENT.format(name=thing.author))
        for sign, text in ((">", thing.quoted), ("+", thing.text), *(("+", each.text) for each in thing.replies)):
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
