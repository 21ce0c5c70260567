"""Warns of certificates that end. What was told stands in the certificates: whatever is restarted, nothing is missed by
it or told twice. A plant that does not use training is left alone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from services.core.ids import id_from
from services.core.training_warnings import due_warning
from services.hub.hub import Hub
from services.hub.looking import Looking

EVERY_S = 300.0
KIND = "certificates.warn"


class Reminding(Looking):
    """Looks every five minutes."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("reminding", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub

    def look(self, now: datetime) -> None:
        """One look."""
        with self.hub.store.look() as look:
            plants = look.find("plant")
            if not plants or "training" in plants[0].modules_off:
                return
            today = now.astimezone(ZoneInfo(plants[0].timezone)).date()
            here = {one.id for one in look.find("person") if one.here}
            found = [(one, due_warning(one, plants[0], today)) for one in look.find("certificate")]
        for one, step in found:
            if step is not None and one.person in here:
                args = {"certificate": one.id, "step": step}
                self.hub.note(KIND, args, id_from(KIND, one.id, str(one.until), str(step)))
