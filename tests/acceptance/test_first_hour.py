"""The first hour of a new plant, by its first steps alone: from "my plant" to printed labels that a decoder reads, then
the first round and the first rule. Real window, real hub; each action counted."""

import json
from pathlib import Path

import pytest

from services.plans import write_sample
from tests.acceptance.paced import Paced
from tests.acceptance.test_first_loop import codes_on, shown

pytestmark = pytest.mark.acceptance
MOST_ACTIONS, MOST_MINUTES = 60, 30
PEOPLE = (
    "姓名\t工号\t手机号\t角色\r\n"
    "陈志强\t1001\t13900000001\t班组长\r\n"
    "李安\t1002\t13900000002\t安全管理人员\r\n"
    "赵刚\t1003\t13900000003\t整改人\r\n"
)


def founded(hand: Paced) -> None:
    hand.click("choosePlant")
    hand.type("plantName", "华东精工机械")
    hand.type("personName", "王芳")
    hand.type("password", "long enough")
    hand.type("passwordAgain", "long enough")
    hand.click("makePlant")
    hand.until("text", "起步", name="firstSteps")


def first_four(hand: Paced, plan: Path) -> None:
    """Shifts, people, plan, zones: each is begun by the bar's one button."""
    hand.click("stepGo")
    hand.click("shifts-two")
    hand.click("stepOn")
    hand.paste("peopleTable", PEOPLE)
    hand.until("enabled", lambda yes: yes is True, name="takePasted")
    hand.click("takePasted")
    hand.click("stepOn")
    hand.click("importDrawing")
    hand.file(plan)
    hand.click("useAsFloor")
    hand.click("stepOn")
    hand.click("takeAll")
    hand.click("takeSuggestions")
    hand.until("text", "从图纸取", name="toastText")
    hand.click("stepOn")


def printed(hand: Paced, url: str, pdf: Path) -> list[str]:
    hand.write("plantAddress", url)
    hand.click("saveAddress")
    hand.click("printLabels")
    hand.choose("labelDestination", "文件")
    hand.click("labelsGo")
    hand.file(pdf)
    hand.until("text", "“标签”已完成", name="stepText")
    return codes_on(pdf)


def round_and_rule(hand: Paced) -> None:
    hand.click("stepOn")
    hand.write("planName", "车间日检")
    hand.choose("planChecklist", "砂轮机")
    zone = hand.do("items", name="planZones")[0]
    hand.press("tick", name="planZones", text=zone)
    hand.click("planSave")
    hand.click("stepOn")
    hand.click("begin-open-longer-than")
    hand.click("saveRule")


def test_a_new_plant_comes_to_its_labels_in_sixty_actions(tmp_path: Path) -> None:
    plan, data = tmp_path / "hall.dxf", tmp_path / "office"
    write_sample(plan)
    hand = Paced(data)
    try:
        founded(hand)
        first_four(hand, plan)
        url = json.loads((data / "hub" / "hub.json").read_text(encoding="utf-8"))["url"]
        codes = printed(hand, url, tmp_path / "labels.pdf")
        to_labels = (hand.actions, hand.seconds)
        round_and_rule(hand)
        hand.until("text", "起步的各步都做完了", name="stepText")
        hand.click("stepBack")
        hand.until("visible", lambda yes: not yes, name="firstSteps")
    finally:
        ended = hand.close()
    print(f"to the labels: {to_labels[0]} actions, {to_labels[1]:.0f} s; in all {hand.actions}, {hand.seconds:.0f} s")
    assert ended == 0
    assert len(codes) == len(shown("zones", data)) > 1
    assert all(code.startswith(url + "/z/Z-") for code in codes)
    assert to_labels[0] <= MOST_ACTIONS
    assert to_labels[1] <= MOST_MINUTES * 60
