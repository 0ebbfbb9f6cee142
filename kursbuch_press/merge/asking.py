"""Comments become open questions of their chapter; what was answered or is there already is not asked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kursbuch_press.merge.sheets import SourceData, new_id
from kursbuch_press.returns.returned import Comment


def with_questions(sheets: Mapping[str, SourceData], comments: Iterable[tuple[str, Comment]]) -> dict[str, SourceData]:
    """Add the comments to the sheets, which are changed; gives the sheets that have new questions."""
    changed: dict[str, SourceData] = {}
    for _, comment in comments:
        chapter = comment.address.partition("/")[0] or comment.chapter
        sheet = sheets.get(chapter)
        if sheet is None or chapter == "glossary":
            continue
        known = sheet.data.setdefault("open_questions", [])
        asked = {(each.get("at"), each.get("text"), each.get("asked_by")) for each in known}
        taken = sheet.ids()
        for question in _questions(comment, taken):
            if (question["at"], question["text"], question.get("asked_by")) not in asked:
                known.append(question)
                changed[chapter] = sheet
        if not known:
            del sheet.data["open_questions"]
    return changed


def has_question(comment: Comment) -> bool:
    """Say whether a comment asks anything that a chapter can hold."""
    return bool(comment.address or comment.chapter) and any(True for _ in _questions(comment, set()))


def _questions(comment: Comment, taken: set[str]) -> Iterator[dict[str, object]]:
    """Give a comment and its replies, each as one question; of a question that we asked only the replies are new."""
    at = comment.address.partition("/")[2] or "title"
    told = [comment, *comment.replies] if not comment.ours else list(comment.replies)
    for each in told:
        text = " ".join(each.text.split())
        if not text or comment.done:
            continue
        question: dict[str, object] = {"id": new_id(f"frage {text}", taken), "at": at, "text": text}
        if comment.quoted.strip():
            question["quoted"] = " ".join(comment.quoted.split())
        if each.author.strip():
            question["asked_by"] = each.author.strip()
        if each.when:
            question["asked_on"] = each.when.date().isoformat()
        yield question
