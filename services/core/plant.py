"""The plant itself: its name, its settings, the address under which phones see it, and its e-mail server."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from ipaddress import ip_address
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from services.core.categories import known_category
from services.core.modules import Module, all_off
from services.core.operation import Change, Context, Look, Put, operation
from services.core.people import Person
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, OFFICE, Role
from services.core.routes import Category, zone_team_route
from services.core.shape import Personal, Range, Text, shapes

Speed = Annotated[float, Range(0.1, 20)]
Hours = Annotated[float, Range(0.25, 8760)]
DrillTo = Literal["safety_officer", "ehs_manager", "department_manager"]
BrokerVersion = Literal["3.1.1", "5"]
DirectoryFrom = Literal["wecom", "dingtalk"]
USUAL_TOPIC = "anhuan/+/{sensor}"
ADDRESS = re.compile(r"https?://[^\s/@]+(/\S*)?", re.ASCII)
SHARE = re.compile(r"[A-Za-z0-9_-]{1,40}", re.ASCII)
ONE_OF_SEVERAL = re.compile(r"(/at/[a-z][a-z0-9-]{0,60})?/?", re.ASCII)
HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)*|[0-9a-f:]*:[0-9a-f:.]*", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class CategoryHours:
    """How long fixing a hazard of a category may take."""

    category: Category
    hours: Hours


@record("plant", called="", group="plant", few=True)
@dataclass(frozen=True, kw_only=True)
class Plant:
    """`fix_hours` by zone class A to D; `review_hours` likewise (defaults: the house's table of figures).
    `category_hours` for the categories that have a time of their own: the shorter one holds. `modules_off`: parts of
    the program that this plant does not use, so that a new one is there when it comes. `label_key`: the number of the
    key that seals labels now. `plan_hours`: how long writing the five requirements of a major hazard may take.
    `walk_pace` is how fast a round is walked, in m/s, for the time that it is thought to take; two check-ins of one
    person that lie farther apart than `walk_limit` (m/s) allows are doubtful. `mes_url` is the MES that pauses are
    asked of. The sensors' broker: in `broker_topic` the place `{sensor}` stands for a sensor's code; with
    `broker_share` several hubs share it. On `drill_day` (0 is Monday) at `drill_at` by the plant's clock somebody of
    the role `drill_to` gets a drill. On `report_day` of each month the report of the month before goes to the people
    `report_to`: the safety report, or the one put together by hand that `report_design` names. So many
    `certificate_days` before a certificate ends people are told; a course that runs out within `course_days` counts
    as soon over. The directory of `directory_from` is read each day at `directory_at` by the plant's clock; where more
    than `directory_doubt` percent of those known from there are missing at once, it is asked whether it is whole. A
    document may have so many `document_mb`, a course or an emergency plan so many `document_count`."""

    id: str
    name: str
    founded_at: datetime
    timezone: str = "Asia/Shanghai"
    language: Literal["zh", "en"] = "zh"
    address: str | None = None
    mail_host: str | None = None
    mail_port: int = 25
    mail_security: Literal["none", "starttls", "tls"] = "none"
    mail_user: str | None = None
    mail_sender: str | None = None
    fix_hours: tuple[float, float, float, float] = (24.0, 48.0, 72.0, 120.0)
    review_hours: tuple[float, float, float, float] = (8.0, 24.0, 24.0, 24.0)
    modules_off: tuple[Module, ...] = ()
    label_key: int = 1
    plan_hours: float = 4.0
    walk_pace: float = 1.2
    walk_limit: float = 3.0
    category_hours: tuple[CategoryHours, ...] = ()
    mes_url: str | None = None
    broker_host: str | None = None
    broker_port: int = 1883
    broker_tls: bool = False
    broker_version: BrokerVersion = "5"
    broker_user: str | None = None
    broker_topic: str = USUAL_TOPIC
    broker_share: str | None = None
    drill_day: int | None = None
    drill_at: str = "10:00"
    drill_to: DrillTo = "safety_officer"
    report_day: int | None = None
    report_design: str | None = None
    report_to: tuple[str, ...] = ()
    certificate_days: tuple[int, ...] = (90, 30, 7)
    course_days: int = 30
    directory_from: DirectoryFrom | None = None
    directory_at: str = "06:00"
    directory_doubt: int = 20
    document_mb: int = 20
    document_count: int = 8


def the_plant(look: Look) -> Plant:
    """The one plant record. Raises Refused: no_plant."""
    found = look.find("plant")
    if not found:
        raise Refused("no_plant")
    plant: Plant = found[0]
    return plant


def day_number(context: Context, look: Look, letters: str, series: str) -> str | None:
    """A number that people read, LETTERS-YYYYMMDD-NNNN by the plant's day, given by the hub, never reused; None on a
    console."""
    if context.gifts is None:
        return None
    day = context.now.astimezone(ZoneInfo(the_plant(look).timezone)).strftime("%Y%m%d")
    return f"{letters}-{day}-{context.gifts.number(f'{series}-{day}'):04d}"


def address_warning(address: str) -> str | None:
    """Why phones may not reach this address: 'loopback', 'changing' (a bare address that a router may give to
    another machine tomorrow), 'not_https' (no camera queue, no install) or None."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return "loopback"
    try:
        number = ip_address(host)
    except ValueError:
        return None if parts.scheme == "https" else "not_https"
    return "loopback" if number.is_loopback else "changing"


def plain_address(text: str) -> str:
    """The address as `scheme://host[:port]`, lower case; with `/at/KEY` behind it where one address stands for several
    plants. Raises Refused: address_wrong."""
    try:
        parts = urlsplit(text if "://" in text else "https://" + text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise Refused("address_wrong") from None
    fits = parts.scheme in ("http", "https") and HOST.fullmatch(host) and ONE_OF_SEVERAL.fullmatch(parts.path)
    if not fits or parts.query or parts.fragment or "@" in parts.netloc:
        raise Refused("address_wrong")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + (f":{port}" if port else "") + parts.path.rstrip("/")


@operation("plant.found", roles=frozenset({Role.FOUNDER}), offline=False)
@dataclass(frozen=True, kw_only=True)
class Found:
    """A new plant with its first person, who is its EHS manager and its administrator."""

    name: Annotated[str, Text(most=80)]
    person: Annotated[str, Text(most=40), Personal()]
    timezone: Annotated[str, Text(most=60)] = "Asia/Shanghai"
    language: Literal["zh", "en"] = "zh"

    def decide(self, context: Context, look: Look) -> list[Change]:
        if look.find("plant"):
            raise Refused("plant_exists")
        known_timezone(self.timezone)
        plant = Plant(
            id=context.id, name=self.name, founded_at=context.now, timezone=self.timezone, language=self.language
        )
        founder = Person(
            id=founder_id(context.id),
            name=self.person,
            roles=(Role.EHS_MANAGER, Role.IT_ADMIN),
            since=context.now,
        )
        return [Put(plant), Put(founder), Put(zone_team_route(context.id, position=1))]


def known_timezone(name: str) -> None:
    """Hazards are day_number by the plant's day, so its zone must be one. Raises Refused: timezone_wrong."""
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise Refused("timezone_wrong") from None


def founder_id(operation_id: str) -> str:
    """The first person's id: that of the founding operation with its last digit turned."""
    return operation_id[:-1] + format(int(operation_id[-1], 16) ^ 1, "x")


@operation("plant.rename", roles=OFFICE | ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Rename:
    """Another name for the plant."""

    name: Annotated[str, Text(most=80)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(the_plant(look), name=self.name))]


@operation("plant.set_address", roles=OFFICE | ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetAddress:
    """Under which address phones see the plant; it is printed into every label."""

    address: Annotated[str, Text(most=200)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(the_plant(look), address=plain_address(self.address)))]


@operation("plant.set_mail", roles=ADMINISTRATION)
@dataclass(frozen=True, kw_only=True)
class SetMail:
    """The server that alert e-mails go through. Its password is a secret of the hub and no argument."""

    host: Annotated[str, Text(most=200)]
    sender: Annotated[str, Text(most=200)]
    port: Annotated[int, Range(1, 65535)] = 25
    security: Literal["none", "starttls", "tls"] = "none"
    user: Annotated[str, Text(most=200)] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        if "@" not in self.sender or any(mark in self.sender for mark in "\r\n"):
            raise Refused("mail_sender_wrong")
        plant = replace(
            the_plant(look),
            mail_host=self.host,
            mail_port=self.port,
            mail_security=self.security,
            mail_user=self.user,
            mail_sender=self.sender,
        )
        return [Put(plant)]


@operation("plant.set_mes", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetMes:
    """The MES that rules may ask to pause a line; none takes it away. Its token is a secret of the hub."""

    mes_url: Annotated[str, Text(most=200)] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        if self.mes_url is not None and not ADDRESS.fullmatch(self.mes_url):
            raise Refused("address_wrong")
        return [Put(replace(the_plant(look), mes_url=self.mes_url))]


@operation("plant.set_broker", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetBroker:
    """The MQTT broker that sensors report to; no host takes it away. Its password is a secret of the hub."""

    broker_host: Annotated[str, Text(most=200)] | None = None
    broker_port: Annotated[int, Range(1, 65535)] = 1883
    broker_tls: bool = False
    broker_version: BrokerVersion = "5"
    broker_user: Annotated[str, Text(most=200)] | None = None
    broker_topic: Annotated[str, Text(most=200)] = USUAL_TOPIC
    broker_share: Annotated[str, Text(most=40)] | None = None

    def decide(self, context: Context, look: Look) -> list[Change]:
        levels = self.broker_topic.split("/")
        if levels.count("{sensor}") != 1 or any(mark in level and level != mark for level in levels for mark in "+#"):
            raise Refused("broker_topic_wrong", place="{sensor}")
        if self.broker_share is not None and not SHARE.fullmatch(self.broker_share):
            raise Refused("broker_share_wrong")
        given = {name: getattr(self, name) for name in shapes(SetBroker)}
        return [Put(replace(the_plant(look), **given))]


@operation("plant.set_hours", roles=frozenset({Role.EHS_MANAGER}), undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetHours:
    """How many hours fixing and one review may take, by zone class A, B, C, D."""

    fix_hours: tuple[Hours, Hours, Hours, Hours] = field(default=(24.0, 48.0, 72.0, 120.0))
    review_hours: tuple[Hours, Hours, Hours, Hours] = field(default=(8.0, 24.0, 24.0, 24.0))

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(the_plant(look), fix_hours=self.fix_hours, review_hours=self.review_hours))]


@operation("plant.set_category_hours", roles=frozenset({Role.EHS_MANAGER}), undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetCategoryHours:
    """How many hours fixing may take by category; those that are not named have only the time of the zone's class."""

    category_hours: tuple[CategoryHours, ...] = ()

    def decide(self, context: Context, look: Look) -> list[Change]:
        for one in self.category_hours:
            known_category(look, one.category)
        named = {one.category: one for one in self.category_hours}
        return [Put(replace(the_plant(look), category_hours=tuple(named.values())))]


@operation("plant.set_plan_hours", roles=frozenset({Role.EHS_MANAGER}), undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetPlanHours:
    """How many hours the interim control and the plan of a major hazard may take."""

    plan_hours: Hours = 4.0

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(the_plant(look), plan_hours=self.plan_hours))]


@operation("plant.set_walking", roles=OFFICE, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetWalking:
    """How fast a round is walked, and beyond what two check-ins of one person are doubtful, in m/s."""

    walk_pace: Speed = 1.2
    walk_limit: Speed = 3.0

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(the_plant(look), walk_pace=self.walk_pace, walk_limit=self.walk_limit))]


@operation("plant.set_modules", roles=frozenset({Role.EHS_MANAGER}) | ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class SetModules:
    """Which parts of the program this plant does not use: their pages are not shown, and what they do by themselves
    rests. With a part go those that need it. Their records stay."""

    modules_off: tuple[Module, ...]

    def decide(self, context: Context, look: Look) -> list[Change]:
        return [Put(replace(the_plant(look), modules_off=all_off(self.modules_off)))]


@operation("plant.restored", roles=frozenset({Role.SYSTEM}), offline=False)
@dataclass(frozen=True, kw_only=True)
class Restored:
    """The hub was put back to a backup that ended with this entry; `epoch` names the time from here on."""

    upto: Annotated[int, Range(0, 2**53)]
    epoch: Annotated[str, Text(most=80)]

    def decide(self, context: Context, look: Look) -> list[Change]:
        the_plant(look)
        return []
