"""The journal: answers operations one after the other and writes each answer as an entry of the plant's hash chain.

entry hash = SHA-256(hash before it ‖ canonical body); the first entry stands on 64 zeros.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from services.core.ids import canonical, digest
from services.core.operation import OPERATIONS, Actor, Context, Forget, Operation, Put, Tell, decide
from services.core.refused import Refused
from services.core.shape import shapes, utc_moment, utc_text
from services.store.accounts import LabelKeys
from services.store.personal import (
    Salts,
    Sealing,
    clear_of,
    commitment_in,
    erased_of,
    forget,
    fresh_salt,
    opened,
    sealed_in,
    subject_of,
)
from services.store.records import Memory, Records
from services.store.tables import counters, devices, entries, touched

GENESIS = "0" * 64
BESIDE = ("seq", "operation", "kind", "author", "device", "n", "at")
LONGEST_ON_THE_WAY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an operation. `given` holds the numbers that people read, by record id; `again` is true when
    this operation had been answered before."""

    id: str
    seq: int
    refused: Refused | None = None
    kinds: frozenset[str] = frozenset()
    given: dict[str, str] = field(default_factory=dict)
    again: bool = False

    @property
    def ok(self) -> bool:
        """Whether it was accepted."""
        return self.refused is None

    def as_json(self) -> dict[str, Any]:
        """For the wire."""
        answer: dict[str, Any] = {"id": self.id, "seq": self.seq, "outcome": "accepted" if self.ok else "refused"}
        if self.given:
            answer["given"] = self.given
        return {**answer, **(self.refused.as_json() if self.refused else {})}


@dataclass(frozen=True, slots=True)
class Request:
    """An operation as the hub takes it: with its author from the login, and its effective time, which is `uncertain`
    where only the device's wall clock tells it."""

    operation: Operation
    actor: Actor
    at: datetime
    received: datetime
    uncertain: bool = False

    def after(self, before: str | None) -> "Request":
        """The request not earlier than what its device did before, and uncertain where that moves it by more than the
        way here may last. What lies in the future says nothing: the hub's own clock has been put back since."""
        last = utc_moment(before) if before else None
        if last is None or not self.at < last <= self.received:
            return self
        return replace(self, at=last, uncertain=self.uncertain or last - self.at > LONGEST_ON_THE_WAY)


class Numbers:
    """The hub's gifts: numbers from counters in the same transaction, the label key's MAC, and a new such key."""

    def __init__(self, connection: sa.Connection, keys: LabelKeys) -> None:
        self.connection = connection
        self.keys = keys

    def number(self, series: str) -> int:
        """The next number of the series, from 1."""
        value = self.connection.execute(_NEXT, {"p_series": series}).scalar()
        if value is None:
            self.connection.execute(sa.insert(counters), {"series": series, "value": 1})
            return 1
        return int(value)

    def seal(self, text: str) -> tuple[int, str]:
        """The key's id and the MAC over `text`."""
        return self.keys.seal(self.connection, text)

    def new_label_key(self, now: datetime) -> int:
        """The id of a key made in the same transaction."""
        return self.keys.add(self.connection, now)


class Journal:
    """Answers operations within one writing transaction of the hub."""

    def __init__(
        self,
        connection: sa.Connection,
        keys: LabelKeys,
        deliver: Callable[[Records, int, datetime, Sequence[Tell]], None],
        salts: Salts = fresh_salt,
        memory: Memory | None = None,
    ) -> None:
        self.connection = connection
        self.memory = memory or Memory()
        self.records = Records(connection, self.memory)
        self.gifts = Numbers(connection, keys)
        self.sealing = Sealing(connection, salts)
        self.deliver = deliver
        self.forgot = False
        self.seq, self.hash = head(connection)

    def answer(self, request: Request) -> Answer:
        """Decides, writes, and appends the entry. The same operation again gets its first answer again. Raises
        Refused, and writes nothing, for what cannot be answered: key_reused, out_of_turn, device_revoked."""
        operation = request.operation
        known = self.connection.execute(_KNOWN, {"p_id": operation.id}).first()
        if known is not None:
            return self._again(known.seq, json.loads(known.body), request)
        device = self._turn(operation)
        request = request.after(device.at if device else None)
        at = self.seq, self.hash
        self.connection.exec_driver_sql("SAVEPOINT answering")
        try:
            body = self._answered(request, device is not None)
        except Exception as error:
            if not spoils_transaction(error):
                self._undo()
                self.seq, self.hash = at
            raise
        self.connection.exec_driver_sql("RELEASE SAVEPOINT answering")
        return answered(self.seq, body)

    def together(self, requests: Sequence[Request], then: Callable[[sa.Connection], None]) -> list[Answer]:
        """Answers all of them, and writes what belongs to them, or nothing of it. Raises what `answer` does."""
        at = self.seq, self.hash
        self.connection.exec_driver_sql("SAVEPOINT together")
        try:
            answers = [self.answer(request) for request in requests]
            then(self.connection)
        except Exception as error:
            if not spoils_transaction(error):
                self.connection.exec_driver_sql("ROLLBACK TO SAVEPOINT together")
                self.connection.exec_driver_sql("RELEASE SAVEPOINT together")
                self.memory.clear()
                self.seq, self.hash = at
            raise
        self.connection.exec_driver_sql("RELEASE SAVEPOINT together")
        return answers

    def _answered(self, request: Request, known_device: bool) -> dict[str, Any]:
        """Everything that one operation writes, between two ends of a savepoint: all of it, or nothing."""
        changes: list[dict[str, Any]] = []
        refused = None
        try:
            told = self._carry_out(request, changes)
        except Refused as refusal:
            self.connection.exec_driver_sql("ROLLBACK TO SAVEPOINT answering")
            self.memory.clear()
            refused, told, changes = refusal, [], []
        self._count(request, known_device)
        body = self._append(request, changes, refused)
        if told:
            self.deliver(self.records, self.seq, request.received, told)
        return body

    def _again(self, seq: int, body: dict[str, Any], request: Request) -> Answer:
        sealed = set(sealed_in(body["args"]))
        clear, gone = clear_of(self.connection, sealed), erased_of(self.connection, sealed)
        if not same_request(body, request, clear, gone):
            raise Refused("key_reused", id=request.operation.id)
        return answered(seq, body, again=True)

    def _undo(self) -> None:
        self.connection.exec_driver_sql("ROLLBACK TO SAVEPOINT answering")
        self.connection.exec_driver_sql("RELEASE SAVEPOINT answering")
        self.memory.clear()

    def _turn(self, operation: Operation) -> Any:
        """The device's row, None for a new one; it must be the operation's turn."""
        device = self.connection.execute(_DEVICE, {"p_id": operation.device}).first()
        last = device.last_n if device else 0
        if any(one.id == operation.device and one.revoked_at for one in self.records.find("device")):
            raise Refused("device_revoked", device=operation.device)
        if operation.n != last + 1:
            raise Refused("out_of_turn", expected_n=last + 1)
        return device

    def _count(self, request: Request, known_device: bool) -> None:
        operation = request.operation
        seen = {
            "last_n": operation.n,
            "person": request.actor.person,
            "seen_at": utc_text(request.received),
            "at": utc_text(request.at),
        }
        if known_device:
            self.connection.execute(_SEEN, {"p_id": operation.device, **seen})
        else:
            self.connection.execute(sa.insert(devices), {"id": operation.device, **seen})

    def _carry_out(self, request: Request, changes: list[dict[str, Any]]) -> list[Tell]:
        context = Context(request.operation.id, request.at, request.actor, "hub", self.gifts)
        told: list[Tell] = []
        for change in decide(request.operation, context, self.records):
            if isinstance(change, Put):
                kind, before, after = self.records.put(change.record)
                if before is not None and after["id"] == request.operation.id:
                    raise Refused("key_reused", id=after["id"])  # what is born may not take another's place
                changes.append(
                    {
                        "kind": kind,
                        "id": after["id"],
                        "before": self.sealing.record(kind, before),
                        "after": self.sealing.record(kind, after),
                    }
                )
            elif isinstance(change, Forget):
                forget(self.connection, change.person)
                self.forgot = True
            else:
                told.append(change)
        return told

    def _append(self, request: Request, changes: list[dict[str, Any]], refused: Refused | None) -> dict[str, Any]:
        operation = request.operation
        self.seq += 1
        body = {
            "seq": self.seq,
            "operation": operation.id,
            "kind": operation.kind,
            "args": self._sealed_args(request),
            "author": request.actor.person,
            "device": operation.device,
            "n": operation.n,
            "premise": dict(operation.premise),
            "made_at": utc_text(operation.made_at),
            "at": utc_text(request.at),
            "received_at": utc_text(request.received),
            **({"time_uncertain": True} if request.uncertain else {}),
            "domain_version": operation.domain_version,
            "changes": changes,
            **({} if refused is None else refused.as_json()),
        }
        text = canonical(body)
        self.hash = digest(self.hash.encode(), text)
        row = {**beside(body), "body": text.decode(), "hash": self.hash}
        self.connection.execute(sa.insert(entries), row)
        if changes:
            marks = {(change["kind"], change["id"]) for change in changes}
            rows = [{"kind": kind, "record": record, "seq": self.seq} for kind, record in sorted(marks)]
            self.connection.execute(sa.insert(touched), rows)
        return body

    def _sealed_args(self, request: Request) -> dict[str, Any]:
        """Arguments marked personal are sealed; also those that no one knows (who sent them may have meant a name) and
        those that look like a seal, so that none in an entry is ever anyone's own."""
        operation = request.operation
        spec = OPERATIONS.get(operation.kind)
        subject = subject_of(operation.kind, operation.id, operation.args)
        if spec is None:
            sealed: dict[str, Any] = self.sealing.value(subject, "argument", dict(operation.args)) or {}
        else:
            known = shapes(spec.cls)
            odd = {name for name, value in operation.args.items() if name not in known or [*sealed_in(value)]}
            sealed = self.sealing.fields(subject, odd.union(spec.personal), operation.args)
        person = self.records.get("person", subject) if sealed != operation.args else None
        if sealed != operation.args and (person is None or person.erased_at is not None):
            forget(self.connection, subject)  # about nobody here: no erasure would ever reach it
        return sealed


def same_request(body: dict[str, Any], request: Request, clear: dict[str, Any], gone: frozenset[str]) -> bool:
    """Whether a request is the one that this entry answered. Its author may send it with another number or from another
    device: a computer that was shut out before it heard the answer comes back as a new one. Values erased since
    (`gone`) can't differ any more."""
    operation = request.operation
    if (body["kind"], body["premise"]) != (operation.kind, dict(operation.premise)):
        return False
    if body["author"] != request.actor.person and (body["device"], body["n"]) != (operation.device, operation.n):
        return False
    sent, kept = dict(operation.args), body["args"]
    whole = commitment_in(kept)
    if whole in gone or (whole in clear and clear[whole] == sent):
        return True
    if set(kept) != set(sent):
        return False
    return all(
        opened(value, clear) == sent[name] or not gone.isdisjoint(sealed_in(value)) for name, value in kept.items()
    )


def beside(body: dict[str, Any]) -> dict[str, Any]:
    """What an entry's row has beside its body and hash: columns to ask by, which say nothing else than the body."""
    return {**{name: body[name] for name in BESIDE}, "outcome": outcome(body)}


def outcome(body: Mapping[str, Any]) -> str:
    """What became of an entry's operation, in a word."""
    return "refused" if "refused" in body else "accepted"


def spoils_transaction(error: Exception) -> bool:
    """Whether nothing of the transaction can be saved (a full disk, a lock, a damaged file); a row that breaks a
    rule of its table spoils only itself."""
    own = sa.exc.IntegrityError | sa.exc.DataError
    return isinstance(error, sa.exc.DBAPIError) and not isinstance(error, own)


def next_turn(connection: sa.Connection, device: str) -> int:
    """The number that a device's next operation has."""
    row = connection.execute(_DEVICE, {"p_id": device}).first()
    return 1 + (row.last_n if row else 0)


def first_turn(connection: sa.Connection, id_: str) -> tuple[int, dict[str, Any]] | None:
    """With which number and premise an operation was answered before; None when it was not."""
    row = connection.execute(_KNOWN, {"p_id": id_}).first()
    body = json.loads(row.body) if row else None
    return (body["n"], body["premise"]) if body else None


def head(connection: sa.Connection) -> tuple[int, str]:
    """The last entry's sequence and hash; 0 and zeros where there is none."""
    row = connection.execute(_HEAD).first()
    return (row.seq, row.hash) if row else (0, GENESIS)


def answered(seq: int, body: dict[str, Any], *, again: bool = False) -> Answer:
    """The answer that an entry's body holds."""
    refused = Refused(body["refused"], **body["facts"]) if "refused" in body else None
    given = {c["id"]: c["after"]["number"] for c in body["changes"] if (c["after"] or {}).get("number")}
    kinds = frozenset(change["kind"] for change in body["changes"])
    return Answer(body["operation"], seq, refused, kinds, given, again)


_HEAD = sa.select(entries.c.seq, entries.c.hash).order_by(entries.c.seq.desc()).limit(1)
_KNOWN = sa.select(entries.c.seq, entries.c.body).where(entries.c.operation == sa.bindparam("p_id"))
_DEVICE = sa.select(devices.c.last_n, devices.c.at).where(devices.c.id == sa.bindparam("p_id"))
_SEEN = sa.update(devices).where(devices.c.id == sa.bindparam("p_id"))
_NEXT = (
    sa.update(counters)
    .where(counters.c.series == sa.bindparam("p_series"))
    .values(value=counters.c.value + 1)
    .returning(counters.c.value)
)
