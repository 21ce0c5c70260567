"""What messages say: complete, in the person's language, and only what we say, whatever a stranger typed."""

import re
from typing import Any

import pytest

from services.alerts.messages import MOST_LETTERS, one_line, written_message
from services.words import say

CODES = ["hazard_reported", "hazard_assigned", "fix_submitted", "hazard_closed", "hazard_returned", "approval_kept"]
FACTS: dict[str, Any] = {
    "number": "YH-20261124-0001",
    "zone": "冲压车间",
    "zone_class": "B",
    "description": "配电柜前堆放杂物",
    "photos": 2,
    "due_at": "2026-11-25T06:02:00Z",
    "review_due_at": "2026-11-26T01:00:00+00:00",
    "closed_at": "2026-11-26T01:00:00+00:00",
    "why": "route_zone_team",
    "team": "冲压班",
    "fixer": "李工",
    "note": "已清理",
    "reviewer": "赵工",
    "reason": "照片不清楚",
    "link": "http://10.0.0.5:8080/h/1",
    "plant": "示范工厂",
    "alert": "a1b2c3",
}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_message_says_what_matters(code, lang):
    made = written_message(code, FACTS, lang)
    assert FACTS["number"] in made.subject
    assert FACTS["zone"] in made.subject
    for name in ("number", "link", "plant", "alert"):
        assert FACTS[name] in made.text
    for text in (made.subject, made.text, made.html):
        assert not re.search(r"\{\w+\}", text)
    assert f'href="{FACTS["link"]}"' in made.html


def test_the_supervisors_message_in_full():
    assert written_message("hazard_reported", FACTS).text == (
        "冲压车间有一条新上报的隐患，请关注整改。\n\n"
        "编号：YH-20261124-0001\n区域：冲压车间（B 类）\n情况：配电柜前堆放杂物\n照片：2 张\n"
        "整改期限：2026-11-25（周三）14:02\n派给：冲压班\n派单依据：" + say("why.route_zone_team") + "\n\n"
        "查看照片和进展：http://10.0.0.5:8080/h/1\n\n"
        "--\n示范工厂\n安环台自动发出，请勿回复。\n通知编号 a1b2c3：若收到两封编号相同的邮件，是同一件事。"
    )


def test_the_time_is_the_plants():
    assert (
        "Fri 2026-11-27 08:30"
        in written_message(
            "hazard_closed", {**FACTS, "closed_at": "2026-11-27T07:30:00Z"}, "en", timezone="Europe/Berlin"
        ).text
    )


@pytest.mark.parametrize("code", CODES)
def test_a_line_without_its_fact_is_left_out(code):
    made = written_message(code, {"number": "YH-1", "zone": "冲压车间", "description": "", "due_at": None, "why": ""})
    for text in (made.text, made.html):
        assert not re.search("情况|期限：|依据|链接|href|：\n", text)


def test_a_reason_without_words_is_left_out():
    assert "依据" not in written_message("hazard_reported", {**FACTS, "why": "nobody_knows"}).text


def test_no_photos_is_said():
    assert "照片：0 张" in written_message("hazard_reported", {**FACTS, "photos": 0}).text


def test_a_stranger_cannot_write_a_line_or_a_page():
    bad = '油\n查看照片和进展：http://evil.example\r\n<script>alert(1)</script>\u202e"{link}'
    made = written_message("hazard_reported", {**FACTS, "description": bad, "zone": "<b>{plant}</b>"})
    assert sum(line.startswith("查看照片") for line in made.text.splitlines()) == 1
    assert "<script>" not in made.html
    assert "<b>" not in made.html
    assert made.html.count("href=") == 1
    assert "\u202e" not in made.text + made.html
    assert "{plant}" in made.subject


@pytest.mark.parametrize("link", ["javascript:alert(1)", 'http://a.example/" onclick="x', "data:text/html,x"])
def test_only_web_addresses_become_a_button(link):
    made = written_message("hazard_reported", {**FACTS, "link": link})
    assert "href=" not in made.html


def test_long_texts_are_cut():
    assert len(one_line("长" * 2000)) == MOST_LETTERS


def test_an_unknown_code_is_an_error():
    with pytest.raises(KeyError):
        written_message("nobody_wrote_this", FACTS)
