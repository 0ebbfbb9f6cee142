"""Makes the pictures of docs/returns.md: the report of a return, its end, and the report of a merge with a conflict.

Run it with ``.venv/bin/python -m docs.pictures.returns``; what is in them is invented.
"""  # noqa: INP001 - a script, not a package

from __future__ import annotations

from pathlib import Path

import pypdfium2
import weasyprint
from PIL import Image, ImageChops

from kursbuch_press.merge import merge
from kursbuch_press.merge.files import read_sheets, sheets_of
from kursbuch_press.merge.report_html import report_html as merge_report
from kursbuch_press.returns.arrived import Arrived
from kursbuch_press.returns.reading import read_word
from kursbuch_press.returns.report_html import report_html
from tests.returns.conftest import CHAPTER, Kept, written_draft
from tests.returns.editing import Doc

HERE = Path(__file__).resolve().parent
PAGE = "@page {{ size: {width}mm 800mm; margin: 8mm }} body {{ margin: 0 }}"
PIXELS, EDGE = 820, 24
COLOURS = 256


def make() -> None:
    """Write the three pictures."""
    draft = written_draft(CHAPTER)
    kept = Kept((draft.snapshot,))
    anna, ben = Doc(draft.content), Doc(draft.content, author="Ben Beispiel", tracked=False)
    text = f"{CHAPTER}/lage-5/text"
    anna.new_row(f"{CHAPTER}/kurs-jugend/umfang", ["Abendkurs", "Berufstätige", "300 Stunden"])
    anna.replace(text, "Kreisstadt", "großen Stadt")
    anna.split(f"{CHAPTER}/worte-2/text", "teilen sich die Arbeit.")
    anna.drop_row(f"{CHAPTER}/zugang-eu/wer")
    anna.tracked = False
    anna.replace(f"{CHAPTER}/huerde-kind/text", "Nebenraum", "Saal")
    ben.replace(text, "Kreisstadt", "Stadt")
    ben.drop_paragraph(f"{CHAPTER}/huerde-fahrt/text")
    comments = anna.comment(text, "Wohnung", "Stimmt das auch für die Städte?", "Ich frage nach.")
    files = {"kapitel1-anna.docx": anna.save(add=comments), "kapitel1-ben.docx": ben.save()}
    returns = [read_word(Arrived(name, content, author="Ben Beispiel"), kept) for name, content in files.items()]
    whole = _drawn(report_html(returns[0]))
    _save(_cut(whole, 0, 0.45), "returns-changes")
    _save(_cut(whole, 0.68, 1), "returns-ledger")
    _save(_cut(_drawn(merge_report(merge(returns, sheets_of(read_sheets(HERE.parents[1])))), 200), 0, 0.62), "merge-report")


def _drawn(report: str, width: int = 150) -> Image.Image:
    """Draw a report on one long page, without the white below it."""
    style = weasyprint.CSS(string=PAGE.format(width=width))
    content = weasyprint.HTML(string=report).write_pdf(stylesheets=[style])
    with pypdfium2.PdfDocument(content) as document:
        page: Image.Image = document[0].render(scale=PIXELS / document[0].get_width()).to_pil().convert("RGB")
    box = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox()
    return page.crop((0, 0, page.width, min(page.height, (box[3] if box else page.height) + EDGE)))


def _cut(picture: Image.Image, start: float, end: float) -> Image.Image:
    """Give a part of a picture that begins and ends between two lines."""
    top, bottom = (_white(picture, round(picture.height * share)) for share in (start, end))
    return picture.crop((0, top, picture.width, bottom))


def _white(picture: Image.Image, line: int) -> int:
    """Give the nearest line above in which nothing stands, in the middle of such lines."""
    clear = 0
    for at in range(min(line, picture.height - 1), 0, -1):
        colours = picture.crop((0, at, picture.width, at + 1)).getcolors(1)
        clear = clear + 1 if colours else 0
        if clear == EDGE:
            return at + EDGE // 2
    return 0 if line < picture.height // 2 else picture.height


def _save(picture: Image.Image, name: str) -> None:
    few = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    make()
