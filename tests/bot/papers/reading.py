"""Papers as they are opened again: text and ink of a PDF, texts of a Word document."""

import re
from io import BytesIO
from typing import Any

import pypdfium2
from docx import Document
from docx.document import Document as Drawn
from PIL import Image

DOTS_PER_INCH = 100
MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\\s\u200b\u00a0…]")
TWICE = re.compile(r"(.)\1+")


def cm(length: float) -> int:
    return round(length / 2.54 * DOTS_PER_INCH)


def pdf_texts(paper: bytes) -> list[str]:
    opened: Any = pypdfium2.PdfDocument(paper)
    return [str(page.get_textpage().get_text_bounded()) for page in opened]


def pdf_pictures(paper: bytes) -> list[Image.Image]:
    opened: Any = pypdfium2.PdfDocument(paper)
    return [page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L") for page in opened]


def has_ink(page: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything darker than the paper stands in (left, top, right, bottom)."""
    return int(page.crop(box).getextrema()[0]) < 200  # type: ignore[arg-type]


def letters(text: str) -> str:
    """Consonants and vowels in their order: PDF readers tell marks in orders of their own, and some twice."""
    return TWICE.sub(r"\1", MARKS.sub("", text))


def word_texts(paper: bytes) -> list[str]:
    document = Document(BytesIO(paper))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(line.text for line in document.paragraphs), *cells]


def word(paper: bytes) -> Drawn:
    return Document(BytesIO(paper))
