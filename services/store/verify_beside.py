"""What stands beside the chain and follows from it: personal values, marks, turns and numbers. Faults are told as
(code, entry, what)."""

import json
from typing import Any

import sqlalchemy as sa

from services.core.ids import commitment
from services.core.record import KINDS
from services.store.personal import commitment_in, subject_of
from services.store.tables import RECORDS, counters, devices, personal, touched

Found = tuple[str, int, str]
# whose numbers `day_number` gives, each kind its own series
NUMBERED = ("hazard", "alert", "alert_drill", "drill", "permit", "incident", "redemption")


class Told:
    """What the entries say of everything beside them, gathered while they are read."""

    def __init__(self) -> None:
        self.latest: dict[tuple[str, str], tuple[int, Any]] = {}
        self.marks: dict[tuple[str, str, int], None] = {}
        self.turns: dict[str, tuple[int, int]] = {}
        self.numbers: dict[str, tuple[int, int]] = {}
        self.sealed: dict[str, tuple[int, str, str]] = {}
        self.erased: set[str] = set()
        self.let_go: set[str] = set()

    def hear(self, seq: int, text: str) -> None:
        """Takes an entry in; one that cannot be read has been found broken before."""
        try:
            body = json.loads(text)
            self.turns[body["device"]] = (seq, body["n"])
            for change in body["changes"]:
                self._change(seq, change)
            self._arguments(seq, body)  # after the changes, which may bear whom they are about
        except (ValueError, KeyError, TypeError, AttributeError):
            return

    def _arguments(self, seq: int, body: dict[str, Any]) -> None:
        args = body["args"]
        whole = commitment_in(args)
        if whole is not None:
            self.sealed[whole] = (seq, body["operation"], "argument")
            self.let_go.add(whole)
            return
        subject = subject_of(body["kind"], body["operation"], args)
        for name, value in args.items():
            one = commitment_in(value)
            if one is not None:
                self.sealed[one] = (seq, subject, f"argument.{name}")
                if ("person", subject) not in self.latest:
                    self.let_go.add(one)

    def _change(self, seq: int, change: dict[str, Any]) -> None:
        kind, id_, after = change["kind"], change["id"], change["after"]
        self.latest[kind, id_] = (seq, after)
        self.marks[kind, id_, seq] = None
        if kind in NUMBERED and after["number"]:
            _, day, count = after["number"].split("-")
            if int(count) > self.numbers.get(f"{kind}-{day}", (0, 0))[1]:
                self.numbers[f"{kind}-{day}"] = (seq, int(count))
        if kind == "person" and after["erased_at"]:
            self.erased.add(id_)
        for name, value in after.items():
            one = commitment_in(value)
            if one is not None:
                self.sealed[one] = (seq, after[KINDS[kind].subject], f"{kind}.{name}")


def of_personal(connection: sa.Connection, told: Told) -> tuple[dict[str, Any], list[Found]]:
    """The values that can still be opened, and the rows of the side table that are not as they were written."""
    clear: dict[str, Any] = {}
    faults: list[Found] = []
    seen = set()
    for row in connection.execute(sa.select(personal)):
        seen.add(row.commitment)
        seq, subject, field = told.sealed.get(row.commitment, (0, "", ""))
        owned = field == row.field and (subject == row.subject or field == "argument")
        may_be_gone = row.subject in told.erased or row.commitment in told.let_go
        if owned and row.value is None and row.salt is None and may_be_gone:
            continue
        if owned and _opens(row) and (subject == row.subject or row.subject == json.loads(row.value).get("person")):
            clear[row.commitment] = json.loads(row.value)
        else:
            faults.append(("personal_changed", seq, row.commitment))
    lost = told.sealed.keys() - seen
    return clear, faults + [("personal_changed", told.sealed[one][0], one) for one in sorted(lost)]


def _opens(row: Any) -> bool:
    try:
        return bool(commitment(row.salt, json.loads(row.value)) == row.commitment)
    except (ValueError, TypeError):
        return False


def of_tables(connection: sa.Connection, told: Told, on_console: bool) -> list[Found]:
    """Marks of which entry touched what; and, at the hub, each device's turn and each series' last number."""
    marks = {tuple(row) for row in connection.execute(sa.select(touched))}
    odd = marks ^ {mark for mark in told.marks if mark[0] in RECORDS}
    faults: list[Found] = [("entry_changed", mark[2], "touched") for mark in sorted(odd, key=repr)]
    if on_console:
        return faults
    for name, table, key, said in (
        ("devices", devices, devices.c.id, told.turns),
        ("counters", counters, counters.c.series, told.numbers),
    ):
        value = table.c.last_n if table is devices else table.c.value
        here = {row[0]: row[1] for row in connection.execute(sa.select(key, value))}
        for one in sorted(here.keys() | said.keys(), key=repr):
            seq, last = said.get(one, (0, None))
            if here.get(one) != last:
                faults.append(("entry_changed", seq, f"{name} {one}"))
    return faults
