"""What permits ask for, form by form, and the plant's figures about contractors. Permits that were applied for keep the
form of their day."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from desktop import words
from desktop.views.contractors.said import line_said
from desktop.widgets.choice import Choice
from desktop.widgets.drag_rows import DragRows
from desktop.widgets.form import Form
from desktop.widgets.numbers_line import NumbersLine
from desktop.widgets.parts import button, label
from desktop.widgets.rows_editor import Field
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.ticks import Ticks
from services.core.contractors import policy
from services.core.operation import known_kind
from services.core.permit_forms import USUAL, PermitForm, Sign, Work, WorkLevel, form_of
from services.core.record import as_json

if TYPE_CHECKING:
    from desktop.widgets.toast import Toast
    from desktop.workbench import Workbench

FIGURES = ("induction_days", "permit_minutes", "general_points", "major_points", "stopped_points", "score_days")
MINUTES = ("fresh_min", "every_min", "extensions")
GROUPS = {"measures": "measure", "closing": "closing"}


class RulesPanel(SidePanel):
    """`show_form` is the editor of a kind of work's form, `show_figures` that of the figures."""

    def __init__(self, workbench: "Workbench", toast: "Toast") -> None:
        super().__init__("rulesPanel")
        self.workbench, self.toast = workbench, toast

    def show_form(self, work: Work = "hot_work") -> None:
        """The form of a kind of work."""
        form: PermitForm = self.workbench.ask(form_of, work=work)
        self.start(self.tr("Forms of work permits"))
        which = Choice("formWork", words.say("field.permit_form.work"))
        which.offer([(words.say(f"value.work.{one}"), one) for one in get_args(Work)], work)
        which.activated.connect(lambda _: self.show_form(which.currentData()))
        self.body.addWidget(which)
        told = self.tr("Version {n}. Permits that were applied for keep the form of their day.")
        self.body.addWidget(label(told.format(n=form.version), "muted", "formVersion", wrap=True))
        self._form = Form("permit_forms.set", "form", "permit_form", only=MINUTES, values=as_json(form))
        self._lists = {name: self._lines(name, getattr(form, name)) for name in GROUPS}
        self._rows = (self._levels(form), self._signs(form), self._gases(form))
        codes = known_kind("certificates.add").schema()["properties"]["trade"]["enum"]
        self._trades = Ticks("trades", words.say("field.permit_form.trades"),
                             [(words.say(f"value.trade.{one}"), one) for one in codes], form.trades)  # fmt: skip
        for part in (*self._lists.values(), *self._rows, self._form, self._trades):
            self.body.addWidget(part)
        self._foot("permit_forms.set", partial(self._on_form, work))

    def _foot(self, kind: str, save: Any) -> None:
        done = button(self.tr("Save"), "rulesSave", save, "primary")
        done.setEnabled(self.workbench.may(kind))
        self.foot.addWidget(done, 1)
        self.end()

    def _lines(self, name: str, codes: tuple[str, ...]) -> DragRows:
        group = GROUPS[name]
        rows = [{"text": line_said(group, code)} for code in codes]
        field = Field("text", words.say(f"field.permit_form.{name}"), wide=True, most=120)
        return DragRows(name, words.say(f"field.permit_form.{name}"), (field,), rows, _text)

    def _levels(self, form: PermitForm) -> DragRows:
        options = [(words.say(f"value.work_level.{one}"), one) for one in get_args(WorkLevel)]
        fields = (
            Field("level", self.tr("Level of the work"), options),
            Field("hours", self.tr("Valid for hours"), number=True, most=6),
            Field("approvers", self.tr("How many approve (0: all)"), number=True, most=1),
        )

        def shown(one: Mapping[str, Any]) -> str:
            level = words.say(f"value.work_level.{one['level']}")
            return f"{level} · {one.get('hours') or 0:g} h"

        return DragRows("levels", words.say("field.permit_form.levels"), fields, as_json(form)["levels"], shown)

    def _signs(self, form: PermitForm) -> DragRows:
        options = [(words.say(f"value.signs.{one}"), one) for one in get_args(Sign)]
        rows = [{"sign": one} for one in form.signs]

        def shown(one: Mapping[str, Any]) -> str:
            return words.say(f"value.signs.{one['sign']}")

        field = Field("sign", words.say("field.permit_form.signs"), options)
        return DragRows("signs", words.say("field.permit_form.signs"), (field,), rows, shown)

    def _gases(self, form: PermitForm) -> DragRows:
        rows = [one | {"gas": line_said("gas", one["gas"])} for one in as_json(form)["gases"]]
        fields = (
            Field("gas", self.tr("Gas"), wide=True, most=30),
            Field("unit", self.tr("Unit"), most=10),
            Field("least", self.tr("At least"), number=True, most=8),
            Field("most", self.tr("At most"), number=True, most=8),
        )

        def shown(one: Mapping[str, Any]) -> str:
            least, most = one.get("least"), one.get("most")
            low, high = "" if least is None else f"{least:g}", "" if most is None else f"{most:g}"
            return f"{one.get('gas') or ''} {low}–{high} {one.get('unit') or ''}"

        return DragRows("gases", words.say("field.permit_form.gases"), fields, rows, shown)

    def _on_form(self, work: Work) -> None:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            return
        levels, signs, gases = (part.values() for part in self._rows)
        values = self._form.values() | {
            "levels": [one | {"approvers": int(one.get("approvers") or 0)} for one in levels["levels"]],
            "signs": [one["sign"] for one in signs["signs"]],
            "gases": [_given(one | {"gas": _code("gas", one["gas"])}) for one in gases["gases"]],
        }
        for name, group in GROUPS.items():
            rows = self._lists[name].values()[name]
            values[name] = [_code(group, one["text"]) for one in rows]
        self._run("permit_forms.set", work=work, **values, **self._trades.values())

    def _run(self, kind: str, **values: Any) -> None:
        if self.workbench.run(kind, **values).ok:
            self.toast.good(self.tr("It holds from now on."), self.tr("Undo"), self.workbench.undo)
            if kind == "permit_forms.set":
                self.show_form(values["work"])

    def show_figures(self) -> None:
        """The figures about papers, inductions, permits and scores."""
        rules = self.workbench.ask(policy)
        self.start(self.tr("Figures about contractors"))
        days = words.say("field.contractor_policy.warn_days")
        self._days = NumbersLine("warn_days", "contractorWarnDays", days, rules.warn_days)
        self._form = Form("contractor_policies.set", "policy", "contractor_policy", only=FIGURES,
                          values=as_json(rules))  # fmt: skip
        told = self.tr("Papers and inductions are told so many days before they end, and once more when they have.")
        self.body.addWidget(label(told, "muted", wrap=True))
        self.body.addWidget(self._days)
        self.body.addWidget(self._form)
        self._foot("contractor_policies.set", self._on_figures)

    def _on_figures(self) -> None:
        missing = self._form.missing()
        if missing:
            self.toast.bad(self.tr("Please fill in: {field}").format(field=missing))
            return
        self._run("contractor_policies.set", **self._form.values(), **self._days.values())


def _text(one: Mapping[str, Any]) -> str:
    return str(one.get("text") or "")


def _given(one: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in one.items() if value is not None}


def _code(group: str, text: str) -> str:
    """The code of a built-in line that is said so; what is none is the plant's own text."""
    for form in USUAL.values():
        codes = [one.gas for one in form.gases] if group == "gas" else getattr(form, _LIST[group])
        found = next((code for code in codes if line_said(group, code) == text), None)
        if found is not None:
            return str(found)
    return text


_LIST = {group: name for name, group in GROUPS.items()}
