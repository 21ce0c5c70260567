"""The reports page: figures of the records, parts that lead to them, papers as files, periods that are remembered."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from desktop import words
from desktop.views.reports.design_dialog import DesignDialog
from desktop.views.reports.losses_dialog import LossesDialog
from desktop.views.reports.page import ReportsPage
from desktop.views.reports.periods import against_of, period_of
from desktop.views.reports.span_choice import SpanChoice
from desktop.widgets.charts.chart import Chart, Item
from desktop.widgets.charts.course import CourseChart
from desktop.widgets.days_dialog import DaysDialog
from services.core.measures import Period
from tests.desktop.hazards.story import Story
from tests.desktop.pages import part, press, settled, shown, toast_text
from tests.desktop.plants import until
from tests.services.reports.made import page_texts


@pytest.fixture
def page(story: Story, qtbot: QtBot) -> Any:
    """With two hazards on it, one of which is fixed."""
    story.report("地面有油")
    story.reviewable("护罩松动", 150)
    story.plant.sync()
    made = shown(qtbot, story.plant, "reports")
    assert isinstance(made, ReportsPage)
    until(lambda: made.facts is not None and made.facts.figures.reports.count == 2)
    settled(made)
    return made


def test_a_bar_leads_to_its_records_and_they_to_their_page(page: Any, qtbot: QtBot) -> None:
    chart: Chart = page.analysis.charts["zones"]
    assert [one.said for one in chart.items] == ["2 · 100 %"]
    page.analysis.ensureWidgetVisible(chart)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.places()[0].center().toPoint())
    assert part(page.panel, QLabel, "recordsCount").text() == "2 条"
    names = [one.text() for one in page.panel.findChildren(QPushButton) if one.objectName().startswith("record-")]
    assert names == ["护罩松动", "地面有油"]  # the newest first
    with qtbot.waitSignal(page.record_wanted) as asked:
        press(page.panel, f"record-{chart.items[0].ids[-1]}")
    assert asked.args[:2] == ["hazard", chart.items[0].ids[-1]]


def test_the_week_is_seen_by_the_hours_that_people_work(page: Any, story: Story, qtbot: QtBot) -> None:
    week, team = page.analysis.charts["week"], story.plant.hub_records("team")[0].id
    seen = next(one for one in week.items if one.ids)
    assert seen.said == "2"
    shift = story.do("shifts.add", name="白班", starts="00:00", ends="00:00")
    began = story.plant.workbench.now().date() - timedelta(days=400)
    story.do("rotas.add", team=team, first_day=began.isoformat(), pattern=[shift])
    for name in ("赵刚", "孙丽", "刘洋", "马超"):
        story.do("people.set_team", "周敏", person=story.people[name], team=team)
    story.plant.sync()
    settled(page)
    press(page, "weekRates")
    until(lambda: all(one.said != "2" for one in week.items if one.ids))
    settled(page)


def test_a_figure_leads_to_what_it_is_made_of(page: Any) -> None:
    press(page, "figure-time_to_fix")
    assert part(page.panel, QLabel, "recordsCount").text() == "1 条"
    press(page, "figure-reports")
    assert part(page.panel, QLabel, "recordsCount").text() == "2 条"


def test_keys_go_from_part_to_part_and_open_them(page: Any, qtbot: QtBot) -> None:
    chart: Chart = page.analysis.charts["funnel"]
    chart.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(chart, key)
    with qtbot.waitSignal(chart.opened) as opened:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args[0] is chart.items[2]


def test_a_chart_is_copied_as_figures_and_as_a_picture(page: Any) -> None:
    chart: Chart = page.analysis.charts["funnel"]
    chart.copy_table()
    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert rows[1:] == [["已上报", "2"], ["已派单", "2"], ["已接单", "1"], ["已整改", "1"], ["已闭环", "0"]]
    chart.copy_picture()
    assert not QGuiApplication.clipboard().pixmap().isNull()
    chart.show_items([Item("=1+1", 2.0, "2")])
    chart.copy_table()
    assert QGuiApplication.clipboard().text().splitlines()[1] == "'=1+1\t2", "nothing that people wrote is a formula"


def test_a_charts_values_are_saved_for_excel(page: Any, tmp_path: Path) -> None:
    for name, chart in page.analysis.charts.items():
        chart.book.save_to(str(tmp_path / f"{name}.xlsx"))
        assert f"{len(chart.items)} 行" in toast_text(page)
        lines = CalamineWorkbook.from_path(str(tmp_path / f"{name}.xlsx")).get_sheet_by_index(0).to_python()
        assert chart.title.startswith(str(lines[0][0])[:20])
        assert str(page.facts.period.first) in str(lines[1][0])
        assert [line[0] for line in lines[3:]] == [one.name for one in chart.items]
        assert all(isinstance(line[1], int | float) for line in lines[3:] if line[1] != "")
    page.analysis.charts["zones"].book.save_to(str(tmp_path / "no" / "z.xlsx"))
    assert "没有写成" in toast_text(page)


def test_what_changes_is_reckoned_again(page: Any, story: Story) -> None:
    story.report("灭火器被挡")
    story.plant.sync()
    until(lambda: page.facts.figures.reports.count == 3)
    settled(page)
    assert page.analysis.charts["zones"].items[0].value == 3


def test_papers_are_looked_at_and_saved(page: Any, tmp_path: Path) -> None:
    press(page, "reports-papers")
    until(lambda: page.papers.shown is not None)
    assert page.papers.shown.pages >= 3
    page.papers.save_to(str(tmp_path / "r.pdf"))
    until(lambda: (tmp_path / "r.pdf").exists())
    settled(page)
    assert "安全生产报告" in page_texts((tmp_path / "r.pdf").read_bytes())[0]
    press(page, "paper-hazards")
    page.papers.save_to(str(tmp_path / "h.xlsx"))
    until(lambda: (tmp_path / "h.xlsx").exists())
    settled(page)
    rows = CalamineWorkbook.from_path(str(tmp_path / "h.xlsx")).get_sheet_by_index(0).to_python()
    assert [row[4] for row in rows[3:]] == ["地面有油", "护罩松动"]
    assert "h.xlsx" in toast_text(page)


def test_a_report_of_ones_own_is_put_together_looked_at_saved_and_taken_back(page: Any, story: Story) -> None:
    press(page, "reports-papers")
    press(page, "designNew")
    dialog = page.findChild(DesignDialog) or page.window().findChild(DesignDialog)
    until(lambda: dialog.shown is not None)
    dialog.name.setText("值班日报")
    for place in range(dialog.blocks.count()):
        item = dialog.blocks.item(place)
        wanted = item.text() in (words.say("value.blocks.open"), words.say("value.blocks.figures"))
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
    dialog.blocks.setCurrentRow(0)
    press(dialog, "designDown")
    assert dialog.design().blocks == ("figures", "open")
    dialog.blocks.insertItem(0, dialog.blocks.takeItem(dialog.blocks.count() - 1))
    press(dialog, "designSave")
    [made] = story.plant.workbench.ask(lambda look: look.find("report_design"))
    assert (made.name, made.blocks, made.span) == ("值班日报", ("figures", "open"), "last_month")
    until(lambda: page.papers.shown is not None and page.papers.shown.key == made.id)
    assert page.papers.chosen == made
    press(page, "designRetire")
    assert page.papers.chosen == "monthly"
    story.plant.workbench.undo()
    [again] = story.plant.workbench.ask(lambda look: look.find("report_design"))
    assert again.retired_at is None
    settled(page)


def test_what_losses_cost_is_the_plants_own_to_say(page: Any, story: Story) -> None:
    press(page, "reports-papers")
    press(page, "paper-annual-equipment")
    until(lambda: page.papers.shown is not None and page.papers.shown.key == "annual-equipment")
    press(page, "paperRates")
    dialog = page.window().findChild(LossesDialog)
    assert dialog.form.values()["likely"] == 40.0
    part(dialog, QLineEdit, "lossStopHour").setText("1200")
    dialog._on_save()
    [kept] = story.plant.workbench.ask(lambda look: look.find("loss_rates"))
    assert (kept.stop_hour, kept.hazard) == (1200.0, 300.0)
    settled(page)


def test_a_file_that_cannot_be_written_is_said(page: Any, tmp_path: Path) -> None:
    page.papers.save_to(str(tmp_path / "no" / "r.pdf"))
    until(lambda: page.papers._saving is None)
    assert "r.pdf" not in [one.name for one in tmp_path.iterdir()]
    assert toast_text(page)


def test_other_days_are_asked_for_and_remembered(page: Any) -> None:
    choice: SpanChoice = page.period
    choice.activated.emit(choice.count() - 1)
    dialog = page.findChild(DaysDialog)
    dialog.first.setDate(QDate(2025, 7, 1))
    dialog.last.setDate(QDate(2025, 12, 31))
    press(dialog, "takeDays")
    until(lambda: page.facts.period == Period(date(2025, 7, 1), date(2025, 12, 31)))
    settled(page)
    again = SpanChoice("period", "", [("a", "twelve"), ("b", "days")], "twelve", date.today)
    assert again.key == "2025-07-01/2025-12-31"
    assert again.currentText() == "2025-07-01 – 2025-12-31"


def test_without_records_it_says_what_will_be_here(story: Story, qtbot: QtBot) -> None:
    made: Any = shown(qtbot, story.plant, "reports")
    assert made.stack.currentIndex() == 1


def test_periods_by_name() -> None:
    today, oldest = date(2026, 3, 31), date(2024, 5, 6)
    assert period_of("month", today) == Period(date(2026, 3, 1), today)
    assert period_of("twelve", today) == Period(date(2025, 4, 1), today)
    assert period_of("last_year", today) == Period(date(2025, 1, 1), date(2025, 12, 31))
    march = period_of("month", today)
    assert against_of("year_ago", march, oldest) == Period(date(2025, 3, 1), date(2025, 3, 31))
    assert against_of("first", march, oldest) == Period(date(2024, 1, 1), date(2024, 12, 31))
    leap = Period(date(2024, 2, 29), date(2024, 2, 29))
    assert against_of("year_ago", leap, oldest) == Period(date(2023, 2, 28), date(2023, 2, 28))


def test_what_is_out_of_the_ordinary_is_drawn_in_red(qtbot: QtBot) -> None:
    chart = CourseChart("c", "c")
    qtbot.addWidget(chart)
    chart.resize(400, 172)
    spot = chart.places

    def colour(value: float) -> str:
        chart.show_items([Item("2026-01", value, "", (), 1.0, 3.0), Item("2026-02", 2.0, "", (), 1.0, 3.0)])
        top = 4.0 if value <= 4 else 8.0
        y = chart.field.bottom() - chart.field.height() * value / top
        return chart.grab().toImage().pixelColor(QPoint(round(spot()[0].center().x()), round(y))).name()

    ordinary, out = colour(2.0), colour(4.0)
    assert ordinary != out
    assert out == "#b3261e"
