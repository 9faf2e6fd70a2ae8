"""Files of every format, made here: small ones that hold one report."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from io import BytesIO
from xml.sax.saxutils import escape

from openpyxl import Workbook

WORDS = "The mayor of Porto said on Friday that two bridges had been closed after heavy rain."
MORE = "About 300 engineers arrived on Monday, according to the ministry, and more will follow."
LAST = "Nobody has been hurt, the police said, although several cars were swept away at night."

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def make_zip(members: Mapping[str, bytes | str]) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return packed.getvalue()


def make_docx(*paragraphs: str, title: str = "", core: str = "", before: str = "") -> bytes:
    """A Word document; paragraphs may hold markup of their own. before: goes before the root."""
    head = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{title}</w:t></w:r></w:p>'
    body = "".join(
        one if one.startswith("<w:") else f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>"
        for one in paragraphs
    )
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"{before}<w:document {_W}><w:body>{head if title else ''}{body}"
        "</w:body></w:document>",
    }
    if core:
        members["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            f' xmlns:dcterms="http://purl.org/dc/terms/">{core}</cp:coreProperties>'
        )
    return make_zip(members)


def make_xlsx(*rows: Sequence[object]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def make_mail(text: str, html: str = "", **header: str) -> bytes:
    message = EmailMessage()
    for name, value in header.items():
        message[name.replace("_", "-")] = value
    if text:
        message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def make_page(*paragraphs: str, head: str = "", lang: str = "en") -> bytes:
    body = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    return (
        f'<!doctype html><html lang="{lang}"><head>{head}</head><body><nav><a href="/">Home</a>'
        f"</nav><article>{body}</article><footer>Cookies</footer></body></html>"
    ).encode()


def make_pdf(*pages: Sequence[tuple[int, int, str]], info: str = "") -> bytes:
    """A PDF of pages of lines: where each stands from the left and the foot, and its words."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        words = "".join(
            f"BT /F1 10 Tf {x} {y} Td ({_string(text)}) Tj ET\n" for x, y, text in lines
        )
        objects += [
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R"
            f" >> >> /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(words)} >>\nstream\n{words}endstream",
        ]
    objects.append(f"<< {info} >>")
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    written = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n{one}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    written += (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R"
        f" /Info {size - 1} 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    ).encode("latin-1")
    return written


def _string(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
