"""The settings: every subject to its end, as many pictures as its cards are windows high; and what is searched for."""

from typing import Any

from PySide6.QtWidgets import QLineEdit, QScrollArea

from desktop.tour.stage import Stage
from services.core.backups import newest_good
from services.store.queries.grants import borrowed_now

LONG_S = 300.0  # verifying reads the whole journal, in a process that gives way to others


def settings(stage: Stage) -> None:
    """All cards; the first picture is the page as it opens."""
    page: Any = stage.go("settings")
    stage.take("settings")
    for key in page.sections.subjects:
        page.sections.show_section(key)
        _to_its_end(stage, page.sections.stack.currentWidget(), key)
    page.sections.search.setText("MES")
    stage.take("settings-found", both=False)
    page.sections.search.clear()
    page.sections.show_section("plant")


def _to_its_end(stage: Stage, area: QScrollArea, key: str) -> None:
    bar = area.verticalScrollBar()
    bar.setValue(0)
    stage.take(f"settings-{key}", both=False)
    shown = 1
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + bar.pageStep())
        shown += 1
        stage.take(f"settings-{key}-{shown}", both=False)


def roles(stage: Stage) -> None:
    """What waits for a second person, the form for an emergency, one given, and who may do what as a table."""
    page: Any = stage.go("settings")
    page.show_only("access")
    page.sections.show_card(page.grants)
    stage.take("settings-roles")
    stage.press("giveEmergency")
    stage.part(QLineEdit, "emergencyReason").setText("夜间泄漏，安全管理人员均不在厂")
    stage.press("giveNow")
    stage.until(lambda: page.workbench.ask(borrowed_now, now=page.workbench.now()), "no role is given")
    stage.rest()
    stage.watch.know(stage.own() | {one.reason for one in page.workbench.ask(borrowed_now, now=page.workbench.now())})
    page.sections.show_card(page.grants)
    stage.take("settings-roles-emergency", both=False)
    stage.press("whoMay")
    stage.rest()
    stage.take("settings-rights")
    stage.press("closeRights")


def connecting(stage: Stage) -> None:
    """WeCom set up step by step: what a step asks for, and what is wrong with it in plain words."""
    page: Any = stage.go("settings")
    page.show_only("access")
    stage.press("setWayIn-wecom")
    window = page.sign_on.connecting
    stage.rest()
    stage.take("settings-connecting", both=False)
    found = ("203.0.113.7", "not allow to access from your ip, hint: [17], from ip: 203.0.113.7")
    good = [{"what": one, "ok": True, "code": "", "said": "", "ip": "", "found": 0} for one in ("address", "secret")]
    bad = {"what": "reach", "ok": False, "code": "ip_not_listed", "said": found[1], "ip": found[0], "found": 0}
    window.show_step("reach")
    window._on_tried({"steps": [*good, bad]})
    stage.watch.know(stage.own() | {found[1]})
    stage.take("settings-connecting-ip")
    window.show_step("use")
    stage.take("settings-connecting-use", both=False)
    stage.press("closeConnect")


def keeping(stage: Stage) -> None:
    """A backup made for real and put back for trial; then what is kept how long."""
    page: Any = stage.go("settings")
    page.show_only("data")
    stage.press("backUpNow")
    stage.until(lambda: page.workbench.ask(newest_good), "no backup is made", LONG_S)
    stage.press("tryRestore")
    stage.until(lambda: page.workbench.ask(newest_good).trial == "good", "it is not tried", LONG_S)
    stage.rest()
    stage.watch.know(stage.own() | {page.backups.told["folder"], page.keeping.told["log"]["file"]})
    stage.take("settings-backups")
