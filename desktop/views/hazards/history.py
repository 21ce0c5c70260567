"""What happened to a hazard, as sentences."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop import words
from desktop.views.hazards.shown import name
from services.store.queries.journal import EntryRow, review_of

translate = QCoreApplication.translate


def sentence(entry: EntryRow, whom: Callable[[dict[str, Any]], str], number: Callable[[str], str]) -> str:
    """One entry; `whom` names the team or person of a hazard's record, `number` another hazard by its id."""
    author = name(entry.author) if entry.author else translate("Hazards", "Somebody without a name")
    if entry.refused:
        wanted, why = words.say(f"op.{entry.kind}"), words.say(f"refused.{entry.refused}")
        return translate("Hazards", "{who} wanted: {what}. Refused: {why}").format(who=author, what=wanted, why=why)
    after = _after(entry)
    text = _TEXTS.get(_what(entry, after))
    if text is None:
        return translate("Hazards", "{who}: {what}").format(who=author, what=words.say(f"op.{entry.kind}"))
    other = number(str(entry.args.get("into") or entry.args.get("other") or ""))
    return translate("Hazards", text).format(who=author, whom=whom(after), reason=_reason(entry), other=other)


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
    if name_ in ("answer_time", "differ", "grade"):
        no = entry.args.get("granted") is False or entry.args.get("differs") is False
        return f"{name_}_not" if no or entry.args.get("grade") == "general" else name_
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
    "merge": str(QT_TRANSLATE_NOOP("Hazards", "{who} found it to be the same as {other}; it goes on there")),
    "part": str(QT_TRANSLATE_NOOP("Hazards", "{who} parted it again: it is a hazard of its own")),
    "differ": str(QT_TRANSLATE_NOOP("Hazards", "{who} found that it is not the same as {other}")),
    "differ_not": str(QT_TRANSLATE_NOOP("Hazards", "{who} left open whether it is the same as {other}")),
    "release": str(QT_TRANSLATE_NOOP("Hazards", "{who} put it into the open pool")),
    "take": str(QT_TRANSLATE_NOOP("Hazards", "{who} took it out of the open pool")),
    "hand_over": str(QT_TRANSLATE_NOOP("Hazards", "{who} handed it over to {whom}")),
    "pass_on": str(QT_TRANSLATE_NOOP("Hazards", "{who} passed it on to {whom}")),
    "ask_time": str(QT_TRANSLATE_NOOP("Hazards", "{who} asked for more time: {reason}")),
    "answer_time": str(QT_TRANSLATE_NOOP("Hazards", "{who} granted more time")),
    "answer_time_not": str(QT_TRANSLATE_NOOP("Hazards", "{who} did not grant more time: {reason}")),
    "grade": str(QT_TRANSLATE_NOOP("Hazards", "{who} graded it major: {reason}")),
    "grade_not": str(QT_TRANSLATE_NOOP("Hazards", "{who} graded it general: {reason}")),
    "reject": str(QT_TRANSLATE_NOOP("Hazards", "{who} rejected it: {reason}")),
}
