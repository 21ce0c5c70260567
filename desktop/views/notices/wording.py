"""What a notification says."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words

if TYPE_CHECKING:
    from desktop.views.notices.kept import Notice

SHORT = 60
SIGNS = {
    "overdue": "overdue",
    "overdue_many": "overdue",
    "alert": "overdue",
    "alert_many": "overdue",
    "hub_lost": "overdue",
    "hub_back": "normal",
    "done": "normal",
    "failed": "overdue",
}


def sign_of(notice: "Notice") -> str:
    """The sign of what it is about; what waits for somebody has that of the pending."""
    return SIGNS.get(notice.code, "pending")


def told(notice: "Notice", now: datetime) -> str:
    """The notification in a sentence."""
    translate = QCoreApplication.translate
    texts = {
        "reported": translate("Notices", "Reported in {zone}: {what}"),
        "reported_many": translate("Notices", "{n} new reports came in"),
        "overdue": translate("Notices", "Overdue in {zone}: {what}"),
        "overdue_many": translate("Notices", "{n} hazards have run out of time"),
        "alert": translate("Notices", "Alert ({level}) waits for your answer: {rule} · {about}"),
        "alert_many": translate("Notices", "{n} new alerts wait for your answer"),
        "drill": translate("Notices", "A drill of alerts went to you: say on the Alerts page that it has come"),
        "conflict": translate("Notices", "Refused by the hub, waits for your decision: {did}"),
        "conflict_many": translate("Notices", "{n} of your changes were refused and wait for your decision"),
        "hub_lost": translate("Notices", "The hub can't be reached since {since}. Your work is kept here."),
        "hub_back": translate(
            "Notices", "The hub can be reached again; what was done here has been sent or is on its way."
        ),
        "done": "{text}",
        "failed": "{text}",
    }
    return texts[notice.code].format(**_facts(notice, now))


def _facts(notice: "Notice", now: datetime) -> dict[str, object]:
    from services.core.shape import utc_moment

    facts = dict(notice.facts)
    if "since" in facts:
        facts["since"] = words.when(utc_moment(facts["since"]), now)
    if "level" in facts:
        facts["level"] = words.say(f"value.level.{facts['level']}")
    if "category" in facts:
        what = facts["description"] or words.category(facts["category"])
        facts["what"] = words.short(what, SHORT)
    if "kind" in facts:
        facts["did"] = words.say(f"op.{facts['kind']}")
    return facts
