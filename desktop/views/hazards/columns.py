"""The columns of the hazards table."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QIcon

from desktop import words
from desktop.language import language
from desktop.models.record_table import Column
from desktop.views.hazards.shown import Shown, called, clock, holder, number, reporter, state
from desktop.widgets.pictures import Pictures
from desktop.workbench import Workbench
from services.core.hazards import Hazard, State
from services.store.queries.categories import categories
from services.store.queries.people import zone_rows

translate = QCoreApplication.translate
THUMB = QSize(44, 33)
ROW_HIGH = 44


def hazard_columns(
    workbench: Workbench, pictures: Pictures, ratio: float, twins: Mapping[str, Hazard]
) -> tuple[Column, ...]:
    """What it is, its number, where, where the ball is, whose, the clock, when and by whom it was reported, and which
    of the older ones (`twins`, by id) it may be the same as."""

    def thumb(one: Shown) -> QIcon:
        return pictures.icon(next(iter(one.hazard.before), ""), THUMB, ratio)

    def left(one: Shown) -> str:
        return clock(one, workbench.now())

    def zones() -> list[tuple[str, str]]:
        return sorted(((row.zone.id, row.zone.name) for row in workbench.ask(zone_rows)), key=lambda one: one[1])

    # 超时 20 小时 43 分 in the letters of what is late; "reviewers" and "no name given"
    clock_room, who_room, reporter_room = (140, 96, 120) if language.name == "en" else (152, 84, 96)
    return (
        Column("what", translate("Hazards", "Hazard"), lambda one: called(one.hazard), 216, picture=thumb, grows=True),
        Column("number", translate("Hazards", "Number"), lambda one: number(one.hazard), 150, yields=True),
        Column(
            "zone",
            translate("Hazards", "Zone"),
            lambda one: one.row.zone.name,
            128,
            badge=lambda one: one.row.zone.zone_class,
            code=lambda one: one.row.zone.id,
            choices=zones,
        ),
        Column(
            "state",
            translate("Hazards", "State"),
            state,
            168,
            sign=lambda one: one.status,
            tip=state,
            code=lambda one: one.hazard.state.value,
            choices=_states,
        ),
        _category_column(workbench),
        Column("who", translate("Hazards", "With"), holder, who_room),
        Column(
            "clock",
            translate("Hazards", "Clock"),
            left,
            clock_room,
            sort=lambda one: one.row.clock,
            moment=lambda one: one.row.clock,
            loud=lambda one: "overdue" if one.status == "overdue" else None,
            tip=lambda one: words.full(one.row.clock),
        ),
        _reported_column(workbench),
        Column("reporter", translate("Hazards", "Reporter"), lambda one: reporter(one.row), reporter_room, yields=True),
        _twin_column(twins),
    )


def _category_column(workbench: Workbench) -> Column:
    return Column(
        "category",
        translate("Hazards", "Category"),
        lambda one: words.category(one.hazard.category),
        96,
        code=lambda one: one.hazard.category,
        choices=lambda: [(one.code, words.category(one.code)) for one in workbench.ask(categories)],
        yields=True,
    )


def _reported_column(workbench: Workbench) -> Column:
    return Column(
        "reported",
        translate("Hazards", "Reported"),
        lambda one: words.when(one.hazard.reported_at, workbench.now()),
        128,
        sort=lambda one: one.hazard.reported_at,
        moment=lambda one: one.hazard.reported_at,
        tip=lambda one: words.full(one.hazard.reported_at),
        yields=True,
    )


def _twin_column(twins: Mapping[str, Hazard]) -> Column:
    """Quiet: which older one it may be a second report of."""

    def twin(one: Shown) -> str:
        other = twins.get(one.id)
        return "" if other is None else f"≈ {number(other)}"

    def tip(one: Shown) -> str:
        other = twins.get(one.id)
        text = translate("Hazards", "Maybe the same as '{what}'")
        return "" if other is None else text.format(what=called(other))

    return Column("twin", translate("Hazards", "Maybe the same as"), twin, 168, tip=tip, yields=True)


def _states() -> list[tuple[str, str]]:
    return [(state.value, words.say(f"state.{state.value}")) for state in State]
