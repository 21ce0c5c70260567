"""Papers that flow down A4 pages: a head with title and number, facts beside their names, sections with tables."""

from collections.abc import Sequence
from datetime import datetime

from services.reports.board_table import Column
from services.reports.fonts import Weight
from services.reports.inks import LINE, MUTED, STATUS, TINT
from services.reports.label_sheets import Box
from services.reports.pen import Align, Pen, height_of, sign_foot, wrapped
from services.reports.plan_paper import MARGIN, page_of
from services.words import say

HEAD, FOOT, PT, TITLE_PT, GAP = 18.0, 8.0, 9.5, 17, 4.0
LABEL_SHARE, PAD = 0.24, 1.4
SIDES: tuple[Align, Align] = ("left", "right")


class Flowing:
    """`place` is how far down the page it has come, in mm; the foot of each page of a `signed` one is for three
    people to sign."""

    def __init__(self, title: str, number: str, plant: str, at: datetime, lang: str, *, signed: bool = False) -> None:
        self.page = page_of("A4", landscape=False)
        self.pen = Pen(f"{title} {number}".strip(), lang)
        self.title, self.number, self.plant, self.at, self.signed = title, number, plant, at, signed
        self.begin()

    @property
    def wide(self) -> float:
        """The width between the margins, in mm."""
        return self.page.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """Where the foot begins, in mm."""
        return self.page.height - MARGIN - FOOT

    def begin(self) -> None:
        """A new page, with head and foot."""
        self.pen.page(self.page.width, self.page.height)
        half = self.wide * 0.6
        self.pen.lines(Box(MARGIN, MARGIN, half, HEAD - 6), self.title, TITLE_PT, 700, middle=True)
        told = f"{self.number}\n{self.plant}\n{say('sheet.as_of', self.pen.lang, at=f'{self.at:%Y-%m-%d %H:%M}')}"
        self.pen.lines(Box(MARGIN + half, MARGIN, self.wide - half, HEAD - 6), told, 8.5, 400, MUTED, "right", True)
        self.pen.line((MARGIN, MARGIN + HEAD - 4), (MARGIN + self.wide, MARGIN + HEAD - 4), LINE, 0.3)
        self._foot()
        self.place = MARGIN + HEAD

    def _foot(self) -> None:
        if self.signed:
            sign_foot(self.pen, (self.page.width, self.page.height), MARGIN, FOOT)
            return
        said = say("report.page", self.pen.lang, number=self.pen.pages)
        self.pen.lines(Box(MARGIN, self.bottom, self.wide, FOOT), said, 8, 400, MUTED, "right", True)

    def room(self, tall: float) -> None:
        """A new page where so much has no room any more."""
        if self.place + tall > self.bottom:
            self.begin()

    def head(self, text: str, least: float = 24.0) -> None:
        """A section's title; what follows it takes at least `least` mm on the same page."""
        self.room(height_of(1, 12) + GAP + least)
        self.place += GAP
        self.pen.lines(Box(MARGIN, self.place, self.wide, 8), text, 12, 700)
        self.place += height_of(1, 12) + 1.5

    def facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Names with what they are, one below the other; without what is empty."""
        label = self.wide * LABEL_SHARE
        for name, value in pairs:
            if not value:
                continue
            lines = max(len(wrapped(value, self.wide - label - 2 * PAD, PT)), len(wrapped(name, label - 2 * PAD, PT)))
            tall = height_of(lines, PT) + 2 * PAD
            self.room(tall)
            self.pen.rect(Box(MARGIN, self.place, label, tall), TINT)
            self.pen.lines(Box(MARGIN + PAD, self.place + PAD, label - 2 * PAD, tall - 2 * PAD), name, PT, 400, MUTED)
            told = Box(MARGIN + label + PAD, self.place + PAD, self.wide - label - 2 * PAD, tall - 2 * PAD)
            self.pen.lines(told, value, PT)
            self.pen.line((MARGIN, self.place + tall), (MARGIN + self.wide, self.place + tall), LINE, 0.2)
            self.place += tall

    def words(self, text: str, loud: bool = False) -> None:
        """A paragraph; a loud one in the colour of what is overdue."""
        tall = height_of(len(wrapped(text, self.wide, PT)), PT) + 1
        self.room(tall)
        ink = STATUS["overdue"] if loud else MUTED
        self.pen.lines(Box(MARGIN, self.place, self.wide, tall), text, PT, 700 if loud else 400, ink)
        self.place += tall

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """Rows below each other; the head comes again on each page that they take, and no row is parted."""
        titles = [column.title for column in columns]
        head = self._tall(columns, titles, 700)
        self.room(head + 10.0)
        self._row(columns, titles, bold=True)
        for row in rows:
            if self.place + self._tall(columns, row) > self.bottom:
                self.begin()
                self._row(columns, titles, bold=True)
            self._row(columns, row)

    def _row(self, columns: Sequence[Column], row: Sequence[str], *, bold: bool = False) -> None:
        weight: Weight = 700 if bold else 400
        tall, x = self._tall(columns, row, weight), MARGIN
        if bold:
            self.pen.rect(Box(MARGIN, self.place, self.wide, tall), TINT)
        for column, cell, wide in zip(columns, row, self._widths(columns), strict=True):
            room, side = Box(x + PAD, self.place + PAD, wide - 2 * PAD, tall - 2 * PAD), SIDES[column.numbers]
            self.pen.lines(room, cell, PT, weight, align=side)
            x += wide
        self.pen.line((MARGIN, self.place + tall), (MARGIN + self.wide, self.place + tall), LINE, 0.2)
        self.place += tall

    def _widths(self, columns: Sequence[Column]) -> list[float]:
        whole = sum(column.share for column in columns)
        return [self.wide * column.share / whole for column in columns]

    def _tall(self, columns: Sequence[Column], row: Sequence[str], weight: Weight = 400) -> float:
        cells = zip(row, self._widths(columns), strict=True)
        lines = max(len(wrapped(cell, wide - 2 * PAD, PT, weight)) for cell, wide in cells)
        return height_of(max(lines, 1), PT) + 2 * PAD

    def data(self) -> bytes:
        """The finished paper."""
        return self.pen.data()
