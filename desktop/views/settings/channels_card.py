"""The ways people are told besides e-mail: one row a service; what is set opens below it, with secret and test."""

from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop import words
from desktop.views.settings.connectors_card import REPLIES, ConnectorsCard, address_of_hub
from desktop.views.settings.sms_cost import SmsCost
from desktop.widgets.form import Form
from desktop.widgets.parts import box, button, column, emptied, label, line, picture, row
from services.core.channels import DEAR, NEEDED, PER_MINUTE, ROBOTS, USUAL_PER_MINUTE, Channel, Service
from services.core.rule_document import Level
from services.core.shape import written
from services.words import has

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

ALSO: dict[str, tuple[str, ...]] = {
    "sms_aliyun": ("position", "per_minute", "price", "letters"),
    "sms_tencent": ("position", "per_minute", "price"),
    "gateway": ("template", "sign", "position", "per_minute", "price"),
    "wecom": ("position", "per_minute", "address"),
    "dingtalk": ("position", "per_minute", "address"),
}
OF_ROBOTS = ("least", "per_minute")


class ChannelsCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: tuple[Channel, ...] | None = None
        self._open = ""
        self._rows = column(gap=4)
        told = self.tr(
            "Each person is told by the first way that reaches them; when it fails, by the next. SMS and gateways are "
            "used for urgent alerts only. E-mail comes last."
        )
        self.cost = SmsCost(workbench)
        self.setLayout(column(label(told, "caption", wrap=True), self._rows, self.cost, gap=10))

    def follow(self) -> None:
        """Shows what is so now; what is being typed stays."""
        found = tuple(self.workbench.ask(lambda look: look.find("channel")))
        if found != self._shown:
            self._shown = found
            self._fill()
        self.cost.ask(any(one.service in DEAR for one in found))

    def _fill(self) -> None:
        emptied(self._rows)
        known = {one.service: one for one in self._shown or ()}
        for service in get_args(Service):
            self._rows.addWidget(self._row(service, known.get(service)))
            if service == self._open:
                self._rows.addWidget(self._form_of(service, known.get(service)))

    def _row(self, service: Service, known: Channel | None) -> QWidget:
        used = known is not None and known.active
        state = self.tr("in use") if used else self.tr("not in use") if known else self.tr("not set up")
        may = self.workbench.may("channels.set")
        parts: list[Any] = [
            picture("normal" if used else "unknown", "sign"),
            label(words.say(f"value.service.{service}")),
            label(state, "muted", f"channelState-{service}"),
            None,
        ]
        if used and may:
            parts.append(
                button(self.tr("Send a test"), f"testChannel-{service}", partial(self._on_test, service), "link")
            )
        if may:
            parts.append(button(self.tr("Set up…"), f"setChannel-{service}", partial(self._on_open, service), "link"))
        return box(row(*parts, margins=(4, 2, 4, 2)))

    def _form_of(self, service: Service, known: Channel | None) -> QWidget:
        fields = (*NEEDED.get(service, ()), *(OF_ROBOTS if service in ROBOTS else ALSO[service]))
        self._known = known or Channel(id="", service=service, per_minute=PER_MINUTE.get(service, USUAL_PER_MINUTE))
        self._fields = fields
        values = {name: getattr(self._known, name) for name in fields}
        levels = [(words.say(f"value.level.{one}"), one) for one in get_args(Level)]
        self._form = Form("channels.set", "channel", "channel", only=fields, values=values, choices={"least": levels})
        self._form.entered.connect(self._on_save)
        self.secret = QLineEdit()
        self.secret.setObjectName("channelSecret")
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText(self.tr("Leave it empty to keep the present one"))
        said = self._secret_words(service)
        self.secret.setAccessibleName(said)
        off = button(self.tr("Switch off"), "channelOff", self._on_off)
        if known is None or not known.active:
            off.hide()
        save = button(self.tr("Save the channel"), "saveChannel", self._on_save, "primary")
        replies = self._replies(known)
        body: QVBoxLayout = column(
            self._form,
            column(label(said, "caption", wrap=True), self.secret, gap=4),
            row(off, None, button(self.tr("Cancel"), "cancelChannel", partial(self._on_open, "")), save),
            *replies,
            gap=8,
            margins=(12, 8, 12, 12),
        )
        return box(body, "card")

    def _replies(self, known: Channel | None) -> tuple[QWidget, ...]:
        """How replies come back, where they can."""
        if known is None or not known.active or known.service not in ("wecom", "dingtalk"):
            return ()
        head = label(self.tr("Acknowledging by a reply"), "head")
        if known.service == "wecom":
            made = ConnectorsCard(self.workbench, self.toast, REPLIES)
            made.follow()
            return line(), head, made
        told = self.tr(
            "So that an alert can be acknowledged by replying in DingTalk, the application gets a robot there that "
            "receives messages by HTTP at this address; its secret above is all that is needed. OK acknowledges what "
            "waits; where several wait, OK with the number."
        )
        address = f"{address_of_hub(self.workbench)}/dingtalk/replies"
        return line(), head, label(told, "caption", wrap=True), label(address, "muted", "dingtalkReplies", copy=True)

    def _secret_words(self, service: str) -> str:
        if service == "elsewhere":
            return self.tr("Address as Apprise writes it, such as tgram://token/chat. It says no more than yes or no")
        if service in ROBOTS:
            return self.tr("Token in the robot's address; after a space, its signing secret if it has one")
        return self.tr("Secret")

    def _on_open(self, service: str) -> None:
        self._open = service
        self._fill()

    def _on_off(self) -> None:
        self._save(active=False)

    def _on_save(self) -> None:
        self._save(active=True)

    def _save(self, *, active: bool) -> None:
        service, secret = self._open, self.secret.text().strip()
        kept = {name: value for name, value in written(self._known).items() if name not in ("id", *self._fields)}
        given = {**kept, **self._form.values(), "service": service, "active": active}
        if not self.workbench.run("channels.set", **given).ok:
            return
        self._on_open("")
        if secret:
            self.workbench.call(
                lambda client: client.call("POST", f"/api/secrets/{service}", json={"password": secret}), self._on_kept
            )
        else:
            self._on_kept(None)

    def _on_kept(self, _: Any) -> None:
        self.toast.good(self.tr("The channel has been saved."))

    def _on_test(self, service: str) -> None:
        self.workbench.call(lambda client: client.call("POST", f"/api/channels/{service}/test"), self._on_tested)

    def _on_tested(self, said: dict[str, Any]) -> None:
        code = f"way.code.{said['code']}"
        why = words.say(code) if has(code) else said["code"]
        if said["ok"]:
            self.toast.good(self.tr("The test message was accepted. Look whether it has arrived."))
        else:
            self.toast.bad(self.tr("The test message did not go: {why} {answer}").format(why=why, answer=said["text"]))
