"""The list of a muster on paper: everybody by zone with a box to be ticked, where they were seen last, their number;
and the emergency call card above it. A power cut takes screens away, not paper."""

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any

from services.core.shape import utc_moment
from services.reports.board_table import Column, draw_table
from services.reports.inks import LINE, MUTED
from services.reports.label_sheets import Box
from services.reports.pen import Pen
from services.reports.plan_paper import MARGIN, page_of
from services.reports.plan_sheet import Sheets
from services.words import say

WIDTH, HEIGHT, HEAD, FOOT, PT = 210.0, 297.0, 18.0, 8.0, 9.0
COLUMNS = (("tick", 7), ("zone", 18), ("name", 15), ("team", 15), ("seen", 13), ("phone", 18), ("found", 14))
EMPTY = "□"


def print_muster(plant: str, zone: tzinfo | None, found: Mapping[str, Any], lang: str) -> Sheets:
    """The pages of a list as the hub answers it (`GET /api/musters/…/list`)."""
    pen = Pen(f"{plant} · {say('muster.title', lang)}", lang)
    as_of = utc_moment(found["now"]).astimezone(zone)

    def begin() -> None:
        _begin(pen, plant, found, as_of)

    room = Box(MARGIN, MARGIN + HEAD, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN - HEAD - FOOT)
    titles = [Column(say(f"muster.{key}", lang), share) for key, share in COLUMNS]
    draw_table(pen, room, titles, _rows(found["rows"], zone, lang), PT, begin)
    calls = [Column(say(f"muster.{key}", lang), share) for key, share in (("whom", 40), ("where", 30), ("phone", 30))]
    draw_table(pen, room, calls, [_call(one, lang) for one in found["call"]], PT + 2, begin)
    data = pen.data()
    return Sheets(data, page_of("A4", False), 0, 0, pen.pages)


def _rows(rows: Sequence[Mapping[str, Any]], zone: tzinfo | None, lang: str) -> list[list[str]]:
    return [
        [
            "☑" if one["found"] == "safe" or one["left"] else EMPTY,
            " ".join(filter(None, (one["zone"] or say("phone.muster.nowhere", lang), one["zone_class"]))),
            one["name"] or say("phone.muster.card", lang, card=one["id"].lstrip("?")),
            one["team"],
            f"{utc_moment(one['seen_at']).astimezone(zone):%m-%d %H:%M}",
            one["phone"],
            _found(one, lang),
        ]
        for one in rows
    ]  # fmt: skip


def _found(one: Mapping[str, Any], lang: str) -> str:
    if one["left"]:
        return say("muster.left", lang)
    return say(f"value.found.{one['found']}", lang) if one["found"] else ""


def _call(one: Mapping[str, Any], lang: str) -> list[str]:
    why = say(f"access.call.{one['why']}", lang)
    return [" · ".join(filter(None, (one["name"], why))), one["zone"], one["phone"]]


def _begin(pen: Pen, plant: str, found: Mapping[str, Any], as_of: datetime) -> None:
    pen.page(WIDTH, HEIGHT)
    wide = WIDTH - 2 * MARGIN
    there = sum(one["found"] == "safe" or bool(one["left"]) for one in found["rows"])
    counted = say("phone.muster.count", pen.lang, there=there, all=len(found["rows"]))
    title = f"{say('muster.title', pen.lang)} · {say('value.muster_why.' + found['why'], pen.lang)}"
    pen.lines(Box(MARGIN, MARGIN, wide * 0.62, 9), title, 15, 700, middle=True)
    pen.lines(Box(MARGIN, MARGIN + 9, wide * 0.62, 7), f"{counted}  {found['point']}", 10, 400, middle=True)
    told = f"{plant}\n{say('sheet.as_of', pen.lang, at=f'{as_of:%Y-%m-%d %H:%M}')}"
    pen.lines(Box(MARGIN + wide * 0.64, MARGIN, wide * 0.36, 12), told, 8.5, 400, MUTED, "right", True)
    y = HEIGHT - MARGIN - FOOT
    pen.line((MARGIN, y), (WIDTH - MARGIN, y), LINE, 0.2)
    pen.lines(Box(MARGIN, y, wide, FOOT), say("muster.kept", pen.lang), 7.5, 400, MUTED, middle=True)
    number = say("board.page", pen.lang, number=pen.pages)
    pen.lines(Box(MARGIN + wide * 0.8, y, wide * 0.2, FOOT), number, 8, 400, MUTED, "right", True)
