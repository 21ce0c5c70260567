"""How often a plan comes round, as people say it: every day, on some weekdays, on a day of the month, on the n-th
weekday of the month; and when it ends. What is chosen is a recurrence rule of services.core.recurrence."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from desktop import words
from desktop.widgets.choice import Choice
from desktop.widgets.figures import Whole
from desktop.widgets.parts import box, column, label, row
from services.core.recurrence import WEEKDAYS, recurrence
from services.core.refused import Refused

PLACES = ("1", "2", "3", "4", "-1")


@dataclass(frozen=True)
class Said:
    """A rule taken apart: `shape` is daily, weekly, monthly, weekday or other (a rule that no question here asks for,
    kept in `text`)."""

    shape: str = "daily"
    every: int = 1
    weekdays: tuple[int, ...] = ()
    day: int = 1
    place: int = 1
    count: int = 0
    until: str = ""
    text: str = ""

    def rule(self) -> str:
        """The recurrence rule."""
        if self.shape == "other":
            return self.text
        days = ",".join(WEEKDAYS[one] for one in self.weekdays)
        parts = {
            "daily": "FREQ=DAILY",
            "weekly": f"FREQ=WEEKLY;BYDAY={days}" if days else "FREQ=WEEKLY",
            "monthly": f"FREQ=MONTHLY;BYMONTHDAY={self.day}",
            "weekday": f"FREQ=MONTHLY;BYDAY={self.place}{days[:2] or 'MO'}",
        }[self.shape]
        parts += f";INTERVAL={self.every}" if self.every > 1 else ""
        parts += f";COUNT={self.count}" if self.count else ""
        return parts + (f";UNTIL={self.until.replace('-', '')}" if self.until and not self.count else "")


def said_of(text: str) -> Said:
    """A rule as the questions have it."""
    try:
        rule = recurrence(text)
    except Refused:
        return Said("other", text=text)
    ends: dict[str, Any] = {
        "count": rule.count or 0,
        "until": rule.until.isoformat() if rule.until else "",
        "every": rule.interval,
    }
    plain = not (rule.months or rule.positions)
    if plain and rule.frequency == "DAILY" and not rule.weekdays and not rule.month_days:
        return Said("daily", **ends)
    if plain and rule.frequency == "WEEKLY" and not rule.month_days:
        return Said("weekly", weekdays=tuple(day for _, day in rule.weekdays), **ends)
    if plain and rule.frequency == "MONTHLY" and len(rule.month_days) == 1 and not rule.weekdays:
        return Said("monthly", day=rule.month_days[0], **ends)
    if (
        plain
        and rule.frequency == "MONTHLY"
        and len(rule.weekdays) == 1
        and rule.weekdays[0][0]
        and not rule.month_days
    ):
        place, day = rule.weekdays[0]
        return Said("weekday", place=place, weekdays=(day,), **ends)
    return Said("other", text=text)


def in_words(text: str) -> str:
    """A rule as a person says it; the rule itself where there are no words for it."""
    said, translate = said_of(text), QCoreApplication.translate
    if said.shape == "other":
        return text
    days = words.listed(words.weekday(one) for one in said.weekdays)
    once = {
        "daily": translate("HowOften", "every day"),
        "weekly": translate("HowOften", "every week"),
        "monthly": translate("HowOften", "every month"),
    }
    seldom = {
        "daily": translate("HowOften", "every {n} days"),
        "weekly": translate("HowOften", "every {n} weeks"),
        "monthly": translate("HowOften", "every {n} months"),
    }
    shape = "monthly" if said.shape == "weekday" else said.shape
    told = once[shape] if said.every == 1 else seldom[shape].format(n=said.every)
    on = days
    if said.shape == "monthly":
        on = translate("HowOften", "on day {day}").format(day=said.day) if said.day > 0 else _place("-1")
    elif said.shape == "weekday":
        on = f"{_place(str(said.place))} {days}"
    ends = translate("HowOften", "ends after {n}").format(n=said.count) if said.count else ""
    if said.until and not said.count:
        ends = translate("HowOften", "until {day}").format(day=said.until)
    return " · ".join(part for part in (told, on, ends) if part)


def _place(which: str) -> str:
    translate = QCoreApplication.translate
    return {
        "1": translate("HowOften", "the first"),
        "2": translate("HowOften", "the second"),
        "3": translate("HowOften", "the third"),
        "4": translate("HowOften", "the fourth"),
        "-1": translate("HowOften", "the last"),
    }.get(which, which)


class HowOften(QWidget):
    """The questions; `rule` answers the recurrence rule that they come to."""

    def __init__(self, text: str = "FREQ=DAILY") -> None:
        super().__init__()
        said = self._said = said_of(text)
        self.shape = Choice("oftenShape", words.say("field.inspection_plan.every"))
        shapes = [
            (self.tr("Every so many days"), "daily"),
            (self.tr("On weekdays, every so many weeks"), "weekly"),
            (self.tr("On a day of the month"), "monthly"),
            (self.tr("On the n-th weekday of the month"), "weekday"),
        ]
        if said.shape == "other":
            shapes.append((said.text, "other"))
        self.shape.offer(shapes, said.shape)
        self.every = self._number("oftenEvery", self.tr("Every"), 1, 366, said.every)
        self.day = self._number("oftenDay", self.tr("Day of the month"), 1, 31, max(said.day, 1))
        self.place = Choice("oftenPlace", self.tr("Which of the month"))
        self.place.offer([(_place(one), one) for one in PLACES], str(said.place))
        self.days = [self._weekday(number, said) for number in range(7)]
        self.count = self._number("oftenCount", self.tr("Ends after so many times (0: never)"), 0, 9_999, said.count)
        self.until = QLineEdit(said.until)
        self.until.setObjectName("oftenUntil")
        self.until.setAccessibleName(self.tr("Last day"))
        self.until.setPlaceholderText(self.tr("No last day; or as 2027-03-31"))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        for number, tick in enumerate(self.days):
            grid.addWidget(tick, number // 4, number % 4)
        self._week, self._month = box(grid), box(row(label(self.tr("Day of the month"), "caption"), self.day, None))
        self.unit = label("", "caption", "oftenUnit")
        every = row(label(self.tr("Every"), "caption"), self.every, self.unit, None)
        count = row(label(self.count.accessibleName(), "caption"), None, self.count)
        self.setLayout(column(self.shape, every, self.place, self._week, self._month, count, self.until, gap=6))
        self.shape.activated.connect(self._arrange)
        self.every.valueChanged.connect(self._arrange)
        self._arrange()

    def rule(self) -> str:
        """The recurrence rule."""
        shape = str(self.shape.currentData())
        if shape == "other":
            return self._said.text
        chosen = tuple(number for number, tick in enumerate(self.days) if tick.isChecked())
        days = chosen[:1] if shape == "weekday" else chosen
        place = int(self.place.currentData())
        until = self.until.text().strip()
        return Said(shape, self.every.value(), days, self.day.value(), place, self.count.value(), until).rule()

    def _arrange(self) -> None:
        shape = self.shape.currentData()
        self.unit.setText(self._unit(str(shape), self.every.value()))
        self._week.setVisible(shape in ("weekly", "weekday"))
        self._month.setVisible(shape == "monthly")
        self.place.setVisible(shape == "weekday")

    def _unit(self, shape: str, many: int) -> str:
        """What is counted: every 2 weeks."""
        if shape == "daily":
            return self.tr("days", "", many)
        return self.tr("weeks", "", many) if shape == "weekly" else self.tr("months", "", many)

    def _number(self, name: str, said: str, least: int, most: int, value: int) -> Whole:
        made = Whole(name, said, least, most)
        made.setValue(value)
        return made

    def _weekday(self, number: int, said: Said) -> QCheckBox:
        made = QCheckBox(words.weekday(number))
        made.setObjectName(f"often-{WEEKDAYS[number]}")
        made.setChecked(number in said.weekdays)
        return made
