"""The report of a return: everything that it says is in it, as text, and in JSON under stable names."""

from __future__ import annotations

import json

from kursbuch_press.returns.report_html import report_html
from kursbuch_press.returns.report_json import report_json
from kursbuch_press.word import Written
from tests.returns.conftest import CHAPTER, Kept, read
from tests.returns.editing import Doc


def _returned(draft: Written) -> bytes:
    doc = Doc(draft.content, author="Anna <b>Muster</b>")
    doc.replace(f"{CHAPTER}/lage-5/text", "Kreisstadt", "<script>Stadt")
    doc.new_row(f"{CHAPTER}/kurs-jugend/fuer-wen", ["Abendkurs", "Berufstätige", "300 Stunden"])
    return doc.save(add=doc.comment(f"{CHAPTER}/lage-4/text", "Tür", "Stimmt das so?", "Ja."))


def test_a_report_marks_up_old_and_new_words_with_author_and_time(draft: Written, kept: Kept) -> None:
    html = report_html(read(_returned(draft), kept))
    assert "<del>Kreisstadt</del>" in html
    assert "<ins>&lt;script&gt;Stadt</ins>" in html
    assert "Anna &lt;b&gt;Muster&lt;/b&gt;, 1.\u00a07.\u00a02014, 10:00 Uhr" in html
    assert "<script>" not in html
    assert "Zeile neu" in html
    assert "<ins>Abendkurs</ins> | <ins>Berufstätige</ins> | <ins>300 Stunden</ins>" in html
    assert "Stimmt das so?" in html
    assert "zu „Tür“" in html
    assert '<th scope="row">Rest</th><td>0</td>' in html


def test_the_names_in_the_json_are_stable(draft: Written, kept: Kept) -> None:
    record = json.loads(report_json(read(_returned(draft), kept)))
    assert {"changes", "comments", "unplaced", "refused", "ledger"} <= set(record)
    row, edited = record["changes"]
    assert (edited["address"], edited["kind"], edited["certain"]) == (f"{CHAPTER}/lage-5/text", "edited", True)
    assert (row["kind"], row["parts"]) == ("new", ["Abendkurs", "Berufstätige", "300 Stunden"])
    assert record["ledger"]["remainder"] == 0
    assert record["comments"][0]["replies"][0]["text"] == "Ja."


def test_the_same_return_gives_the_same_report(draft: Written, kept: Kept) -> None:
    content = _returned(draft)
    assert report_json(read(content, kept)) == report_json(read(content, kept))
