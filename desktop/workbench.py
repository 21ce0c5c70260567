"""The one door for views: run an operation, ask a question, undo; and the signal that says what changed."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.history import History, Step
from desktop.looking_back import LookingBack
from desktop.opening import Opened, utc_now
from desktop.syncing import Syncing, SyncState
from desktop.tasks import Tasks

if TYPE_CHECKING:
    from services.core.people import Person
    from services.core.plant import Plant
    from services.core.refused import Refused
    from services.photos.picture import CleanPhoto
    from services.store.recall import Recall
    from services.store.replica import Local
    from services.store.settling import How

Answered = Callable[["Refused | None"], None]
PAUSE_MS = 150


class Workbench(QObject):
    """`changed` carries the kinds of records that changed (a frozenset; 'blob' when a photo has arrived);
    `refused` a Refused that a view should show; `answered` what the hub has said to operations that ran here, as a dict
    of a Refused or None by operation id; `sync_changed` says that `sync_state` is new; `taken_back` and `done_again`
    carry the Step (desktop.history) that was undone or redone."""

    changed = Signal(object)
    refused = Signal(object)
    answered = Signal(object)
    sync_changed = Signal()
    taken_back = Signal(object)
    done_again = Signal(object)

    def __init__(self, opened: Opened, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.opened = opened
        self.tasks = tasks
        self.syncing = Syncing(opened, tasks, self)
        self.bag = opened.bag
        self.past = LookingBack(self)
        self.syncing.brought.connect(self._on_brought)
        self.syncing.state_changed.connect(self.sync_changed)
        self.history = History(opened.replica, self.ask)
        self._waiting: dict[str, Answered] = {}
        self._wanted: set[str] = set()
        self._recall: Recall | None = None
        self._brought: frozenset[str] = frozenset()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.tell_brought)
        self._settled_by: dict[str, list[str]] = {}  # conflicts by the operation that settled them
        self.changed.connect(self._on_changed)  # before any view: they then find new names known
        self._on_changed(frozenset({"category"}))

    @property
    def sync_state(self) -> SyncState:
        """How this console stands to its hub."""
        return self.syncing.state

    @property
    def me(self) -> "Person | None":
        """Who is signed in."""
        found: Person | None = self.ask(_me)
        return found

    @property
    def plant(self) -> "Plant | None":
        """The plant; None before the first sync."""
        found = self.ask(_find, kind="plant")
        return found[0] if found else None

    def may(self, kind: str) -> bool:
        """Whether who is signed in holds a role that this plant lets issue the operation."""
        from services.core.operation import may_issue

        me = self.me
        return self.bag is None and me is not None and bool(self.ask(may_issue, kind=kind, roles=me.roles))

    def now(self) -> datetime:
        """The present moment in UTC by the hub's clock, which decides what is overdue, as far as it is known here."""
        if self.bag is not None:
            return self.bag.made_at
        return utc_now() - self.sync_state.skew

    def run(self, kind: str, /, **args: Any) -> "Local":
        """Runs an operation here at once; it is sent as soon as the hub can be reached. A refusal changes nothing
        and is emitted as `refused`."""
        local = self.opened.replica.run(kind, _given(args))
        if local.ok:
            self.history.did(local.id)
        self._after(local)
        return local

    def run_as_one(self, *steps: tuple[str, dict[str, Any]]) -> "Local":
        """Runs a few operations here at once, all or none, as one step; the outcome under the id of the newest. A
        refusal is emitted."""
        local, ids = self.opened.replica.run_all([(kind, _given(args)) for kind, args in steps])
        if local.ok:
            self.history.did(*ids)
        self._after(local)
        return local

    def bring(self, kind: str, id_: str, /, **args: Any) -> "Local":
        """Runs an operation that was born elsewhere, under its own id; it is sent like any other. A refusal is not
        emitted."""
        local = self.opened.replica.run(kind, _given(args), id_)
        if local.ok:
            self._after(local)
        return local

    def run_all(self, steps: Sequence[tuple[str, dict[str, Any]]], done: "Callable[[Local], None]") -> None:
        """Runs several operations here, all or none, in a task; they are taken back as one step. `done` gets the
        outcome on the GUI thread; a refusal is not emitted."""

        def ran(outcome: "tuple[Local, tuple[str, ...]]") -> None:
            local, ids = outcome
            if local.ok:
                self.history.did(*ids)
                self._after(local)
            done(local)

        self.tasks.run(lambda: self.opened.replica.run_all([(kind, _given(args)) for kind, args in steps]), ran)

    def send(self, kind: str, answered: Answered, /, **args: Any) -> str:
        """Has the hub answer an operation that only it can; `answered` gets None or the refusal, on the GUI thread.
        Returns the operation's id, "" where it was refused at once."""
        from services.core.refused import Refused

        if not self.syncing.reachable and self.bag is None:
            answered(Refused("needs_hub"))
            return ""
        local = self.opened.replica.enqueue(kind, _given(args))
        if local.refused:
            answered(local.refused)
            return ""
        self.history.did(local.id)
        self._waiting[local.id] = answered
        self.syncing.soon()
        return local.id

    def ask(self, query: Callable[..., Any], **arguments: Any) -> Any:
        """The answer of a query (services.store.queries) on one snapshot."""
        from services.store.recall import Recall
        from services.store.records import Records

        if self._recall is None:
            self._recall = Recall()
        with self.opened.replica.database.reading() as connection:
            return query(Records(connection, recall=self._recall), **arguments)

    def hold_back(self, milliseconds: int) -> None:
        """Sends nothing for so long, so that what was just done can still be taken back."""
        self.syncing.hold(milliseconds)

    def ask_later(self, query: Callable[..., Any], done: Callable[[Any], None], **arguments: Any) -> None:
        """The answer of a query that takes long, in a task; `done` gets it on the GUI thread."""
        self.tasks.run(lambda: self.ask(query, **arguments), done)

    def undo(self) -> "Local":
        """Takes the newest operation back (see History.back); a conflict that it settled is open again."""
        local, what = self.history.back()
        self._after(local)
        for conflict in self._settled_by.pop(local.id, ()) if local.ok else ():
            self.reopen(conflict)
        if what is not None:
            self.taken_back.emit(what)
        return local

    def redo(self) -> None:
        """Does again what was taken back last; where that are many operations, in a task."""
        step = self.history.take_again()
        if step is None:
            return
        work = partial(self.opened.replica.run_all, [(one.kind, one.args) for one in step.entries])
        if len(step.entries) > 1:
            self.tasks.run(work, partial(self._on_again, step))
        else:
            self._on_again(step, work())

    def _on_again(self, step: "Step", outcome: "tuple[Local, tuple[str, ...]]") -> None:
        local, ids = outcome
        if local.ok:
            self.history.did_again(ids)
        else:
            self.history.leave(step)
        self._after(local)
        if local.ok:
            self.done_again.emit(step)

    def settle(self, conflict: str, how: "How", by: str = "") -> bool:
        """Settles a conflict of this operation's id; `by` is the new operation that does it, with which it is taken
        back. Whether it was open."""
        from services.store.settling import settle

        done = self._settling(lambda: settle(self.opened.replica, conflict, how, self.now()))
        if done and by:
            self._settled_by.setdefault(by, []).append(conflict)
        return done

    def reopen(self, conflict: str) -> bool:
        """Puts a conflict back to those that wait for a decision. Whether it was settled."""
        from services.store.settling import reopen

        return self._settling(lambda: reopen(self.opened.replica, conflict))

    def _settling(self, work: Callable[[], bool]) -> bool:
        """Does it, has the conflicts counted anew; what is refused (a full disk) is emitted, and nothing was done."""
        from services.core.refused import Refused

        try:
            done = work()
        except Refused as refused:
            self.refused.emit(refused)
            return False
        self.syncing.soon()
        self.changed.emit(frozenset({"conflict"}))
        return done

    def undoable(self) -> str | None:
        """The operation that `undo` would take back, by its id; None once everything has been sent."""
        from services.store.pending import undoable

        with self.opened.replica.database.reading() as connection:
            return undoable(connection)

    def unconfirmed(self, kind: str = "") -> frozenset[str]:
        """The ids of records that were changed here (by operations of this kind, where one is named) and whose change
        the hub has yet to confirm."""
        from services.store.pending import unconfirmed

        with self.opened.replica.database.reading() as connection:
            return unconfirmed(connection, kind)

    def waiting_for(self, record_id: str) -> bool:
        """Whether a change made here to this record waits for the hub's word."""
        return record_id in self.unconfirmed()

    def call(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        """Runs `work(client)` against the hub in a task (accounts, codes); a refusal is emitted."""
        from services.core.refused import Refused

        if self.opened.client is None:
            self.refused.emit(Refused("needs_hub"))
            return
        client = self.opened.client
        self.tasks.run(lambda: work(client), done, self._on_failed)

    def sign_out(self, done: Callable[[Any], None]) -> None:
        """Ends the session on the hub, where it can be reached, and forgets it here; the plant's copy stays."""
        from desktop.opening import sign_out

        self.syncing.stop()
        self.tasks.run(lambda: sign_out(self.opened), done)

    def pair_anew(self, code: str, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """This computer, which was shut out, joins its hub again by a new code; then what waits is sent."""
        from desktop.opening import pair_hub

        def paired(nothing: Any) -> None:
            self.syncing.begin_anew()
            done(nothing)

        self.tasks.run(lambda: pair_hub(self.opened, self.opened.url, code), paired, failed)

    def photo(self, sha256: str) -> bytes | None:
        """A photo or drawing that is here; else it is fetched, and `changed` says 'blob' when it has come."""
        data: bytes | None = self.opened.blobs.get(sha256)
        if data is None and sha256 not in self._wanted and self.opened.client is not None:
            self._wanted.add(sha256)
            client, blobs = self.opened.client, self.opened.blobs

            def fetched() -> bool:
                from services.sync.blobs import fetch

                return fetch(client, blobs, sha256)

            self.tasks.run(fetched, lambda came: self._on_blob(sha256, came), lambda _: self._wanted.discard(sha256))
        return data

    def size_at_hub(self, sha256: str) -> int | None:
        """How large a photo or drawing is that is not here, in a task; None where that can't be known now."""
        from services.core.refused import Refused
        from services.sync.client import Unreachable

        client = self.opened.client
        if client is None or not self.syncing.reachable:
            return None
        try:
            whole, size = client.standing(sha256)
        except (Unreachable, Refused):
            return None
        return size if whole else None

    def fetch_now(self, sha256: str) -> bool:
        """Fetches a photo or drawing from the hub, in a task; False where it can't be had now."""
        from services.core.refused import Refused
        from services.photos.folder import FolderFull
        from services.sync.blobs import WrongBytes, fetch
        from services.sync.client import Unreachable

        client = self.opened.client
        if client is None or not self.syncing.reachable:
            return False
        try:
            return fetch(client, self.opened.blobs, sha256)
        except (Unreachable, WrongBytes, Refused, FolderFull, OSError):
            return False

    def has_photo(self, sha256: str) -> bool:
        """Whether a photo is here; it is neither read nor asked for."""
        return self.opened.blobs.has(sha256)

    def keep_drawing(self, data: bytes) -> str:
        """Stores a drawing or its source file for the hub to fetch; its hash."""
        return self._keep(data, "drawing")

    def keep_document(self, data: bytes) -> str:
        """Stores a document for the hub to fetch; its hash."""
        return self._keep(data, "document")

    def keep_photo(self, photo: "CleanPhoto") -> str:
        """Stores a clean photo for the hub to fetch; its hash. When and where it was taken, which the hub can't see any
        more, is noted here."""
        from services.photos.picture import noted

        sha256 = self._keep(photo.data, "photo")
        if photo.taken_at is not None or photo.position is not None:
            self.opened.replica.run("photos.note", noted(photo))
        return sha256

    def _keep(self, data: bytes, what: str) -> str:
        sha256: str = self.opened.blobs.put_bytes(data)
        self.opened.outgoing.add(sha256, what)
        self.syncing.soon()
        return sha256

    def close(self) -> None:
        """Stops syncing; ends the hub that this console has started."""
        self.syncing.stop()
        self._pause.stop()
        self.tasks.wait()
        self.opened.close()

    def _after(self, local: "Local") -> None:
        if local.refused:
            self.refused.emit(local.refused)
            return
        self.changed.emit(local.kinds)
        self.syncing.soon()

    def _on_brought(self, kinds: frozenset[str], settled: dict[str, "Refused | None"]) -> None:
        if any(settled.values()):
            kinds = kinds | {"conflict"}
        self._bring(kinds, now=bool(settled))
        awaited = {id_: self._waiting.pop(id_) for id_ in settled if id_ in self._waiting}
        for id_, answered in awaited.items():
            answered(settled[id_])
        others = {id_: refused for id_, refused in settled.items() if id_ not in awaited}
        if others:
            self.answered.emit(others)

    def _bring(self, kinds: frozenset[str], *, now: bool = False) -> None:
        self._brought |= kinds
        if now or not self._pause.isActive():
            self.tell_brought()

    def tell_brought(self) -> None:
        """Views look again at what has come since the last time; however fast others work, they then have a moment in
        which they need not."""
        kinds, self._brought = self._brought, frozenset()
        if kinds:
            self._pause.start()
            self.changed.emit(kinds)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        from desktop.words import call_categories
        from services.store.queries.categories import categories

        if "category" in kinds:
            call_categories({one.code: one.names for one in self.ask(categories) if one.own})

    def _on_failed(self, error: Exception) -> None:
        from services.core.refused import Refused

        self.refused.emit(error if isinstance(error, Refused) else Refused("hub_unreachable"))

    def _on_blob(self, sha256: str, came: bool) -> None:
        self._wanted.discard(sha256)
        if came:
            self._bring(frozenset({"blob"}))


def _given(args: dict[str, Any]) -> dict[str, Any]:
    """JSON values: tuples of a view become lists."""
    return {name: _listed(value) for name, value in args.items() if value is not None}


def _listed(value: Any) -> Any:
    return [_listed(item) for item in value] if isinstance(value, tuple | list) else value


def _me(look: Any) -> Any:
    from services.store.facts import fact

    person = fact(look.connection, "me")
    return look.get("person", person) if person else None


def _find(look: Any, kind: str) -> Any:
    return look.find(kind)
