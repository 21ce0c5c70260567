"""Begins the weekly drill of alerts when its time has come, and ends each one after half an hour. When is decided by
what stands in the store: whatever is restarted, none is missed by it or begun twice."""

from datetime import datetime

from services.core.alert_drills import PATIENCE, due_drill
from services.core.ids import id_from
from services.core.shape import utc_text
from services.hub.hub import Hub
from services.hub.looking import Looking

EVERY_S = 20.0


class Drilling(Looking):
    """Looks three times a minute."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("drilling", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub

    def look(self, now: datetime) -> None:
        """One look."""
        with self.hub.store.look() as look:
            plants = look.find("plant")
            due = due_drill(plants[0], now) if plants else None
            waiting = [one for one in look.find("alert_drill") if one.closed_at is None]
        if due is not None:
            self.hub.note("alert_drills.begin", {}, id_from("alert_drills.begin", utc_text(due)))
        for one in waiting:
            if one.made_at + PATIENCE <= now:
                self.hub.note("alert_drills.close", {"alert_drill": one.id}, id_from("alert_drills.close", one.id))
