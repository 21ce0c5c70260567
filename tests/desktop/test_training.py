"""The training page on a real plant: posts, courses and certificates by hand, and who may not work is said first."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from desktop.views.training.course_part import show_course
from desktop.views.training.document_part import add_document
from desktop.views.training.drill_part import save_report
from desktop.views.training.gaps_view import MatrixGrid
from desktop.views.training.page import TrainingPage
from desktop.widgets.choice import Choice
from desktop.widgets.people_ticks import PeopleTicks
from services import words
from services.demo.handouts import handout
from services.photos.cleaner import clean
from tests.desktop.hazards.story import jpeg
from tests.desktop.pages import part, press, shown, toast_text
from tests.desktop.plants import TestPlant, open_workbench, until
from tests.services.reports.made import page_texts

TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()


@pytest.fixture(scope="module")
def plant(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestPlant]:
    made = open_workbench(Path(tmp_path_factory.mktemp("training")))
    for name, number in (("赵刚", "1042"), ("马超", "2077")):
        made.run("people.add", name=name, employee_no=number)
    yield made
    made.close()


@pytest.fixture
def page(qtbot: Any, plant: TestPlant) -> TrainingPage:
    made = shown(qtbot, plant, "training")
    assert isinstance(made, TrainingPage)
    return made


def write(page: QWidget, name: str, text: str) -> None:
    part(page, QLineEdit, name).setText(text)


def choose(page: QWidget, name: str, value: str) -> None:
    choice = part(page, Choice, name)
    choice.setCurrentIndex(choice.findData(value))


def person(plant: TestPlant, name: str) -> str:
    return str(next(one.id for one in plant.workbench.ask(lambda look: look.find("person")) if one.name == name))


def names(page: TrainingPage) -> list[str]:
    return [one.person.name for one in page.gaps.table.model.rows]  # type: ignore[attr-defined]


def test_from_a_course_to_who_may_not_work(page: TrainingPage, plant: TestPlant) -> None:
    press(page, "view-courses")
    press(page, "firstCourse")
    write(page, "courseName", "厂级安全教育")
    choose(page, "coursePassedBy", "test")
    press(page, "trainingSave")
    press(page, "questionAdd")
    write(page, "questionText", "冲床换模前先做什么？")
    part(page, QPlainTextEdit, "lines-choices").setPlainText("喊一声\n* 断电挂牌\n戴手套")
    press(page, "trainingSave")
    (question,) = plant.workbench.ask(lambda look: look.find("question"))
    assert (question.choices, question.right) == (("喊一声", "断电挂牌", "戴手套"), (1,))
    press(page, "questionsReady")
    assert len(plant.workbench.ask(lambda look: look.find("question"))) == 17

    press(page, "showPosts")
    press(page, "postNew")
    write(page, "postName", "电焊工")
    (course,) = plant.workbench.ask(lambda look: look.find("course"))
    part(page, QCheckBox, f"tick-{course.id}").setChecked(True)
    part(page, QCheckBox, "tick-welding").setChecked(True)
    press(page, "trainingSave")
    both = [person(plant, "赵刚"), person(plant, "马超")]
    part(page, PeopleTicks, "").tick(both)
    press(page, "trainingSave")

    press(page, "view-gaps")
    assert part(page, QLabel, "gapsBanner").text().startswith("2 ")
    assert sorted(names(page)) == ["赵刚", "马超"]
    for one in both:
        plant.run("training.record", course=course.id, people=[one], day=TODAY.isoformat())
    until = (TODAY + timedelta(days=20)).isoformat()
    plant.run("certificates.add", person=both[0], trade="welding", number="T1", expires_on=until)
    assert names(page) == ["马超"]
    assert part(page, QLabel, "gapsBanner").text().startswith("1 ")
    press(page, "gaps-soon")
    assert names(page) == ["赵刚"]
    press(page, "gaps-posts")
    grid = part(page, MatrixGrid, "trainingMatrix")
    cells = [one for one in grid.findChildren(QWidget, "matrixCell") if one.isEnabled() and one.isVisibleTo(grid)]
    assert len(cells) == 1
    grid.picked.emit("电焊工", page.gaps.rows[0].gaps[1].need)
    assert sorted(names(page)) == ["赵刚", "马超"]


def test_a_certificate_is_entered_renewed_and_the_person_looked_at(page: TrainingPage, plant: TestPlant) -> None:
    press(page, "view-certificates")
    press(page, "newCertificate")
    choose(page, "certificatePerson", person(plant, "马超"))
    choose(page, "certificateTrade", "forklift")
    write(page, "certificateNumber", "N1-2024-77")
    write(page, "certificateExpiresOn", (TODAY - timedelta(days=3)).isoformat())
    press(page, "trainingSave")
    (row,) = [one for one in page.certificates.model.rows if one.certificate.trade == "forklift"]  # type: ignore[attr-defined]
    assert row.standing == "expired"
    page.certificates.choose(row.id)
    press(page, "certificateRenew")
    write(page, "certificateExpiresOn", (TODAY + timedelta(days=900)).isoformat())
    press(page, "trainingSave")
    (row,) = [one for one in page.certificates.model.rows if one.certificate.trade == "forklift"]  # type: ignore[attr-defined]
    assert row.standing == "ok"
    press(page, "setWarnings")
    write(page, "warningDays", "60、14")
    press(page, "trainingSave")
    assert plant.workbench.plant is not None
    assert plant.workbench.plant.certificate_days == (60, 14)
    page.certificates.choose(row.id)
    press(page, "certificateHolder")
    assert part(page, QLabel, "trainingPanelTitle").text() == "马超"


def test_a_session_is_planned_opened_with_its_code_and_ended(page: TrainingPage, plant: TestPlant) -> None:
    course = plant.run("courses.add", name="消防培训", stage="special_topic", valid_months=12)
    press(page, "view-sessions")
    press(page, "planSession")
    choose(page, "sessionCourse", course)
    write(page, "sessionPlace", "二楼培训室")
    ticks = part(page, PeopleTicks, "")
    ticks.list.item(0).setCheckState(Qt.CheckState.Checked)
    press(page, "trainingSave")
    plant.sync()
    press(page, "sessionOpen")
    plant.sync()
    part(page, QWidget, "sessionCode")
    press(page, "sessionNote")
    part(page, PeopleTicks, "").tick([person(plant, "赵刚")])
    press(page, "trainingSave")
    plant.sync()
    assert part(page, QLabel, "sessionPresent").text() == "赵刚"
    press(page, "sessionClose")
    plant.sync()
    (record,) = [one for one in plant.hub_records("training_record") if one.course == course]
    assert (record.person, record.passed, record.source) == (person(plant, "赵刚"), True, "session")


def test_a_ready_plan_is_drilled_evaluated_and_reported(page: TrainingPage, plant: TestPlant, tmp_path: Path) -> None:
    press(page, "view-plans")
    press(page, "firstPlan")
    press(page, "take-fire")
    (plan,) = plant.workbench.ask(lambda look: look.find("emergency_plan"))
    press(page, "planRevise")
    people = [one for one in page.panel.findChildren(Choice, "roles-person") if one.isVisibleTo(page)]
    people[0].setCurrentIndex(1)
    press(page, "trainingSave")
    (plan,) = plant.workbench.ask(lambda look: look.find("emergency_plan"))
    assert (plan.version, plan.roles[0].person is not None, len(plan.steps)) == (2, True, 8)
    assert plan.steps[0].minutes == 1.0

    press(page, "view-drills")
    press(page, "firstDrill")
    write(page, "drillName", "消防演练")
    press(page, "trainingSave")
    plant.sync()
    press(page, "drillBegin")
    plant.sync()
    part(page, QWidget, "drillCode")
    (drill,) = plant.hub_records("drill")
    plant.run("drills.mark", drill=drill.id, step=0, note="及时")
    press(page, "drillNote")
    part(page, PeopleTicks, "").tick([person(plant, "赵刚")])
    press(page, "trainingSave")
    assert part(page, QLabel, "drillPeople").text() == "赵刚"
    press(page, "drillEnd")
    press(page, "drillEvaluate")
    part(page, QSpinBox, "score-alarm1").setValue(8)
    part(page, QSpinBox, "score-alarm2").setValue(10)
    press(page, "trainingSave")
    assert "90" in part(page, QLabel, "drillStands").text()
    file = tmp_path / "drill.pdf"
    save_report(page.panel, drill.id, str(file))
    told = "".join(page_texts(file.read_bytes()))
    for said in ("消防演练", "赵刚", "及时", "90"):
        assert said in told


def test_the_items_of_evaluation_are_the_plants_own(page: TrainingPage, plant: TestPlant) -> None:
    page.drill_items()
    editor = page.panel._parts[0]
    count = editor.list.count()  # type: ignore[attr-defined]
    assert count > 5
    press(page, "itemsAway")
    press(page, "itemsAdd")
    line = part(page, QLineEdit, "items-text")
    line.setText("对讲机全程畅通")
    line.textEdited.emit(line.text())
    press(page, "trainingSave")
    (form,) = plant.workbench.ask(lambda look: look.find("drill_form"))
    assert (len(form.items), form.version) == (count, 2)
    assert (form.items[-1].text, form.items[-1].most) == ("对讲机全程畅通", 10)


def test_certificates_are_pasted_and_what_is_wrong_is_kept_back(page: TrainingPage, plant: TestPlant) -> None:
    before = len(plant.records("certificate"))
    until = (TODAY + timedelta(days=400)).isoformat()
    rows = ["\t".join(one) for one in (
        ("特种作业人员台账", "", "", "", ""), ("工号", "姓名", "作业类别", "证书编号", "有效期至"),
        ("1042", "赵刚", "叉车证", "N1-8", until), ("", "马超", "低压电工作业", "T8", "长期"),
        ("9999", "", "焊工证", "T9", until), ("1042", "马超", "焊工证", "T10", until),
        ("2077", "马超", "驾照", "T11", until), ("2077", "", "登高", "", until), ("2077", "", "登高", "T12", "明天"),
        ("1042", "", "叉车", "N1-8", until),
    )]  # fmt: skip
    QGuiApplication.clipboard().setText("\n".join(rows))
    page.paste()
    said = [one.text() for one in page.panel.findChildren(QLabel, "pasteProblem")]
    assert len(said) == 6
    press(page, "pasteTake")
    found = plant.records("certificate")[before:]
    assert sorted((one.trade, one.number, one.expires_on is None) for one in found) == [
        ("electrician_low", "T8", True), ("forklift", "N1-8", False),
    ]  # fmt: skip
    kept = QGuiApplication.clipboard().text().splitlines()
    assert len(kept) == 7
    assert "9999" in kept[1]
    QGuiApplication.clipboard().setText("nothing")
    page.paste()
    assert part(page, QLabel, "pasteFault").text()


def test_the_years_drills_stand_by_months_and_one_month_alone(page: TrainingPage, plant: TestPlant) -> None:
    at = datetime(TODAY.year, 3, 5, 2, 0, tzinfo=ZoneInfo("UTC"))
    for name, month in (("三月疏散", 3), ("九月触电", 9)):
        plant.run("drills.plan", name=name, manner="tabletop", planned_at=at.replace(month=month).isoformat(),
                  steps=[{"text": "报警"}], drill_roles=[])  # fmt: skip
    press(page, "view-drills")
    press(page, "month3")
    assert [one.drill.name for one in page.drills.model.rows] == ["三月疏散"]  # type: ignore[attr-defined]
    press(page, "yearOn")
    assert page.year.of(3) == []
    press(page, "yearBack")
    press(page, "yearAll")
    assert page.drills.model.rowCount() >= 2


def test_a_courses_pictures_are_kept_or_let_go(page: TrainingPage, plant: TestPlant) -> None:
    course = plant.run("courses.add", name="灭火器", stage="special_topic", links=[])
    blob = plant.workbench.keep_photo(clean(jpeg(200)))
    plant.run("courses.set_materials", course=course, files=[blob])
    show_course(page.panel, course)
    assert part(page, QLabel, "coursePage").pixmap().width() > 0
    press(page, "courseLinks")
    part(page, QCheckBox, f"tick-{blob}").setChecked(False)
    press(page, "trainingSave")
    assert plant.workbench.ask(lambda look: look.get("course", course)).files == ()


def test_a_document_is_added_goes_to_the_hub_and_is_opened(
    page: TrainingPage, plant: TestPlant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = plant.run("courses.add", name="登高作业", stage="special_topic", links=[])
    show_course(page.panel, course)
    file = tmp_path / "登高规程.pdf"
    file.write_bytes(handout("登高规程", ("1  系好安全带。",)))
    add_document(page.panel, "course", course, str(file))
    until(lambda: plant.records("document", course=course))
    plant.sync()
    (kept,) = plant.hub_records("document", course=course)
    assert (kept.title, kept.pages) == ("登高规程", 1)
    assert plant.served.hub.blobs.get(kept.file) == file.read_bytes()

    opened: list[Path] = []

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    press(page, "documentOpen1")
    assert opened[0].name == "登高规程.pdf"
    assert opened[0].read_bytes() == file.read_bytes()

    wrong = tmp_path / "程序.pdf"
    wrong.write_bytes(b"MZ not a document")
    add_document(page.panel, "course", course, str(wrong))
    until(lambda: words.say("refused.document_not_pdf") in toast_text(page))
    press(page, "documentRetire1")
    assert plant.records("document", course=course)[0].retired_at is not None

    press(page, "view-courses")
    press(page, "documentLimits")
    write(page, "trainingDocumentMb", "5")
    press(page, "trainingSave")
    assert plant.workbench.plant is not None
    assert plant.workbench.plant.document_mb == 5
