"""One plant's hub in one process: its store, its blobs, who is signed in, and the one way operations come in."""

import logging
import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from datetime import UTC, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa

from services.core.ids import new_id
from services.core.operation import SYSTEM, Actor, Operation, blobs_of, premise_of
from services.core.refused import Refused
from services.core.roles import Role
from services.hub.looking import Looking
from services.hub.notices import Notices
from services.hub.tls import Tls
from services.imports.taking import Intake
from services.photos.bucket import BucketPhotos, photo_store
from services.photos.folder import PhotoFolder
from services.photos.unfinished import Unfinished
from services.store import accounts
from services.store.digests import Digests
from services.store.folder import Held, PlantFolder
from services.store.journal import Answer, Request, first_turn, next_turn
from services.store.readings import Reading, append
from services.store.ready_file import ReadyFiles
from services.store.shared import SharedServer
from services.store.store import Store
from services.sync.clock import Effective, effectives

LOG = logging.getLogger(__name__)
Clock = Callable[[], datetime]
Chance = Callable[[int], bytes]
HUB_DEVICE = "hub"
MOST_TURNS = 100
BRING_S = 5.0


def utc_now() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


class Deed(NamedTuple):
    """An operation of the system itself; with an id it is issued once, however often it is asked for."""

    kind: str
    args: Mapping[str, Any]
    id: str | None = None


class Hub:
    """Opens the plant under its exclusive lock. `server`: connections that other plants use too; `photos`: where they
    are, if not in the folder (services.photos.bucket), and those of which of several plants. Raises Refused: hub_runs,
    newer_store, and what photo_store does."""

    def __init__(
        self,
        folder: PlantFolder,
        *,
        database: str | None = None,
        now: Clock = utc_now,
        chance: Chance = secrets.token_bytes,
        server: SharedServer | None = None,
        photos: str | None = None,
        photos_of: str = "",
    ) -> None:
        self.folder = folder
        self.now = now
        self.held: Held = folder.hold()
        self.store = Store(database or folder.settled(), now(), chance, server)
        if database:
            folder.settle(database)
        self.blobs: PhotoFolder = photo_store(photos, folder.blobs, photos_of)
        Unfinished(self.blobs).sweep()  # what nobody goes on with
        self.bringing = Looking("photos", self.bring_photos, BRING_S)
        self.cleaned: dict[tuple[str, str], str] = {}
        self.local_token = secrets.token_urlsafe(32)
        self.setup_code = None if self._founded() else accounts.random_code()
        self.address = ""
        self.https: Tls | None = None
        self._actors: dict[str, tuple[Actor, float]] = {}
        self._paired: frozenset[str] | None = None
        self._own_turn = threading.Lock()
        self.digests = {blank: Digests(blank=blank) for blank in (False, True)}
        self.ready = ReadyFiles(self.store.database, folder.hub / "ready")
        self.notices = Notices()
        self.intake: tuple[int, Intake] | None = None  # what takes readings over HTTP, as of an entry
        self.sensing: Any = None  # what follows the sensors' broker, where something does
        self.doors: Any = None  # what asks devices at doors, where something does
        self.backing: Any = None  # what makes backups, where something does
        self.exporting: Any = None  # what writes exports, where something does
        self.watchers: tuple[Looking, ...] = ()  # the threads that look after something
        self.heard: list[Callable[[Sequence[Reading]], None]] = []
        self.store.writer.committed.append(self._forget_actors)
        self.store.writer.committed.append(self.notices.on_committed)
        self.store.follow(self._on_growth)

    def _founded(self) -> bool:
        with self.store.look() as look:
            return bool(look.find("plant"))

    def bring_photos(self) -> None:
        """What waits for a bucket goes there, and what is safe there makes room here."""
        if isinstance(self.blobs, BucketPhotos):
            self.blobs.tend(self.now().timestamp())

    def close(self) -> None:
        """Finishes what waits and gives the lock back."""
        self.bringing.stop()
        self.store.close()
        self.held.release()

    def actor(self, token: str | None, act_as: str | None = None) -> Actor | None:
        """Who a token speaks for; roles of this moment. The folder's local token may act as any person."""
        if token is None:
            return None
        if secrets.compare_digest(token.encode(), self.local_token.encode()):
            return self._local_actor(act_as)
        now = self.now()
        known = self._actors.get(token)
        if known and 0 <= now.timestamp() - known[1] < 30:
            return known[0]
        with self.store.database.reading() as connection:
            actor = accounts.actor_of(connection, token, now)
        if actor:
            self._actors[token] = (actor, now.timestamp())
        return actor

    def _local_actor(self, act_as: str | None) -> Actor | None:
        with self.store.database.reading() as connection:
            if act_as is None:
                return Actor(None, frozenset({Role.FOUNDER}))
            person = accounts.find_login(connection, act_as)
            return accounts.actor_for(connection, person.id) if person else None

    def _forget_actors(self, answers: Sequence[Answer]) -> None:
        if any(answer.kinds & {"person", "device"} for answer in answers):
            self._actors.clear()
            self._paired = None

    def _on_growth(self, head: int) -> None:
        """Another hub on the same database may have committed anything."""
        self._actors.clear()
        self._paired = None
        self.notices.told(head)

    def sign_out(self, token: str) -> None:
        """The token is good no more, at once."""
        self.store.write(lambda connection: accounts.close_session(connection, token))
        self._actors.pop(token, None)

    def take(
        self, operations: Sequence[Operation], actor: Actor, wall: datetime, mono: float, boot: str
    ) -> list[dict[str, Any]]:
        """Answers operations of one device, in order, with the device's clocks at sending. An operation that can't
        be answered yet (its photo is not here, its turn has not come) is refused without an entry. Raises Refused:
        device_foreign, for operations of a paired computer that this login is not bound to."""
        self._own_device(operations, actor)
        received = self.now()
        times = effectives(operations, received, wall, mono, boot)
        futures: list[Future[Answer] | Refused] = []
        for operation, time in zip(operations, times, strict=True):
            try:
                futures.append(self._submit(operation, actor, time, received))
            except Refused as refused:
                futures.append(refused)
                break
        return [_outcome(operation, future) for operation, future in zip(operations, futures, strict=False)]

    def _own_device(self, operations: Sequence[Operation], actor: Actor) -> None:
        used = {operation.device for operation in operations}
        paired = self._paired
        if paired is None:
            with self.store.look() as look:
                self._paired = paired = frozenset(device.id for device in look.find("device"))
        if used - {actor.device} if actor.device else used & paired:
            raise Refused("device_foreign")

    def _submit(self, operation: Operation, actor: Actor, time: Effective, received: datetime) -> "Future[Answer]":
        self.need_blobs(operation)
        return self.store.submit(Request(operation, actor, time.at, received, time.uncertain))

    def need_blobs(self, operation: Operation) -> None:
        """Raises Refused: blob_missing, when a photo or drawing that the operation names is not here yet."""
        try:
            names = blobs_of(operation)
        except Refused:
            return
        for name in sorted(names):
            if not self.blobs.has(name):
                raise Refused("blob_missing", sha256=name)

    def do(self, kind: str, args: dict[str, Any], actor: Actor, id_: str | None = None) -> Answer:
        """Issues an operation of the hub's own device for an actor, and waits. With the id of one that was answered
        before, that answer comes again. Raises Refused for what can't be answered."""
        with self._own_turn:
            for _ in range(MOST_TURNS):
                try:
                    return self._do(kind, args, actor, id_)
                except Refused as refused:
                    if refused.code != "out_of_turn":
                        raise
        raise Refused("store_busy")

    def note(self, kind: str, args: Mapping[str, Any], id_: str | None = None) -> None:
        """Issues an operation of the system itself; a refusal is logged, as nobody waits for an answer. Raises Refused
        for what can't be answered."""
        answer = self.do(kind, dict(args), SYSTEM, id_)
        if answer.refused:
            LOG.warning("%s was refused: %s %s", kind, answer.refused.code, answer.refused.facts)

    def _do(self, kind: str, args: dict[str, Any], actor: Actor, id_: str | None) -> Answer:
        """One try; out of turn where another hub on the same database was faster."""
        with self.store.look() as look:
            known = first_turn(look.connection, id_) if id_ else None
            n, premise = known or (next_turn(look.connection, HUB_DEVICE), premise_of(kind, args, look))
        now = self.now()
        operation = Operation(id_ or new_id(), kind, args, HUB_DEVICE, n, now, premise)
        self.need_blobs(operation)
        return self.store.submit(Request(operation, actor, now, now)).result()

    def note_together(self, deeds: Sequence[Deed], then: Callable[[sa.Connection], None]) -> None:
        """Issues operations of the system itself and writes what belongs to them, all in one commit or none of it;
        those whose id was answered before are left out. A refusal is logged. Raises Refused: store_busy."""
        with self._own_turn:
            for _ in range(MOST_TURNS):
                try:
                    answers = self.store.submit_together(self._requests(deeds), then).result()
                except Refused as refused:
                    if refused.code not in ("out_of_turn", "key_reused"):
                        raise
                else:
                    for answer in answers:
                        if answer.refused:
                            LOG.warning("%s was refused: %s", answer.id, answer.refused)
                    return
        raise Refused("store_busy")

    def _requests(self, deeds: Sequence[Deed]) -> list[Request]:
        now, found = self.now(), list[Request]()
        with self.store.look() as look:
            n = next_turn(look.connection, HUB_DEVICE)
            for one in deeds:
                if one.id and first_turn(look.connection, one.id):
                    continue
                operation = Operation(one.id or new_id(), one.kind, dict(one.args), HUB_DEVICE, n + len(found), now)
                found.append(Request(operation, SYSTEM, now, now))
        return found

    def hear(self, readings: Sequence[Reading]) -> int:
        """Keeps what sensors said, in any order, and tells those who listen; how many were kept. Returns when it is
        durable."""
        kept: int = self.store.write(lambda connection: append(connection, readings))
        for listener in self.heard:
            listener(readings)
        return kept


def _outcome(operation: Operation, future: "Future[Answer] | Refused") -> dict[str, Any]:
    try:
        if isinstance(future, Refused):
            raise future
        return future.result().as_json()
    except Refused as refused:
        return {"id": operation.id, **refused.as_json()}
