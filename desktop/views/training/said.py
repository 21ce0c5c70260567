"""How training is said: what a person lacks, how something stands, until when."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.language import language
from services.core.training_gaps import FOR_EVER, Gap, Need, Standing

SIGNS: dict[Standing, str] = {"expired": "overdue", "missing": "overdue", "soon": "pending", "ok": "normal"}


def need_said(need: Need, names: dict[Need, str]) -> str:
    """What a course or a certificate is called."""
    return words.say(f"value.trade.{need.what}") if need.of == "trade" else names.get(need, "–")


def gap_said(gap: Gap, names: dict[Need, str]) -> str:
    """What is so of one need: 低压电工作业：已过期 2026-10-01."""
    name, how = need_said(gap.need, names), words.say(f"value.standing.{gap.standing}")
    when = until_said(gap.until) if gap.standing in ("expired", "soon") else ""
    said = f"{how} {when}".rstrip()
    return f"{name}：{said}" if language.name == "zh" else f"{name}: {said[:1].lower()}{said[1:]}"


def gaps_said(gaps: Iterable[Gap], names: dict[Need, str]) -> str:
    """Several of them in a line."""
    return ("；" if language.name == "zh" else "; ").join(gap_said(one, names) for one in gaps)


def until_said(until: date | None) -> str:
    """A day, or that it has no end."""
    if until is None:
        return "–"
    return QCoreApplication.translate("Training", "for ever") if until == FOR_EVER else until.isoformat()


def course_length(months: int | None) -> str:
    """For how long a pass holds."""
    if months is None:
        return QCoreApplication.translate("Training", "for ever")
    return QCoreApplication.translate("Training", "%n months", "", months)
