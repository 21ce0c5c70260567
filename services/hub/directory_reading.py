"""One reading of WeCom's or DingTalk's directory, kept in the store: whichever process has read it, and whenever, each
of them shows it. It names people whom this plant may not know: after a few days it is dropped."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from services.alerts.receipt import Receipt
from services.connectors import dingtalk_directory, wecom_directory
from services.connectors.dingtalk import DingTalkApp
from services.connectors.trouble import trouble_of
from services.connectors.wecom import WeComApp
from services.core.directory import Directory, Member, Unit
from services.core.shape import utc_moment, utc_text
from services.hub.hub import Hub
from services.store.facts import fact, set_fact

FACT = "directory"
BEAT_S = 1.0  # how often it is kept how far it is
DEAD_AFTER = timedelta(minutes=2)  # no answer of a directory takes so long: whoever read it has ended
KEPT_FOR = timedelta(days=3)


@dataclass(frozen=True)
class Reading:
    """A look at a directory, which takes a call for each department or person. `at` is when it was last heard of;
    `trouble` is why it ended early, and `said` what the directory answered."""

    provider: str
    began_at: datetime
    at: datetime
    share: float = 0.0
    found: Directory | None = None
    trouble: str = ""
    said: str = ""

    @property
    def over(self) -> bool:
        """Whether it has come to an end."""
        return self.found is not None or bool(self.trouble)

    def goes_on(self, now: datetime) -> bool:
        """Whether somebody is reading it now."""
        return not self.over and now - self.at < DEAD_AFTER


def kept_reading(connection: sa.Connection, now: datetime) -> Reading | None:
    """What was read last; nothing where nobody has read it lately, or whoever did never came to an end."""
    values = fact(connection, FACT)
    if not values:
        return None
    found = _from(values)
    stale = now - found.at >= KEPT_FOR if found.over else not found.goes_on(now)
    return None if stale else found


def last_begun(connection: sa.Connection) -> datetime | None:
    """When a directory was last begun to be read."""
    values = fact(connection, FACT)
    return utc_moment(values["began_at"]) if values else None


def drop_old(hub: Hub, now: datetime) -> None:
    """What is too old to be shown is kept no longer: only when it was."""
    with hub.store.look() as look:
        values = fact(look.connection, FACT)
    if values and values["found"] and now - utc_moment(values["at"]) >= KEPT_FOR:
        hub.store.write(lambda connection: set_fact(connection, FACT, {**values, "found": None, "trouble": "old"}))


def begin_reading(hub: Hub, provider: str, now: datetime) -> Reading:
    """From now on it is being read."""
    made = Reading(provider, now, now)
    _keep(hub, made)
    return made


def read_directory(hub: Hub, reading: Reading, app: WeComApp | DingTalkApp) -> Reading:
    """Reads it to the end and keeps what came of it; what goes wrong is kept to be told."""
    ended = _ended(reading, app, _telling(hub, reading))
    ended = replace(ended, at=hub.now())
    _keep(hub, ended)
    return ended


def read_aside(hub: Hub, reading: Reading, app: WeComApp | DingTalkApp) -> None:
    """The same, in a thread of its own."""
    threading.Thread(target=read_directory, args=(hub, reading, app), name="directory", daemon=True).start()


def _telling(hub: Hub, reading: Reading) -> Callable[[float], None]:
    last = time.monotonic()

    def tell(share: float) -> None:
        nonlocal last
        if time.monotonic() - last >= BEAT_S:
            last = time.monotonic()
            _keep(hub, replace(reading, share=share, at=hub.now()))

    return tell


def _ended(reading: Reading, app: WeComApp | DingTalkApp, tell: Callable[[float], None]) -> Reading:
    try:
        read = wecom_directory.read if isinstance(app, WeComApp) else dingtalk_directory.read
        found = read(app, tell)  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        return replace(reading, trouble="refused", said=type(error).__name__)
    if isinstance(found, Receipt):
        return replace(reading, trouble=trouble_of(found), said=found.text)
    return replace(reading, found=found)


def _keep(hub: Hub, reading: Reading) -> None:
    values = {**asdict(reading), "began_at": utc_text(reading.began_at), "at": utc_text(reading.at)}
    hub.store.write(lambda connection: set_fact(connection, FACT, values))


def _from(values: Mapping[str, Any]) -> Reading:
    found = values["found"]
    times = {name: utc_moment(values[name]) for name in ("began_at", "at")}
    return Reading(**{**values, **times, "found": _directory(found) if found else None})


def _directory(values: Mapping[str, Any]) -> Directory:
    units = tuple(Unit(**{**one, "leaders": tuple(one["leaders"])}) for one in values["units"])
    return Directory(values["provider"], units, tuple(Member(**one) for one in values["members"]))
