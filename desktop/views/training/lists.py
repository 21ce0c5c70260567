"""The tables of the training page: sessions, courses and certificates."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.models.record_table import Column
from desktop.views.training.said import SIGNS, course_length
from services.core.alphabet import by_sound
from services.core.training_gaps import FOR_EVER
from services.store.queries.training import CertificateRow, CourseRow, SessionRow
from services.store.records import Records


def course_columns() -> list[Column]:
    """Those of the courses."""
    translate = QCoreApplication.translate

    def posts(one: CourseRow) -> str:
        return words.listed(one.posts) or "–"

    def bank(one: CourseRow) -> str:
        return f"{one.course.questions} / {one.bank}" if one.course.tested else "–"

    def lacking(one: CourseRow) -> str | None:
        return "overdue" if one.course.tested and one.bank < one.course.questions else None

    return [
        Column("name", words.say("field.course.name"), lambda one: one.course.name, 200, grows=True),
        Column("stage", words.say("field.course.stage"), lambda one: words.say(f"value.stage.{one.course.stage}"), 150),
        Column("hours", words.say("field.course.hours"), lambda one: f"{one.course.hours:g}", 64, right=True,
               sort=lambda one: one.course.hours, yields=True),
        Column("passed_by", words.say("field.course.passed_by"),
               lambda one: words.say(f"value.passed_by.{one.course.passed_by}"), 130),
        Column("valid", translate("Courses", "Good for"), lambda one: course_length(one.course.valid_months), 90,
               sort=lambda one: one.course.valid_months or 9999),
        Column("bank", translate("Courses", "Asked / there"), bank, 120, right=True, loud=lacking,
               sort=lambda one: one.bank),
        Column("posts", translate("Courses", "Posts that ask for it"), posts, 160, tip=posts, yields=True),
        Column("holders", translate("Courses", "Hold it"), lambda one: str(one.holders), 72, right=True,
               sort=lambda one: one.holders),
    ]  # fmt: skip


def certificate_columns() -> list[Column]:
    """Those of the certificates."""

    def state(one: CertificateRow) -> str:
        return words.say(f"value.standing.{one.standing}")

    def day(value: date | None) -> str:
        return value.isoformat() if value else "–"

    return [
        Column("holder", words.say("field.certificate.person"), lambda one: one.holder.name, 96),
        Column("trade", words.say("field.certificate.trade"),
               lambda one: words.say(f"value.trade.{one.certificate.trade}"), 190, grows=True),
        Column("number", words.say("field.certificate.number"), lambda one: one.certificate.number or "–", 170),
        Column("issuer", words.say("field.certificate.issuer"), lambda one: one.certificate.issuer or "–", 150,
               yields=True),
        Column("review_on", words.say("field.certificate.review_on"), lambda one: day(one.certificate.review_on), 104),
        Column("expires_on", words.say("field.certificate.expires_on"), lambda one: day(one.certificate.expires_on),
               104, sort=lambda one: one.certificate.until or FOR_EVER),
        Column("standing", words.say("record.certificate"), state, 110, sign=lambda one: SIGNS[one.standing],
               sort=lambda one: one.certificate.until or FOR_EVER,
               loud=lambda one: "overdue" if one.standing == "expired" else None),
    ]  # fmt: skip


def session_columns(now: datetime) -> list[Column]:
    """Those of the sessions."""
    translate = QCoreApplication.translate

    def state(one: SessionRow) -> str:
        if one.session.closed_at:
            return translate("SessionPart", "over")
        return translate("SessionPart", "open") if one.session.open else translate("SessionPart", "planned")

    def sign(one: SessionRow) -> str:
        return "normal" if one.session.closed_at else "pending" if one.session.open else "unknown"

    return [
        Column("starts_at", words.say("field.training_session.starts_at"),
               lambda one: words.when(one.session.starts_at, now), 150, sort=lambda one: one.session.starts_at,
               moment=lambda one: one.session.starts_at),
        Column("course", words.say("field.training_session.course"), lambda one: one.course.name, 220, grows=True),
        Column("place", words.say("field.training_session.place"), lambda one: one.session.place, 140),
        Column("trainer", words.say("field.training_session.trainer"), lambda one: one.session.trainer or "–", 100,
               yields=True),
        Column("present", translate("SessionPart", "Signed in"), lambda one: str(one.present), 84, right=True,
               sort=lambda one: one.present),
        Column("state", translate("SessionPart", "Stands"), state, 96, sign=sign),
    ]  # fmt: skip


def people_of(look: Records) -> tuple[tuple[str, str], ...]:
    """Everybody here, by name, as a choice."""
    here = sorted((one for one in look.find("person") if one.here), key=lambda one: by_sound(one.name))
    return tuple((one.name, one.id) for one in here)
