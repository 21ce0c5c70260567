"""Badges of contractors' people: ten cards of 85.6 × 54 mm on an A4 page, with photo, validity and a sealed code."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby

from services.reports.inks import ACCENT, LINE, MUTED, PANEL, TEXT, TINT
from services.reports.label_sheets import MM_PER_PT, Box
from services.reports.pen import Pen
from services.reports.plan_paper import page_of
from services.reports.qr import QUIET_MODULES, best_size, mask_bits
from services.words import say

WIDE, HIGH, ACROSS, DOWN, DOT_MM = 85.6, 54.0, 2, 5, 25.4 / 600
HEAD, PHOTO_WIDE, PHOTO_HIGH, CODE = 9.0, 22.0, 28.0, 22.0


@dataclass(frozen=True, slots=True)
class Badge:
    """What one badge says; `address` is behind its code, `photo` a JPEG or nothing."""

    name: str
    company: str
    trade: str
    until: str
    address: str
    photo: bytes | None = None


def print_badges(badges: Sequence[Badge], plant: str, lang: str) -> bytes:
    """The badges as a PDF, ten a page, with hairlines to cut along."""
    page = page_of("A4", landscape=False)
    pen = Pen(f"{say('badge.title', lang)} · {plant}", lang)
    left, top = (page.width - ACROSS * WIDE) / 2, (page.height - DOWN * HIGH) / 2
    for place, badge in enumerate(badges):
        at = place % (ACROSS * DOWN)
        if at == 0:
            pen.page(page.width, page.height)
        _badge(pen, Box(left + at % ACROSS * WIDE, top + at // ACROSS * HIGH, WIDE, HIGH), badge, plant)
    return pen.data()


def _badge(pen: Pen, box: Box, badge: Badge, plant: str) -> None:
    pen.rect(box, PANEL, LINE, 0.1)
    pen.rect(Box(box.x, box.y, box.width, HEAD), ACCENT)
    pen.lines(Box(box.x + 4, box.y, box.width - 8, HEAD), f"{plant} · {say('badge.title', pen.lang)}", 10, 700, PANEL,
              middle=True)  # fmt: skip
    frame = Box(box.x + 4, box.y + HEAD + 4, PHOTO_WIDE, PHOTO_HIGH)
    pen.rect(frame, TINT, LINE, 0.2)
    if badge.photo:
        _picture(pen, frame, badge.photo)
    words = Box(frame.right + 3, frame.y, box.right - CODE - 7 - frame.right - 1, PHOTO_HIGH + 8)
    taken = pen.lines(Box(words.x, words.y, words.width, 9), badge.name, 14, 700, TEXT)
    told = "\n".join(filter(None, (badge.company, badge.trade)))
    pen.lines(Box(words.x, words.y + taken + 1, words.width, 18), told, 9, 400, TEXT)
    until = say("badge.until", pen.lang, day=badge.until)
    pen.lines(Box(box.x + 4, box.bottom - 9, box.width - CODE - 12, 6), until, 9, 700, TEXT, middle=True)
    _code(pen, Box(box.right - CODE - 4, box.y + HEAD + 4, CODE, CODE), badge.address)
    hint = Box(box.right - CODE - 4, box.y + HEAD + 4 + CODE + 1, CODE, 10)
    pen.lines(hint, say("badge.scan", pen.lang), 6.5, 400, MUTED, "middle")


def _picture(pen: Pen, box: Box, data: bytes) -> None:
    from reportlab.lib.utils import ImageReader

    at = (box.x / MM_PER_PT, pen.y(box.bottom), box.width / MM_PER_PT, box.height / MM_PER_PT)
    pen.canvas.drawImage(ImageReader(BytesIO(data)), *at, preserveAspectRatio=True, anchor="c")


def _code(pen: Pen, box: Box, address: str) -> None:
    """The code in the middle of its box, dark runs of each row in one piece."""
    size = best_size(len(address), box.width, box.width, DOT_MM)
    side, bits, row_bytes = size.dots * DOT_MM, mask_bits(address, size), (size.modules + 7) // 8
    quiet = (box.width - side * size.modules) / 2
    if quiet < QUIET_MODULES * side:
        side = box.width / (size.modules + 2 * QUIET_MODULES)
        quiet = QUIET_MODULES * side
    for row in range(size.modules):
        line = bits[row * row_bytes : (row + 1) * row_bytes]
        at = 0
        for dark, run in groupby(bool(line[place // 8] >> (7 - place % 8) & 1) for place in range(size.modules)):
            many = len(list(run))
            if dark:
                pen.rect(Box(box.x + quiet + at * side, box.y + quiet + row * side, many * side, side), TEXT)
            at += many
