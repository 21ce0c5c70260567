"""One round after the other: what waits goes up, what is new comes down, and both sides compare what they have.

Whatever goes wrong, what waits here stays here. A copy that can't be put right is made anew, with what waits.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from services.core.refused import Refused
from services.core.shape import utc_moment
from services.photos.folder import FolderFull
from services.store.along import FACT as ALONG
from services.store.along import along_of, blobs_along
from services.store.hazard_parts import further
from services.store.looking_back import attach, stop_looking_back, wants_older
from services.store.queries.blobs import blobs_for_offline
from services.store.records import Records
from services.store.replica import LaidDown, Replica
from services.store.schema import HEAD
from services.store.tables import RECORDS
from services.store.thin import Misfit
from services.sync import FOLLOWS_FROM, PROTOCOL
from services.sync.blobs import WrongBytes, fetch
from services.sync.client import HubClient, Parts, Unreachable
from services.sync.clock import skew
from services.sync.comparing import Comparing
from services.sync.outgoing import Outgoing
from services.sync.renewing import common_entry, renew

Step = Callable[[float], bool]
MOST_BLOBS = 4
IN_PARTS = 3  # the protocol from which on entries come in parts
MOST_PUSHES = 50  # of a hundred operations each; the rest goes with the next round
ALL = frozenset(RECORDS) | {"entry", "conflict"}
BROKEN = {"chain_broken", "store_damaged"}
UNKNOWN = {"sign_in_needed", "device_revoked"}


@dataclass(frozen=True, slots=True)
class Round:
    """What one round brought. `trouble`: why what waits here could not be sent. `skew`: by how much this computer's
    clock is ahead of the hub's. `renewed`: why the copy was made anew: first, restored, damaged. `mended`: buckets of
    records that were put right. `more`: older entries, drawings or photos are still to come."""

    kinds: frozenset[str] = frozenset()
    settled: dict[str, Refused | None] = field(default_factory=dict)
    blobs: tuple[str, ...] = ()
    trouble: Refused | None = None
    skew: timedelta = timedelta()
    renewed: str = ""
    mended: int = 0
    more: bool = False


class Sync:
    """One console and its hub. Used by one thread at a time."""

    def __init__(self, client: HubClient, replica: Replica, outgoing: Outgoing) -> None:
        self.client = client
        self.replica = replica
        self.outgoing = outgoing
        self.comparing = Comparing(client, replica)
        self._greeted: Mapping[str, Any] | None = None
        self._wanted: list[str] | None = None  # blobs that are still to be fetched; None: to be found out
        self._along: Any = None  # what a person takes along, as it was when that was found out
        self._nowhere: set[str] = set()  # blobs that could not be had; they are asked for when they are looked at
        self._round = Round()

    def once(self, step: Step | None = None) -> Round:
        """One round. `step` hears how much of a first copy is here. Raises Unreachable; or Refused, where the hub
        will not have this console: sign_in_needed, device_revoked, not_allowed, hub_older, foreign_hub, hub_empty."""
        self._round = Round()
        try:
            self._greet()
            try:
                self._step_by_step(step)
            except Refused as refused:
                if refused.code in UNKNOWN:
                    self._greet_again()
                if refused.code not in BROKEN:
                    raise
                self._renew("damaged", step)
                self._step_by_step(step)
        except Unreachable:
            self._greeted = None
            raise
        return self._round

    @property
    def so_far(self) -> Round:
        """What the present round has brought until now, or the last one before it failed: that is here all the same."""
        return self._round

    def _greet(self) -> None:
        """Who is there and what it speaks; before anything is sent, as another plant's hub must get nothing."""
        if self._greeted is not None:
            return
        found = self.client.call("GET", "/api/hello")
        mine = self.replica.log.read().identity.get("plant")
        if found["plant"] is None:
            raise Refused("hub_empty")
        if mine is not None and found["plant"] != mine:
            raise Refused("foreign_hub")
        if found["protocol"]["speaks"] < FOLLOWS_FROM:
            raise Refused("hub_older", spoken=found["protocol"]["speaks"], wanted=FOLLOWS_FROM)
        self.client.speak(min(PROTOCOL, found["protocol"]["speaks"]))
        self._recognise(str(found["hub"]))
        self._greeted = found

    def _recognise(self, hub: str) -> None:
        """A copy of the plant has a hub of its own, which must get nothing either."""
        known = self.replica.fact("hub_id")
        if known is None:
            self.replica.set_facts(hub_id=hub)
        elif known != hub:
            raise Refused("foreign_hub")

    def _greet_again(self) -> None:
        """A hub that does not know this console may be another one, which stands at that address by now."""
        self._greeted = None
        self._greet()

    def _may_pull(self) -> bool:
        assert self._greeted is not None
        return self._pulls_from() <= PROTOCOL and str(self._greeted["schema"]) <= HEAD

    def _step_by_step(self, step: Step | None) -> None:
        sent, trouble = self.outgoing.send(self.client)
        self._round = replace(self._round, blobs=tuple(sent), trouble=trouble)
        if not self._may_pull():
            self._push()
            raise Refused("console_older", spoken=PROTOCOL, wanted=self._pulls_from())
        if not self.replica.fact("cursor"):
            self._renew("first", step)
        for _ in range(MOST_PUSHES):
            renewed, pushed = self._round.renewed, self._push()
            self._pull(step)
            if not pushed and renewed == self._round.renewed:
                break
        if self._alike() and self.comparing.due():
            self._mended(self.comparing.look())
        self._older()
        self._blobs()
        if further(self.replica.database):
            self._round = replace(self._round, more=True)

    def _pulls_from(self) -> int:
        assert self._greeted is not None
        return int(self._greeted["protocol"]["pulls_from"])

    # up

    def _push(self) -> bool:
        """Sends up to a hundred operations; whether to go on with more. What the hub won't have is told as trouble,
        and this console is not cut off from what is new."""
        try:
            waiting = self.replica.to_send()
            return bool(waiting) and self._send(waiting)
        except Refused as refused:
            if refused.code in ("sign_in_needed", "device_revoked"):
                raise
            self._round = replace(self._round, trouble=self._round.trouble or refused)
            return False

    def _send(self, waiting: list[Any]) -> bool:
        clock = self.replica.clock
        message = self.client.push(waiting, clock.wall(), clock.mono(), clock.boot)
        self._brought(self.replica.hear([one for one in message["answers"] if "seq" in one], message["received_at"]))
        for answer in message["answers"]:
            if answer.get("refused") == "out_of_turn" and answer["facts"]["expected_n"] > waiting[-1].n:
                raise Refused("device_doubled")
            if answer.get("refused") == "out_of_turn":
                self._count_anew(answer["facts"]["expected_n"])
                return True
            if answer.get("refused") == "blob_missing":
                return self._send_blob_again(answer)
            if "seq" not in answer:
                raise Refused(answer["refused"], **answer["facts"])
        return True

    def _send_blob_again(self, answer: Mapping[str, Any]) -> bool:
        """The hub has lost a photo or drawing that it once had, or has none of it yet. What was sent from here is sent
        again; an operation whose photo is nowhere any more, or is none to the hub, is shown to a person and stops
        nothing."""
        sha256, missing = answer["facts"]["sha256"], Refused("blob_missing", **answer["facts"])
        refused = self.outgoing.refusal(sha256)
        if refused is None and (self.outgoing.again(sha256) or sha256 in dict(self.outgoing.waiting())):
            raise missing
        kinds = self.replica.give_up(answer["id"], refused or missing)
        self._round = replace(self._round, kinds=self._round.kinds | kinds)
        return True

    def _count_anew(self, expected_n: int) -> None:
        """The hub knows fewer operations of this console. If it was set back, what it has forgotten comes first and
        keeps its numbers; else numbers have been used up by what was refused and is not sent again. An older console,
        which can't find out, waits until it is brought up to date."""
        if not self._may_pull():
            raise Refused("out_of_turn", expected_n=expected_n)
        self._pull(None)
        if self._round.renewed != "restored":
            self.replica.number_again(expected_n)

    # down

    def _pull(self, step: Step | None) -> None:
        form = "thin"
        while True:
            try:
                sum_ = self._changes(form)
            except Misfit:  # a row here is not what it should be: the whole entries do without it, and the sum shows it
                form = "whole"
                continue
            except Refused as refused:
                if refused.code not in ("epoch_changed", "chain_forked"):
                    raise
                self._set_back(step)
                continue
            if sum_ is not None:
                # a copy that has just come is compared with the next round: people wait for this one
                return None if self._round.renewed else self._compare(sum_)

    def _brought(self, down: LaidDown) -> None:
        kinds, settled = self._round.kinds | down.kinds, {**self._round.settled, **down.settled}
        self._round = replace(self._round, kinds=kinds, settled=settled)

    def _changes(self, form: str) -> str | None:
        """Lays the next entries down, each part as it comes; the sum of all records, if they were the last. Raises
        Misfit, where thin ones do not fit what is here."""
        clock = self.replica.clock
        asked, began = clock.wall(), clock.mono()
        cursor, hash_, epoch = self.replica.facts("cursor", "hash", "epoch")
        about: dict[str, Any] = {}
        with closing(self._parts(form, after=cursor, hash=hash_, epoch=epoch)) as parts:
            for said, part in parts:
                if not about:
                    measured = skew(asked, clock.mono() - began, utc_moment(said["now"]))
                    self._round = replace(self._round, skew=measured.sure)
                about |= said
                if part:
                    self._brought(self.replica.lay_down(part, about["clear"]))
        return about.get("sum")

    def _parts(self, form: str, **known: Any) -> Parts:
        """As the hub gives them: in parts, or by one that knows only pages, page by page."""
        assert self._greeted is not None
        if self._greeted["protocol"]["speaks"] < IN_PARTS:
            yield self.client.page("/api/changes", **known)
        else:
            yield from self.client.changes(form, **known)

    def _alike(self) -> bool:
        """Whether both sides have the same fields, so that their sums can be compared."""
        assert self._greeted is not None
        return str(self._greeted["schema"]) == HEAD

    def _set_back(self, step: Step | None) -> None:
        """The hub was put back to an earlier day: what this console had been answered since waits again."""
        common = common_entry(self.client, self.replica)
        hello = self.client.call("GET", "/api/hello")
        if common == self.replica.fact("cursor"):
            if hello["epoch"] == self.replica.fact("epoch"):
                raise Refused("store_damaged", what="hash")  # no other past: this copy is not sure of its own
            self.replica.set_facts(epoch=hello["epoch"])
        else:
            self._renew("restored", step, common)

    def _compare(self, theirs: str) -> None:
        if not self._alike():
            return
        self._mended(self.comparing.compare(theirs))

    def _mended(self, kinds: list[str]) -> None:
        self._round = replace(
            self._round, mended=self._round.mended + len(kinds), kinds=self._round.kinds | frozenset(kinds)
        )

    def _renew(self, why: str, step: Step | None, common: int | None = None) -> None:
        assert self._greeted is not None
        renew(self.client, self.replica, plant=self._greeted["plant"], common=common, step=step)
        self.comparing.made_anew(why)
        self._round = replace(self._round, renewed=why, kinds=self._round.kinds | ALL)

    def _older(self) -> None:
        """One page of older entries a round, until the console has what it keeps and what a person has asked for. A
        copy that has just come is shown first."""
        now = self.replica.clock.wall()
        before = wants_older(self.replica, now)
        if before is None or self._round.renewed:
            self._round = replace(self._round, more=before is not None)
            return
        _, page = self.client.page("/api/entries", before=before)
        try:
            got = attach(self.replica, page) if page else 0
            ended = not page and stop_looking_back(self.replica, now, "none_older")
        except Refused as refused:
            ended = refused.code == "chain_broken" and stop_looking_back(self.replica, now, "chain_broken")
            if not ended:
                raise
            got = 0  # a person had asked for them and is told; what this console has is not in doubt for that
        kinds = {"entry"} if got or ended else set()
        self._round = replace(self._round, more=got > 0, kinds=self._round.kinds | kinds)

    def _blobs(self) -> None:
        """A few drawings and photos a round, so that the plan and the reviews are there when the hub is not; and what a
        person takes along."""
        asked = self.replica.fact(ALONG)
        if self._wanted is None or asked != self._along or self._round.kinds & {"hazard", "floor"}:
            self._along = asked
            with self.replica.database.reading() as connection:
                look = Records(connection)
                along = along_of(look, self.replica.clock.wall())
                more = blobs_along(look, along) if along else []
                self._wanted = list(dict.fromkeys([*blobs_for_offline(look), *more]))
        came = False
        wanted = [sha for sha in self._wanted if sha not in self._nowhere and not self.outgoing.blobs.has(sha)]
        for sha256 in wanted[:MOST_BLOBS]:
            try:
                there = fetch(self.client, self.outgoing.blobs, sha256)
            except (WrongBytes, Refused, FolderFull, OSError):
                there = False
            came = came or there
            if not there:
                self._nowhere.add(sha256)
        self._wanted = wanted[MOST_BLOBS:]
        kinds = self._round.kinds | ({"blob"} if came else set())
        self._round = replace(self._round, kinds=kinds, more=self._round.more or bool(self._wanted))
