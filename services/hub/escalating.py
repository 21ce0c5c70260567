"""Looks which alerts nobody has acknowledged in time, and has the next person told. When a step is due stands in the
alert itself: whatever is restarted, no step is lost, and however many hubs look, none is made twice."""

from collections.abc import Sequence
from datetime import datetime

from services.core.ids import id_from
from services.core.shape import utc_text
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.store.journal import Answer
from services.store.queries.alerts import due_steps, nobody_reached

EVERY_S = 2.0


class Escalating(Looking):
    """Looks every two seconds, and when an alert has changed."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("escalating", lambda: self.look(hub.now()), EVERY_S, 0.05)
        self.hub = hub
        hub.store.writer.committed.append(self._on_committed)

    def _on_committed(self, answers: Sequence[Answer]) -> None:
        if any("alert" in answer.kinds for answer in answers):
            self.wake()

    def look(self, now: datetime) -> None:
        """One look: each alert whose next step is due, or of whose step nobody could be reached, goes up by one."""
        with self.hub.store.look() as look:
            due = {**due_steps(look.connection, now), **nobody_reached(look.connection)}
            stands = {one: look.get("alert", one) for one in due}
        for alert, step in due.items():
            found = stands[alert]
            if found is not None and found.waits:
                # raised anew, an alert begins at its first rung again
                id_ = id_from("alerts.escalate", alert, utc_text(found.raised_at), str(step + 1))
                self.hub.note("alerts.escalate", {"alert": alert, "step": step + 1}, id_)
