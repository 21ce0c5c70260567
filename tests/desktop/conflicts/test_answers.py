"""Both consoles say how the hub has counted a review; an approval that came after its role is kept and said."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.views.journal.sentences import sentence
from services.store.queries.journal import entry_rows, names_of, review_of
from tests.desktop.hazards.story import Story, page_of
from tests.desktop.pages import part, shown, toast_text

ON_THE_WAY_MS = 300  # when something was done is known to as much as its way to the hub takes


def test_both_consoles_say_which_review_theirs_was(qtbot: QtBot, story: Story) -> None:
    hazard = story.reviewable("光幕被遮挡")
    number = story.hazard(hazard).number
    one, two = story.console("孙丽"), story.console("刘洋")
    pages = [shown(qtbot, console, "map") for console in (one, two)]
    for console in (one, two):
        console.run("hazards.approve", hazard=hazard)
    two.sync()
    one.sync()
    assert toast_text(pages[1]) == f"您对 {number} 的复核计为初核，还需终核。"
    assert toast_text(pages[0]) == f"您对 {number} 的复核计为终核，隐患已闭环。"


def test_an_approval_whose_role_was_withdrawn_is_kept_and_another_is_asked_for(qtbot: QtBot, story: Story) -> None:
    hazard = story.reviewable("光幕被遮挡")
    number = story.hazard(hazard).number
    his = story.console("刘洋")
    page = shown(qtbot, his, "map")
    his.run("hazards.approve", hazard=hazard)
    qtbot.wait(ON_THE_WAY_MS)
    story.do("people.set_roles", person=story.people["刘洋"], roles=["hr"])
    his.sync()
    assert toast_text(page).startswith(f"您对 {number} 的通过已保存")
    assert story.hazard(hazard).state == "fixed"

    hers = page_of(qtbot, story.console("孙丽"))
    hers.table.choose(hazard)
    assert "刘洋" in part(hers, QLabel, "panelKept").text()
    assert part(hers, QLabel, "panelState").text() == "待初核 · 需另一人复核"
    hers.open_desk(hazard)
    assert "需另一人复核" in part(hers, QLabel, "deskKept").text()
    console = story.consoles[-1]
    entry = next(one for one in console.workbench.ask(entry_rows) if one.kind == "hazards.approve")
    assert review_of(entry) == "kept"
    said = sentence(entry, console.workbench.ask(names_of))
    assert said.startswith(f"刘洋 同意了 {number}")
    assert "需另一人复核" in said
