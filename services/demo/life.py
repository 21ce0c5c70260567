"""An ordinary hub whose clock is set back, and what the demo plant's story calls its people, teams, zones and hazards.

Chapters of the story are written in one transaction each: a plant of years is there in less than a minute.
"""

import random
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, NamedTuple, TypeVar

from services.core.ids import new_id
from services.core.operation import Actor, Operation, premise_of
from services.core.people import Person
from services.core.refused import Refused
from services.hub.hub import HUB_DEVICE, Hub
from services.store.deliveries import all_sent, deliver
from services.store.folder import PlantFolder
from services.store.journal import Journal, Request, next_turn
from services.store.records import Records

SHANGHAI = timezone(timedelta(hours=8))  # the plant's clock, which knows no summer time
T = TypeVar("T")


def midnight(moment: datetime) -> datetime:
    """The beginning of the plant's day that a moment falls on."""
    return moment.astimezone(SHANGHAI).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


# by what the story knows them; people are not among them: who is erased is to be named nowhere
THINGS = {"team": "name", "zone": "name", "equipment": "code", "sensor": "code", "inspection_plan": "name"}


class Happening(NamedTuple):
    """Something that happens at a moment; `key` decides between two at the same moment."""

    at: datetime
    key: str
    go: "Callable[[Life], object]"


class Life:
    """The hub of a plant in the past, from its founding on, or going on `since` a later moment. `now` moves by a few
    seconds with every operation."""

    def __init__(
        self, folder: PlantFolder, seed: int, founded: datetime, until: datetime, since: datetime | None = None
    ) -> None:
        self.seed, self.founded, self.until = seed, founded, until
        self.now = since or founded
        key = f"{seed} {since.isoformat()}" if since else f"{seed}"  # else ids and secrets would come again
        self.chance = random.Random(f"{key} ids")
        self.hub = Hub(folder, now=lambda: self.now, chance=random.Random(f"{key} secrets").randbytes)
        self.ids: dict[str, str] = {}
        self._journal: Journal | None = None
        self._n = 0

    @property
    def journal(self) -> Journal:
        """The journal of the chapter that is being written."""
        assert self._journal is not None
        return self._journal

    def chapter(self, happens: Callable[[], T]) -> T:
        """Carries out what happens in one transaction. The e-mails of the past count as sent: nobody is to get them
        now."""
        store = self.hub.store

        def written(connection: Any) -> T:
            self._journal = Journal(connection, store.keys, deliver, store.salts, store.memory)
            self._n = next_turn(connection, HUB_DEVICE)
            try:
                return happens()
            finally:
                self._journal = None
                all_sent(connection, provider_id="demo")

        done: T = store.write(written)
        return done

    def live(self, happenings: Iterable[Happening]) -> None:
        """Lets them happen in the order of time, as far as they have happened, within a chapter."""
        # each takes up to a minute, so one that would begin within the last minute is still to come
        past = [one for one in happenings if one.at < self.until - timedelta(minutes=1)]
        for one in sorted(past, key=lambda one: (one.at, one.key)):
            self.now = max(self.now, one.at)
            one.go(self)

    def do(self, actor: Actor, operation: str, /, **args: Any) -> str:
        """Issues an operation some seconds later, within a chapter; its id. Raises Refused."""
        self.now += timedelta(seconds=self.chance.randint(2, 40), milliseconds=self.chance.randint(0, 999))
        id_ = new_id(round(self.now.timestamp() * 1000), self.chance.randbytes(10))
        premise = premise_of(operation, args, self.journal.records)
        wanted = Operation(id_, operation, args, HUB_DEVICE, self._n, self.now, premise)
        self.hub.need_blobs(wanted)
        answer = self.journal.answer(Request(wanted, actor, self.now, self.now))
        if answer.refused:
            self._n = next_turn(self.journal.connection, HUB_DEVICE)  # a refusal may have had its turn, too
            raise answer.refused
        self._n += 1
        return id_

    def someone(self, name: str) -> Actor:
        """A person as an actor, with the roles of this moment."""
        person: Person | None = self.journal.records.get("person", self.ids[name])
        if person is None:
            raise Refused("no_such_record", record="person", id=name)
        return Actor(person.id, frozenset(person.roles))


def things_of(look: Records) -> dict[str, str]:
    """Teams, zones, machines and plans by what they are called now: their ids."""
    return {getattr(one, by): one.id for kind, by in THINGS.items() for one in look.find(kind)}
