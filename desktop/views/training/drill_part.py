"""In the panel: a drill with its run sheet, who took part and what was found; its form and its evaluation."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop import words
from desktop.language import language
from desktop.models.record_table import Column
from desktop.views.training.lists import people_of
from desktop.widgets.drag_rows import DragRows
from desktop.widgets.figures import Whole
from desktop.widgets.form import Form
from desktop.widgets.parts import button, column, label, picture, row
from desktop.widgets.qr_code import QrCode
from desktop.widgets.rows_editor import Field, RowsEditor
from services.core.drill_forms import EvaluationItem
from services.core.ids import new_id
from services.core.operation import known_kind
from services.core.record import as_json
from services.core.shape import utc_text
from services.store.queries.emergencies import DrillRow, StepRow, drill_row, evaluation_items, plan_rows
from services.store.records import Records

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.views.training.panel import TrainingPanel

SIDE = 260
SIGNS = {"planned": "unknown", "running": "overdue", "over": "pending", "evaluated": "normal"}


def stands_said(one: DrillRow) -> str:
    """How far a drill is, in words."""
    translate = QCoreApplication.translate
    if one.stands == "evaluated":
        return translate("Exercises", "evaluated: {score}").format(score=one.drill.score)
    if one.stands == "over":
        return translate("Exercises", "to be evaluated")
    return translate("Exercises", "running") if one.stands == "running" else translate("Exercises", "planned")


def drill_columns(now: "datetime") -> list[Column]:
    """Those of the table of drills."""
    translate = QCoreApplication.translate

    def manner(one: DrillRow) -> str:
        return words.say(f"value.manner.{one.drill.manner}")

    return [
        Column("planned_at", words.say("field.drill.planned_at"), lambda one: words.when(one.drill.planned_at, now),
               150, sort=lambda one: one.drill.planned_at, moment=lambda one: one.drill.planned_at),
        Column("name", words.say("field.drill.name"), lambda one: one.drill.name, 160, grows=True),
        Column("plan", words.say("field.drill.plan"), lambda one: one.plan or "–", 150, yields=True,
               tip=lambda one: one.plan),
        Column("manner", words.say("field.drill.manner"), manner, 110, yields=True),
        Column("people", translate("Exercises", "Took part"), lambda one: str(len(one.people)), 84, right=True,
               sort=lambda one: len(one.people)),
        Column("found", translate("Exercises", "Hazards"), lambda one: str(len(one.hazards)), 72, right=True,
               sort=lambda one: len(one.hazards)),
        Column("stands", translate("Exercises", "Stands"), stands_said, 148, sign=lambda one: SIGNS[one.stands],
               sort=lambda one: (one.stands, one.drill.score or 0)),
        Column("number", words.say("field.drill.number"), lambda one: one.drill.number or "", 150, yields=True),
    ]  # fmt: skip


def ask_drill(panel: "TrainingPanel") -> None:
    """A drill that is to be."""
    translate = QCoreApplication.translate
    plans = [(one.plan.name, one.id) for one in panel.workbench.ask(plan_rows)]
    codes = known_kind("drills.plan").schema()["properties"]["manner"]["enum"]
    choices = {"plan": plans, "manner": [(words.say(f"value.manner.{code}"), code) for code in codes],
               "leader": panel.workbench.ask(people_of)}  # fmt: skip
    me = panel.workbench.me
    values = {"planned_at": utc_text(panel.workbench.now()), "manner": "full_scale", "leader": me.id if me else ""}
    form = Form("drills.plan", "drill", "drill", only=("name", "plan", "manner", "planned_at", "leader"), values=values,
                choices=choices)  # fmt: skip
    told = translate("Exercises", "The drill is planned; who has a part in it has been told.")
    roles = RowsEditor("drill_roles", translate("Exercises", "Roles (left empty: those of the plan)"), (
        Field("name", translate("EmergencyPlans", "Role"), most=40),
        Field("person", translate("EmergencyPlans", "Person"), panel.workbench.ask(people_of)),
    ))  # fmt: skip
    panel.ask(translate("Exercises", "New drill"), "drills.plan", told, form, roles, after=partial(show_drill, panel))


def _one(look: Records, drill: str) -> DrillRow:
    return drill_row(look, look.get("drill", drill))  # type: ignore[arg-type]


def show_drill(panel: "TrainingPanel", drill: str) -> None:
    """All about one drill."""
    translate = QCoreApplication.translate
    one: DrillRow = panel.workbench.ask(_one, drill=drill)
    panel.begin(one.drill.name, partial(show_drill, panel, drill))
    when = words.when(one.drill.planned_at, panel.workbench.now())
    told = " · ".join(part for part in (one.drill.number or "", when, stands_said(one)) if part)
    panel.body.addWidget(label(told, "muted", "drillStands", wrap=True))
    plant = panel.workbench.plant
    if one.stands == "running" and plant is not None:
        how = translate("Exercises", "Who takes part scans this.")
        code = QrCode(SIDE, "drillCode", how)
        code.show_text(f"{plant.address or 'http://localhost'}/d/{one.id}?seal={one.drill.mac}")
        panel.body.addLayout(row(None, code, None))
        panel.body.addWidget(label(how, "caption"))
    panel.head_line(words.say("field.drill.steps"))
    for step in one.steps:
        panel.body.addLayout(_step(step))
    if one.roles:
        panel.head_line(words.say("field.drill.roles"))
        said = words.listed(words.with_value(name, who.name) for name, who in one.roles)
        panel.body.addWidget(label(said, wrap=True))
    many = len(one.people)
    panel.head_line(translate("Exercises", "%n took part", "", many))
    panel.body.addWidget(label(words.listed(each.name for each in one.people) or "–", "", "drillPeople", wrap=True))
    if one.hazards:
        panel.head_line(translate("Exercises", "Hazards found"))
        for hazard in one.hazards:
            panel.body.addWidget(label(f"{hazard.number or ''} {hazard.description}".strip(), wrap=True))
    if one.drill.conclusion:
        panel.head_line(words.say("field.drill.conclusion"))
        panel.body.addWidget(label(one.drill.conclusion, wrap=True))
    _deeds(panel, one)
    panel.end()


def _step(step: StepRow) -> Any:
    translate = QCoreApplication.translate
    planned = translate("Exercises", "within {n} min").format(n=f"{step.minutes:g}")
    if step.after is not None:
        seconds = int(step.after.total_seconds())
        planned += " · " + translate("Exercises", "done after {t}").format(t=f"{seconds // 60}:{seconds % 60:02d}")
    sign = "unknown" if step.mark is None else "pending" if step.late else "normal"
    about = " · ".join(part for part in (step.who, planned, step.mark.note if step.mark else "") if part)
    told = column(label(step.text, "", "drillStep", wrap=True), label(about, "caption", wrap=True), gap=0)
    line = row(picture(sign, "sign", 12), told, gap=8)
    line.setStretch(1, 1)
    return line


def _deeds(panel: "TrainingPanel", one: DrillRow) -> None:
    translate = QCoreApplication.translate
    if one.stands == "planned":
        begin = partial(panel.send, "drills.begin", translate("Exercises", "The clock runs."), drill=one.id)
        panel.deed(translate("Exercises", "Begin"), "drillBegin", "drills.begin", begin, "primary")
        cancel = partial(panel.run, "drills.cancel", translate("Exercises", "The drill is cancelled."), drill=one.id)
        panel.deed(translate("Exercises", "Cancel"), "drillCancel", "drills.cancel", cancel)
        return
    if one.stands == "running":
        end = partial(panel.run, "drills.end", translate("Exercises", "The drill is over."), drill=one.id)
        panel.deed(translate("Exercises", "End"), "drillEnd", "drills.end", end, "primary")
    else:
        panel.deed(translate("Exercises", "Evaluate…"), "drillEvaluate", "drills.evaluate",
                   partial(ask_evaluation, panel, one), "primary")  # fmt: skip
        panel.foot.addWidget(button(translate("Exercises", "Report…"), "drillReport", partial(_save, panel, one.id)))
    note = translate("Exercises", "Took part…")
    panel.deed(note, "drillNote", "drill_joinings.note", partial(_ask_people, panel, one))


def _ask_people(panel: "TrainingPanel", one: DrillRow) -> None:
    translate = QCoreApplication.translate
    title, told = translate("Exercises", "Who took part?"), translate("Exercises", "It is noted.")
    again = partial(_again, panel, one.id)
    panel.ask(title, "drill_joinings.note", told, None, panel.people(), drill=one.id, after=again)


def _again(panel: "TrainingPanel", drill: str, _: str) -> None:
    show_drill(panel, drill)


class ScoreSheet(QWidget):
    """The items with their points; what is not scored has none (–)."""

    def __init__(self, items: tuple[EvaluationItem, ...], given: dict[str, int]) -> None:
        super().__init__()
        self._items, self._boxes = items, dict[str, Whole]()
        layout, part = column(gap=6), ""
        for item in items:
            if item.part != part:
                part = item.part
                layout.addWidget(label(part, "head"))
            points = Whole(f"score-{item.key}", item.text, -1, item.most)
            points.setSpecialValueText("–")
            points.setSuffix(f" / {item.most}")
            points.setValue(given.get(item.key, -1))
            points.setFixedWidth(92)
            line = row(label(item.text, wrap=True), points)
            line.setStretch(0, 1)
            layout.addLayout(line)
            self._boxes[item.key] = points
        self.setLayout(layout)

    def values(self) -> dict[str, Any]:
        """As the operation takes them."""
        scores = [{"key": key, "points": one.value()} for key, one in self._boxes.items() if one.value() >= 0]
        return {"items": [as_json(item) for item in self._items], "scores": scores}


def ask_evaluation(panel: "TrainingPanel", one: DrillRow) -> None:
    """What the drill was worth, item by item."""
    translate = QCoreApplication.translate
    items = one.drill.items or panel.workbench.ask(evaluation_items, lang=language.name)
    form = Form("drills.evaluate", "drill", "drill", only=("conclusion",), values={"conclusion": one.drill.conclusion})
    sheet = ScoreSheet(items, {score.key: score.points for score in one.drill.scores})
    told = translate("Exercises", "The drill is evaluated.")
    panel.ask(translate("Exercises", "Evaluation"), "drills.evaluate", told, form, sheet, drill=one.id,
              after=partial(_again, panel, one.id))  # fmt: skip


def _item_said(one: Mapping[str, Any]) -> str:
    most = one.get("most")
    return f"{one.get('part') or ''} · {one.get('text') or ''}" + (f" ({most:g})" if most is not None else "")


class ItemsEditor(DragRows):
    """The items of evaluation; a new one gets a key of its own."""

    def __init__(self, items: tuple[EvaluationItem, ...]) -> None:
        translate = QCoreApplication.translate
        fields = (
            Field("text", translate("Exercises", "What is looked at"), wide=True),
            Field("part", translate("Exercises", "Part of the evaluation"), most=40),
            Field("most", translate("Exercises", "Most points"), number=True, most=3),
        )
        super().__init__("items", translate("Exercises", "Items of evaluation"), fields,
                         [as_json(one) for one in items], _item_said)  # fmt: skip

    def values(self) -> dict[str, Any]:
        """As the operation takes them."""
        rows = super().values()["items"]
        return {"items": [
            {"key": one.get("key") or new_id()[:36], "text": one["text"], "part": one.get("part") or "–",
             "most": int(one.get("most") or 10)} for one in rows
        ]}  # fmt: skip


def ask_items(panel: "TrainingPanel") -> None:
    """By what drills are evaluated from now on."""
    translate = QCoreApplication.translate
    items = panel.workbench.ask(evaluation_items, lang=language.name)
    told = translate("Exercises", "Drills are evaluated so from now on; evaluations that were made keep their items.")
    panel.ask(translate("Exercises", "Items of evaluation"), "drill_forms.set", told, None, ItemsEditor(items))


def _save(panel: "TrainingPanel", drill: str) -> None:
    dialog = QFileDialog(panel, QCoreApplication.translate("Exercises", "Report of the drill"))
    dialog.setObjectName("drillReportDialog")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.setNameFilter("PDF (*.pdf)")
    dialog.fileSelected.connect(partial(save_report, panel, drill))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def save_report(panel: "TrainingPanel", drill: str, file: str) -> None:
    """Writes the report of a drill into a file."""
    from pathlib import Path

    from services.reports.drill_report import drill_facts, print_drill

    facts = panel.workbench.ask(drill_facts, drill=drill, now=panel.workbench.now(), photo=panel.workbench.photo)
    try:
        Path(file).write_bytes(print_drill(facts, language.name))
    except OSError as error:
        panel.toast.bad(str(error))
        return
    panel.toast.good(QCoreApplication.translate("Exercises", "The report is kept."))
