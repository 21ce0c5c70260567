"""An agent: where it is asked, how its machines stand, which line each of them is, and its test in plain words."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.form import Form
from desktop.widgets.parts import button, label, line, row
from desktop.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from desktop.views.access.machines_view import AgentRow
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

FIELDS = ("name", "address", "every_s")


class AgentPanel(SidePanel):
    """One agent, or a new one; `added` with its id when there is one more."""

    added = Signal(str)

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("agentPanel")
        self.workbench, self.toast = workbench, toast
        self.shown: AgentRow | None = None
        self.closed.connect(self._forget)

    def _forget(self) -> None:
        self.shown = None

    def follow(self, rows: Mapping[str, "AgentRow"]) -> None:
        """The agents as they are now; one that is shown and has changed is shown again."""
        if self.shown is None or not self.isVisible():
            return
        now = rows.get(self.shown.id)
        if now is None:
            self.hide()
        elif now.agent != self.shown.agent or now.told.get("machines") != self.shown.told.get("machines"):
            self.show_agent(now)

    def show_agent(self, one: "AgentRow | None") -> None:
        """The form of an agent, or of a new one."""
        self.shown = one
        agent = one.agent if one else None
        self.start(agent.name if agent else self.tr("New machine agent"))
        self.stands = label(self._said(one) if one else "", "", "agentStands", wrap=True)
        if one is not None:
            self.body.addWidget(self.stands)
        values = {name: getattr(agent, name) for name in FIELDS} if agent else {}
        self._form = Form("machine_agents.add", "agent", "machine_agent", only=FIELDS, values=values)
        self._form.entered.connect(self._on_save)
        self.body.addWidget(self._form)
        if one is not None:
            self._machines(one)
        self.foot.addWidget(button(self.tr("Save"), "agentSave", self._on_save, "primary"))
        if one is not None:
            self.foot.addWidget(button(self.tr("Test"), "agentTest", self._on_test))
            self.foot.addWidget(button(self.tr("Retire"), "agentRetire", self._on_retire))
        self.end()
        may = self.workbench.may("machine_agents.change")
        for part in (self._form, self._base):
            part.setEnabled(may)

    def _said(self, one: "AgentRow") -> str:
        told = one.told
        parts = [words.say(f"access.agent.{one.word}", text=told.get("text", ""))]
        if told.get("lost"):
            parts.append(self.tr("%n words of machines ran out of its buffer and are lost.", "", told["lost"]))
        if told.get("restarts"):
            parts.append(self.tr("It was restarted %n times.", "", told["restarts"]))
        return " ".join(parts)

    def _machines(self, one: "AgentRow") -> None:
        machines = one.told.get("machines", {})
        if not machines:
            return
        self.body.addWidget(line())
        self.body.addWidget(label(self.tr("Which line each machine is"), "head"))
        known = self.workbench.ask(lambda look: look.find("equipment"))
        codes = sorted({code for each in known if each.retired_at is None for code in (each.line, each.code) if code})
        for number, (machine, standing) in enumerate(machines.items(), 1):
            choice = Choice(f"agentLine{number}", machine)
            given = next((each.line for each in one.agent.lines if each.machine == machine), "")
            choice.offer([(self.tr("as it is called"), ""), *((code, code) for code in codes)], given)
            choice.activated.connect(partial(self._on_line, machine, choice))
            said = label(f"{machine} · {words.say(f'access.standing.{standing}')}", "", wrap=True)
            self.body.addLayout(row(said, None, choice))

    def _on_line(self, machine: str, choice: Choice, _: int) -> None:
        if self.shown is not None:
            line = str(choice.currentData() or "")
            self.workbench.run("machine_agents.set_line", machine_agent=self.shown.id, machine=machine, line=line)

    def _on_save(self) -> None:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
        elif self.shown is None:
            local = self.workbench.run("machine_agents.add", **self._form.values())
            if local.ok:
                self.toast.good(self.tr("The agent has been added."))
                self.added.emit(local.id)
        elif self.workbench.run("machine_agents.change", machine_agent=self.shown.id, **self._form.values()).ok:
            self.toast.good(self.tr("The agent has been saved."))

    def _on_test(self) -> None:
        if self.shown is not None:
            self.stands.setText(self.tr("Being asked…"))
            path = f"/api/machines/{self.shown.id}/test"
            self.workbench.call(lambda client: client.call("POST", path, json={}), self._on_tested)

    def _on_tested(self, found: dict[str, Any]) -> None:
        text = words.say(f"access.agent.{found['code']}", text=found["text"] or "—")
        names = words.listed(found["machines"])
        self.stands.setText(f"{text} {names}".strip())
        (self.toast.good if found["ok"] else self.toast.bad)(text)

    def _on_retire(self) -> None:
        if self.shown is not None and self.workbench.run("machine_agents.retire", machine_agent=self.shown.id).ok:
            self.toast.good(self.tr("The agent has been retired."), self.tr("Undo"), self.workbench.undo)
            self.hide()
