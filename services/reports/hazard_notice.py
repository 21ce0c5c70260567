"""The rectification notice of one hazard (隐患整改通知单): what was found, who puts it right by when and how, what came
of it, and where it is signed. Of the same records always the same bytes."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from services.core.hazards import Hazard
from services.core.operation import required
from services.core.plant import Plant, the_plant
from services.core.refused import Refused
from services.reports.board_table import Column
from services.reports.flowing import Flowing
from services.reports.inks import MUTED
from services.reports.label_sheets import MM_PER_PT, Box
from services.reports.plan_paper import MARGIN
from services.store.queries.categories import Named, categories, word
from services.store.queries.hazards import HazardRow, rows_of
from services.store.records import Records
from services.words import say

PHOTO_HIGH, NAME_HIGH, PHOTOS, SIGN_HIGH = 56.0, 6.0, 2, 26.0
SIGNED_BY = ("issued", "received", "rechecked")
Photo = Callable[[str], bytes | None]


class NoticeFacts:
    """A hazard with all that its notice tells."""

    def __init__(self, look: Records, hazard: str, now: datetime) -> None:
        (self.row,) = rows_of(look, [required(look, Hazard, hazard)], now)
        self.plant: Plant = the_plant(look)
        self.categories: tuple[Named, ...] = categories(look)
        self.equipment = look.get("equipment", self.row.hazard.equipment) if self.row.hazard.equipment else None
        plan = self.row.plan
        self.responsible = look.get("person", plan.responsible) if plan else None


def hazard_called(look: Records, number: str) -> str:
    """The id of the hazard of this number, its own or that of the paper register. Raises Refused: no_such_hazard."""
    found = look.find("hazard", number=number) if number else ()
    others = () if found or not number else [one for one in look.find("hazard") if one.old_number == number]
    for one in (*found, *others):
        return str(one.id)
    raise Refused("no_such_hazard", number=number or "-")


def print_notice(facts: NoticeFacts, photo: Photo, lang: str) -> bytes:
    """The notice as a PDF on A4."""
    zone, row = ZoneInfo(facts.plant.timezone), facts.row
    one = row.hazard
    last = max(filter(None, (one.reported_at, one.dispatched_at, one.fixed_at, one.closed_at)))
    number = one.number or one.old_number or say("notice.unnumbered", lang)
    paper = Flowing(say("notice.title", lang), number, facts.plant.name, last.astimezone(zone), lang)

    def at(moment: datetime | None) -> str:
        return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}" if moment else ""

    to = row.team.name if row.team else row.assignee.name if row.assignee else say("notice.to_dispatch", lang)
    paper.words(say("notice.text", lang, to=to, due=at(one.due_at) or say("notice.no_due", lang)))
    paper.head(say("notice.found", lang))
    paper.facts(_found(facts, at, lang))
    paper.head(say("notice.wanted", lang))
    paper.facts(_wanted(facts, to, at, lang))
    paper.head(say("notice.result", lang))
    paper.facts(_result(row, at, lang))
    if one.fixed_at is None:
        paper.words(say("notice.open", lang))
    pairs = [("before", one.before[:1]), ("after", one.after[:1])]
    _photos(paper, [(say(f"notice.{name}", lang), some[0]) for name, some in pairs if some], photo)
    _signatures(paper)
    return paper.data()


Facts = list[tuple[str, str]]
At = Callable[[datetime | None], str]


def _found(facts: NoticeFacts, at: At, lang: str) -> Facts:
    row, one = facts.row, facts.row.hazard
    machine = f"{facts.equipment.code} {facts.equipment.name}" if facts.equipment else ""
    return [
        (say("record.zone", lang), f"{row.zone.name} ({row.zone.zone_class})"),
        (say("record.equipment", lang), machine),
        (say("field.hazard.category", lang), word(facts.categories, one.category, lang)),
        (say("field.hazard.grade", lang), say(f"value.grade.{one.grade}", lang)),
        (say("field.hazard.description", lang), one.description),
        (say("field.hazard.reported_at", lang), at(one.reported_at)),
        (say("field.hazard.reporter", lang), row.reporter.name if row.reporter else say("notice.unnamed", lang)),
    ]


def _wanted(facts: NoticeFacts, to: str, at: At, lang: str) -> Facts:
    plan, one = facts.row.plan, facts.row.hazard
    told = [
        (say("notice.who", lang), facts.responsible.name if facts.responsible else to),
        (say("field.hazard.due_at", lang), at(plan.due_at if plan else one.due_at)),
    ]
    if plan is None:
        lacks = say("notice.plan_lacks", lang) if facts.row.plan_lacks else ""
        return [*told, (say("notice.measures", lang), lacks or say("notice.usual", lang))]
    for name in ("measures", "interim", "emergency"):
        told.append((say(f"field.fix_plan.{name}", lang), getattr(plan, name)))
    return [*told, (say("field.fix_plan.funds", lang), f"{plan.funds:,.0f}")]


def _result(row: HazardRow, at: At, lang: str) -> Facts:
    one = row.hazard
    second = row.second_by.name if row.second_by else ""
    return [
        (say("field.hazard.state", lang), say(f"state.{one.state.value}", lang)),
        (say("field.hazard.fix_note", lang), one.fix_note),
        (say("field.hazard.fixed_by", lang), row.fixer.name if row.fixer else ""),
        (say("field.hazard.fixed_at", lang), at(one.fixed_at)),
        (say("field.hazard.first_by", lang), _who(row.first_by.name if row.first_by else "", at(one.first_at))),
        (say("field.hazard.second_by", lang), _who(second, at(one.closed_at))),
    ]


def _who(name: str, moment: str) -> str:
    return f"{name} {moment}" if name else ""


def _photos(paper: Flowing, named: list[tuple[str, str]], photo: Photo) -> None:
    """Side by side, each with its name above it; one that is not here is left out."""
    from reportlab.lib.utils import ImageReader

    some = [(name, data) for name, one in named if (data := photo(one)) is not None]
    if not some:
        return
    paper.place += 3
    paper.room(PHOTO_HIGH + NAME_HIGH)
    wide = (paper.wide - 4 * (PHOTOS - 1)) / PHOTOS
    for number, (name, _) in enumerate(some):
        box = Box(MARGIN + number * (wide + 4), paper.place, wide, NAME_HIGH)
        paper.pen.lines(box, name, 9, 700)
    paper.place += NAME_HIGH
    for number, (_, data) in enumerate(some):
        x = (MARGIN + number * (wide + 4)) / MM_PER_PT
        size = wide / MM_PER_PT, PHOTO_HIGH / MM_PER_PT
        where = (x, paper.pen.y(paper.place + PHOTO_HIGH), *size)
        paper.pen.canvas.drawImage(ImageReader(BytesIO(data)), *where, preserveAspectRatio=True, anchor="nw")
    paper.place += PHOTO_HIGH + 2


def _signatures(paper: Flowing) -> None:
    """Three places to sign, each with a day."""
    lang = paper.pen.lang
    paper.room(SIGN_HIGH)
    paper.place += 4
    paper.table([Column(say(f"notice.sign.{one}", lang), 1) for one in SIGNED_BY], [])
    wide = paper.wide / len(SIGNED_BY)
    for number, _ in enumerate(SIGNED_BY):
        box = Box(MARGIN + number * wide, paper.place, wide, SIGN_HIGH - 10)
        paper.pen.lines(box.shrunk(1.4), say("notice.sign.day", lang), 8, 400, MUTED)
        paper.pen.rect(box, "", MUTED, 0.2)
    paper.place += SIGN_HIGH
