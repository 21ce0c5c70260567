"""The report of one incident: what happened, five whys, the fishbone, what is done about it, what is to be learnt."""

from datetime import datetime
from zoneinfo import ZoneInfo

from services.core.investigations import BRANCHES, Investigation
from services.core.plant import Plant
from services.reports.board_table import Column
from services.reports.fishbone import fishbone
from services.reports.flowing import Flowing
from services.reports.inks import ACCENT, LINE, STATUS, TEXT, TINT
from services.reports.label_sheets import Box
from services.reports.pen import Pen
from services.reports.plan_paper import MARGIN
from services.store.queries.incidents import IncidentRow
from services.words import say

BONES_HIGH, TWIG_HIGH, TWIG_PT = 84.0, 8.5, 8.0


def print_incident(row: IncidentRow, plant: Plant, now: datetime, lang: str, *, personal: bool = False) -> bytes:
    """The report as a PDF on A4. Who was hurt and how stands in it only where it is to be `personal`."""
    zone = ZoneInfo(plant.timezone)
    number = row.incident.number or row.incident.old_number
    paper = Flowing(say("incident.paper", lang), number, plant.name, now.astimezone(zone), lang)
    paper.facts(_facts(row, zone, lang, personal=personal))
    if not personal and row.incident.person:
        paper.words(say("incident.paper_masked", lang))
    study = row.investigation
    if study is None:
        paper.words(say("incident.paper_none", lang))
        return paper.data()
    _whys(paper, study)
    _bones(paper, study, row)
    _actions(paper, row, zone)
    paper.head(say("field.investigation.conclusion", lang))
    concluded = f"{study.concluded_at.astimezone(zone):%Y-%m-%d %H:%M}" if study.concluded_at else ""
    names = ("conclusion", "lesson")
    told = [(say(f"field.investigation.{name}", lang), getattr(study, name)) for name in names]
    paper.facts([*told, (say("field.investigation.concluded_at", lang), concluded)])
    return paper.data()


def _facts(row: IncidentRow, zone: ZoneInfo, lang: str, *, personal: bool) -> list[tuple[str, str]]:
    one = row.incident
    kind = say(f"value.accident_type.{one.accident_type}", lang)
    if row.code is not None:
        kind += f" ({row.edition}: {row.code.code} {row.code.name})"
    facts = [
        ("kind", say(f"value.kind.{one.kind}", lang)),
        ("at", f"{one.at.astimezone(zone):%Y-%m-%d %H:%M}"),
        ("zone", " · ".join(filter(None, (f"{row.zone.name} ({row.zone.zone_class})", one.place)))),
        ("description", one.description),
        ("accident_type", kind),
        ("days_lost", str(one.days_lost) if one.kind == "recordable_injury" else ""),
        ("person", row.hurt if personal else ""),
        ("injury", one.injury if personal else ""),
    ]
    told = [(say(f"field.incident.{name}", lang), value) for name, value in facts]
    return [*told, (say("field.investigation.leader", lang), row.leader)]


def _whys(paper: Flowing, study: Investigation) -> None:
    lang = paper.pen.lang
    if study.whys:
        paper.head(say("field.investigation.whys", lang))
        columns = [Column("", 1.6), Column(say("incident.paper_answer", lang), 9)]
        lines = [(say("incident.why", lang, number=n), text) for n, text in enumerate(study.whys, 1)]
        paper.table(columns, lines)


def _bones(paper: Flowing, study: Investigation, row: IncidentRow) -> None:
    lang = paper.pen.lang
    if not study.causes:
        return
    paper.head(say("incident.fishbone", lang), BONES_HIGH)
    box = Box(MARGIN, paper.place, paper.wide, BONES_HIGH)
    draw_fishbone(paper.pen, box, study, row.incident.description)
    paper.place += BONES_HIGH + 2
    columns = [Column(say("incident.branch", lang), 2), Column(say("field.investigation.causes", lang), 8)]
    columns.append(Column(say("incident.root", lang), 1.6))
    lines = [
        (say(f"value.branch.{one.branch}", lang), one.text, say("value.true.yes", lang) if one.root else "")
        for branch in BRANCHES
        for one in study.causes
        if one.branch == branch
    ]
    paper.table(columns, lines)


def draw_fishbone(pen: Pen, box: Box, study: Investigation, what: str) -> None:
    """The fishbone of an investigation in a box; root causes stand out."""
    made = fishbone(study.causes, box.width, box.height)

    def at(point: tuple[float, float]) -> tuple[float, float]:
        return box.x + point[0], box.y + point[1]

    pen.line(at(made.tail), at(made.neck), TEXT, 0.6)
    head = Box(box.x + made.head_left, box.y + box.height * 0.3, box.width - made.head_left, box.height * 0.4)
    pen.rect(head, TINT, TEXT, 0.4, radius=1.5)
    pen.lines(head.shrunk(1.5), what, 8.5, 700, TEXT, "middle", True)
    for bone in made.bones:
        pen.line(at(bone.tip), at(bone.foot), ACCENT, 0.4)
        x, y = at(bone.tip)
        name = Box(x - 16, y - made.label_high if bone.above else y, 32, made.label_high)
        pen.lines(name, say(f"value.branch.{bone.branch}", pen.lang), 9.5, 700, ACCENT, "middle", True)
        for twig in bone.twigs:
            end = at(twig.end)
            ink = STATUS["overdue"] if twig.root else TEXT
            pen.line((end[0] - twig.room, end[1]), end, LINE, 0.3)
            room = Box(end[0] - twig.room, end[1] - TWIG_HIGH, twig.room - 1 - twig.lean * TWIG_HIGH, TWIG_HIGH - 0.6)
            pen.lines(room, twig.text, TWIG_PT, 700 if twig.root else 400, ink, "right")


def _actions(paper: Flowing, row: IncidentRow, zone: ZoneInfo) -> None:
    lang = paper.pen.lang
    if not row.actions:
        return
    paper.head(say("incident.actions", lang))
    titles = ("number", "description", "due_at", "state")
    columns = [
        Column(say(f"field.hazard.{title}", lang), share) for title, share in zip(titles, (3, 5, 2.4, 2), strict=True)
    ]
    lines = [
        (
            one.number or "",
            one.description,
            f"{one.due_at.astimezone(zone):%Y-%m-%d %H:%M}" if one.due_at else "",
            say(f"state.{one.state.value}", lang),
        )
        for one in row.actions
    ]
    paper.table(columns, lines)
