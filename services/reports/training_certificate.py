"""The certificate of a course that somebody has passed, as a page to sign and hand over."""

from dataclasses import dataclass
from datetime import date

from services.core.courses import Course
from services.core.operation import required
from services.core.people import Person
from services.core.plant import the_plant
from services.core.refused import Refused
from services.core.training import TrainingRecord
from services.reports.inks import LINE, MUTED
from services.reports.label_sheets import Box
from services.reports.pen import Pen
from services.reports.plan_paper import page_of
from services.store.records import Records
from services.words import say

EDGE, FRAME = 12.0, 0.8


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What the page tells. `number` is made of the record's own id, so that it can be looked up."""

    plant: str
    person: str
    employee_no: str
    course: str
    stage: str
    hours: float
    day: date
    score: int | None
    until: date | None
    number: str


def certificate_facts(look: Records, training_record: str) -> CertificateFacts:
    """The facts of one record. Raises Refused: no_such_record, training_not_passed."""
    record = required(look, TrainingRecord, training_record)
    if not record.passed or record.withdrawn_at is not None:
        raise Refused("training_not_passed")
    person, course = required(look, Person, record.person), required(look, Course, record.course)
    return CertificateFacts(
        plant=the_plant(look).name,
        person=person.name,
        employee_no=person.employee_no or "",
        course=course.name,
        stage=course.stage,
        hours=course.hours,
        day=record.day,
        score=record.score,
        until=record.until,
        number=f"PX-{record.day:%Y%m%d}-{record.id[-6:].upper()}",
    )


def print_certificate(facts: CertificateFacts, lang: str) -> bytes:
    """The certificate as a PDF on A4 across: of the same facts always the same bytes."""
    page = page_of("A4", landscape=True)
    title = say("certificate.title", lang)
    pen = Pen(f"{title} {facts.number}", lang)
    pen.page(page.width, page.height)
    whole = Box(EDGE, EDGE, page.width - 2 * EDGE, page.height - 2 * EDGE)
    pen.rect(whole, "", LINE, FRAME, radius=3)
    inner = whole.shrunk(14)

    def line(y: float, tall: float, text: str, pt: float, *, bold: bool = False, quiet: bool = False) -> None:
        box = Box(inner.x, inner.y + y, inner.width, tall)
        pen.lines(box, text, pt, 700 if bold else 400, *((MUTED,) if quiet else ("#1B2430",)), "middle", True)

    line(4, 10, facts.plant, 15)
    line(20, 18, title, 32, bold=True)
    line(52, 14, facts.person + (f"（{facts.employee_no}）" if facts.employee_no else ""), 24, bold=True)
    told = say("certificate.text", lang, course=facts.course, stage=say(f"value.stage.{facts.stage}", lang),
               hours=f"{facts.hours:g}", day=facts.day.isoformat())  # fmt: skip
    line(70, 26, told, 15)
    score = say("certificate.score", lang, score=facts.score) if facts.score is not None else ""
    until = say("certificate.until", lang, day=facts.until.isoformat()) if facts.until else say(
        "certificate.for_ever", lang)  # fmt: skip
    line(98, 9, "    ".join(part for part in (score, until) if part), 13)
    line(128, 8, say("certificate.sign", lang), 12)
    line(142, 6, facts.number, 9, quiet=True)
    return pen.data()
