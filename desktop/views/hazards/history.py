"""What happened to a hazard, as sentences."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop import words
from desktop.views.hazards.shown import name
from services.store.queries.journal import EntryRow, review_of

translate = QCoreApplication.translate


def sentence(entry: EntryRow, whom: Callable[[dict[str, Any]], str]) -> str:
    """One entry; `whom` names the team or person of a hazard's record."""
    author = name(entry.author) if entry.author else translate("Hazards", "Somebody without a name")
    if entry.refused:
        wanted, why = words.say(f"op.{entry.kind}"), words.say(f"refused.{entry.refused}")
        return translate("Hazards", "{who} wanted: {what}. Refused: {why}").format(who=author, what=wanted, why=why)
    after = _after(entry)
    text = _TEXTS.get(_what(entry, after))
    if text is None:
        return translate("Hazards", "{who}: {what}").format(who=author, what=words.say(f"op.{entry.kind}"))
    return translate("Hazards", text).format(who=author, whom=whom(after), reason=_reason(entry))


def _after(entry: EntryRow) -> dict[str, Any]:
    """The hazard's record as the entry left it."""
    found = [change["after"] for change in entry.changes if change["kind"] == "hazard" and change["after"]]
    return found[0] if found else {}


def _what(entry: EntryRow, after: dict[str, Any]) -> str:
    """The operation, and for some what became of the hazard by it."""
    name_ = entry.kind.removeprefix("hazards.")
    if name_ == "approve":
        return {"second": "closed", "kept": "kept"}.get(review_of(entry), "passed")
    if name_ == "report" and after.get("state") == "assigned":
        return "report_sent"
    return name_


def _reason(entry: EntryRow) -> str:
    return str(entry.args.get("reason", ""))


_TEXTS = {
    "report": str(QT_TRANSLATE_NOOP("Hazards", "{who} reported it")),
    "report_sent": str(QT_TRANSLATE_NOOP("Hazards", "{who} reported it; it went to {whom}")),
    "dispatch": str(QT_TRANSLATE_NOOP("Hazards", "{who} sent it to {whom}")),
    "accept": str(QT_TRANSLATE_NOOP("Hazards", "{who} took it on")),
    "submit_fix": str(QT_TRANSLATE_NOOP("Hazards", "{who} handed the fix in")),
    "passed": str(QT_TRANSLATE_NOOP("Hazards", "{who} passed the first review")),
    "closed": str(QT_TRANSLATE_NOOP("Hazards", "{who} passed the second review; closed")),
    "kept": str(QT_TRANSLATE_NOOP("Hazards", "{who} approved it without the role by then; another must review")),
    "return": str(QT_TRANSLATE_NOOP("Hazards", "{who} returned it: {reason}")),
    "reject": str(QT_TRANSLATE_NOOP("Hazards", "{who} rejected it: {reason}")),
}
