"""What the watchdog is told: a file of its own, as nothing of the hub's may be needed to say that the hub is gone."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

from services.alerts.channels.email import Security
from services.core.channels import ADDRESS
from services.core.refused import Refused
from services.core.shape import Range, Text, read_as
from services.store.secret_box import write_private

FILE = "watchdog.json"
Word = Annotated[str, Text()]
Perhaps = Annotated[str, Text(least=0)]
SAMPLE: dict[str, Any] = {
    "hub": "http://127.0.0.1:8750",
    "plant": "",
    "lang": "zh",
    "mail": {
        "host": "smtp.example.com",
        "port": 465,
        "security": "tls",
        "user": "",
        "password": "",
        "sender": "watchdog@example.com",
        "to": [],
    },
    "gateway": None,
}


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A mail server and who is written to."""

    host: Word
    port: Annotated[int, Range(1, 65535)]
    security: Security
    sender: Word
    to: tuple[Word, ...]
    user: Perhaps = ""
    password: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class SmsGateway:
    """An HTTP gateway (services.alerts.channels.gateway) and whose numbers it is given."""

    address: Word
    to: tuple[Word, ...]
    template: Annotated[str, Text(most=2000, least=0)] = ""
    expected: Perhaps = ""
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The `hub` is asked every `every_s` seconds; it is gone when it has not answered for `after_s`."""

    hub: Word
    plant: Perhaps = ""
    lang: Literal["zh", "en"] = "zh"
    timezone: Word = "Asia/Shanghai"
    every_s: Annotated[float, Range(0.1, 60)] = 10.0
    after_s: Annotated[float, Range(0, 600)] = 90.0
    mail: Mail | None = None
    gateway: SmsGateway | None = None

    def recipients(self) -> list[str]:
        """Everybody who is told, as way and address; by the gateway first, which a mail server must not hold up."""
        by_gateway = [f"gateway:{one}" for one in self.gateway.to] if self.gateway else []
        by_mail = [f"mail:{one}" for one in self.mail.to] if self.mail else []
        return [*by_gateway, *by_mail]


def settings_of(folder: Path) -> Settings:
    """The settings of a folder. Raises Refused: watchdog_unset, when there were none and a sample was written;
    rule_not_json; what read_as does; address_wrong; watchdog_tells_nobody."""
    file = folder / FILE
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_private(file, json.dumps(SAMPLE, ensure_ascii=False, indent=2) + "\n")
        raise Refused("watchdog_unset", file=str(file))
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except ValueError:
        raise Refused("rule_not_json", file=str(file)) from None
    settings = read_as(Settings, values)
    if not ADDRESS.fullmatch(settings.hub):
        raise Refused("address_wrong")
    if not settings.recipients():
        raise Refused("watchdog_tells_nobody", file=str(file))
    return settings
