"""Files for the accessibility checks: a small tagged PDF and a small Word file without a fault, into which tests put one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.checks import CheckState, Verdict, judge_readable
from kursbuch_press.problems import Severity
from tests.checks import font

PAGE = (420.0, 595.0)
_XMP = """<?xpacket begin="\N{ZERO WIDTH NO-BREAK SPACE}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


@dataclass(eq=False)
class T:
    """A tag: texts among its kids are drawn as lines, one below the other; ``link`` is an address and its description."""

    kind: str
    kids: tuple[T | str, ...] = ()
    entries: dict[str, str] = field(default_factory=dict)
    attributes: dict[str, object] = field(default_factory=dict)
    link: tuple[str, str] | None = None
    marks: list[int] = field(default_factory=list)
    rect: tuple[float, float, float, float] = (0, 0, 0, 0)

    def walk(self) -> Iterator[T]:
        yield self
        for kid in self.kids:
            if isinstance(kid, T):
                yield from kid.walk()


def tag(kind: str, *kids: T | str, **entries: str) -> T:
    return T(kind, kids, entries)


def cell(kind: str, text: str, **attributes: object) -> T:
    return T(kind, (text,), {}, attributes)


def link(text: str, address: str, description: str) -> T:
    return T("Link", (text,), {}, {}, (address, description))


def table(*rows: T) -> T:
    return tag("Table", *rows)


def good() -> list[T]:
    """Every kind of tag, each as it should be."""
    item = [tag("LI", tag("Lbl", "•"), tag("LBody", text)) for text in ("Kinder", "Eltern")]
    head = tag("TR", cell("TH", "Ort", Scope=Name.Column), cell("TH", "Tag", Scope=Name.Column))
    row = tag("TR", cell("TD", "Plauen"), cell("TD", "Montag"))
    note = tag("Note", "Seit 2012. ", link("zurück", "https://example.org/a", "zurück zum Text"), ID="note-1")
    return [
        tag("H1", "Ankommen"),
        tag("P", "Sprache öffnet Türen. ", tag("Reference", link("1", "https://example.org/b", "zu Anmerkung 1"))),
        note,
        tag("H2", "Angebote"),
        tag("L", *item),
        table(head, row),
        tag("Figure", "[Bild]", Alt="Eine Straße mit drei Türen"),
        tag("P", "Mehr sagt die ", link("Webseite des Netzwerks", "https://example.org/", "Webseite des Netzwerks")),
    ]


@dataclass(frozen=True)
class Paper:
    """What is drawn beside the tags by ``draw``, behind them by ``ground``; ``mend`` changes the finished PDF."""

    draw: Callable[[Canvas], None] | None = None
    ground: Callable[[Canvas], None] | None = None
    mend: Callable[[Pdf], None] | None = None
    colour: tuple[float, float, float] = (0, 0, 0)
    size: float = 11
    title: str = "Ankommen in Sachsen"


def pdf_file(tags: list[T] | None = None, paper: Paper | None = None) -> bytes:
    """A tagged PDF of one page by ReportLab, its tags by pikepdf."""
    paper = paper or Paper()
    document = tag("Document", *(good() if tags is None else tags))
    font()
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=PAGE, invariant=1, pageCompression=0)
    if paper.ground is not None:
        _raw(canvas, "/Artifact BMC")
        paper.ground(canvas)
        _raw(canvas, "EMC")
    _draw_tags(canvas, document, paper)
    if paper.draw is not None:
        paper.draw(canvas)
    canvas.save()
    with pikepdf.open(io.BytesIO(target.getvalue())) as pdf:
        _finish(pdf, document, paper)
        if paper.mend is not None:
            paper.mend(pdf)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def _raw(canvas: Canvas, operators: str) -> None:
    canvas._code.append(operators)  # noqa: SLF001 - ReportLab has no way to mark content


def _draw_tags(canvas: Canvas, document: T, paper: Paper) -> None:
    high, count = PAGE[1] - 60, 0
    for each in document.walk():
        each.marks.clear()
        for kid in each.kids:
            if isinstance(kid, str):
                canvas.setFillColorRGB(*paper.colour)
                canvas.setFont("Fira", paper.size)
                _raw(canvas, f"/{each.kind} <</MCID {count}>> BDC")
                canvas.drawString(60, high, kid)
                _raw(canvas, "EMC")
                each.rect = (60, high - 3, 360, high + 10)
                each.marks.append(count)
                high, count = high - paper.size - 7, count + 1


def _finish(pdf: Pdf, document: T, paper: Paper) -> None:
    page = pdf.pages[0].obj
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    held: dict[int, Object] = {}
    links: list[tuple[Object, Object]] = []

    def write(each: T, parent: Object) -> Object:
        element = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{each.kind}"), P=parent, Pg=page))
        for key, value in each.entries.items():
            element[f"/{key}"] = String(value)
        if each.attributes:
            owner = Name.Table if each.kind in {"TH", "TD"} else Name.List
            element.A = Dictionary({"/O": owner, **{f"/{key}": value for key, value in each.attributes.items()}})
        marks = iter(each.marks)
        kids: list[object] = []
        for kid in each.kids:
            if isinstance(kid, T):
                kids.append(write(kid, element))
            else:
                mark = next(marks)
                held[mark] = element
                kids.append(mark)
        if each.link is not None:
            annotation = _annotation(pdf, each, len(links) + 1)
            links.append((annotation, element))
            kids.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page))
        element.K = Array(kids)
        return element

    root.K = Array([write(document, root)])
    pairs: list[object] = [0, Array([held[mark] for mark in sorted(held)])]
    for number, (_, element) in enumerate(links, start=1):
        pairs += [number, element]
    root.ParentTree = Dictionary(Nums=Array(pairs))
    page.StructParents = 0
    page.Tabs = Name.S
    page.Annots = Array([annotation for annotation, _ in links])
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("de-DE")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    metadata = _XMP.format(title=paper.title).encode()
    pdf.Root.Metadata = pdf.make_stream(metadata, Type=Name.Metadata, Subtype=Name.XML)
    headings = [each.kids[0] for each in document.walk() if each.kind in {"H", "H1", "H2", "H3", "H4"} and each.kids]
    with pdf.open_outline() as outline:
        outline.root.extend([pikepdf.OutlineItem(str(text), 0) for text in headings if str(text).strip()])


def _annotation(pdf: Pdf, each: T, number: int) -> Object:
    assert each.link is not None
    address, description = each.link
    written = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array(each.rect), Border=Array([0, 0, 0]), F=4, StructParent=number,
        A=Dictionary(S=Name.URI, URI=String(address)),
    )  # fmt: skip
    if description:
        written.Contents = String(description)
    return pdf.make_indirect(written)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_SPACES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
STYLES = f"""<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr>
</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>
<w:rPr><w:color w:val="222222"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/></w:style>
<w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"""
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Ankommen in Sachsen</dc:title></cp:coreProperties>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="{kinds}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
    '<Relationship Id="r2" Type="{kinds}/styles" Target="styles.xml"/></Relationships>'
).format(kinds="http://schemas.openxmlformats.org/officeDocument/2006/relationships")
_PACKAGE_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)


def p(text: str = "", style: str = "Normal", inside: str = "", run: str = "") -> str:
    """A paragraph of a Word file."""
    run_of = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run_of}{inside}</w:p>'


def word_link(text: str, around: str = "") -> str:
    return p(around, inside=f'<w:hyperlink r:id="r1"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>')


def word_table(header: str = "<w:trPr><w:tblHeader/></w:trPr>", inside: str = "") -> str:
    rows = "".join(
        f"<w:tr>{header if not at else ''}" + "".join(f"<w:tc><w:tcPr/>{p(text)}</w:tc>" for text in row) + "</w:tr>"
        for at, row in enumerate((("Ort", "Tag"), ("Plauen", "Montag")))
    )
    return f"<w:tbl><w:tblPr/>{rows}{inside}</w:tbl>"


def picture(alternative: str, kind: str = "inline") -> str:
    known = f'<wp:docPr id="1" name="Grafik 1" descr="{alternative}"/>'
    return p(inside=f"<w:r><w:drawing><wp:{kind}>{known}</wp:{kind}></w:drawing></w:r>")


GOOD_WORD = "".join(
    (
        p("Ankommen", "H1"),
        p("Sprache öffnet Türen."),
        p("Angebote", "H2"),
        p("Kinder", "Punkt"),
        p("Eltern", "Punkt"),
        word_table(),
        picture("Eine Straße mit drei Türen"),
        word_link("Webseite des Netzwerks", "Mehr sagt die "),
    ),
)


def word_file(body: str = GOOD_WORD, styles: str = STYLES, core: str = CORE) -> bytes:
    """A Word file of as few parts as Word needs."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("word/document.xml", f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>")
        packed.writestr("_rels/.rels", _PACKAGE_RELATIONS)
        packed.writestr("word/styles.xml", styles)
        packed.writestr("docProps/core.xml", core)
        packed.writestr("word/_rels/document.xml.rels", _RELATIONS)
    return target.getvalue()


def judged(content: bytes) -> Verdict:
    return judge_readable(content, "probe")


def found(verdict: Verdict) -> set[str]:
    """The checks that are not content: those with an error or a warning."""
    return {check.check for check in verdict.checks if check.state in {CheckState.FAILED, CheckState.WARNED}}


def numbers(verdict: Verdict) -> set[str]:
    """The clauses of all errors and warnings: Matterhorn where there is one, else WCAG."""
    told = {Severity.ERROR, Severity.WARNING}
    return {each.clause.matterhorn or each.clause.wcag for each in verdict.findings if each.severity in told}
