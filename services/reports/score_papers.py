"""The department score on paper and for payroll: the sheet for the notice board, a certificate for each department that
has earned one, and the factors by employee number. Certificates and payroll go by months that are frozen."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from services.core.plant import the_plant
from services.core.refused import Refused
from services.core.scores import is_month
from services.reports.board_table import Column, draw_table
from services.reports.inks import LINE, MUTED, TEXT
from services.reports.label_sheets import Box
from services.reports.pen import Pen, sign_foot
from services.reports.plan_paper import MARGIN, page_of
from services.reports.table_book import Cell, Sheet, write_table
from services.store.queries.points import department_of, earned_since
from services.store.queries.scores import Scored, scores
from services.store.records import Records
from services.words import say

HEAD, FOOT, PT = 20.0, 9.0, 12.0
EDGE, FRAME = 12.0, 0.8
MERIT = 1.0  # a certificate is for a factor of so much or more
BOARD = (("place", 7), ("department", 24), ("due", 10), ("on_time", 12), ("late", 12), ("left_open", 12), ("rate", 12),
         ("bonus", 11))  # fmt: skip
PAYROLL = (("employee_no", 90), ("person", 90), ("department", 130), ("team", 120), ("month", 80), ("rate", 90),
           ("bonus", 90), ("points", 90))  # fmt: skip


@dataclass(frozen=True, slots=True)
class ScoreFacts:
    """The departments of a month (YYYY-MM), the best first. `as_of` is by the plant's clock; `frozen` when it was
    frozen, None while it still changes."""

    plant: str
    month: str
    as_of: datetime
    frozen: datetime | None
    rows: tuple[Scored, ...]


def score_facts(look: Records, month: str, now: datetime) -> ScoreFacts:
    """The facts of a month. Raises Refused: no_plant, month_wrong."""
    plant = the_plant(look)
    if not is_month(month):
        raise Refused("month_wrong")
    clock, rows = ZoneInfo(plant.timezone), scores(look, month=month)
    frozen = next((one.frozen.frozen_at.astimezone(clock) for one in rows if one.frozen), None)
    return ScoreFacts(plant.name, month, now.astimezone(clock), frozen, rows)


def print_score_board(facts: ScoreFacts, lang: str) -> bytes:
    """The sheet for the notice board, A4 upright, without names of people: of the same facts always the same bytes."""
    page = page_of("A4", landscape=False)
    title = say("score.board", lang, month=facts.month)
    pen = Pen(f"{facts.plant} · {title}", lang)
    wide, top = page.width - 2 * MARGIN, MARGIN + HEAD
    room = Box(MARGIN, top, wide, page.height - top - MARGIN - FOOT - 14)

    def begin() -> None:
        pen.page(page.width, page.height)
        pen.lines(Box(MARGIN, MARGIN, wide, 10), title, 18, 700, TEXT, "middle", True)
        pen.lines(Box(MARGIN, MARGIN + 11, wide, 6), _stands(facts, lang), 9, 400, MUTED, "middle", True)
        note = Box(MARGIN, page.height - MARGIN - FOOT - 12, wide, 10)
        pen.lines(note, say("score.how", lang), 8.5, 400, MUTED)
        sign_foot(pen, (page.width, page.height), MARGIN, FOOT)

    columns = [Column(say(f"score.col.{key}", lang), share) for key, share in BOARD]
    rows = list(_board_rows(facts.rows))
    draw_table(pen, room, columns, rows, PT, begin)
    if not rows:
        begin()
    return pen.data()


def _stands(facts: ScoreFacts, lang: str) -> str:
    at = facts.frozen or facts.as_of
    key = "score.frozen" if facts.frozen else "score.not_frozen"
    return say(key, lang, plant=facts.plant, at=f"{at:%Y-%m-%d %H:%M}")


def _board_rows(rows: Sequence[Scored]) -> Iterator[list[str]]:
    place, before = 0, None
    for number, one in enumerate(rows, 1):
        place = place if one.rate == before and place else number
        before = one.rate
        counted = [str(getattr(one.counted, name)) for name in ("due", "on_time", "late", "left_open")]
        yield [str(place) if one.rate is not None else "–", one.name, *counted, _rate(one), _bonus(one)]


def _rate(one: Scored) -> str:
    return "–" if one.rate is None else f"{one.rate:.1f} %"


def _bonus(one: Scored) -> str:
    return "–" if one.bonus is None else f"× {one.bonus:g}"


def print_score_certificates(facts: ScoreFacts, lang: str) -> bytes:
    """A page A4 across for each department whose factor is MERIT or more, to be signed and handed over. Raises Refused:
    score_not_frozen, no_score_certificate."""
    if facts.frozen is None:
        raise Refused("score_not_frozen", month=facts.month)
    worthy = [one for one in facts.rows if one.bonus is not None and one.bonus >= MERIT]
    if not worthy:
        raise Refused("no_score_certificate", month=facts.month)
    pen = Pen(f"{facts.plant} · {say('score.certificate', lang)} {facts.month}", lang)
    for one in worthy:
        _certificate(pen, facts, one)
    return pen.data()


def _certificate(pen: Pen, facts: ScoreFacts, one: Scored) -> None:
    page, lang = page_of("A4", landscape=True), pen.lang
    pen.page(page.width, page.height)
    whole = Box(EDGE, EDGE, page.width - 2 * EDGE, page.height - 2 * EDGE)
    pen.rect(whole, "", LINE, FRAME, radius=3)
    inner = whole.shrunk(14)
    told = say("score.certificate.text", lang, month=facts.month, rate=_rate(one), on_time=one.counted.on_time,
               due=one.counted.due)  # fmt: skip
    for y, tall, text, pt, bold in (
        (4, 10, facts.plant, 15, False),
        (20, 18, say("score.certificate", lang), 32, True),
        (52, 14, one.name, 26, True),
        (74, 28, told, 16, False),
        (128, 8, say("certificate.sign", lang), 12, False),
        (142, 6, f"JX-{facts.month}-{one.id[-6:].upper()}", 9, False),
    ):
        box = Box(inner.x, inner.y + y, inner.width, tall)
        pen.lines(box, text, pt, 700 if bold else 400, TEXT, "middle", True)


def payroll_rows(look: Records, facts: ScoreFacts) -> tuple[tuple[Cell, ...], ...]:
    """Everybody here who belongs to a department that has a factor in a frozen month, by employee number; with what
    they earned in points that month. Raises Refused: score_not_frozen."""
    if facts.frozen is None:
        raise Refused("score_not_frozen", month=facts.month)
    begins = datetime.fromisoformat(f"{facts.month}-01").replace(tzinfo=facts.as_of.tzinfo)
    earned = earned_since(look, begins, (begins + timedelta(days=32)).replace(day=1))
    teams, known = {one.id: one for one in look.find("team")}, {one.id: one for one in facts.rows}
    found: list[tuple[Cell, ...]] = []
    for person in look.find("person"):
        score = known.get(department_of(person, teams) or "")
        if person.here and score is not None and score.bonus is not None and score.rate is not None:
            team = teams[person.team].name if person.team in teams else ""
            points = earned.get(person.id, 0)
            about = (person.employee_no or "", person.name, score.name, team, facts.month)
            found.append((*about, round(score.rate, 1), score.bonus, points))
    return tuple(sorted(found, key=lambda row: (not row[0], str(row[0]), str(row[1]))))


def write_payroll(path: Path, look: Records, facts: ScoreFacts, lang: str) -> int:
    """A workbook, or where the path ends in .csv a text with commas that Excel reads; how many people. Raises Refused:
    score_not_frozen; OSError."""
    rows = payroll_rows(look, facts)
    heads = [(say(f"score.col.{key}", lang), width) for key, width in PAYROLL]
    if path.suffix.lower() == ".csv":
        path.write_bytes(_csv([title for title, _ in heads], rows))
        return len(rows)
    sheet = Sheet(say("score.payroll", lang, month=facts.month), _stands(facts, lang), heads)
    return write_table(path, sheet, [rows], lambda _: None)


def _csv(titles: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    """With the mark by which Excel knows UTF-8; a text that would be a formula there is kept as text."""
    made = StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(titles)
    for row in rows:
        writer.writerow([f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@" else cell for cell in row])
    return made.getvalue().encode("utf-8-sig")
