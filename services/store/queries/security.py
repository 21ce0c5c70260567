"""How a plant stands as far as its own records tell: who may do what, how its wires are closed, what is too old."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from services.core.people import Person
from services.core.plant import Plant
from services.core.roles import Role
from services.store.records import Records

KEY_YEARS = timedelta(days=2 * 365)  # as long as a label is good
SECOND_REVIEWERS = (Role.SAFETY_OFFICER, Role.EHS_MANAGER)
LOOPBACK = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Point:
    """One point: `code` has the words `security.<code>` where all is well and `security.<code>.not` where not, filled
    with `facts`; `page` is where it is mended."""

    code: str
    ok: bool
    facts: dict[str, Any] = field(default_factory=dict)
    page: str = "settings"


def security_points(look: Records, now: datetime) -> tuple[Point, ...]:
    """All points, those that ask for something first."""
    plants = look.find("plant")
    if not plants:
        return ()
    people = [one for one in look.find("person") if one.here]
    found = [*_of_people(people, now), *_of_grants(look, now), *_of_wires(look, plants[0]), *_of_keys(look, now)]
    return tuple(sorted(found, key=lambda one: one.ok))


def _of_people(people: list[Person], now: datetime) -> Iterator[Point]:
    managers = [one for one in people if Role.EHS_MANAGER in one.roles]
    admins = [one for one in people if Role.IT_ADMIN in one.roles]
    yield Point("managers", len(managers) > 1, {"count": len(managers)}, "people")
    both = [one.name for one in managers if Role.IT_ADMIN in one.roles]
    yield Point("parted", not both and bool(admins), {"names": "、".join(both)}, "people")
    reviewers = [one for one in people if set(one.roles) & set(SECOND_REVIEWERS)]
    yield Point("reviewers", len(reviewers) > 1, {"count": len(reviewers)}, "people")
    endless = [one.name for one in people if Role.AUDITOR in one.roles and one.auditor_until is None]
    yield Point("auditors", not endless, {"names": "、".join(endless)}, "people")
    clerks = [one.name for one in people if Role.SHOP_CLERK in one.roles and set(one.roles) & set(SECOND_REVIEWERS)]
    yield Point("clerks", not clerks, {"names": "、".join(clerks)}, "people")
    unreached = [one.name for one in managers if not (one.phone or one.email or one.wecom or one.dingtalk)]
    yield Point("reached", not unreached, {"names": "、".join(unreached)}, "people")


def _of_grants(look: Records, now: datetime) -> Iterator[Point]:
    lent = [one.person for one in look.find("emergency_grant") if one.ended_at is None and now < one.ends_at]
    names = [found.name for id_ in lent if (found := look.get("person", id_)) is not None]
    yield Point("emergency", not lent, {"names": "、".join(names)})
    waiting = sum(one.waits(now) for one in look.find("grant"))
    yield Point("grants", not waiting, {"count": waiting})


def _of_wires(look: Records, plant: Plant) -> Iterator[Point]:
    address = urlsplit(plant.address or "")
    yield Point("https", address.scheme == "https", {"address": plant.address or "–"})
    if plant.mail_host:
        yield Point("mail", plant.mail_security != "none" or plant.mail_host in LOOPBACK, {"host": plant.mail_host})
    if plant.broker_host:
        closed = plant.broker_tls or plant.broker_host in LOOPBACK
        yield Point("broker", closed and bool(plant.broker_user), {"host": plant.broker_host})
    if plant.mes_url:
        mes = urlsplit(plant.mes_url)
        yield Point("mes", mes.scheme == "https" or mes.hostname in LOOPBACK, {"address": plant.mes_url})
    ways = [one.provider for one in look.find("way_in") if one.active]
    yield Point("sign_on", bool(ways), {})


def _of_keys(look: Records, now: datetime) -> Iterator[Point]:
    old = [one for one in look.find("label") if one.revoked_at is None and now - one.issued_at > KEY_YEARS]
    yield Point("labels", not old, {"count": len(old)}, "labels")
    here = {one.id for one in look.find("person") if one.here}
    left = [one.name for one in look.find("device") if one.revoked_at is None and one.person not in here]
    yield Point("devices", not left, {"names": "、".join(left)})
