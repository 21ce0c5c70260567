"""The systems that a hub speaks to, as the settings show them: the mail server, the sensors' broker, the MES."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.views.settings.system_card import System, SystemCard
from services.core.shape import utc_moment

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

MAIL = ("host", "port", "security", "user", "sender")
BROKER = ("broker_host", "broker_port", "broker_tls", "broker_version", "broker_user", "broker_topic", "broker_share")
SECURITIES = ("none", "starttls", "tls")
VERSIONS = ("5", "3.1.1")


def mail() -> System:
    """Where alerts go out."""
    translate = QCoreApplication.translate
    return System(
        name="mail",
        operation="plant.set_mail",
        fields={name: f"mail_{name}" for name in MAIL},
        told=translate("SettingsPage", "People are told by e-mail of the hazards that wait for them."),
        secret=translate("SettingsPage", "Password"),
        save=translate("SettingsPage", "Save the mail server"),
        saved=translate("SettingsPage", "The mail server has been saved."),
        words_of="mail",
        choices={"security": [(words.say(f"value.mail_security.{one}"), one) for one in SECURITIES]},
    )


def broker() -> System:
    """Where sensors report."""
    translate = QCoreApplication.translate
    return System(
        name="broker",
        operation="plant.set_broker",
        fields={name: name for name in BROKER},
        told=translate(
            "SettingsPage",
            "Sensors report by MQTT to a broker of the plant. In the topic, {sensor} stands for its code.",
        ),
        secret=translate("SettingsPage", "Password"),
        save=translate("SettingsPage", "Save the broker"),
        saved=translate("SettingsPage", "The broker has been saved."),
        choices={
            "broker_version": [(words.say(f"value.broker_version.{one}"), one) for one in VERSIONS],
            "broker_tls": [(words.say(f"block.choice.{one}".lower()), one) for one in (False, True)],
        },
    )


def mes() -> System:
    """Whom rules ask to pause a line."""
    translate = QCoreApplication.translate
    return System(
        name="mes",
        operation="plant.set_mes",
        fields={"mes_url": "mes_url"},
        told=translate("SettingsPage", "Rules can ask the MES to pause a line; it is paused when its receipt says so."),
        secret=translate("SettingsPage", "Token"),
        save=translate("SettingsPage", "Save the MES"),
        saved=translate("SettingsPage", "The MES has been saved."),
    )


class BrokerCard(SystemCard):
    """The sensors' broker, with whether the hub reaches it and what came lately."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__(workbench, toast, broker())
        self._asking = False

    def ask(self) -> None:
        """Asks the hub how it is; where there is none, nothing is said."""
        client = self.workbench.opened.client
        if client is not None and not self._asking and self._shown and self._shown[0]:
            self._asking = True
            self.workbench.tasks.run(lambda: _asked(client), self._on_answer)

    def _on_answer(self, found: dict[str, Any] | None) -> None:
        self._asking = False
        self.tell(self._words(found) if found else "")

    def _words(self, found: dict[str, Any]) -> str:
        if not found.get("set"):
            return ""
        if found.get("away"):
            return self.tr("No process of the hub looks after the sensors now; their readings wait at the broker.")
        if not found["connected"]:
            return self.tr("The hub does not reach the broker: {why}").format(why=found["trouble"] or "–")
        parts = [self.tr("The hub is connected to the broker.")]
        if found["last"]:
            when = words.when(utc_moment(found["last"]), self.workbench.now())
            parts.append(
                self.tr("%n readings since it started, the last {when}.", "", found["taken"]).format(when=when)
            )
        if found["turned"]:
            last = found["turned"][-1]
            why = words.say(f"import.turned.{last['code']}", file="MQTT", row="–", field="", was=last["was"])
            parts.append(self.tr("Not taken lately: {sensor}. {why}").format(sensor=last["sensor"], why=why))
        return " ".join(parts)


def _asked(client: Any) -> dict[str, Any] | None:
    from services.core.refused import Refused
    from services.sync.client import Unreachable

    try:
        found: dict[str, Any] = client.call("GET", "/api/broker")
    except (Refused, Unreachable):
        return None
    return found
