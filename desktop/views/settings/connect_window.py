"""Setting up WeCom or DingTalk step by step: each says what to enter where, and is tried before the next."""

from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from desktop import words
from desktop.views.settings.connect_steps import LAST, STEPS, titled, told
from desktop.widgets.form import Form
from desktop.widgets.parts import box, button, column, emptied, label, picture, row
from desktop.widgets.qr_code import QrCode
from services.core.channels import PER_MINUTE, USUAL_PER_MINUTE, Channel
from services.core.shape import written
from services.words import has

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench
    from services.core.refused import Refused

SIZE, LIST, QR = (860, 560), 250, 150
FIELDS = ("account", "application")


def said_lines(step: dict[str, Any]) -> list[QWidget]:
    """A step as it went: its sign, what stopped it in plain words, and what the provider answered."""
    text = words.say(f"sign_on.step.{step['what']}")
    if step["code"]:
        key = f"sign_on.{step['code']}"
        text = words.with_value(text, words.say(key) if has(key) else step["code"])
    elif step["found"]:
        text = words.with_value(text, words.say("sign_on.found", count=step["found"]))
    said = label(text, "" if step["ok"] else "error", f"wayInStep-{step['what']}", wrap=True)
    shown = row(picture("normal" if step["ok"] else "overdue", "sign"), said)
    shown.setStretch(1, 1)
    lines: list[QWidget] = [box(shown)]
    if step["ip"] and step["code"] == "ip_not_listed":
        lines.append(label(words.say("sign_on.add_ip", ip=step["ip"]), "head", "wayInIp", wrap=True, copy=True))
    if step["said"] and not step["ok"]:
        lines.append(label(step["said"], "caption", wrap=True, copy=True))
    return lines


class ConnectWindow(QDialog):
    """Open it with `open()`; it ends itself. What is entered is kept when a step is tried."""

    def __init__(self, workbench: "Workbench", toast: "Toast", provider: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.workbench, self.toast, self.provider = workbench, toast, provider
        self.setObjectName("connectWindow")
        self.setWindowTitle(self.tr("Set up {provider}").format(provider=words.say(f"value.provider.{provider}")))
        self.resize(*SIZE)
        self.trial: dict[str, dict[str, Any]] = {}
        self._form: Form | None = None
        self._steps, self._body = column(gap=2), column(gap=10)
        rail = box(self._steps)
        rail.setFixedWidth(LIST)
        self.said = column(gap=6)
        self.try_ = button("", "tryStep", self._on_try, "primary")
        self.next = button("", "nextStep", self._on_next)
        self.off = button(self.tr("Switch off"), "wayInOff", self._on_off)
        shut = button(self.tr("Close"), "closeConnect", self.accept)
        content = box(column(self._body, self.said, None, gap=14))
        whole = row(rail, content, gap=20)
        whole.setStretch(1, 1)
        foot = row(shut, None, self.off, self.next, self.try_)
        body = column(whole, foot, gap=16, margins=(24, 20, 24, 20))
        body.setStretch(0, 1)
        self.setLayout(body)
        self.try_.setDefault(True)
        self.try_.setFocus()
        self.show_step(STEPS[0])
        self.finished.connect(self.deleteLater)

    def show_step(self, step: str) -> None:
        """What one step asks for, and how it went."""
        self.step = step
        self._rail()
        emptied(self._body)
        self._form = None
        self._body.addWidget(label(titled(step), "section", "connectHead"))
        if step == LAST:
            self._use()
        else:
            self._body.addWidget(label(told(self.provider, step), "", "connectTold", wrap=True))
            {"address": self._address, "secret": self._secret, "right": self._right}.get(step, lambda: None)()
        self.try_.setText(self.tr("Switch on signing in") if step == LAST else self.tr("Save and try"))
        self.next.setText(self.tr("Next step"))
        self.next.setVisible(step != LAST)
        self.off.setVisible(step == LAST and self._used())
        self._say()

    def _rail(self) -> None:
        emptied(self._steps)
        for number, one in enumerate((*STEPS, LAST), 1):
            went = self.trial.get(one)
            kind = "unknown" if went is None else "normal" if went["ok"] else "overdue"
            chosen = button(f"{number}  {titled(one)}", f"connect-{one}", partial(self.show_step, one), "link")
            self._steps.addWidget(box(row(picture(kind, "sign"), chosen, None, margins=(0, 4, 0, 4))))
        self._steps.addStretch(1)

    def _say(self) -> None:
        emptied(self.said)
        went = self.trial.get(self.step)
        for one in said_lines(went) if went else ():
            self.said.addWidget(one)

    # what is entered

    def _address(self) -> None:
        plant = self.workbench.plant
        self.address = QLineEdit((plant and plant.address) or "")
        self.address.setObjectName("connectAddress")
        self.address.setAccessibleName(words.say("sign_on.step.address"))
        self._body.addWidget(self.address)

    def _known(self) -> Channel:
        found = self.workbench.ask(lambda look: look.find("channel", service=self.provider))
        usual = PER_MINUTE.get("wecom", USUAL_PER_MINUTE)
        return found[0] if found else Channel(id="", service=self.provider, per_minute=usual)  # type: ignore[arg-type]

    def _secret(self) -> None:
        known = self._known()
        values = {name: getattr(known, name) for name in FIELDS}
        self._form = Form("channels.set", "channel", "channel", only=FIELDS, values=values)
        self.secret = QLineEdit()
        self.secret.setObjectName("connectSecret")
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText(self.tr("Leave it empty to keep the present one"))
        self.secret.setAccessibleName(self.tr("Secret"))
        self._body.addWidget(self._form)
        self._body.addLayout(column(label(self.tr("Secret"), "caption"), self.secret, gap=4))

    def _right(self) -> None:
        plant = self.workbench.plant
        address = (plant and plant.address) or ""
        shown = urlsplit(address).netloc if self.provider == "wecom" else f"{address}/o/{self.provider}/back"
        self._body.addWidget(label(shown if address else "–", "head", "connectShown", wrap=True, copy=True))

    def _use(self) -> None:
        plant = self.workbench.plant
        self._body.addWidget(
            label(self.tr("Then sign in once yourself: only that shows whether everything fits."), "", wrap=True)
        )
        code = QrCode(QR, "connectQr", self.tr("QR code of the address for signing in"))
        address = f"{(plant and plant.address) or ''}/o/{self.provider}"
        code.show_text(address)
        self._body.addLayout(row(code, column(label(address, "caption", wrap=True, copy=True), None), gap=12))

    def _used(self) -> bool:
        found = self.workbench.ask(lambda look: look.find("way_in", provider=self.provider))
        return any(one.active for one in found)

    # trying

    def _on_next(self) -> None:
        self.show_step((*STEPS, LAST)[STEPS.index(self.step) + 1])

    def _on_try(self) -> None:
        self.try_.setEnabled(False)
        plant = self.workbench.plant
        if self.step == "address" and self.address.text().strip() != ((plant and plant.address) or ""):
            self.workbench.send("plant.set_address", self._on_kept, address=self.address.text().strip())
        elif self._form is not None:
            kept = {name: value for name, value in written(self._known()).items() if name not in ("id", *FIELDS)}
            self.workbench.send("channels.set", self._on_channel, **{**kept, **self._form.values(), "active": True})
        elif self.step == LAST:
            self.workbench.send("ways_in.set", self._on_used, provider=self.provider, active=True)
        else:
            self._on_kept(None)

    def _on_off(self) -> None:
        if self.workbench.run("ways_in.set", provider=self.provider, active=False).ok:
            self.accept()

    def _on_channel(self, refused: "Refused | None") -> None:
        secret = self.secret.text().strip()
        if refused or not secret:
            self._on_kept(refused)
            return
        path = f"/api/secrets/{self.provider}"
        self.workbench.call(
            lambda client: client.call("POST", path, json={"password": secret}), lambda _: self._on_kept(None)
        )

    def _on_kept(self, refused: "Refused | None") -> None:
        if refused:
            self._on_refused(refused)
            return
        path = f"/api/ways-in/{self.provider}/test?upto={self.step}"
        self.workbench.call(lambda client: client.call("POST", path), self._on_tried)
        self.try_.setEnabled(True)

    def _on_tried(self, found: dict[str, Any]) -> None:
        """What is tried are all steps up to this one: an earlier one that fails is shown."""
        self.trial = {**self.trial, **{one["what"]: one for one in found["steps"]}}
        last = found["steps"][-1]
        self.show_step(self.step if last["ok"] or last["what"] == self.step else last["what"])

    def _on_used(self, refused: "Refused | None") -> None:
        self.try_.setEnabled(True)
        if refused:
            self._on_refused(refused)
            return
        self.trial[LAST] = {"ok": True}
        self._rail()
        self.toast.good(self.tr("People may sign in by it now."))

    def _on_refused(self, refused: "Refused") -> None:
        self.try_.setEnabled(True)
        emptied(self.said)
        self.said.addWidget(label(words.refusal(refused), "error", "connectRefused", wrap=True))
