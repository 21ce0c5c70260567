"""Which PDF files are kept to be opened by many: plain ones; none that can do something."""

import zlib

import pytest

from services.core.refused import Refused
from services.demo.handouts import FIRE_CARD, HOT_WORK, handout
from services.plans.document import pages_of
from services.plans.documents import pages_of_document
from services.plans.drawing import PlanRefused

GOOD = handout(*HOT_WORK)


def made(catalogue: bytes, *more: bytes) -> bytes:
    """A PDF of one page whose catalogue says something beside."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R " + catalogue + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
        *more,
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def packed(text: bytes) -> bytes:
    data = zlib.compress(text)
    return b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (
        len(data),
        data,
    )


def spelt_out(text: bytes) -> bytes:
    """Packed twice: what only one of the two ways is undone of is not yet to be read."""
    data = zlib.compress(text).hex().encode() + b">"
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode] /Length %d >>\nstream\n%s\nendstream"
    return head % (len(data), data)


def test_a_plain_document_is_taken() -> None:
    assert (pages_of(GOOD), pages_of(handout(*FIRE_CARD)), pages_of(made(b""))) == (2, 1, 1)
    assert pages_of_document(GOOD) == 2


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("not_pdf", b"MZ\x90\x00 this is a program"),
        ("not_pdf", b"<html><script>alert(1)</script></html>"),
        ("not_pdf", b""),
        ("file_damaged", b"%PDF-1.7\n" + b"\x00" * 400),
        ("file_damaged", GOOD[:200]),
        ("active", made(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")),
        ("active", made(b"/OpenAction << /S /J#61vaScript /J#53 (app.alert(1)) >>")),
        ("active", made(b"/OpenAction << /S /Launch /F (cmd.exe) >>")),
        ("active", made(b"/Names << /EmbeddedFiles 4 0 R >>", b"<< /Names [] >>")),
        ("active", made(b"/OpenAction 5 0 R", packed(b"5 0 << /S /JavaScript /JS (app.alert(1)) >>"))),
        ("file_damaged", made(b"/OpenAction 5 0 R", spelt_out(b"5 0 << /S /JavaScript /JS (app.alert(1)) >>"))),
        ("too_much", made(b"/OpenAction 5 0 R", packed(b" " * (8 << 20) + b"5 0 << /S /JavaScript >>"))),
    ],
)
def test_what_could_do_something_is_not(code: str, data: bytes) -> None:
    with pytest.raises(PlanRefused) as refused:
        pages_of(data)
    assert refused.value.code == code


def test_the_refusal_is_one_about_documents() -> None:
    for code, data in (("document_not_pdf", b"MZ"), ("document_active", made(b"/AA << /O << /S /Launch >> >>"))):
        with pytest.raises(Refused) as refused:
            pages_of_document(data)
        assert refused.value.code == code
