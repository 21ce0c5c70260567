"""What a conflict says in words: what was wanted, about what, why it did not count, and what is different now."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop import words
from services.core.hazards import TO_REVIEW
from services.core.refused import Refused
from services.store.queries.conflicts import Conflict

translate = QCoreApplication.translate
SAME = "unchanged"
IN_REVIEW = "in_review"

HOWS = {
    "again": str(QT_TRANSLATE_NOOP("Conflicts", "Done again")),
    "changed": str(QT_TRANSLATE_NOOP("Conflicts", "Changed")),
    "let_go": str(QT_TRANSLATE_NOOP("Conflicts", "Let go")),
    "elsewhere": str(QT_TRANSLATE_NOOP("Conflicts", "The hub has it by now")),
}
SHORT = {
    "name_taken": str(QT_TRANSLATE_NOOP("Conflicts", "The name is taken")),
    "employee_no_taken": str(QT_TRANSLATE_NOOP("Conflicts", "The employee number is taken")),
    "wrong_state": str(QT_TRANSLATE_NOOP("Conflicts", "It has moved on")),
    "zone_retired": str(QT_TRANSLATE_NOOP("Conflicts", "The zone is no longer in use")),
    "person_left": str(QT_TRANSLATE_NOOP("Conflicts", "The person has left")),
    "may_not_review": str(QT_TRANSLATE_NOOP("Conflicts", "Not yours to review")),
    "second_must_differ": str(QT_TRANSLATE_NOOP("Conflicts", "The second review is for another")),
    "not_allowed": str(QT_TRANSLATE_NOOP("Conflicts", "Your role does not allow it")),
    "zones_overlap": str(QT_TRANSLATE_NOOP("Conflicts", "It lies partly on another zone")),
    "lost_by_restore": str(QT_TRANSLATE_NOOP("Conflicts", "Lost when the hub was restored")),
}


def wanted(one: Conflict) -> str:
    """What was to be done."""
    key = f"op.{one.row.kind}"
    return words.say(key) if words.known(key) else one.row.kind


def about(one: Conflict) -> str:
    """What people call the thing that it was about."""
    if one.thing == "hazard" and one.target is not None:
        return one.target.description or words.category(one.target.category)
    if one.target is not None and called(one.target):
        return called(one.target)
    given = one.row.args.get("name") or one.row.args.get("description")
    if isinstance(given, str):
        return given
    return next((str(record.name) for record in one.named.values() if hasattr(record, "name")), "")


def called(record: Any) -> str:
    """What people call a record: its name, else its code or number."""
    found = (getattr(record, name, None) for name in ("name", "code", "employee_no"))
    return next((str(name) for name in found if name), "")


def holder(one: Conflict) -> str:
    """What has the name that was wanted: its code where it has one, as the name is the same."""
    return getattr(one.holder, "code", None) or called(one.holder)


def who(one: Conflict) -> str:
    """Who wanted it; what is left of the name after an erasure."""
    if one.author is None:
        return words.say("role.anonymous")
    return one.author.name or translate("Hazards", "(erased)")


def reason(one: Conflict) -> str:
    """Why, in a few words for a list."""
    changed = _changed(one)
    if one.row.code != "stale":
        short = SHORT.get(one.row.code)
        return translate("Conflicts", short) if short else _refusal(one)
    if "after" in changed or "before" in changed:
        return translate("Conflicts", "The photos have been replaced")
    if "status" in changed:
        return translate("Conflicts", "It has moved on")
    if "outline" in changed:
        return translate("Conflicts", "Its outline was changed by somebody else")
    return translate("Conflicts", "Things had changed")


def because(one: Conflict) -> str:
    """Why it did not count, in a sentence that says what to do now."""
    changed = _changed(one)
    if one.row.code == "stale" and "after" in changed:
        return translate(
            "Conflicts", "The photo after the fix was replaced, so your approval did not count. Look again."
        )
    if one.row.code == "stale" and "before" in changed:
        return translate("Conflicts", "The photo before was replaced, so your approval did not count. Look again.")
    if one.row.code == "stale" and "outline" in changed:
        return translate(
            "Conflicts", "Somebody else changed the outline before yours arrived, so yours did not count. Look at both."
        )
    return _refusal(one)


def _refusal(one: Conflict) -> str:
    return words.refusal(Refused(one.row.code, **one.row.facts))


def _changed(one: Conflict) -> frozenset[str]:
    """The facts that mattered and are others now."""
    return frozenset(name for name, value in one.seen.items() if one.now.get(name) != value) if one.now else frozenset()


def differences(one: Conflict, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What is different now, each as (sign, sentence), the weightiest first."""
    if one.seen and one.now:
        return _premise_differences(one, names) or ((SAME, translate("Conflicts", "It is as you saw it then.")),)
    return _other_differences(one)


def _premise_differences(one: Conflict, names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    changed, found = _changed(one), []
    photos = {
        "after": translate("Conflicts", "Photo after the fix: replaced"),
        "before": translate("Conflicts", "Photo before: replaced"),
    }
    found += [("overdue", text) for name, text in photos.items() if name in changed]
    told = {
        "fixed_by": (translate("Conflicts", "Fixed by: {then} → {now}"), lambda value: names.get(str(value), "–")),
        "status": (translate("Conflicts", "State: {then} → {now}"), status_word),
    }
    for name, (text, say) in told.items():
        if name in changed:
            found.append(("pending", text.format(then=say(one.seen[name]), now=say(one.now.get(name)))))
    if "outline" in changed:
        found.append(("overdue", translate("Conflicts", "Outline: changed by somebody else")))
    return tuple(found)


def _other_differences(one: Conflict) -> tuple[tuple[str, str], ...]:
    found = []
    if one.holder is not None and one.row.code == "zones_overlap":
        found.append(("overdue", translate("Conflicts", "Lies partly on {zone}").format(zone=one.holder.name)))
    elif one.holder is not None:
        found.append(("overdue", translate("Conflicts", "Taken by {what}").format(what=holder(one))))
    if one.thing == "hazard" and one.target is not None:
        found.append(("pending", translate("Conflicts", "It is now: {state}").format(state=state_of(one.target))))
    if getattr(one.target, "retired_at", None):
        found.append(("overdue", translate("Conflicts", "It is no longer in use")))
    if getattr(one.target, "left_at", None):
        found.append(("overdue", translate("Conflicts", "This person has left")))
    return tuple(found)


def state_of(hazard: Any) -> str:
    """Where a hazard stands."""
    return words.say(f"state.{hazard.state}")


def status_word(status: Any) -> str:
    """A hazard's state as a reviewer's basis names it: both reviews are one."""
    known = f"state.{status}"
    if status == IN_REVIEW:
        return translate("Conflicts", "in review")
    return words.say(known) if words.known(known) else "–"


def how(one: Conflict) -> str:
    """How it was settled."""
    text = HOWS.get(one.row.settled or "")
    return translate("Conflicts", text) if text else ""


def is_review(one: Conflict) -> bool:
    """Whether it is an approval, which is decided before the photos."""
    return one.row.kind == "hazards.approve" and one.target is not None


def reviewable(one: Conflict) -> bool:
    """Whether the hazard of an approval still waits for a review."""
    return is_review(one) and one.target is not None and one.target.state in TO_REVIEW
