"""By which accounts people may sign in: a row for each provider, what it needs of the other side, a trial in steps."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop import words
from desktop.views.settings.connect_window import ConnectWindow, said_lines
from desktop.widgets.form import Form
from desktop.widgets.parts import box, button, column, emptied, label, picture, row
from services.core.shape import written
from services.core.sign_on import PROVIDERS, WayIn

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

OF_OPENID = ("title", "issuer", "client", "claim", "matches")


class SignOnCard(QWidget):
    """The content of the card."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__()
        self.workbench, self.toast = workbench, toast
        self._shown: object = None
        self._open = ""
        self._trial: tuple[str, dict[str, Any]] | None = None
        self._rows = column(gap=4)
        told = self.tr(
            "People sign in by an account that they have already, on phones and on computers. Their own password and "
            "codes from the office always work, too."
        )
        self.setLayout(column(label(told, "caption", wrap=True), self._rows, gap=10))

    def follow(self) -> None:
        """Shows what is so now; what is being typed stays."""
        found = tuple(self.workbench.ask(lambda look: look.find("way_in")))
        plant = self.workbench.plant
        state = (found, plant.address if plant else None)
        if state != self._shown:
            self._shown, self._found = state, {one.provider: one for one in found}
            self._fill()

    def _fill(self) -> None:
        emptied(self._rows)
        for provider in PROVIDERS:
            known = self._found.get(provider)
            self._rows.addWidget(self._row(provider, known))
            if provider == self._open:
                self._rows.addWidget(self._form_of(known))
            if self._trial and self._trial[0] == provider:
                self._rows.addWidget(self._steps(self._trial[1]))

    def _row(self, provider: str, known: WayIn | None) -> QWidget:
        used = known is not None and known.active
        state = self.tr("in use") if used else self.tr("not in use")
        parts: list[Any] = [
            picture("normal" if used else "unknown", "sign"),
            label(words.say(f"value.provider.{provider}")),
            label(state, "muted", f"wayInState-{provider}"),
            None,
        ]
        if self.workbench.may("ways_in.set"):
            if used:
                parts.append(
                    button(self.tr("Try it"), f"testWayIn-{provider}", partial(self._on_test, provider), "link")
                )
            set_up = partial(self._on_open if provider == "oidc" else self._on_connect, provider)
            parts.append(button(self.tr("Set up…"), f"setWayIn-{provider}", set_up, "link"))
        return box(row(*parts, margins=(4, 2, 4, 2)))

    def _form_of(self, known: WayIn | None) -> QWidget:
        """Of an OpenID provider: the messengers are set up step by step."""
        self._known = known or WayIn(id="", provider="oidc", claim="preferred_username")
        off = button(self.tr("Switch off"), "wayInOff", self._on_off)
        off.setVisible(known is not None and known.active)
        save = button(
            self.tr("Switch on") if off.isHidden() else self.tr("Save"), "saveWayIn", self._on_save, "primary"
        )
        cancel = button(self.tr("Cancel"), "cancelWayIn", partial(self._on_open, ""))
        values = {name: getattr(self._known, name) for name in OF_OPENID}
        choices = {"matches": [(words.say(f"value.matches.{one}"), one) for one in ("employee_no", "email")]}
        self._form = Form("ways_in.set", "way_in", "way_in", only=OF_OPENID, values=values, choices=choices)
        self._form.entered.connect(self._on_save)
        self.secret = QLineEdit()
        self.secret.setObjectName("wayInSecret")
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText(self.tr("Leave it empty to keep the present one"))
        self.secret.setAccessibleName(self.tr("Secret"))
        secret = column(label(self.tr("Secret"), "caption"), self.secret, gap=4)
        foot = row(off, None, cancel, save)
        return box(column(self._needs(), self._form, secret, foot, gap=8, margins=(12, 8, 12, 12)), "card")

    def _needs(self) -> QWidget:
        """What has to be entered at the provider, to be copied."""
        plant = self.workbench.plant
        address = (plant and plant.address) or ""
        back = f"{address}/o/oidc/back" if address else self.tr("(set the address for phones first)")
        said = self.tr("Enter this at the provider as the address to come back to (redirect URI):")
        return box(column(label(said, "caption", wrap=True), label(back, "", "wayInBack", wrap=True, copy=True), gap=4))

    def _steps(self, trial: dict[str, Any]) -> QWidget:
        """How far the trial came, and in plain words what stopped it."""
        lines: list[Any] = [one for step in trial["steps"] for one in said_lines(step)]
        if all(step["ok"] for step in trial["steps"]):
            lines.append(label(self.tr("Now sign in once yourself, on a phone."), "caption", wrap=True))
        return box(column(*lines, gap=6, margins=(12, 4, 12, 8)))

    def _on_open(self, provider: str) -> None:
        self._open, self._trial = provider, None
        self._fill()

    def _on_connect(self, provider: str) -> None:
        self.connecting = ConnectWindow(self.workbench, self.toast, provider, self)
        self.connecting.open()

    def _on_off(self) -> None:
        self._save(active=False)

    def _on_save(self) -> None:
        self._save(active=True)

    def _save(self, *, active: bool) -> None:
        kept = {name: value for name, value in written(self._known).items() if name != "id"}
        given = {**kept, **self._form.values(), "provider": "oidc", "active": active}
        secret = self.secret.text().strip()
        if not self.workbench.run("ways_in.set", **given).ok:
            return
        self._on_open("")
        if secret:
            self.workbench.call(
                lambda client: client.call("POST", "/api/secrets/oidc", json={"password": secret}), self._on_kept
            )
        else:
            self._on_kept(None)

    def _on_kept(self, _: Any) -> None:
        self.toast.good(self.tr("Saved."))

    def _on_test(self, provider: str) -> None:
        self.workbench.call(
            lambda client: client.call("POST", f"/api/ways-in/{provider}/test"), partial(self._on_tried, provider)
        )

    def _on_tried(self, provider: str, found: dict[str, Any]) -> None:
        self._trial = (provider, found)
        self._fill()
