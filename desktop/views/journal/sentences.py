"""One entry as a sentence: who did what to which thing."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.language import language
from services import words as catalogue
from services.core.operation import OPERATIONS
from services.core.refused import Refused
from services.core.roles import Role
from services.store.queries.journal import EntryRow, review_of

SHORT = 40


def who(entry: EntryRow) -> str:
    """The author's name; a plant is founded by the person it is about; unnamed phones are called that, and what no
    phone can have sent came from the hub itself."""
    if entry.kind == "plant.found":
        return entry.about
    if entry.author is None:
        kind = OPERATIONS.get(entry.kind)
        unnamed = kind is None or Role.ANONYMOUS in kind.roles
        return words.say("role.anonymous" if unnamed else "role.system")
    return entry.author.name or QCoreApplication.translate("Journal", "erased")


def refusal(entry: EntryRow) -> str:
    """Why it was refused; empty where it was not."""
    return words.refusal(Refused(entry.refused, **entry.facts)) if entry.refused else ""


def uncertain(entry: EntryRow) -> str:
    """Why its time is only about right; empty where it is exact."""
    if not entry.time_uncertain:
        return ""
    said = QCoreApplication.translate(
        "Journal", "About this time: the device's clock of then can't be checked. It reached the hub at {received}."
    )
    return said.format(received=words.local(entry.received_at).strftime("%Y-%m-%d %H:%M:%S"))


def sentence(entry: EntryRow, names: Mapping[str, str], by: str | None = None) -> str:
    """The entry in one sentence. `names` calls people, teams, zones and floors by id; `by` stands for the author."""
    author = who(entry) if by is None else by
    what = words.say(f"op.{entry.kind}") if words.known(f"op.{entry.kind}") else entry.kind
    if entry.refused:
        return words.say("did.refused", who=author, what=what)
    key = f"did.{entry.kind}" + _ending(entry)
    if not words.known(key):
        return words.say("did.unknown", who=author, what=what)
    return words.say(key, who=author, **facts_of(entry, names)).rstrip("\uff1a: ")


def facts_of(entry: EntryRow, names: Mapping[str, str]) -> dict[str, Any]:
    """All that a sentence may tell of an entry, but for who it was."""
    after = _after(entry)
    known = {**entry.args, **after}
    return {
        "about": entry.about,
        "zone": names.get(str(known.get("zone")), ""),
        "whom": _whom(known, names),
        "reason": known.get("reason") or known.get("return_reason") or known.get("reject_reason") or "",
        "description": words.short(str(known.get("description") or known.get("text", "")), SHORT),
        "name": known.get("name", ""),
        "address": known.get("address", ""),
        "host": known.get("host", ""),
        "zone_class": known.get("zone_class", ""),
        "count": len(entry.changes) or len(entry.args.get("labels", ())),
        "upto": entry.args.get("upto", ""),
        "value": _value(entry.args.get("value"), after),
        "grade": words.say(f"value.grade.{known['grade']}") if known.get("grade") else "",
        "first": known.get("first", ""),
        "last": known.get("last", ""),
        "how": words.say(f"value.how.{known['how']}") if known.get("how") else "",
        "refused": words.say(f"op.{known['refused_kind']}") if words.known(f"op.{known.get('refused_kind')}") else "",
        "plan_hours": f"{known.get('plan_hours', 0):g}",
        "title": known.get("title", ""),
        "word": known.get("word", ""),
        "line": known.get("line", ""),
        **{field: names.get(str(known.get(field)), "") for field in ("person", "to_person", "department")},
    }


def kinds_said(text: str) -> frozenset[str]:
    """The kinds of operations whose words, as they stand in the current language, hold a text, whatever the case."""
    looked_for = text.casefold()
    told = {key: said for key, said in catalogue.catalogue(language.name).items() if key.startswith(("op.", "did."))}
    found = {key.partition(".")[2] for key, said in told.items() if looked_for in said.casefold()}
    return frozenset(kind for kind in OPERATIONS if kind in found)


def deed(entry: EntryRow, names: Mapping[str, str]) -> str:
    """The same without who did it: for whoever has just done it."""
    said = sentence(entry, names, by="").lstrip(" ：:")
    return said[:1].upper() + said[1:]


def _value(value: Any, after: Mapping[str, Any]) -> str:
    """What was read, with its unit; empty where nothing was."""
    return f"{value:.4g} {after.get('unit', '')}".strip() if isinstance(value, int | float) else ""


def _after(entry: EntryRow) -> dict[str, Any]:
    """What the thing that the entry is about is since then."""
    found = [change["after"] for change in entry.changes if change["kind"] == entry.about_kind and change["after"]]
    return found[0] if found else {}


def _ending(entry: EntryRow) -> str:
    """Reports that were sent on, and approvals that closed or moved nothing, have words of their own."""
    if entry.kind == "hazards.report":
        return "_sent" if _after(entry).get("state") == "assigned" else ""
    return {"second": "_closed", "kept": "_kept"}.get(review_of(entry), "")


def _whom(known: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """The person or team that it went to."""
    for field in ("deputy", "assignee", "supervisor", "manager", "team"):
        if known.get(field):
            return names.get(str(known[field]), "")
    return "–"
