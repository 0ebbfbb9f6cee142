"""Which changes an editor accepts: ``all``, ``author=NAME``, ``chapter=ID``, or numbers of the report such as ``3,7-9``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kursbuch_press.merge.outcome import Change, Outcome
from kursbuch_press.merge.wording import dialogue as wording
from kursbuch_press.problems import PressError
from kursbuch_press.returns.returned import Comment

_NUMBERS = re.compile(r"\s*(\d{1,6})\s*(?:-\s*(\d{1,6})\s*)?")


@dataclass(frozen=True, slots=True)
class Choice:
    """The changes that an editor accepts, and the comments (with their files) that become open questions."""

    changes: tuple[Change, ...] = ()
    comments: tuple[tuple[str, Comment], ...] = ()


def choose(outcome: Outcome, rules: Sequence[str]) -> Choice:
    """Give what one of the rules names. A rule that means nothing is wrong usage (exit code 2).

    Numbers name changes only; the other rules take the comments along.
    """
    wanted: set[int] = set()
    comments: list[tuple[str, Comment]] = []
    for rule in (each.strip() for each in rules):
        numbers, told = _named(outcome, rule)
        wanted |= numbers
        comments += [each for each in outcome.comments if each in told]
    changes = tuple(change for change in outcome.changes if change.number in wanted)
    return Choice(changes, tuple(each for each in outcome.comments if each in comments))


def _named(outcome: Outcome, rule: str) -> tuple[set[int], list[tuple[str, Comment]]]:
    key, is_pair, value = rule.partition("=")
    if rule == "all":
        return {change.number for change in outcome.changes}, list(outcome.comments)
    if is_pair and key == "author":
        return _found(outcome, value, _names_of)
    if is_pair and key == "chapter":
        return _found(outcome, value, _chapters_of)
    return _listed(outcome, rule), []


def _names_of(each: Change | Comment) -> set[str]:
    return {who.name for who in each.who} if isinstance(each, Change) else {each.author}


def _chapters_of(each: Change | Comment) -> set[str]:
    return {each.chapter} if isinstance(each, Change) else {each.chapter or each.address.partition("/")[0]}


def _found(
    outcome: Outcome, value: str, names: Callable[[Change | Comment], set[str]]
) -> tuple[set[int], list[tuple[str, Comment]]]:
    wanted = value.strip().casefold()
    changes = {change.number for change in outcome.changes if any(name.casefold() == wanted for name in names(change))}
    comments = [each for each in outcome.comments if any(name.casefold() == wanted for name in names(each[1]))]
    if not changes and not comments:
        every: list[Change | Comment] = [*outcome.changes, *(comment for _, comment in outcome.comments)]
        raise PressError(wording.nobody(value, sorted({name for each in every for name in names(each)})), exit_code=2)
    return changes, comments


def _listed(outcome: Outcome, rule: str) -> set[int]:
    numbers: set[int] = set()
    last = len(outcome.changes)
    for part in rule.split(","):
        match = _NUMBERS.fullmatch(part)
        if match is None:
            raise PressError(wording.no_rule(rule), exit_code=2)
        first, end = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= end <= last:
            raise PressError(wording.no_number(part.strip(), last), exit_code=2)
        numbers |= set(range(first, end + 1))
    return numbers
