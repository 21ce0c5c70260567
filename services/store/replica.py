"""A console's copy of the plant: records, entries after entries, and the operations that wait to be sent.

An operation runs here at once and waits. When entries arrive, in one transaction: what waits is taken back, the
entries' records are laid down, and what still waits runs again on top of them.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.core.ids import new_id
from services.core.operation import Operation, known_kind, premise_of
from services.core.refused import Refused
from services.core.shape import read_as, utc_text
from services.store.facts import fact, set_fact
from services.store.following import add_conflict, follow, forget_erased, lay, settle, settled_elsewhere
from services.store.pending import (
    WAITING,
    actor_here,
    body_of,
    carry_out,
    keep,
    run_again,
    take_back,
    waiting_rows,
)
from services.store.records import Records
from services.store.replica_file import IDENTITY, kept_here, old_files, open_file
from services.store.side_log import SideLog
from services.store.tables import pending
from services.store.thin import Entry
from services.store.wire import operation_from


@dataclass(frozen=True, slots=True)
class Local:
    """What an operation did on this console: its id, or why not, and the kinds of records that changed."""

    id: str = ""
    refused: Refused | None = None
    kinds: frozenset[str] = frozenset()

    @property
    def ok(self) -> bool:
        """Whether it ran here; the hub has yet to confirm it."""
        return self.refused is None


@dataclass(frozen=True, slots=True)
class LaidDown:
    """What a page of entries did: kinds that changed, and what became of operations of this console, by id."""

    kinds: frozenset[str]
    settled: dict[str, Refused | None]


@dataclass(frozen=True, slots=True)
class Clock:
    """A console's clocks: wall time, seconds of a clock that never jumps, and the boot it counts in."""

    wall: Callable[[], datetime]
    mono: Callable[[], float]
    boot: str


class Replica:
    """One console's database. Thread-safe by transactions; the GUI thread runs, the sync task lays down. `damaged` is
    where a database that could not be read was put aside when this one was opened. A `sealed` one is of an audit bag:
    it refuses every operation."""

    def __init__(self, path: Path, clock: Clock, *, sealed: bool = False) -> None:
        self.path = path
        self.sealed = sealed
        self.clock = clock
        self.log = SideLog(path.with_name("outbox.jsonl"))
        self.database, self.damaged = open_file(path, self.log, clock.wall())

    def close(self) -> None:
        """Closes the database."""
        self.database.close()

    def fact(self, name: str) -> Any:
        """A fact kept beside the records: device, me, hub, plant, cursor, hash, epoch, floor, last_n."""
        with self.database.reading() as connection:
            return fact(connection, name)

    def facts(self, *names: str) -> list[Any]:
        """Several facts as they are at the same time."""
        with self.database.reading() as connection:
            return [fact(connection, name) for name in names]

    def set_facts(self, **values: Any) -> None:
        """Keeps facts."""
        with self.database.writing() as connection:
            for name, value in values.items():
                set_fact(connection, name, value)
            if not values.keys().isdisjoint(IDENTITY):
                self.log.rewrite(kept_here(connection))

    def run(self, kind: str, args: Mapping[str, Any], id_: str | None = None) -> Local:
        """Runs an operation here at once and keeps it for the hub; a refusal keeps nothing. An operation that another
        device had issued, and the hub has lost, is issued again under its id."""
        return self._issue(kind, args, id_, here=True)

    def run_all(self, steps: Sequence[tuple[str, Mapping[str, Any]]]) -> tuple[Local, tuple[str, ...]]:
        """Runs several operations here, one after the other and all or none of them: the outcome under the id of the
        newest, and all ids. There must be at least one."""
        done = self._issue_all(steps, None, here=True)
        kinds = frozenset(kind for one in done for kind in one.kinds)
        return Local(done[-1].id, done[-1].refused, kinds), tuple(one.id for one in done if one.ok)

    def enqueue(self, kind: str, args: Mapping[str, Any]) -> Local:
        """Keeps an operation that only the hub can answer; nothing changes here until it has."""
        return self._issue(kind, args, None, here=False)

    def _issue(self, kind: str, args: Mapping[str, Any], id_: str | None, *, here: bool) -> Local:
        return self._issue_all([(kind, args)], id_, here=here)[0]

    def _issue_all(self, steps: Sequence[tuple[str, Mapping[str, Any]]], id_: str | None, *, here: bool) -> list[Local]:
        bodies: list[dict[str, Any]] = []
        done: list[Local] = []
        if self.sealed:
            return [Local(refused=Refused("bag_sealed"))]
        try:
            with self.database.writing() as connection:
                for kind, args in steps:
                    if here and not known_kind(kind).offline:
                        raise Refused("needs_hub")
                    read_as(known_kind(kind).cls, args)
                    operation = self._born(connection, kind, args, id_ or new_id())
                    undo = carry_out(connection, operation, actor_here(connection)) if here else []
                    bodies.append(body_of(connection, operation))
                    keep(connection, bodies[-1], undo)
                    done.append(Local(operation.id, None, frozenset(change["kind"] for change in undo)))
                self.log.waits(*bodies)
        except Refused as refused:
            for body in bodies:  # the person is told that nothing was kept, so nothing is
                self.log.never_waited(body)
            return [Local(refused=refused)]
        return done

    def _born(self, connection: sa.Connection, kind: str, args: Mapping[str, Any], id_: str) -> Operation:
        n = int(fact(connection, "last_n") or 0) + 1
        set_fact(connection, "last_n", n)
        return Operation(
            id=id_,
            kind=kind,
            args=dict(args),
            device=fact(connection, "device"),
            n=n,
            made_at=self.clock.wall(),
            premise=premise_of(kind, args, Records(connection)),
            mono=self.clock.mono(),
            boot=self.clock.boot,
        )

    def take_back(self, steps: int = 1) -> Local:
        """Takes the newest operation, or so many of them, back if none was ever sent; else the answer is Refused:
        nothing_to_undo. Where that can't be kept they go on waiting. The id is that of the newest."""
        try:
            with self.database.writing() as connection:
                rows = connection.execute(WAITING.order_by(pending.c.n.desc()).limit(steps)).all()
                if len(rows) < steps or any(row.sent for row in rows):
                    raise Refused("nothing_to_undo")
                kinds = {kind for row in rows for kind in take_back(connection, json.loads(row.undo))}
                connection.execute(sa.delete(pending).where(pending.c.n >= rows[-1].n))
                set_fact(connection, "last_n", rows[-1].n - 1)
                self.log.back(*(row.operation for row in rows))
        except Refused as refused:
            return Local(refused=refused)
        return Local(rows[0].operation, None, frozenset(kinds))

    def waiting(self, most: int = 100) -> list[Operation]:
        """What waits to be sent, in order."""
        with self.database.reading() as connection:
            rows = connection.execute(WAITING.order_by(pending.c.n).limit(most)).all()
        return [operation_from(json.loads(row.body)) for row in rows]

    def to_send(self, most: int = 100) -> list[Operation]:
        """What goes out now, in order: from here on it can't be taken back, as the hub may have answered it. The hub
        takes whoever is signed in for the author, so what someone else did here waits for that person. Raises
        Refused: waits_for_author."""
        with self.database.reading() as connection:
            if connection.execute(sa.select(pending.c.n).limit(1)).first() is None:
                return []
        with self.database.writing() as connection:
            me = fact(connection, "me")
            rows = connection.execute(WAITING.order_by(pending.c.n).limit(most)).all()
            bodies = list(takewhile(lambda body: body["by"] == me, (json.loads(row.body) for row in rows)))
            if rows and not bodies:
                raise Refused("waits_for_author", **_author(connection, json.loads(rows[0].body)["by"] or ""))
            last_n = bodies[-1]["n"] if bodies else 0
            connection.execute(sa.update(pending).where(pending.c.n <= last_n).values(sent=True))
        return [operation_from(body) for body in bodies]

    def lay_down(self, page: Sequence[Entry], clear: Mapping[str, Any]) -> LaidDown:
        """Lays entries down (see the module). Raises Refused: chain_broken when they do not follow what is here;
        Misfit, where thin ones do not come out."""
        kinds: set[str] = set()
        settled: dict[str, Refused | None] = {}
        with self.database.writing() as connection:
            waiting = waiting_rows(connection)
            for row in reversed(waiting):
                kinds |= take_back(connection, json.loads(row.undo))
            mine = {row.operation: row for row in waiting}
            bodies = follow(connection, page)
            kinds |= lay(connection, bodies, clear)
            for body in bodies:
                if body["operation"] in mine:
                    settled[body["operation"]] = settle(connection, body, mine[body["operation"]], self.log)
            if settled_elsewhere(connection, bodies, self.log):
                kinds.add("conflict")
            for row in waiting:
                if row.operation not in settled:
                    kinds |= run_again(connection, row)
            erased = forget_erased(connection, bodies)
        if erased:
            self.database.clear_log()
            for old in old_files(self.path, datetime.max.replace(tzinfo=UTC)):
                old.unlink(missing_ok=True)
        return LaidDown(frozenset(kinds), settled)

    def hear(self, answers: Sequence[Mapping[str, Any]], at: str) -> LaidDown:
        """The hub's answers to what was sent, as of `at`. Those whose entries are still to come wait for them; those
        whose entries this copy has already behind it (it was made anew meanwhile) are settled by the answer itself."""
        with self.database.reading() as connection:
            cursor = int(fact(connection, "cursor") or 0)
        behind = {answer["id"]: answer for answer in answers if answer["seq"] <= cursor}
        if not behind:
            return LaidDown(frozenset(), {})
        kinds: set[str] = set()
        settled: dict[str, Refused | None] = {}
        with self.database.writing() as connection:
            waiting = waiting_rows(connection)
            for row in reversed(waiting):
                kinds |= take_back(connection, json.loads(row.undo))
            for row in waiting:
                if row.operation in behind:
                    body = {**behind[row.operation], "kind": json.loads(row.body)["kind"], "received_at": at}
                    settled[row.operation] = settle(connection, body, row, self.log)
                else:
                    kinds |= run_again(connection, row)
        return LaidDown(frozenset(kinds), settled)

    def give_up(self, id_: str, refused: Refused) -> frozenset[str]:
        """An operation that the hub can never take (its photo is nowhere any more) is kept where a person sees it, and
        those after it go on without it; the kinds that changed."""
        kinds: set[str] = {"conflict"}
        with self.database.writing() as connection:
            waiting = waiting_rows(connection)
            for row in reversed(waiting):
                kinds |= take_back(connection, json.loads(row.undo))
            connection.execute(sa.delete(pending).where(pending.c.operation == id_))
            for row in waiting:
                if row.operation == id_:
                    at = utc_text(self.clock.wall())
                    add_conflict(connection, self.log, id_, json.loads(row.body), refused, at)
                else:
                    kinds |= run_again(connection, row)
            self.log.rewrite(kept_here(connection))
        return frozenset(kinds)

    def number_again(self, expected_n: int, device: str | None = None) -> None:
        """After a hub that knows fewer of this device's operations: what waits is counted from there. With `device`
        this console becomes that one, and what waits is that one's; both or neither."""
        with self.database.writing() as connection:
            if device is not None:
                set_fact(connection, "device", device)
            rows, device = waiting_rows(connection), fact(connection, "device")
            connection.execute(sa.delete(pending))
            for n, row in enumerate(rows, expected_n):
                body = {**json.loads(row.body), "n": n, "device": device}
                values = {**row._asdict(), "n": n, "body": json.dumps(body, ensure_ascii=False)}
                connection.execute(sa.insert(pending), values)
            set_fact(connection, "last_n", expected_n + len(rows) - 1)
            self.log.rewrite(kept_here(connection))


def _author(connection: sa.Connection, person: str) -> dict[str, str]:
    """Whose work it is, by id and by name; an erased person has none any more."""
    found = Records(connection).get("person", person)
    return {"person": person, "name": (found and found.name) or "–"}
