"""What one process does for a plant of its own accord: its rules, watches and rounds, and the sending of messages.

On a plant's own machine the one hub does both. Of several processes on one database each plant has one that runs its
`engine` and one that does its `dispatch`; they are made anew when a process begins, so that nothing is in their memory
of the time when another one did it.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from services.hub.backing import Backing
from services.hub.canary import Canary
from services.hub.directory_nightly import DirectoryNightly
from services.hub.door_streams import DoorStreams
from services.hub.doors import Doors
from services.hub.doubting import Doubting
from services.hub.drilling import Drilling
from services.hub.earning import Earning
from services.hub.escalating import Escalating
from services.hub.exporting import Exporting
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.hub.machines import Machines
from services.hub.monthly import Monthly
from services.hub.noting import Noting
from services.hub.pausing import Pausing
from services.hub.reminding import Reminding
from services.hub.rounds import Rounds
from services.hub.ruling import Ruling
from services.hub.sensing import Sensing
from services.hub.standing import Standings
from services.hub.turns import Turns
from services.hub.watch import Watch
from services.hub.worker import Worker


class Shared(NamedTuple):
    """The turns of several plants: those that only look into the store, and those that ask machines elsewhere and may
    wait long for an answer."""

    near: Turns
    far: Turns


class Listening:
    """What was added to those who listen to a hub, since this was made; `end` takes it away."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self._before = [list(one) for one in self._lists()]

    def _lists(self) -> tuple[Sequence[object], ...]:
        return self.hub.store.writer.committed, self.hub.heard, self.hub.store.grown

    def kept(self) -> None:
        """From here on, what is added is another's."""
        self._mine = [
            [one for one in now if one not in before] for now, before in zip(self._lists(), self._before, strict=True)
        ]

    def end(self) -> None:
        """They hear nothing more."""
        writer, store = self.hub.store.writer, self.hub.store
        committed, heard, grown = self._mine
        writer.committed = [one for one in writer.committed if one not in committed]
        self.hub.heard = [one for one in self.hub.heard if one not in heard]
        store.grown = [one for one in store.grown if one not in grown]


class Engine:
    """Everything that looks after a plant again and again. `chores` are done in its rounds."""

    def __init__(self, hub: Hub, chores: Sequence[Callable[[], None]] = ()) -> None:
        self._listening = Listening(hub)
        self.hub = hub
        self.rounds = Rounds(hub, chores)
        self.watch = Watch(hub)
        self.standings = Standings(hub)
        self.ruling = Ruling(hub)
        self.pausing = Pausing(hub)
        self.escalating = Escalating(hub)
        self.drilling = Drilling(hub)
        self.monthly = Monthly(hub)
        self.earning = Earning(hub)
        self.doubting = Doubting(hub)
        self.reminding = Reminding(hub)
        self.canary = Canary(hub)
        self.sensing = Sensing(hub)
        self.doors = Doors(hub)
        self.door_streams = DoorStreams(hub, self.doors)
        self.machines = Machines(hub)
        self.directory = DirectoryNightly(hub)
        self.noting = Noting(hub)
        self._listening.kept()
        self._near: Sequence[Looking] = (
            self.rounds,
            self.watch,
            self.standings,
            self.ruling,
            self.escalating,
            self.drilling,
            self.monthly,
            self.earning,
            self.doubting,
            self.reminding,
            self.canary,
        )
        self._far: Sequence[Looking] = (
            self.sensing,
            self.pausing,
            self.door_streams,
            self.doors,
            self.machines,
            self.directory,
        )

    def start(self, turns: Shared | None = None) -> None:
        """Begins; in turns, where several plants share some."""
        self.hub.watchers = (*self._near, *self._far)
        for one in self._near:
            one.start(turns and turns.near)
        for one in self._far:
            one.start(turns and turns.far)
        self.noting.start()

    def stop(self) -> None:
        """Ends, first what brings something in."""
        for one in (*self._far, *self._near):
            one.stop()
        self.noting.stop()
        self._listening.end()
        self.hub.sensing = self.hub.doors = None
        self.hub.watchers = ()


class EngineAmongOthers(Engine):
    """That of a plant which several processes serve: it watches its machine's disk too, and answers who asks for a
    backup or an export, of which neither is made there."""

    def __init__(self, hub: Hub) -> None:
        super().__init__(hub)
        self._far = (*self._far, Backing(hub), Exporting(hub, among_others=True))
        self._listening.kept()

    def stop(self) -> None:
        """As for one plant alone."""
        super().stop()
        self.hub.backing = self.hub.exporting = None


class Dispatch:
    """Sends a plant's messages."""

    def __init__(self, hub: Hub) -> None:
        self._listening = Listening(hub)
        self.worker = Worker(hub)
        self._listening.kept()

    def start(self, _: Shared | None = None) -> None:
        """Begins; what was left undone is found in the store."""
        self.worker.start()

    def stop(self) -> None:
        """Ends after the messages in hand."""
        self.worker.stop()
        self._listening.end()
