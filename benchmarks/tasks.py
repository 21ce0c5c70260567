"""Twenty everyday tasks in the real window, on a demo plant: how many actions each takes (a press, a chord
of keys, a drag, a field filled in), and how long by the keystroke-level model (see tests.acceptance.paced).

Each begins on the first page and ends when the window shows that it is done."""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import out
from services.core.operation import Actor
from services.core.roles import Role
from services.demo.plant import write_demo
from services.demo.scenes import draw
from services.hub.serve import Served
from services.store.folder import PlantFolder
from tests.acceptance.paced import Paced

FIXES = 5
BOSS, OFFICER = "刘洋", "王芳"


@dataclass(frozen=True)
class Desk:
    """Where the tasks are done: the console, and the folder of what is read or written."""

    hand: Paced
    files: Path


Task = Callable[[Desk], None]


def labels_of_a_building(desk: Desk) -> None:
    """Print the labels of building 1."""
    hand = desk.hand
    hand.chord("mainWindow", "Ctrl+K")
    hand.write("paletteField", "标签 一号厂房")
    hand.until("rows", lambda rows: "打印一号厂房的标签" in str(rows), name="paletteRows")
    hand.chord("paletteField", "Return")
    hand.until("visible", lambda yes: yes, name="labelsGo")
    hand.chord("labelsGo", "Return")
    hand.keep(desk.files / "labels.pdf")
    hand.until("text", "张", name="toastText")


def five_fixes(desk: Desk) -> None:
    """Approve five fixes."""
    hand = desk.hand
    hand.click("nav-hazards")
    hand.click("openReview")
    for number in range(1, FIXES + 1):
        hand.until("enabled", lambda yes: yes is True, name="approve")
        hand.chord("photoPair", "A")
        hand.until("text", f"今天已通过\n{number} 条", name="reviewDesk")


def told_of_an_alert(desk: Desk) -> None:
    """Find who was told about an alert."""
    hand = desk.hand
    hand.click("nav-alerts")
    hand.press("row", name="alertTable", text="未闭环")
    hand.until("text", "刘洋", name="alertPanel")


def hot_compressor(desk: Desk) -> None:
    """Add a rule: compressor above 90 °C for 15 min."""
    hand = desk.hand
    hand.chord("mainWindow", "Ctrl+K")
    hand.write("paletteField", "TE-KY02 高于 90 持续 15 分钟")
    hand.chord("paletteField", "Return")
    hand.click("saveRule")
    hand.until("rows", lambda rows: any("90" in str(row) for row in rows), name="ruleTable")


def report_a_hazard(desk: Desk) -> None:
    """Report a hazard with a photo."""
    hand = desk.hand
    hand.drop("mainWindow", desk.files / "photo.jpg")
    hand.pick("reportZone", "冲压车间")
    hand.type("reportDescription", "灭火器被遮挡")
    hand.until("visible", lambda yes: yes, name="likelyCategory")
    hand.until("text", lambda told: "消防" in str(told), name="reportCategory")
    hand.until("enabled", lambda yes: yes is True, name="reportSend")
    hand.chord("reportDescription", "Return")
    hand.until("text", "已上报", name="toastText")


def send_a_hazard(desk: Desk) -> None:
    """Send a hazard on to a team."""
    hand = desk.hand
    hand.click("nav-hazards")
    hand.press("row", name="hazardTable", text="灭火器被遮挡")
    hand.choose("dispatchTeam", "机修班")
    hand.click("dispatch")
    hand.until("text", "已派单", name="toastText")


def return_a_fix(desk: Desk) -> None:
    """Send a fix back with a reason."""
    hand = desk.hand
    hand.click("nav-hazards")
    hand.click("openReview")
    hand.until("enabled", lambda yes: yes is True, name="returnFix")
    hand.chord("photoPair", "R")
    hand.click("reason0")
    hand.click("reasonSend")
    hand.until("text", "已退回", name="toastText")


def open_in_a_zone(desk: Desk) -> None:
    """See the open hazards of one zone."""
    hand = desk.hand
    hand.click("nav-hazards")
    hand.chord("hazardTable", "Ctrl+F")
    hand.write("hazardTableFilter", "焊接车间")
    hand.until("rows", lambda rows: rows and all("焊接车间" in str(row) for row in rows), name="hazardTable")


def hazards_to_excel(desk: Desk) -> None:
    """Save the open hazards as a workbook."""
    hand = desk.hand
    hand.click("nav-hazards")
    hand.chord("mainWindow", "Ctrl+Shift+S")
    hand.keep(desk.files / "hazards.xlsx")
    hand.until("text", "行", name="toastText")


def answer_an_alert(desk: Desk) -> None:
    """Answer an alert with a note."""
    hand = desk.hand
    hand.click("nav-alerts")
    hand.press("row", name="alertTable", text="未闭环")
    hand.type("alertNote", "已派人")
    hand.click("acknowledge")
    hand.until("text", "刘洋", name="alertPanel")


def new_person_with_a_code(desk: Desk) -> None:
    """Add a person, and give a sign-in code."""
    hand = desk.hand
    hand.click("nav-people")
    hand.click("addPerson")
    hand.write("personName", "马超")
    hand.type("personEmployeeNo", "HD2001")
    hand.chord("personEmployeeNo", "Return")
    hand.until("visible", lambda yes: not yes, name="personUnconfirmed")
    hand.click("makeCode")
    hand.until("text", lambda seen: len(str(seen)) >= 8, name="oneTimeCode")


def another_team(desk: Desk) -> None:
    """Put a person into another team."""
    hand = desk.hand
    hand.click("nav-people")
    hand.type("peopleTableFilter", "陈志强")
    hand.press("row", name="peopleTable", text="陈志强")
    hand.choose("personTeam", "机修班")
    hand.click("saveContact")
    hand.until("rows", lambda rows: "机修班" in str(rows[0]), name="peopleTable")


def new_round(desk: Desk) -> None:
    """Make an inspection plan with a checklist."""
    hand = desk.hand
    hand.click("nav-inspections")
    hand.click("addPlan")
    hand.write("planName", "周末巡查")
    hand.pick("planChecklist", "消防")
    hand.press("tick", name="planZones", text="焊接车间")
    hand.click("planSave")
    hand.until("rows", lambda rows: "周末巡查" in str(rows), name="plansTable")


def missed_yesterday(desk: Desk) -> None:
    """See which inspections were missed yesterday."""
    hand = desk.hand
    hand.click("nav-inspections")
    hand.click("view-board")
    hand.click("dayBack")
    hand.until("visible", lambda yes: yes, name="count-all")


def an_absence(desk: Desk) -> None:
    """Note that a person is away."""
    hand = desk.hand
    hand.click("nav-people")
    hand.type("peopleTableFilter", "王芳")
    hand.press("row", name="peopleTable", text="王芳")
    hand.click("absenceAsk")
    hand.click("absenceSave")
    hand.until("text", "缺勤", name="personPanel")


def points_by_hand(desk: Desk) -> None:
    """Decide a proposal of points."""
    hand = desk.hand
    hand.click("nav-points")
    hand.click("points-by_hand")
    hand.press("row", name="byHandTable", text="唐敏")
    hand.click("byHandApprove")
    hand.until("rows", lambda rows: "通过" in str(rows[0]) or "批准" in str(rows[0]), name="byHandTable")


def monthly_report(desk: Desk) -> None:
    """Make the month's safety report as a PDF."""
    hand = desk.hand
    hand.click("nav-reports")
    hand.click("reports-papers")
    hand.click("paper-monthly")
    hand.until("enabled", lambda yes: yes is True, name="paperPdf")
    hand.click("paperPdf")
    hand.keep(desk.files / "report.pdf")
    hand.until("text", "report.pdf", name="toastText")


def draw_a_zone(desk: Desk) -> None:
    """Draw a zone and name it."""
    hand = desk.hand
    hand.click("nav-map")
    hand.chord("planView", "E")
    hand.chord("planView", "R")
    hand.drag("planView", [[1.0, 1.0], [3.0, 3.0]])
    hand.write("zoneName", "临时堆场")
    hand.choose("zoneClass", "C")
    hand.click("saveZone")
    hand.until("zone_status", lambda status: bool(status), name="planView", zone="临时堆场")


def who_may_not_work(desk: Desk) -> None:
    """See who may not work today, and why."""
    hand = desk.hand
    hand.click("nav-training")
    hand.click("gaps-barred")
    hand.press("row", name="gapsTable", text="何军")
    hand.until("text", "何军", name="trainingPanel")


def what_was_done(desk: Desk) -> None:
    """See what one person did."""
    hand = desk.hand
    hand.click("nav-journal")
    hand.type("journalTableFilter", "王芳")
    hand.until("rows", lambda rows: bool(rows), name="journalTable")


TASKS: tuple[Task, ...] = (
    hot_compressor,
    report_a_hazard,
    new_round,
    labels_of_a_building,
    five_fixes,
    return_a_fix,
    send_a_hazard,
    open_in_a_zone,
    hazards_to_excel,
    told_of_an_alert,
    answer_an_alert,
    new_person_with_a_code,
    another_team,
    an_absence,
    missed_yesterday,
    points_by_hand,
    monthly_report,
    draw_a_zone,
    who_may_not_work,
    what_was_done,
)


def prepare(served: Served, fixes: int) -> None:
    """So many fixes wait for the EHS manager's second review."""
    hub = served.hub
    with hub.store.look() as look:
        people = {one.name: one for one in look.find("person")}
        zone = next(one for one in look.find("zone") if one.name == "焊接车间")
        fixer = next(one for one in people.values() if "fixer" in one.roles and one.here)
    by = {
        Role.EHS_MANAGER: people[BOSS].id,
        Role.SAFETY_OFFICER: people[OFFICER].id,
        Role.FIXER: fixer.id,
        Role.WORKER: next(one.id for one in people.values() if one.here and set(one.roles) == {"worker"}),
    }

    def do(role: Role, kind: str, **args: object) -> str:
        answer = hub.do(kind, args, Actor(by[role], frozenset({role})))
        assert answer.ok, answer.refused
        return answer.id

    for number in range(fixes):
        before, after = (
            hub.blobs.put_bytes(draw("press", f"{number}", f"{number + 1}号冲床", safe=safe)) for safe in (False, True)
        )
        shown = {"zone": zone.id, "photos": [before], "description": f"光幕被遮挡 {number}", "category": "guarding"}
        hazard = do(Role.WORKER, "hazards.report", **shown)
        do(Role.EHS_MANAGER, "hazards.dispatch", hazard=hazard, person=fixer.id)
        do(Role.FIXER, "hazards.submit_fix", hazard=hazard, photos=[after])
        do(Role.SAFETY_OFFICER, "hazards.approve", hazard=hazard)


def signed_in(hand: Paced, login: str, password: str) -> None:
    """As the EHS manager, in step with the hub."""
    hand.type("login", login)
    hand.type("secret", password)
    hand.click("joinHub")
    hand.until("text", "中心已同步", name="statusHub")


def measured(desk: Desk, task: Task) -> tuple[int, float]:
    """Actions and seconds of a task, begun on the first page with nothing open."""
    hand = desk.hand
    if hand.tell("visible", name="reviewDesk")["value"]:
        hand.do("key", name="reviewDesk", key="Esc")
    hand.do("click", name="nav-today")
    hand.actions, hand.seconds, hand.hand_on_keys = 0, 0.0, False
    task(desk)
    return hand.actions, hand.seconds


def told(desk: Desk, task: Task) -> bool:
    """Prints a task's line; whether it came to its end. What went wrong stands in the line, and the others go on."""
    what = (task.__doc__ or "").rstrip(".")
    try:
        actions, seconds = measured(desk, task)
    except AssertionError as error:
        out(f"| {what} | stuck after {desk.hand.actions} | {str(error)[:160]} |")
        return False
    out(f"| {what} | {actions} | {seconds:.0f} |")
    return True


def main() -> int:
    """Prints the table that stands in docs/usability.md; other than 0 where a task did not come to its end."""
    with tempfile.TemporaryDirectory() as place:
        data, files = Path(place) / "plant", Path(place) / "files"
        files.mkdir()
        (files / "photo.jpg").write_bytes(draw("press", "task", "2号冲床", safe=False))
        login, password = write_demo(data)[0]
        served = Served(PlantFolder(data))
        served.start()
        prepare(served, FIXES + 1)
        hand = Paced(data)
        signed_in(hand, login, password)
        out("| task | actions | seconds |")
        out("|---|---|---|")
        stuck = [task for task in TASKS if not told(Desk(hand, files), task)]
        ended = hand.close()
        served.stop()
    return ended or len(stuck)


if __name__ == "__main__":
    sys.exit(main())
