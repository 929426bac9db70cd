"""Thai in Word: letters, size and language are told for complex scripts too, else Word takes its own."""

from typing import Any

from docx.document import Document as Drawn
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph as Line
from docx.text.run import Run

FONT, POINTS, LANGUAGE = "TH Sarabun New", 16, "th-TH"
STYLES = ("Normal", "Header", "Heading 1", "Heading 2", "Heading 3")
LINKED = tuple(f"Heading {level} Char" for level in (1, 2, 3))  # some programs take colours from these
_ORDER = (
    *("w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:spacing", "w:kern"),
    *("w:sz", "w:szCs", "w:u", "w:lang"),
)


def dress(document: Drawn) -> None:
    """Every style that a paper uses, in Thai letters."""
    for name in STYLES:
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0
        style.paragraph_format.tab_stops.clear_all()  # those of the header would come before ours
        _letters(style, bold=name.startswith("Heading"))
    for name in LINKED:
        linked = document.styles[name]
        assert isinstance(linked, CharacterStyle)
        _letters(linked, bold=True)


def _letters(style: CharacterStyle, bold: bool) -> None:
    style.font.size, style.font.color.rgb = Pt(POINTS), RGBColor(0, 0, 0)
    _tell(style.element.get_or_add_rPr(), POINTS, bold)


def write(line: Line, text: str, bold: bool = False, size: int | None = None) -> Run:
    run = line.add_run(text)
    run.bold, run.font.size = bold or None, Pt(size or POINTS)
    _tell(run._r.get_or_add_rPr(), size or POINTS, bold)
    return run


def add_page_number(line: Line, thai_digits: bool) -> None:
    """- ๒ -, counted by Word."""
    write(line, "- ")
    run = write(line, "")
    switch = r"PAGE \* THAIARABIC" if thai_digits else "PAGE"
    for kind, text in (("begin", None), (None, switch), ("end", None)):
        run._r.append(_field(kind, text))
    write(line, " -")


def _field(kind: str | None, text: str | None) -> BaseOxmlElement:
    if kind:
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        return mark
    mark = OxmlElement("w:instrText")
    mark.text = text
    return mark


def _tell(properties: BaseOxmlElement, points: int, bold: bool) -> None:
    fonts = _child(properties, "w:rFonts")
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]  # themes would win over what is told here
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    if bold:
        _child(properties, "w:bCs")
    _child(properties, "w:szCs").set(qn("w:val"), str(points * 2))
    language = _child(properties, "w:lang")
    language.set(qn("w:val"), LANGUAGE)
    language.set(qn("w:bidi"), LANGUAGE)
    properties[:] = sorted(properties, key=_place)


def _child(properties: BaseOxmlElement, name: str) -> Any:
    found = properties.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        properties.append(found)
    return found


def _place(element: BaseOxmlElement) -> int:
    """Word refuses properties that stand in another order than its schema's."""
    names = [qn(name) for name in _ORDER]
    return names.index(element.tag) if element.tag in names else len(names)
