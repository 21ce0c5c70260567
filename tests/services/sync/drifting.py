"""An office and a desk whose clocks are not what they should be, over a true time that only the test knows."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from services.hub.hub import Hub
from services.store.folder import PlantFolder
from services.store.replica import Clock
from services.store.tables import entries
from tests.services.sync.desks import Desk, Office


class Drifting:
    """The office's clock is ahead of the true time by `hub_ahead`, the desk's by `ahead`, both at first by nothing."""

    def __init__(self, office: Office, folder: Path, person: str) -> None:
        self.office = office
        self.true = office.now
        self.hub_ahead = self.ahead = timedelta()
        self.boots, self.booted = 0, self.true
        self.desk = Desk(office, folder, person)
        self.made: dict[str, datetime] = {}
        self.boot()
        self.desk.sync()
        self.device: str = self.desk.replica.fact("device")

    def boot(self) -> None:
        """The desk starts anew: its steady clock begins again."""
        self.boots, self.booted = self.boots + 1, self.true
        self.desk.replica.clock = Clock(self._wall, self._mono, f"boot-{self.boots}")

    def _wall(self) -> datetime:
        return self.true + self.ahead

    def _mono(self) -> float:
        return (self.true - self.booted).total_seconds()

    def passes(self, span: timedelta) -> None:
        self.true += span
        self.office.now = self.true + self.hub_ahead

    def jump(self, to: "timedelta | datetime") -> None:
        """The desk's wall clock is so much ahead now, or says this moment."""
        self.ahead = to if isinstance(to, timedelta) else to - self.true

    def hub_jumps(self, ahead: timedelta, *, starts_anew: bool = True) -> None:
        self.hub_ahead = ahead
        self.passes(timedelta())
        if starts_anew:
            root = self.office.hub.folder.root
            self.office.hub.close()
            self.office.hub = Hub(PlantFolder(root), now=lambda: self.office.now)

    def act(self, kind: str, **args: Any) -> str:
        """An operation on the desk, a minute after what was before; its id."""
        self.passes(timedelta(minutes=1))
        local = self.desk.replica.run(kind, args)
        assert local.ok, local.refused
        self.made[local.id] = self.true
        return local.id

    def sync(self, after: timedelta = timedelta(minutes=3)) -> Any:
        self.passes(after)
        brought = self.desk.sync()
        assert brought.trouble is None
        assert self.desk.replica.waiting() == []
        return brought

    def bodies(self) -> list[dict[str, Any]]:
        """The entries of this desk, in the chain's order."""
        mine = sa.select(entries.c.body).where(entries.c.device == self.device).order_by(entries.c.seq)
        with self.office.hub.store.database.reading() as connection:
            return [json.loads(body) for body in connection.execute(mine).scalars()]

    def body(self, id_: str) -> dict[str, Any]:
        return next(body for body in self.bodies() if body["operation"] == id_)
