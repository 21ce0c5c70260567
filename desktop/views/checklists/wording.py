"""What is said of the items of a checklist: their kinds, what is asked, and what is another in a version."""

from PySide6.QtCore import QCoreApplication

from desktop import words
from services.core.checklist_changes import ItemChange
from services.core.checklists import CheckItem, ItemKind

translate = QCoreApplication.translate
PICTURES: dict[str, str] = {
    "pass_fail": "pass-fail",
    "number": "number",
    "choice": "choice",
    "photo": "camera",
    "signature": "signature",
    "sensor": "thing-gauge",
    "text": "words",
    "date": "day",
}


def kind_name(kind: ItemKind) -> str:
    """What people call a kind of item."""
    return words.say(f"value.item_kind.{kind}")


def asked(item: CheckItem) -> str:
    """In one line, how an item is answered and what is a fail."""
    parts = [kind_name(item.kind)]
    if item.kind in ("number", "sensor"):
        parts.append(limits(item) or item.unit)
    if item.kind == "choice":
        parts.append(" / ".join(one for one in item.choices if one))
    if not item.required:
        parts.append(words.say("phone.js.optional"))
    return " · ".join(part for part in parts if part)


def limits(item: CheckItem) -> str:
    """The sentence that a phone says of an item's limits; "" where it has none."""
    low, high = (None if one is None else f"{one:g}" for one in (item.low, item.high))
    if low is None and high is None:
        return ""
    name = "between" if low is not None and high is not None else "at_least" if low is not None else "at_most"
    return words.say(f"phone.js.{name}", low=low, high=high, unit=item.unit).strip()


def change_said(change: ItemChange) -> str:
    """One thing that is another, as a line."""
    if change.before:
        said = {
            "changed": translate("Checklists", "'{before}' is now '{text}'"),
            "renamed": translate("Checklists", "Called '{text}', before '{before}'"),
        }[change.what]
        return said.format(before=change.before, text=change.text)
    said = {
        "added": translate("Checklists", "New: {text}"),
        "removed": translate("Checklists", "Gone: {text}"),
        "changed": translate("Checklists", "Asked otherwise: {text}"),
        "moved": translate("Checklists", "Moved: {text}"),
    }[change.what]
    return said.format(text=change.text)
