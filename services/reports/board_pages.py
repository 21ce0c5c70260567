"""One map, one board, three lists (一图一牌三清单): the notice board, the cards of the zones and the lists as pages."""

from services.core.risks import RiskRow
from services.reports.board_facts import BoardFacts, ZoneFacts
from services.reports.board_table import Column, draw_table
from services.reports.inks import LEVELS, LINE, MUTED, TEXT
from services.reports.label_sheets import Box
from services.reports.names import Board
from services.reports.pen import Pen
from services.reports.plan_paper import MARGIN, Page, page_of
from services.reports.plan_sheet import GivenUp, Sheets, Step, known_paper
from services.reports.plan_zones import draw_badge, draw_level
from services.store.queries.hazards import HazardRow
from services.store.queries.risk import PointRow
from services.words import say

HEAD, FOOT, PT = 16.0, 9.0, 8.5
NONE = "—"


def print_board(
    facts: BoardFacts, board: Board, paper: str, lang: str, landscape: bool | None = None, step: Step = lambda _: True
) -> Sheets:
    """One of `names.BOARDS` as a PDF. Raises Refused: plan_sheet.paper_unknown; GivenUp."""
    wide = board != "notice-cards" if landscape is None else landscape
    page = page_of(known_paper(paper), wide)
    pen = Pen(f"{facts.plant} · {facts.floor.place} · {say(f'board.title.{board}', lang)}", lang)
    if not step(0.0):
        raise GivenUp
    if board == "notice-cards":
        for at, zone in enumerate(facts.zones):
            if not step(at / len(facts.zones)):
                raise GivenUp
            _card(pen, page, facts, zone)
    else:
        columns, rows = table_of(facts, board, lang)
        draw_table(pen, _room(page), columns, rows, PT * page.letters, lambda: _begin(pen, page, facts, board))
    if not pen.pages:
        _begin(pen, page, facts, board)
        pen.lines(_room(page), say(f"board.empty.{board}", lang), 12 * page.letters, 400, MUTED)
    data = pen.data()
    return Sheets(data, page, 0, 0, pen.pages)


def table_of(facts: BoardFacts, board: Board, lang: str) -> tuple[list[Column], list[list[str]]]:
    """Columns and rows of the board or of a list."""
    made = {
        "notice-board": (_BOARD, _board_rows),
        "risk-list": (_RISKS, _risk_rows),
        "measure-list": (_MEASURES, _measure_rows),
        "hazard-list": (_HAZARDS, _hazard_rows),
    }[board]
    columns = [Column(say(f"board.{key}", lang), share, key.endswith("level")) for key, share in made[0]]
    return columns, made[1](facts, lang)


_BOARD = (("zone", 13), ("level", 12), ("risks", 24), ("measures", 28), ("emergency", 20), ("responsible", 14))
_RISKS = (
    ("zone", 12), ("point", 16), ("dangers", 24), ("method", 14), ("inherent", 8), ("inherent_level", 13),
    ("residual", 8), ("residual_level", 13), ("basis", 16),
)  # fmt: skip
_MEASURES = (
    ("zone", 12), ("point", 16), ("residual_level", 13), ("measure", 32), ("tier", 11), ("in_place", 9),
    ("responsible", 12), ("review_on", 11),
)  # fmt: skip
_HAZARDS = (
    ("number", 14), ("zone", 12), ("hazard", 36), ("grade", 11), ("state", 11), ("reported", 12), ("due", 12),
    ("responsible", 14),
)  # fmt: skip


def _board_rows(facts: BoardFacts, lang: str) -> list[list[str]]:
    return [
        [
            f"{one.zone.name}\n{one.zone.code} · {one.zone.zone_class}",
            one.level,
            "\n".join(f"· {point.point.name}：{dangers(point)}" for point in one.points) or say("board.by_class", lang),
            "\n".join(f"· {text}" for text in measures(one)) or NONE,
            one.zone.emergency or NONE,
            "\n".join(filter(None, (one.supervisor, one.team, one.phone))) or NONE,
        ]
        for one in facts.zones
    ]


def _risk_rows(facts: BoardFacts, lang: str) -> list[list[str]]:
    return [
        [
            row.zone.name,
            row.point.name,
            dangers(row),
            say(f"value.method.{row.point.method}", lang),
            f"{row.inherent.score:g}",
            row.inherent.level.value,
            f"{row.residual.score:g}",
            row.residual.level.value,
            " · ".join(filter(None, (row.point.reason, row.point.source))) if row.point.designated else NONE,
        ]
        for row in facts.points
    ]


def _measure_rows(facts: BoardFacts, lang: str) -> list[list[str]]:
    return [
        [
            row.zone.name,
            row.point.name,
            row.residual.level.value,
            one.measure,
            say(f"value.tier.{one.tier}", lang),
            say("board.yes" if one.in_place else "board.no", lang),
            row.responsible or NONE,
            f"{row.point.review_on:%Y-%m-%d}" if row.point.review_on else NONE,
        ]
        for row in facts.points
        for one in row.measures
    ]


def _hazard_rows(facts: BoardFacts, lang: str) -> list[list[str]]:
    names, clock = {one.zone.id: one.zone.name for one in facts.zones}, facts.as_of.tzinfo
    return [
        [
            row.hazard.number or row.hazard.old_number or NONE,
            names[row.hazard.zone],
            row.hazard.description,
            say(f"value.grade.{row.hazard.grade}", lang),
            say(f"state.{row.hazard.state}", lang),
            f"{row.hazard.reported_at.astimezone(clock):%Y-%m-%d}",
            f"{row.hazard.due_at.astimezone(clock):%Y-%m-%d}" if row.hazard.due_at else NONE,
            _fixer(row),
        ]
        for row in facts.hazards
    ]


def _fixer(row: HazardRow) -> str:
    fixer = row.assignee or row.team
    return fixer.name if fixer else NONE


def dangers(row: PointRow) -> str:
    """What can happen at a risk point, each thing once."""
    said = (_danger(one) for one in row.point.rows)
    return "；".join(dict.fromkeys(filter(None, said))) or NONE


def _danger(row: RiskRow) -> str:
    return " → ".join(filter(None, (row.danger or row.what, row.consequence)))


def measures(zone: ZoneFacts) -> list[str]:
    """The measures in place at all of a zone's risk points, each once."""
    return list(dict.fromkeys(one.measure for point in zone.points for one in point.measures if one.in_place))


def _begin(pen: Pen, page: Page, facts: BoardFacts, board: Board) -> None:
    pen.page(page.width, page.height)
    size, left, wide = page.letters, MARGIN, page.width - 2 * MARGIN
    title = f"{facts.floor.place} · {say(f'board.title.{board}', pen.lang)}"
    pen.lines(Box(left, MARGIN, wide * 0.64, (HEAD - 3) * size), title, 15 * size, 700, middle=True)
    told = f"{facts.plant}\n{say('sheet.as_of', pen.lang, at=f'{facts.as_of:%Y-%m-%d %H:%M}')}"
    pen.lines(
        Box(left + wide * 0.66, MARGIN, wide * 0.34, (HEAD - 3) * size), told, 8.5 * size, 400, MUTED, "right", True
    )
    y = page.height - MARGIN - FOOT * size
    pen.line((left, y), (page.width - MARGIN, y), LINE, 0.2)
    for at, who in enumerate(("drawn", "checked", "approved")):
        place = Box(left + wide * 0.27 * at, y, wide * 0.26, FOOT * size)
        pen.lines(place, say(f"sheet.sign.{who}", pen.lang), 8 * size, 400, MUTED, middle=True)
    number = say("board.page", pen.lang, number=pen.pages)
    pen.lines(Box(left + wide * 0.8, y, wide * 0.2, FOOT * size), number, 8 * size, 400, MUTED, "right", True)


def _room(page: Page) -> Box:
    """Between heading and foot."""
    top = MARGIN + HEAD * page.letters
    return Box(MARGIN, top, page.width - 2 * MARGIN, page.height - MARGIN - (FOOT + 2) * page.letters - top)


def _card(pen: Pen, page: Page, facts: BoardFacts, one: ZoneFacts) -> None:
    """A card to hang at a zone: its level over the whole width, what can happen, what to do and whom to call."""
    pen.page(page.width, page.height)
    size, wide = page.letters, page.width - 2 * MARGIN
    level = LEVELS[one.level]
    band = Box(MARGIN, MARGIN, wide, 40 * size)
    pen.rect(band, fill=level.ground)
    title = say("board.title.notice-cards", pen.lang)
    inner = band.shrunk(4 * size)
    text = Box(inner.x, inner.y, inner.width - 36 * size, inner.height)
    pen.lines(Box(text.x, text.y, text.width, 8 * size), f"{title} · {facts.floor.place}", 12 * size, 400, level.text)
    pen.lines(
        Box(text.x, text.y + 9 * size, text.width, 22 * size), one.zone.name, 34 * size, 700, level.text, middle=True
    )
    side = 15 * size
    draw_badge(pen, Box(inner.right - side, inner.y, side, side), one.zone.zone_class)
    plate = Box(inner.right - 36 * size, inner.bottom - 13 * size, 36 * size, 13 * size)
    pen.rect(plate, "#FFFFFF", TEXT, 0.3, radius=1.0)
    draw_level(pen, Box(plate.x + 2 * size, plate.y + 3.5 * size, 8 * size, 6 * size), one.level)
    words = Box(plate.x + 11 * size, plate.y, plate.width - 12 * size, plate.height)
    pen.lines(words, say(f"risk.level.{one.level}", pen.lang), 13 * size, 700, middle=True)
    _sections(pen, Box(MARGIN, band.bottom + 5 * size, wide, page.height - band.bottom - MARGIN - 17 * size), one, size)
    foot = Box(MARGIN, page.height - MARGIN - 8 * size, wide, 8 * size)
    told = f"{facts.plant} · {one.zone.code} · {say('sheet.as_of', pen.lang, at=f'{facts.as_of:%Y-%m-%d}')}"
    pen.lines(foot, told, 9 * size, 400, MUTED, middle=True)


def _sections(pen: Pen, box: Box, one: ZoneFacts, size: float) -> None:
    told = (
        (
            "risks",
            "\n".join(f"· {p.point.name}：{dangers(p)}" for p in one.points) or say("board.by_class", pen.lang),
            3.2,
        ),
        ("measures", "\n".join(f"· {text}" for text in measures(one)) or NONE, 3.2),
        ("emergency", one.zone.emergency or NONE, 1.6),
        ("responsible", " · ".join(filter(None, (one.supervisor, one.team, one.phone))) or NONE, 1.0),
    )
    whole, y = sum(share for _, _, share in told), box.y
    for key, text, share in told:
        tall = box.height * share / whole
        pen.line((box.x, y), (box.right, y), TEXT, 0.4)
        pen.lines(Box(box.x, y + 1.5 * size, box.width, 8 * size), say(f"board.{key}", pen.lang), 13 * size, 700)
        pen.lines(Box(box.x, y + 9 * size, box.width, tall - 11 * size), text, 15 * size)
        y += tall
