"""Reads the directory that the plant has chosen once a day and says to those who look after people what would change.
It changes nothing: what it has read is kept, to be ticked by a person."""

from datetime import datetime

from services.connectors.dingtalk import DingTalkApp
from services.connectors.wecom import WeComApp
from services.core.directory import Comparison, compared
from services.core.directory_nights import due_reading
from services.core.ids import canonical, digest, id_from, new_id
from services.core.refused import Refused
from services.hub.directory_reading import Reading, begin_reading, drop_old, kept_reading, last_begun, read_directory
from services.hub.hub import Hub
from services.hub.looking import Looking
from services.hub.providers import messenger

EVERY_S = 60.0
KIND = "people.note_directory"


class DirectoryNightly(Looking):
    """Looks once a minute."""

    def __init__(self, hub: Hub) -> None:
        super().__init__("directory", lambda: self.look(hub.now()), EVERY_S)
        self.hub = hub

    def look(self, now: datetime) -> None:
        """One look: it is read if its time has come, and nobody is at it."""
        drop_old(self.hub, now)
        with self.hub.store.look() as look:
            plants = look.find("plant")
            due = bool(plants) and due_reading(plants[0], last_begun(look.connection), now)
            known = kept_reading(look.connection, now) if due else None
        if not due or (known is not None and known.goes_on(now)):
            return
        provider = plants[0].directory_from
        reading = begin_reading(self.hub, provider, now)  # also where it can't be read: it is tried once a day
        self.tell(self._read(reading), now)

    def _read(self, reading: Reading) -> Reading:
        try:
            app: WeComApp | DingTalkApp = messenger(self.hub, reading.provider)
        except Refused:
            return Reading(reading.provider, reading.began_at, reading.at, trouble="not_set")
        return read_directory(self.hub, reading, app)

    def tell(self, reading: Reading, now: datetime) -> None:
        """What came of it. The same is told once in a week, and nothing where both say the same."""
        week = "{}-{}".format(*now.isocalendar())
        if reading.found is None:
            args = {"provider": reading.provider, "found": "unread", "trouble": reading.trouble}
            self.hub.note(KIND, args, id_from(KIND, reading.provider, reading.trouble, week))
            return
        with self.hub.store.look() as look:
            found = compared(look, reading.found, new_id())
        if found.steps:
            marks = digest(canonical([one.key for one in found.steps]))
            self.hub.note(KIND, _args(reading.provider, found), id_from(KIND, reading.provider, marks, week))


def _args(provider: str, found: Comparison) -> dict[str, object]:
    counted = {"changes": len(found.steps), "missing": found.missing, "known": found.known}
    return {"provider": provider, "found": "shrunk" if found.shrunk else "changes", **counted}
