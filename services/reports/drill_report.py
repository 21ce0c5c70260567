"""The report of an emergency drill: the run sheet with planned and actual times, who took part, what was found, photos,
and the evaluation by items."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from services.core.drills import Drill
from services.core.operation import required
from services.core.plant import the_plant
from services.reports.inks import MUTED, TEXT
from services.reports.label_sheets import Box
from services.reports.pen import Pen, height_of, sign_foot, wrapped
from services.reports.plan_paper import MARGIN, Page, page_of
from services.store.queries.emergencies import DrillRow, StepRow, drill_row
from services.store.records import Records
from services.words import say

HEAD, FOOT, TEXT_PT, GAP = 20.0, 9.0, 9.5, 5.0
PHOTO_WIDE, PHOTO_HIGH, MOST_PHOTOS = 42.0, 31.5, 8


@dataclass(frozen=True, slots=True)
class DrillFacts:
    """What the report tells; `photos` are JPEGs."""

    plant: str
    as_of: datetime
    row: DrillRow
    photos: tuple[bytes, ...]
    zone: ZoneInfo


def drill_facts(look: Records, drill: str, now: datetime, photo: Callable[[str], bytes | None]) -> DrillFacts:
    """The facts of one drill; `photo` gives the bytes of one by its hash, or None. Raises Refused: no_such_record."""
    plant = the_plant(look)
    row, zone = drill_row(look, required(look, Drill, drill)), ZoneInfo(plant.timezone)
    names = [one for step in row.steps if step.mark for one in step.mark.photos][:MOST_PHOTOS]
    photos = [data for one in names if (data := photo(one)) is not None]
    return DrillFacts(plant.name, now.astimezone(zone), row, tuple(photos), zone)


def print_drill(facts: DrillFacts, lang: str) -> bytes:
    """The report as a PDF on A4 upright: of the same facts always the same bytes."""
    return _Paper(facts, lang).made()


class _Paper:
    def __init__(self, facts: DrillFacts, lang: str) -> None:
        self.facts, self.lang = facts, lang
        self.pen = Pen(f"{facts.plant} · {facts.row.drill.name}", lang)
        self.page: Page = page_of("A4", landscape=False)
        self.y = 0.0

    def made(self) -> bytes:
        """All of it."""
        self._begin()
        self._about()
        self._steps()
        self._people()
        self._photos()
        self._evaluation()
        return self.pen.data()

    def say(self, key: str, **facts: object) -> str:
        """A sentence of the report."""
        return say(f"drill_report.{key}", self.lang, **facts)

    @property
    def wide(self) -> float:
        """The room's width."""
        return self.page.width - 2 * MARGIN

    @property
    def bottom(self) -> float:
        """Where the room ends."""
        return self.page.height - MARGIN - FOOT - 2

    def _begin(self) -> None:
        facts = self.facts
        self.pen.page(self.page.width, self.page.height)
        box = Box(MARGIN, MARGIN, self.wide * 0.62, HEAD - 6)
        self.pen.lines(box, self.say("title"), 17, 700, middle=True)
        told = f"{facts.plant}\n{say('sheet.as_of', self.lang, at=f'{facts.as_of:%Y-%m-%d %H:%M}')}"
        side = Box(MARGIN + self.wide * 0.62, MARGIN, self.wide * 0.38, HEAD - 6)
        self.pen.lines(side, told, 8.5, 400, MUTED, "right", True)
        sign_foot(self.pen, (self.page.width, self.page.height), MARGIN, FOOT)
        self.y = MARGIN + HEAD

    def _need(self, tall: float) -> None:
        if self.y + tall > self.bottom:
            self._begin()

    def _head(self, text: str) -> None:
        self._need(18)
        self.y += GAP
        self.pen.lines(Box(MARGIN, self.y, self.wide, 7), text, 12, 700)
        self.y += 8

    def _text(self, text: str, colour: str = TEXT) -> None:
        lines = wrapped(text, self.wide, TEXT_PT)
        tall = height_of(len(lines), TEXT_PT)
        self._need(tall)
        self.pen.lines(Box(MARGIN, self.y, self.wide, tall), text, TEXT_PT, 400, colour)
        self.y += tall + 1.5

    def _about(self) -> None:
        row, drill = self.facts.row, self.facts.row.drill
        self.pen.lines(Box(MARGIN, self.y, self.wide, 8), drill.name, 14, 700)
        self.y += 9
        pairs = (
            ("number", drill.number or "–"),
            ("manner", say(f"value.manner.{drill.manner}", self.lang)),
            ("plan", row.plan or "–"),
            ("zones", self._listed(zone.name for zone in row.zones) or "–"),
            ("leader", row.leader.name if row.leader else "–"),
            ("begun_at", self._at(drill.begun_at)),
            ("ended_at", self._at(drill.ended_at)),
        )
        for name, value in pairs:
            self._text(self._pair(say(f"field.drill.{name}", self.lang), value))
        if row.lasted is not None:
            self._text(self.say("lasted", time=clocked(row.lasted.total_seconds())))

    def _at(self, moment: datetime | None) -> str:
        return moment.astimezone(self.facts.zone).strftime("%Y-%m-%d %H:%M:%S") if moment else "–"

    def _listed(self, parts: Iterable[str]) -> str:
        return ("、" if self.lang == "zh" else ", ").join(parts)

    def _pair(self, name: str, value: str) -> str:
        return f"{name}：{value}" if self.lang == "zh" else f"{name}: {value}"

    def _steps(self) -> None:
        self._head(say("field.drill.steps", self.lang))
        for place, step in enumerate(self.facts.row.steps, start=1):
            self._text(f"{place}. {step.text}")
            self._text(self._step_said(step), MUTED)

    def _step_said(self, step: StepRow) -> str:
        parts = [step.who, self.say("planned", minutes=f"{step.minutes:g}")]
        if step.after is not None:
            parts.append(self.say("done", time=clocked(step.after.total_seconds())))
            parts.append(self.say("late") if step.late else "")
        else:
            parts.append(self.say("not_done"))
        parts.append(step.mark.note if step.mark else "")
        return "    " + " · ".join(part for part in parts if part)

    def _people(self) -> None:
        row = self.facts.row
        self._head(self.say("people", count=len(row.people)))
        self._text(self._listed(one.name for one in row.people) or "–")
        for name, who in row.roles:
            self._text(self._pair(name, who.name))
        self._head(self.say("found", count=len(row.hazards)))
        for hazard in row.hazards:
            self._text(f"{hazard.number or ''} {hazard.description} · {say(f'state.{hazard.state.value}', self.lang)}")
        if not row.hazards:
            self._text(self.say("nothing"))

    def _photos(self) -> None:
        if not self.facts.photos:
            return
        from io import BytesIO

        from reportlab.lib.utils import ImageReader

        from services.reports.label_sheets import MM_PER_PT

        self._head(self.say("photos"))
        for place, data in enumerate(self.facts.photos):
            column = place % 4
            if column == 0:
                self.y += PHOTO_HIGH + 3 if place else 0
                self._need(PHOTO_HIGH)
            x, y = MARGIN + column * (PHOTO_WIDE + 3), self.y
            at = (x / MM_PER_PT, self.pen.y(y + PHOTO_HIGH), PHOTO_WIDE / MM_PER_PT, PHOTO_HIGH / MM_PER_PT)
            self.pen.canvas.drawImage(ImageReader(BytesIO(data)), *at, preserveAspectRatio=True, anchor="c")
        self.y += PHOTO_HIGH + 2

    def _evaluation(self) -> None:
        drill = self.facts.row.drill
        self._head(self.say("evaluation"))
        if drill.score is None:
            self._text(self.say("not_evaluated"))
            return
        self._text(self.say("score", score=drill.score))
        given, part = {one.key: one for one in drill.scores}, ""
        for item in drill.items:
            if item.part != part:
                part = item.part
                self._text(part, MUTED)
            one = given.get(item.key)
            points = f"{one.points} / {item.most}" if one else "–"
            note = f" · {one.note}" if one and one.note else ""
            self._text(f"    {item.text}    {points}{note}")
        if drill.conclusion:
            self._head(say("field.drill.conclusion", self.lang))
            self._text(drill.conclusion)


def clocked(seconds: float) -> str:
    """Minutes and seconds: 3:07."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
