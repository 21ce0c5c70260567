"""The ways people are told: messengers, SMS, robots, any gateway. Their secrets are the hub's and no arguments."""

import re
from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from services.core.ids import id_from
from services.core.operation import Change, Context, Look, Put, Tell, operation
from services.core.people import Person, Way, holders
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION, Role
from services.core.shape import Range, Text

Service = Literal[
    "wecom",
    "dingtalk",
    "sms_aliyun",
    "sms_tencent",
    "gateway",
    "wecom_robot",
    "dingtalk_robot",
    "feishu_robot",
    "elsewhere",
]
Setting = Annotated[str, Text(most=200, least=0)]
ROBOTS: tuple[Service, ...] = ("wecom_robot", "dingtalk_robot", "feishu_robot", "elsewhere")
DEAR: tuple[Way, ...] = ("sms_aliyun", "sms_tencent", "gateway")  # only for what is urgent
EMAIL: Way = "email"
URGENT = 1
ADDRESS = re.compile(r"https?://[^\s/@]+(/\S*)?", re.ASCII)
NEEDED: dict[Service, tuple[str, ...]] = {
    "wecom": ("account", "application"),
    "dingtalk": ("account", "application"),
    "sms_aliyun": ("account", "sign", "template"),
    "sms_tencent": ("account", "application", "sign", "template"),
    "gateway": ("address",),
}
PER_MINUTE: dict[Service, int] = {"wecom_robot": 20, "dingtalk_robot": 20}
USUAL_PER_MINUTE = 120
VARIABLES = ("number", "level", "rule", "key", "zone", "fired_at")


@record("channel", indexed=("service",), called="service", few=True)
@dataclass(frozen=True, kw_only=True)
class Channel:
    """One for each service. `account` is the corp's or key's id, `application` the agent or SMS application, `sign` the
    signature of SMS or the text that a gateway answers when it has taken a message, `template` the SMS template or
    what is posted to a gateway, `variables` the facts that fill an SMS template. `address` is where the service is, if
    not at its usual place. Ways with a lower `position` are tried first; no more than `per_minute` messages go out by
    one. `least`: a robot tells its group of alerts of this level and above. `price` is what one SMS
    costs, in yuan; `letters` how many an SMS template has without its variables."""

    id: str
    service: Service
    active: bool = True
    position: int = 0
    address: str = ""
    account: str = ""
    application: str = ""
    sign: str = ""
    template: str = ""
    variables: tuple[str, ...] = ()
    per_minute: int = USUAL_PER_MINUTE
    least: Literal["info", "warning", "high", "critical"] = "warning"
    price: float = 0.0
    letters: int = 40


def channels(look: Look) -> tuple[Channel, ...]:
    """Those in use, the first to be tried first."""
    return tuple(
        sorted((one for one in look.find("channel") if one.active), key=lambda one: (one.position, one.service))
    )


def address_of(person: Person, way: Way) -> str:
    """Where a person is reached this way; empty where nobody knows."""
    known = {"wecom": person.wecom, "dingtalk": person.dingtalk, "email": person.email}
    return known.get(way, person.phone) or ""


def ways(look: Look, person: str, urgency: int) -> tuple[Way, ...]:
    """How somebody is told, in the order in which it is tried: first as they wish, then as the plant has it, by e-mail
    at last. What costs money only where it is urgent (0 critical, 1 high)."""
    found: Person | None = look.get("person", person)
    if found is None or not found.here:
        return ("email",)
    known: tuple[Way, ...] = get_args(Way)
    used: list[Way] = [way for one in channels(look) for way in known if way == one.service]
    used = [one for one in (*used, EMAIL) if urgency <= URGENT or one not in DEAR]
    wished: list[Way] = [one for one in found.told_by if one in used]
    order = [one for one in dict.fromkeys((*wished, *used)) if address_of(found, one)]
    return tuple(order) or ("email",)


def groups(look: Look, level: str) -> tuple[str, ...]:
    """The robots whose groups hear of an alert of this level."""
    order = ("info", "warning", "high", "critical")
    robots = [one for one in channels(look) if one.service in ROBOTS]
    return tuple(one.service for one in robots if order.index(level) >= order.index(one.least))


@operation("channels.set", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Set:
    """How a service is used. Its secret is kept by the hub."""

    service: Service
    active: bool = True
    position: Annotated[int, Range(0, 100)] = 0
    address: Setting = ""
    account: Setting = ""
    application: Setting = ""
    sign: Setting = ""
    template: Annotated[str, Text(most=2000, least=0)] = ""
    variables: tuple[Annotated[str, Text(most=20)], ...] = ()
    per_minute: Annotated[int, Range(1, 6000)] | None = None
    least: Literal["info", "warning", "high", "critical"] = "warning"
    price: Annotated[float, Range(0, 100)] = 0.0
    letters: Annotated[int, Range(0, 1000)] = 40

    def decide(self, context: Context, look: Look) -> list[Change]:
        missing = [name for name in NEEDED.get(self.service, ()) if not getattr(self, name)]
        if self.active and missing:
            raise Refused("channel_incomplete", service=self.service, field=missing[0])
        if self.address and not ADDRESS.fullmatch(self.address):
            raise Refused("address_wrong")
        unknown = [one for one in self.variables if one not in VARIABLES]
        if unknown:
            raise Refused("variable_unknown", name=unknown[0], known=", ".join(VARIABLES))
        return [Put(self._channel())]

    def _channel(self) -> Channel:
        return Channel(
            id=id_from("channel", self.service),
            service=self.service,
            active=self.active,
            position=self.position,
            address=self.address,
            account=self.account,
            application=self.application,
            sign=self.sign,
            template=self.template,
            variables=self.variables,
            per_minute=self.per_minute or PER_MINUTE.get(self.service, USUAL_PER_MINUTE),
            least=self.least,
            price=self.price,
            letters=self.letters,
        )


@operation("channels.report", roles=frozenset({Role.SYSTEM}), offline=False)
@dataclass(frozen=True, kw_only=True)
class Report:
    """A channel does not bring what it is given: those who look after it are told, by every way they have."""

    way: Annotated[str, Text(most=40)]
    code: Annotated[str, Text(most=40)]
    text: Annotated[str, Text(most=300, least=0)] = ""

    def decide(self, context: Context, look: Look) -> list[Change]:
        people = holders(look, Role.IT_ADMIN) or holders(look, Role.EHS_MANAGER)
        facts = {"way": self.way, "trouble": self.code, "answer": self.text, "failed_at": context.now.isoformat()}
        return [Tell(tuple(one.id for one in people), "channel_failed", self.way, facts)]
