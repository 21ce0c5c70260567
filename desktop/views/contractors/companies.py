"""The companies and their people: two tables with what needs somebody first."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.models.record_table import Column
from services.store.queries.contractors import SIGNS, CompanyRow, MemberRow, Standing

GOOD_SCORE, FAIR_SCORE = 80, 60  # from here on a score stands out in the colour of what is pending, of what is overdue


def standing_said(standing: Standing) -> str:
    """How papers or an induction stand, in a word."""
    translate = QCoreApplication.translate
    told = {
        "banned": translate("Contractors", "black-listed"),
        "over": translate("Contractors", "has ended"),
        "missing": translate("Contractors", "missing"),
        "soon": translate("Contractors", "ends soon"),
        "good": translate("Contractors", "in order"),
    }
    return told[standing]


def company_columns() -> list[Column]:
    """What is shown of a company."""
    translate = QCoreApplication.translate
    return [
        Column(
            "standing", translate("Contractors", "Its papers"), lambda one: standing_said(one.standing), 112,
            sign=lambda one: SIGNS[one.standing],
        ),
        Column("name", words.say("field.contractor.name"), lambda one: one.company.name, 176, grows=True),
        Column("trade", words.say("field.contractor.trade"), lambda one: one.company.trade, 112, yields=True),
        Column("ends", translate("Contractors", "First paper ends"), _ends, 120, sort=_ends),
        Column("people", translate("Contractors", "People"), lambda one: str(one.people), 64, right=True, sort=_people),
        Column("permits", translate("Contractors", "Permits now"), lambda one: str(one.permits), 104, right=True),
        Column("hazards", translate("Contractors", "Hazards"), _hazards, 72, right=True),
        Column("score", translate("Contractors", "Score"), _points, 64, right=True, sort=_score, loud=_loud),
        Column("owner", words.say("field.contractor.owner"), lambda one: one.owner, 128, yields=True),
    ]  # fmt: skip


def _ends(one: CompanyRow) -> str:
    return one.ends_on.isoformat() if one.ends_on else ""


def _people(one: CompanyRow) -> int:
    return one.people


def _points(one: CompanyRow) -> str:
    return str(one.score)


def _score(one: CompanyRow) -> int:
    return one.score


def _hazards(one: CompanyRow) -> str:
    return str(one.general + one.major)


def _loud(one: CompanyRow) -> str | None:
    if one.score >= GOOD_SCORE:
        return None
    return "pending" if one.score >= FAIR_SCORE else "overdue"


def member_columns(where: Callable[[MemberRow], str]) -> list[Column]:
    """What is shown of somebody who comes for a company; `where` they are now by the doors' word."""
    translate = QCoreApplication.translate
    return [
        Column(
            "standing", translate("Contractors", "Induction"), lambda one: standing_said(one.standing), 112,
            sign=lambda one: SIGNS[one.standing],
        ),
        Column("name", words.say("field.contractor_person.person"), lambda one: one.person.name, 112),
        Column("company", words.say("field.contractor_person.contractor"), _company, 176, grows=True),
        Column("trade", words.say("field.contractor_person.trade"), lambda one: one.member.trade, 88),
        Column("where", translate("Contractors", "By the doors"), where, 132, tip=where),
        Column("inducted", words.say("field.contractor_person.inducted_on"), _inducted, 120, yields=True),
        Column("until", words.say("field.contractor_person.valid_until"), _until, 120),
        Column("badge", translate("Contractors", "Badge"), _badge, 88, yields=True),
    ]  # fmt: skip


def _company(one: MemberRow) -> str:
    return one.company.name


def _inducted(one: MemberRow) -> str:
    return one.member.inducted_on.isoformat() if one.member.inducted_on else ""


def _until(one: MemberRow) -> str:
    return one.member.valid_until.isoformat() if one.member.valid_until else ""


def _badge(one: MemberRow) -> str:
    return QCoreApplication.translate("Contractors", "made") if one.member.badge else ""
