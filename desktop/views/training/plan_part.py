"""In the panel: an emergency plan with who does what and whom to call; its form, and the ready ones."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.language import language
from desktop.models.record_table import Column
from desktop.views.training.document_part import documents_part
from desktop.views.training.lists import people_of
from desktop.widgets.form import Form
from desktop.widgets.parts import box, button, column, label, row
from desktop.widgets.rows_editor import Field, RowsEditor
from desktop.widgets.ticks import Ticks
from services.core.emergency_plans import EmergencyPlan
from services.core.operation import known_kind
from services.core.record import as_json
from services.library.emergencies import ready_plans
from services.store.queries.emergencies import PlanRow, plan_rows
from services.store.queries.people import zone_rows

if TYPE_CHECKING:
    from desktop.views.training.panel import TrainingPanel

FIELDS = ("name", "plan_kind", "scenario", "assembly", "equipment", "reviewed_on")


def plan_columns() -> list[Column]:
    """Those of the table of plans."""
    translate = QCoreApplication.translate

    def zones(one: PlanRow) -> str:
        return words.listed(zone.name for zone in one.zones) or translate("EmergencyPlans", "Whole plant")

    def lacks(one: PlanRow) -> str:
        open_ = [player.role.name for player in one.players if player.person is None]
        return words.listed(open_) or translate("EmergencyPlans", "all named")

    return [
        Column("name", words.say("field.emergency_plan.name"), lambda one: one.plan.name, 200, grows=True),
        Column("kind", words.say("field.emergency_plan.plan_kind"),
               lambda one: words.say(f"value.plan_kind.{one.plan.plan_kind}"), 110, yields=True),
        Column("scenario", words.say("field.emergency_plan.scenario"),
               lambda one: words.say(f"value.scenario.{one.plan.scenario}"), 130),
        Column("zones", translate("EmergencyPlans", "Where"), zones, 150, tip=zones),
        Column("roles", translate("EmergencyPlans", "Nobody named for"), lacks, 140, tip=lacks,
               loud=lambda one: "pending" if any(player.person is None for player in one.players) else None),
        Column("drilled", translate("EmergencyPlans", "Last drill"), lambda one: words.day(one.drilled_at), 104,
               sort=lambda one: one.drilled_at),
    ]  # fmt: skip


def show_plan(panel: "TrainingPanel", plan: str) -> None:
    """All about one plan."""
    translate = QCoreApplication.translate
    one = next((row_ for row_ in panel.workbench.ask(plan_rows) if row_.id == plan), None)
    if one is None:
        panel.hide()
        return
    panel.begin(one.plan.name, partial(show_plan, panel, plan))
    kinds = [words.say(f"value.plan_kind.{one.plan.plan_kind}"), words.say(f"value.scenario.{one.plan.scenario}")]
    kinds.append(translate("EmergencyPlans", "version {n}").format(n=one.plan.version))
    panel.body.addWidget(label(words.listed(kinds), "muted", wrap=True))
    where = words.listed(zone.name for zone in one.zones) or translate("EmergencyPlans", "Whole plant")
    panel.body.addWidget(label(words.with_value(words.say("field.emergency_plan.zones"), where), "caption", wrap=True))
    panel.head_line(words.say("field.emergency_plan.calls"))
    for call in one.plan.calls:
        panel.body.addLayout(row(label(call.name), None, label(call.phone, "head", copy=True)))
    panel.head_line(words.say("field.emergency_plan.steps"))
    for number, step in enumerate(one.plan.steps, start=1):
        told = column(label(f"{number}. {step.text}", "", "planStep", wrap=True), label(step.who, "caption"), gap=0)
        panel.body.addLayout(told)
    panel.head_line(words.say("field.emergency_plan.roles"))
    for player in one.players:
        who = words.listed(f"{each.name} {each.phone or ''}".strip() for each in (player.person, player.deputy) if each)
        named = label(who or translate("EmergencyPlans", "nobody named"), "" if who else "warning", wrap=True)
        panel.body.addLayout(column(label(player.role.name, "head"), named, gap=0))
    for name in ("assembly", "equipment"):
        if getattr(one.plan, name):
            said = words.with_value(words.say(f"field.emergency_plan.{name}"), getattr(one.plan, name))
            panel.body.addWidget(label(said, wrap=True))
    documents_part(panel, "emergency_plan", plan)
    revise = translate("EmergencyPlans", "Revise…")
    panel.deed(revise, "planRevise", "emergency_plans.revise", partial(ask_plan, panel, one.plan), "primary")
    retire = translate("EmergencyPlans", "The plan is retired.")
    panel.deed(translate("EmergencyPlans", "Retire"), "planRetire", "emergency_plans.retire",
               partial(panel.run, "emergency_plans.retire", retire, emergency_plan=plan))  # fmt: skip
    panel.end()


def ask_plan(panel: "TrainingPanel", known: EmergencyPlan | None = None) -> None:
    """The form of a new plan, or of a revision."""
    translate = QCoreApplication.translate
    kind = "emergency_plans.revise" if known else "emergency_plans.make"
    properties = known_kind(kind).schema()["properties"]
    choices = {
        name: [(words.say(f"value.{name}.{code}"), code) for code in properties[name]["enum"]]
        for name in ("plan_kind", "scenario")
    }
    values: dict[str, Any] = as_json(known) if known else {"plan_kind": "on_site_plan", "scenario": "fire"}
    form = Form(kind, "plan", "emergency_plan", only=FIELDS, values=values, choices=choices)
    zones = [(one.zone.name, one.id) for one in panel.workbench.ask(zone_rows)]
    ticks = Ticks("zones", words.say("field.emergency_plan.zones"), zones, values.get("zones", ()))
    fixed = {"emergency_plan": known.id} if known else {}
    told = translate("EmergencyPlans", "The plan is there; phones find it by the zone's label.")
    title = known.name if known else translate("EmergencyPlans", "New emergency plan")
    panel.ask(title, kind, told, form, *editors(panel, values), ticks, after=partial(show_plan_of, panel, known),
              **fixed)  # fmt: skip


def show_plan_of(panel: "TrainingPanel", known: EmergencyPlan | None, made: str) -> None:
    """The plan that has just been made or revised."""
    show_plan(panel, known.id if known else made)


def editors(panel: "TrainingPanel", values: dict[str, Any]) -> tuple[RowsEditor, ...]:
    """Steps, roles and numbers, as rows."""
    translate = QCoreApplication.translate
    people = panel.workbench.ask(people_of)
    steps = RowsEditor("steps", words.say("field.emergency_plan.steps"), (
        Field("text", translate("EmergencyPlans", "What is done"), wide=True),
        Field("who", translate("EmergencyPlans", "Who"), most=40),
        Field("minutes", translate("EmergencyPlans", "Within min"), number=True, most=5),
    ), values.get("steps", ()))  # fmt: skip
    roles = RowsEditor("roles", words.say("field.emergency_plan.roles"), (
        Field("name", translate("EmergencyPlans", "Role"), most=40),
        Field("person", translate("EmergencyPlans", "Person"), people),
        Field("deputy", translate("EmergencyPlans", "Stands in"), people, wide=True),
        Field("duty", translate("EmergencyPlans", "What the role does"), wide=True, most=300),
    ), values.get("roles", ()))  # fmt: skip
    calls = RowsEditor("calls", words.say("field.emergency_plan.calls"), (
        Field("name", translate("EmergencyPlans", "Who is called"), most=60),
        Field("phone", translate("EmergencyPlans", "Number"), most=30),
    ), values.get("calls", ()))  # fmt: skip
    return steps, roles, calls


def show_ready(panel: "TrainingPanel") -> None:
    """The ready plans, each to be made one's own."""
    translate = QCoreApplication.translate
    panel.begin(translate("EmergencyPlans", "Ready plans"), partial(show_ready, panel))
    told = translate("EmergencyPlans", "Take one, then name its people and its zones.")
    panel.body.addWidget(label(told, "muted", wrap=True))
    taken = {row_.plan.source for row_ in panel.workbench.ask(plan_rows)}
    for ready in ready_plans(language.name):
        take = button(translate("EmergencyPlans", "Make mine"), f"take-{ready['source']}", partial(_take, panel, ready))
        take.setEnabled(panel.workbench.may("emergency_plans.make") and ready["source"] not in taken)
        about = column(label(ready["name"], "", "readyPlan", wrap=True),
                       label(words.say(f"value.scenario.{ready['scenario']}"), "caption"), gap=0)  # fmt: skip
        shown = row(about, take, margins=(12, 8, 8, 8))
        shown.setStretch(0, 1)
        panel.body.addWidget(box(shown, "card"))
    panel.end()


def _take(panel: "TrainingPanel", ready: dict[str, Any]) -> None:
    told = QCoreApplication.translate("EmergencyPlans", "The plan is yours now: name its people.")
    panel.run("emergency_plans.make", told, partial(show_plan, panel), **ready)
