"""PDFs with one fault each: the fault is caught by its clause, and nothing else is blamed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.checks import CheckState
from kursbuch_press.problems import Severity
from tests.checks.accessible import PAGE, Paper, T, cell, found, good, judged, link, numbers, pdf_file, table, tag

H1 = tag("H1", "Ankommen")


def test_a_file_without_faults_passes() -> None:
    verdict = judged(pdf_file())
    assert verdict.passed
    assert (found(verdict), numbers(verdict)) == (set(), set())
    about = verdict.about
    assert (about.kind, about.title, about.language, len(verdict.pages)) == ("pdf", "Ankommen in Sachsen", "de-DE", 1)


# What tags can say wrongly: the tags, the clause, and the check that must catch it.
TAGS: dict[str, tuple[list[T], str, str]] = {
    "the first heading is no H1": ([tag("H2", "Angebote")], "14-002", "headings"),
    "a level is skipped": ([H1, tag("H3", "Kurse")], "14-003", "headings"),
    "H and H1 are mixed": ([H1, tag("H", "Kurse")], "14-007", "headings"),
    "two H in one section": ([tag("H", "Kurse"), tag("H", "Orte")], "14-006", "headings"),
    "an empty heading": ([H1, tag("H2", " ")], "2.4.6", "headings"),
    "a list item without a body": ([H1, tag("L", tag("LI", tag("Lbl", "•"), tag("P", "Kinder")))], "09-005", "lists"),
    "a list that holds paragraphs": ([H1, tag("L", tag("P", "Kinder"))], "09-005", "lists"),
    "a list item outside a list": ([H1, tag("LI", tag("LBody", "Kinder"))], "09-005", "lists"),
    "a numbered list that does not say so": (
        [H1, tag("L", tag("LI", tag("Lbl", "1."), tag("LBody", "Kinder")))], "16-001", "lists",
    ),
    "a list typed as paragraphs": ([H1, tag("P", "– Kinder"), tag("P", "– Eltern")], "16-003", "lists"),
    "a row outside a table": ([H1, tag("TR", cell("TD", "Plauen"))], "09-004", "tables"),
    "rows of different lengths": (
        [H1, table(tag("TR", cell("TH", "Ort", Scope=Name.Column), cell("TH", "Tag", Scope=Name.Column)),
                   tag("TR", cell("TD", "Plauen")))],
        "09-004", "tables",
    ),
    "a header cell without scope": (
        [H1, table(tag("TR", cell("TH", "Ort", Scope=Name.Column), cell("TH", "Tag")),
                   tag("TR", cell("TD", "Plauen"), cell("TD", "Montag")))],
        "15-003", "tables",
    ),
    "a table without header cells": (
        [H1, table(tag("TR", cell("TD", "Ort"), cell("TD", "Tag")), tag("TR", cell("TD", "Plauen"), cell("TD", "Montag")))],
        "15-002", "tables",
    ),
    "a cell with a header that is not there": (
        [H1, table(tag("TR", cell("TH", "Ort", Scope=Name.Column), cell("TH", "Tag", Scope=Name.Column)),
                   tag("TR", cell("TD", "Plauen", Headers=Array([String("weg")])), cell("TD", "Montag")))],
        "15-005", "tables",
    ),
    "a table of one column": ([H1, table(tag("TR", cell("TD", "Ort")), tag("TR", cell("TD", "Plauen")))], "15-004", "tables"),
    "a figure without words": ([H1, tag("Figure", "[Bild]")], "13-004", "figures"),
    "a figure with empty words": ([H1, tag("Figure", "[Bild]", Alt=" ")], "13-004", "figures"),
    "a figure with a file name": ([H1, tag("Figure", "[Bild]", Alt="IMG_2014-06.jpg")], "1.1.1", "figures"),
    "a figure that says Bild": ([H1, tag("Figure", "[Bild]", Alt="Abbildung 3")], "1.1.1", "figures"),
    "a figure with an essay": ([H1, tag("Figure", "[Bild]", Alt="Eine lange Straße. " * 60)], "1.1.1", "figures"),
    "a formula without words": ([H1, tag("Formula", "a² + b²")], "17-002", "figures"),
    "a note without a name": ([H1, tag("P", "Text", tag("Reference", "1")),
                               tag("Note", "Seit 2012", link("zurück", "https://example.org/", "zurück zum Text"))],
                              "19-003", "notes"),
    "a note without a way back": ([H1, tag("P", "Text", tag("Reference", "1")), tag("Note", "Seit 2012", ID="n1")],
                                  "2.4.4", "notes"),
    "notes of one name": (
        [H1, tag("P", "Text", tag("Reference", "1")),
         *(tag("Note", "Seit 2012", link("zurück", "https://example.org/", "zurück zum Text"), ID="n1") for _ in range(2))],
        "19-004", "notes",
    ),
    "a link without a description": ([H1, tag("P", link("Webseite", "https://example.org/", ""))], "28-012", "links"),
    "a link described by its address": (
        [H1, tag("P", link("https://example.org/", "https://example.org/", "https://example.org/"))], "2.4.4", "links",
    ),
    "a link that says here": ([H1, tag("P", link("hier", "https://example.org/", "hier"))], "2.4.4", "links"),
    "a link without a target": ([H1, tag("P", tag("Link", "Webseite"))], "28-011", "links"),
    "a link tagged as a paragraph": (
        [H1, T("P", ("Webseite",), {}, {}, ("https://example.org/", "Webseite des Netzwerks"))], "28-011", "links",
    ),
    "a line of the contents without a link": ([H1, tag("TOC", tag("TOCI", tag("P", "Vorwort 7")))], "2.4.4", "contents"),
    "a contents of paragraphs": ([H1, tag("TOC", tag("P", "Vorwort 7"))], "09-006", "contents"),
    "dots of leaders": ([H1, tag("P", "Vorwort ................ 7")], "01-001", "contents"),
    "a tag that nobody knows": ([H1, tag("Absatz", "Text")], "02-001", "tagging"),
    "a language that is none": ([H1, tag("P", tag("Span", "welcome", Lang="english please"))], "11-007", "language"),
}  # fmt: skip


@pytest.mark.parametrize(("tags", "clause", "check"), TAGS.values(), ids=TAGS)
def test_a_fault_of_the_tags_is_caught_by_its_clause(tags: list[T], clause: str, check: str) -> None:
    verdict = judged(pdf_file(tags))
    assert numbers(verdict) == {clause}
    assert found(verdict) == {check}


def _set(path: str, value: Object | str | None) -> Callable[[Pdf], None]:
    def mend(pdf: Pdf) -> None:
        *above, last = path.split("/")
        of = pdf.Root
        for key in above:
            of = of[f"/{key}"]
        if value is None:
            del of[f"/{last}"]
        else:
            of[f"/{last}"] = Object.parse(value.encode()) if isinstance(value, str) else value

    return mend


def _other_xmp(before: bytes, after: bytes) -> Callable[[Pdf], None]:
    def mend(pdf: Pdf) -> None:
        pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(before, after))

    return mend


def _lose_way_back(pdf: Pdf) -> None:
    held = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    held[0], held[1] = held[1], held[0]


def _lose_letters(pdf: Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        if "/ToUnicode" in font:
            del font["/ToUnicode"]
            font.FontDescriptor.Flags = 4


def _lose_embedding(pdf: Pdf) -> None:
    for font in pdf.pages[0].Resources.Font.values():
        if "/FontFile2" in font.get("/FontDescriptor", Dictionary()):
            del font.FontDescriptor["/FontFile2"]


def _no_tabs(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def _tabs_by_rows(pdf: Pdf) -> None:
    pdf.pages[0].obj.Tabs = Name.R


def _field(pdf: Pdf) -> None:
    field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), Rect=Array([9, 9, 99, 29]))
    field = pdf.make_indirect(field)
    pdf.pages[0].obj.Annots.append(field)
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def _comment(pdf: Pdf) -> None:
    comment = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([9, 9, 29, 29]))
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(comment))


def _film(pdf: Pdf) -> None:
    film = Dictionary(Type=Name.Annot, Subtype=Name.Screen, Rect=Array([9, 9, 99, 99]), F=2)
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(film))


def _circle(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary({"/Eins": Name("/Zwei"), "/Zwei": Name("/Eins")})
    pdf.Root.StructTreeRoot.K[0].K[0].S = Name("/Eins")


def _attach(pdf: Pdf) -> None:
    file = Dictionary(Type=Name.Filespec, F=String("plan.pdf"), EF=Dictionary(F=pdf.make_stream(b"x")))
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("plan"), file])))


def _borrow(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.XObject = Dictionary(Fm0=pdf.make_stream(b"", Subtype=Name.Form, Ref=Dictionary(Page=0)))


def _dead_link(pdf: Pdf) -> None:
    annotation = pdf.pages[0].obj.Annots[0]
    annotation.A = Dictionary(S=Name.GoTo, D=String("gibt es nicht"))


def _dead_bookmark(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Dest = String("gibt es nicht")


FILES: dict[str, tuple[Callable[[Pdf], None], str, str]] = {
    "no language": (_set("Lang", None), "11-001", "language"),
    "a language that is none": (_set("Lang", String("Deutsch, bitte")), "11-001", "language"),
    "no metadata title": (_other_xmp(b"Ankommen in Sachsen", b""), "06-003", "title"),
    "a file name as title": (_other_xmp(b"Ankommen in Sachsen", b"Microsoft Word - neu2.docx"), "06-004", "title"),
    "the title is not shown": (_set("ViewerPreferences", None), "07-001", "title"),
    "the file name is shown": (_set("ViewerPreferences/DisplayDocTitle", "false"), "07-002", "title"),
    "no metadata": (_set("Metadata", None), "06-001", "claim"),
    "no claim": (_other_xmp(b"<pdfuaid:part>1</pdfuaid:part>", b""), "06-002", "claim"),
    "tags are not declared": (_set("MarkInfo", None), "01-005", "tagging"),
    "tags are a guess": (_set("MarkInfo/Suspects", "true"), "01-007", "tagging"),
    "a standard tag means another": (_set("StructTreeRoot/RoleMap", Dictionary({"/P": Name("/Span")})), "02-004", "tagging"),
    "roles in a circle": (_circle, "02-003", "tagging"),
    "the way back is wrong": (_lose_way_back, "4.1.1", "parent-tree"),
    "no letters": (_lose_letters, "31-027", "fonts"),
    "a font that is not embedded": (_lose_embedding, "31-009", "fonts"),
    "no tab order": (_no_tabs, "28-008", "operation"),
    "another tab order": (_tabs_by_rows, "28-009", "operation"),
    "a script": (_set("OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.beep(0)"))), "29-001", "movement"),
    "a film": (_film, "03-002", "movement"),
    "a dynamic form": (_set("AcroForm", Dictionary(XFA=String("x"))), "25-001", "movement"),
    "layers without a name": (_set("OCProperties", Dictionary(D=Dictionary())), "20-002", "layers"),
    "a choice of layers without a name": (
        _set("OCProperties", Dictionary(D=Dictionary(Name=String("Alle")), Configs=Array([Dictionary(Name=String(" "))]))),
        "20-001",
        "layers",
    ),
    "layers that switch themselves": (
        _set("OCProperties", Dictionary(D=Dictionary(Name=String("Alle"), AS=Array([])))),
        "20-003",
        "layers",
    ),
    "an attachment without a file name": (_attach, "21-001", "layers"),
    "a page of another file": (_borrow, "30-001", "layers"),
    "a dead link": (_dead_link, "2.4.4", "links"),
    "a dead bookmark": (_dead_bookmark, "2.4.5", "bookmarks"),
    "no bookmarks": (_set("Outlines", None), "2.4.5", "bookmarks"),
}


@pytest.mark.parametrize(("mend", "clause", "check"), FILES.values(), ids=FILES)
def test_a_fault_of_the_file_is_caught_by_its_clause(mend: Callable[[Pdf], None], clause: str, check: str) -> None:
    verdict = judged(pdf_file(paper=Paper(mend=mend)))
    assert clause in numbers(verdict)
    assert check in found(verdict)
    assert len(found(verdict)) <= 2, found(verdict)


def test_a_file_without_tags_says_so_first() -> None:
    verdict = judged(pdf_file(paper=Paper(mend=_set("StructTreeRoot", None))))
    assert not verdict.passed
    assert {"tagging", "all-tagged", "links"} <= found(verdict)


def test_a_form_field_without_name_and_tag_and_a_comment_without_words() -> None:
    assert numbers(judged(pdf_file(paper=Paper(mend=_field)))) == {"28-005", "28-010"}
    assert numbers(judged(pdf_file(paper=Paper(mend=_comment)))) == {"28-002", "28-004"}


def test_a_tag_whose_content_is_on_no_page_is_told() -> None:
    def gone(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        content = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(re.sub(rb"/H1 <</MCID 0>> BDC.*?EMC", b"", content, flags=re.DOTALL))

    verdict = judged(pdf_file(paper=Paper(mend=gone)))
    assert not verdict.passed
    assert "parent-tree" in found(verdict)


@pytest.mark.parametrize("to", ["nothing", "beside"])
def test_a_tag_that_does_not_name_the_tag_around_it_is_told(to: str) -> None:
    def astray(pdf: Pdf) -> None:
        document = pdf.Root.StructTreeRoot.K[0]
        if to == "nothing":
            del document.K[0]["/P"]
        else:
            document.K[0].P = document.K[1]

    verdict = judged(pdf_file(paper=Paper(mend=astray)))
    check = next(each for each in verdict.checks if each.check == "parent-tree")
    assert [each.message for each in check.findings] == [
        "Bei 1\N{NO-BREAK SPACE}Tag führt der Weg nach oben (P) nicht zu dem Tag, in dem es steht; zuerst bei „H1“."
    ]


def test_contents_of_one_page_with_one_number_are_told() -> None:
    def twice(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"/MCID 1>>", b"/MCID 0>>", 1))

    check = next(each for each in judged(pdf_file(paper=Paper(mend=twice))).checks if each.check == "parent-tree")
    assert any("dieselbe MCID" in each.message for each in check.findings)


def test_a_tag_for_a_field_without_one_is_told_unless_it_is_a_printed_one() -> None:
    assert "operation" in found(judged(pdf_file([tag("H1", "Ankommen"), tag("Form", "Name")])))
    printed = T("Form", ("Name",), {}, {"O": Name.PrintField, "Role": Name.tv})
    assert "operation" not in found(judged(pdf_file([tag("H1", "Ankommen"), printed])))


def test_an_artifact_inside_a_tag_is_told_though_it_paints_nothing() -> None:
    def mark(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        content = page.Contents.read_bytes().replace(b"/MCID 0>> BDC", b"/MCID 0>> BDC /Artifact BMC EMC", 1)
        page.Contents = pdf.make_stream(content)

    assert "01-003" in numbers(judged(pdf_file(paper=Paper(mend=mark))))


def test_what_a_form_field_shows_is_judged_as_well() -> None:
    """The appearance of a field or an annotation has faces and colours like a page (ISO 32000-1, 12.5.5)."""

    def shows(pdf: Pdf) -> None:
        _field(pdf)
        face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        shown = pdf.make_stream(b"0.8 g BT /F 11 Tf 2 5 Td (Ihr Name) Tj ET")
        shown.Type, shown.Subtype, shown.BBox = Name.XObject, Name.Form, Array([0, 0, 90, 20])
        shown.Resources = Dictionary(Font=Dictionary(F=face))
        pdf.pages[0].obj.Annots[-1].AP = Dictionary(N=shown)

    without, with_it = (judged(pdf_file(paper=Paper(mend=mend))) for mend in (_field, shows))
    assert found(with_it) - found(without) == {"fonts", "text-contrast"}


def test_of_several_appearances_the_one_that_is_chosen_is_judged() -> None:
    """A field may have an appearance for each of its states, and names the one that it has (12.5.5, table 168)."""

    def shows(state: str) -> Callable[[Pdf], None]:
        def mend(pdf: Pdf) -> None:
            _field(pdf)
            states = Dictionary()
            for name, grey in (("Blass", b"0.8"), ("Schwarz", b"0")):
                shown = pdf.make_stream(grey + b" g BT /F 11 Tf 2 5 Td (Ihr Name) Tj ET")
                shown.Type, shown.Subtype, shown.BBox = Name.XObject, Name.Form, Array([0, 0, 90, 20])
                shown.Resources = Dictionary(Font=pdf.pages[0].Resources.Font)
                shown.Resources.Font["/F"] = next(each for each in shown.Resources.Font.values() if "/FontDescriptor" in each)
                states[f"/{name}"] = shown
            pdf.pages[0].obj.Annots[-1].AP = Dictionary(N=states)
            pdf.pages[0].obj.Annots[-1].AS = Name(f"/{state}")

        return mend

    weak, strong = (found(judged(pdf_file(paper=Paper(mend=shows(state))))) for state in ("Blass", "Schwarz"))
    assert weak - strong == {"text-contrast"}


def test_the_way_back_from_an_annotation_is_walked_as_well() -> None:
    def astray(pdf: Pdf) -> None:
        for each in pdf.pages[0].obj.Annots:
            each.StructParent = 77

    assert "parent-tree" in found(judged(pdf_file(paper=Paper(mend=astray))))
    assert "parent-tree" not in found(judged(pdf_file()))


# What is drawn beside the tags.


def _loose_text(canvas: Canvas) -> None:
    canvas.setFont("Fira", 11)
    canvas.drawString(60, 50, "Niemand liest mich vor")


def _loose_picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "navy")), 60, 30, 40, 40)


def _artifact_in_text(canvas: Canvas) -> None:
    canvas._code.append("/P <</MCID 0>> BDC /Artifact BMC")  # noqa: SLF001
    canvas.rect(60, 30, 40, 2, fill=1, stroke=0)
    canvas._code.append("EMC EMC")  # noqa: SLF001


def _text_in_artifact(canvas: Canvas) -> None:
    canvas._code.append("/Artifact BMC /P <</MCID 0>> BDC")  # noqa: SLF001
    canvas.rect(60, 30, 40, 2, fill=1, stroke=0)
    canvas._code.append("EMC EMC")  # noqa: SLF001


@pytest.mark.parametrize(
    ("draw", "clause"),
    [(_loose_text, "01-005"), (_loose_picture, "01-005"), (_artifact_in_text, "01-003"), (_text_in_artifact, "01-004")],
)
def test_content_without_tag_is_caught(draw: Callable[[Canvas], None], clause: str) -> None:
    verdict = judged(pdf_file(paper=Paper(draw=draw)))
    assert clause in numbers(verdict)
    assert found(verdict) - {"parent-tree"} == {"all-tagged"}


def test_a_finding_names_page_and_place() -> None:
    verdict = judged(pdf_file(paper=Paper(draw=_loose_text)))
    finding = verdict.failed[0].findings[0]
    assert finding.page == 1
    assert finding.spot is not None
    assert finding.spot.left == pytest.approx(60 / 72 * 25.4, abs=0.2)
    assert "Niemand liest mich vor" in finding.message
    assert str(finding.clause) == "Matterhorn 01-005 · WCAG 1.3.1 · EN 301 549 10.1.3.1"


def test_text_that_is_read_after_what_stands_below_it_is_told() -> None:
    def swap(pdf: Pdf) -> None:
        kids = pdf.Root.StructTreeRoot.K[0].K
        kids.append(kids[0])
        del kids[0]

    blocks = [tag("P", "Ein Absatz, der weit oben steht."), H1, *(tag("P", f"Absatz {at} des Texts.") for at in range(6))]
    verdict = judged(pdf_file(blocks, Paper(mend=swap)))
    assert (numbers(verdict), found(verdict)) == ({"09-001"}, {"reading-order"})
    assert verdict.passed


def test_a_page_of_one_picture_is_told() -> None:
    def scan(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (40, 60), 128)), 0, 0, *PAGE)

    verdict = judged(pdf_file([], Paper(ground=scan)))
    assert "08-002" in numbers(verdict)


def test_abbreviations_without_a_long_form_are_listed_for_people() -> None:
    said = [H1, tag("P", "Das BAMF prüft. "), tag("P", "Das BAMF hilft. "), tag("P", tag("Span", "ABH", E="Ausländerbehörde"))]
    check = next(each for each in judged(pdf_file(said)).checks if each.check == "abbreviations")
    assert check.state is CheckState.PERSON
    assert check.listed == ("BAMF (2-mal)",)


def test_notes_and_pictures_do_not_fail_a_file() -> None:
    verdict = judged(pdf_file([*good(), tag("Figure", "[Bild]", Alt="Eine Straße mit drei Türen")]))
    assert verdict.passed
    assert all(each.severity is not Severity.ERROR for each in verdict.findings)
