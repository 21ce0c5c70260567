"""What stands round a printed plan: heading, legend with scale bar and north, title block to sign, key of zones."""

from collections.abc import Collection, Sequence

from services.core.geometry import Point
from services.core.round_figures import nice
from services.reports.inks import FIRE, LEVELS, LINE, MUTED, PANEL, STATUS, TEXT
from services.reports.label_sheets import MM_PER_PT, Box
from services.reports.names import Layer
from services.reports.pen import Pen, height_of
from services.reports.plan_facts import PlanFacts
from services.reports.plan_paper import Page
from services.reports.plan_zones import Plate, draw_badge, draw_level, draw_sign, draw_status, words_of
from services.reports.typeset import width_mm
from services.words import say

ENTRY_PT = 7.0
BAR_MM = 28.0
SIGNED = ("drawn", "checked", "approved")
SYMBOLS = {"equipment": "E", "fire": "F", "sensor": "S", "door": "D"}


def draw_head(pen: Pen, page: Page, facts: PlanFacts, layer: Layer) -> None:
    """What it is, of where, and how it stood when."""
    head, size = page.head, page.letters
    left = Box(head.x, head.y, head.width * 0.62, head.height - 2.5 * size)
    pen.lines(left, f"{facts.floor.place} · {say(f'sheet.title.{layer}', pen.lang)}", 15 * size, 700, middle=True)
    right = Box(head.x + head.width * 0.64, head.y, head.width * 0.36, head.height - 2.5 * size)
    told = f"{facts.plant}\n{say('sheet.as_of', pen.lang, at=f'{facts.as_of:%Y-%m-%d %H:%M}')}"
    pen.lines(right, told, 8.5 * size, 400, MUTED, "right", middle=True)


def draw_legend(
    pen: Pen, page: Page, facts: PlanFacts, layer: Layer, scale: int, kinds: Collection[str], keyed: Sequence[Plate]
) -> bool:
    """Every colour with its hatch and sign in words, the scale bar, and north where it is known. Whether the names of
    the numbered zones had room here too."""
    box, size = page.legend, page.letters
    pen.rect(box, stroke=TEXT, width=0.35)
    inner = box.shrunk(2 * size)
    north = 12 * size if facts.north else 0.0
    room = Box(inner.x, inner.y, inner.width - north, inner.height - 8 * size)
    said = _said(facts, layer, kinds, pen.lang)
    numbers = [("number", str(plate.number), key_words(plate, layer, pen.lang)) for plate in keyed]
    pt = ENTRY_PT * size
    together = _flow([*said, *numbers], room, pt)
    whole = [*said, *numbers] if together else said
    while (placed := _flow(whole, room, pt)) is None:
        pt *= 0.94
    for one, at in zip(whole, placed, strict=True):
        _entry(pen, at, layer, one, pt)
    _bar(pen, Box(inner.x, inner.bottom - 6.5 * size, inner.width - north, 6.5 * size), scale, size)
    if facts.north:
        _north(pen, Box(inner.right - north + 2 * size, inner.y, north - 2 * size, 14 * size), facts.north, size)
    return together is not None


def _said(facts: PlanFacts, layer: Layer, kinds: Collection[str], lang: str) -> list[tuple[str, str, str]]:
    """What the legend explains, as (what, code, words)."""
    said: list[tuple[str, str, str]] = []
    if layer != "risk":
        count = {code: sum(zone.status == code for zone in facts.zones) for code in STATUS}
        said += [("status", code, f"{say(f'sheet.status.{code}', lang)} ({count[code]})") for code in STATUS]
    if layer != "status":
        count = {code: sum(zone.level == code for zone in facts.zones) for code in LEVELS}
        said += [("level", code, f"{say(f'risk.level.{code}', lang)} ({count[code]})") for code in LEVELS]
    said += [("class", "A", say("sheet.class", lang))]
    return said + [("symbol", kind, say(f"sheet.symbol.{kind}", lang)) for kind in SYMBOLS if kind in kinds]


def key_words(plate: Plate, layer: Layer, lang: str) -> str:
    """A zone in the key."""
    return f"{plate.zone.name} · {plate.zone.zone_class} · {words_of(plate.zone, layer, lang)}"


def _flow(said: Sequence[tuple[str, str, str]], box: Box, pt: float) -> list[Box] | None:
    """Where entries stand, in columns of one width; None where they have no room."""
    tall = height_of(1, pt) * 1.15
    wide = max(width_mm(words, pt) for _, _, words in said) + 2.8 * tall
    columns, rows = int(box.width // wide), int(box.height // tall)
    if columns * rows < len(said):
        return None
    rows = -(-len(said) // columns)
    places = (divmod(at, rows) for at in range(len(said)))
    return [Box(box.x + column * wide, box.y + row * tall, wide, tall) for column, row in places]


def _entry(pen: Pen, box: Box, layer: Layer, said: tuple[str, str, str], pt: float) -> None:
    what, code, words = said
    side = box.height * 0.74
    mark = Box(box.x, box.y + (box.height - side) / 2, side * 1.5, side)
    square = Box(mark.x + side * 0.25, mark.y, side, side)
    if what == "level":
        draw_level(pen, mark, code, hatched=layer == "risk")
    elif what == "status":
        draw_status(pen, mark, code, filled=layer == "status")
        draw_sign(pen, square.shrunk(side * 0.2), code)
    elif what == "class":
        draw_badge(pen, square, code)
    elif what == "number":
        pen.rect(square, PANEL, TEXT, 0.15, radius=side * 0.2)
        pen.lines(square, code, box.height * 1.6, 700, align="middle", middle=True)
    else:
        draw_symbol(pen, (square.x + side / 2, square.y + side / 2), code, side)
    left = mark.right + side * 0.4
    pen.lines(Box(left, box.y, box.right - left, box.height), words, pt, middle=True)


def draw_symbol(pen: Pen, middle: Point, kind: str, size: float) -> None:
    """A letter in a ring: told by its letter where colours are not seen."""
    ink = FIRE if kind == "fire" else TEXT
    pen.circle(middle, size / 2, PANEL, ink, size * 0.09)
    pen.text(middle[0], middle[1] + size * 0.23, SYMBOLS[kind], size * 0.62 / MM_PER_PT, 700, ink, "middle")


def bar_of(scale: int, room: float) -> float:
    """How many metres the scale bar shows: a round number, at least 28 mm long where there is room for it."""
    metres = nice(BAR_MM * scale / 1000)
    return metres if metres * 1000 / scale <= room else nice(room * scale / 1000) / 10


def _bar(pen: Pen, box: Box, scale: int, size: float) -> None:
    metres = bar_of(scale, box.width * 0.7)
    part, tall = metres * 1000 / scale / 4, 1.4 * size
    y = box.bottom - tall
    for number in range(4):
        pen.rect(Box(box.x + number * part, y, part, tall), TEXT if number % 2 == 0 else PANEL)
    pen.rect(Box(box.x, y, 4 * part, tall), stroke=TEXT, width=0.15)
    pt = 6.5 * size
    pen.text(box.x, y - 0.8 * size, "0", pt)
    pen.text(box.x + 2 * part, y - 0.8 * size, f"{metres / 2:g}", pt, align="middle")
    pen.text(box.x + 4 * part, y - 0.8 * size, f"{metres:g} m", pt, align="middle")
    rest = Box(box.x + 4 * part + 7 * size, box.y, box.right - box.x - 4 * part - 7 * size, box.height)
    pen.lines(rest, say("sheet.scale_is", pen.lang, scale=scale), 9 * size, 700, middle=True)


def _north(pen: Pen, box: Box, north: tuple[float, float], size: float) -> None:
    """An arrow to the north; on paper y runs down."""
    x, y = box.x + box.width / 2, box.y + box.height / 2
    dx, dy, long = north[0], -north[1], 5.0 * size
    tip, tail = (x + dx * long, y + dy * long), (x - dx * long * 0.6, y - dy * long * 0.6)
    side = (-dy * long * 0.3, dx * long * 0.3)
    foot = (x - dx * long * 0.3, y - dy * long * 0.3)
    pen.outline((tip, (foot[0] + side[0], foot[1] + side[1]), (x, y), (foot[0] - side[0], foot[1] - side[1])), TEXT)
    pen.line((x, y), tail, TEXT, 0.3)
    pen.text(x, box.bottom + 2.6 * size, say("sheet.north", pen.lang), 7 * size, 700, align="middle")


def draw_block(pen: Pen, page: Page, facts: PlanFacts, scale: int, sheet: tuple[int, int, str]) -> None:
    """The title block: what it shows, and three boxes to be signed."""
    box, size, lang = page.block, page.letters, pen.lang
    pen.rect(box, stroke=TEXT, width=0.35)
    signs = box.width * 0.5
    rows = (
        ("plant", facts.plant),
        ("floor", facts.floor.place),
        ("scale", f"1:{scale} · {page.paper}"),
        ("edition", edition_words(facts, lang)),
        (
            "sheet",
            say("sheet.of" if sheet[1] > 1 else "sheet.only", lang, number=sheet[0], all=sheet[1], name=sheet[2]),
        ),
    )
    tall, label = box.height / len(rows), 13.0 * size
    for at, (key, value) in enumerate(rows):
        y = box.y + at * tall
        if at:
            pen.line((box.x, y), (box.right - signs, y), LINE, 0.2)
        left = box.x + 1.5 * size
        pen.lines(Box(left, y, label, tall), say(f"sheet.block.{key}", lang), 6 * size, 400, MUTED, middle=True)
        room = Box(left + label, y, box.width - signs - label - 2.5 * size, tall)
        pen.lines(room, value, 7.5 * size, 700 if key in ("scale", "edition") else 400, middle=True)
    _signatures(pen, Box(box.right - signs, box.y, signs, box.height), size)


def edition_words(facts: PlanFacts, lang: str) -> str:
    """The edition by its number and day, or that it is yet a draft."""
    edition = facts.edition
    if edition.at is None:
        return say("sheet.edition_draft" if edition.draft else "sheet.edition_old", lang)
    at = edition.at.astimezone(facts.zone)
    return say(
        "sheet.edition_changed" if edition.draft else "sheet.edition", lang, number=edition.seq, at=f"{at:%Y-%m-%d}"
    )


def _signatures(pen: Pen, box: Box, size: float) -> None:
    wide = box.width / len(SIGNED)
    for at, who in enumerate(SIGNED):
        x = box.x + at * wide
        pen.line((x, box.y), (x, box.bottom), TEXT, 0.2)
        pad = 1.2 * size
        room = Box(x + pad, box.y + pad, wide - 2 * pad, 5 * size)
        pen.lines(room, say(f"sheet.sign.{who}", pen.lang), 6.5 * size, 400, MUTED)
        y = box.bottom - 8 * size
        pen.line((x + pad, y), (x + wide - pad, y), MUTED, 0.15)
        pen.lines(
            Box(x + pad, y + pad, wide - 2 * pad, 5 * size), say("sheet.sign.date", pen.lang), 6.5 * size, 400, MUTED
        )


def draw_key(pen: Pen, page: Page, facts: PlanFacts, keyed: Sequence[Plate], layer: Layer) -> None:
    """Pages with the names of the zones that bear a number on the plan."""
    size, pt = page.letters, 9 * page.letters
    tall, top = height_of(1, pt) * 1.5, page.field.y + 10 * page.letters
    columns = 2 if page.landscape else 1
    rows = int((page.height - 10 - top) // tall)
    for at, plate in enumerate(sorted(keyed, key=lambda one: one.number)):
        column, row = divmod(at % (rows * columns), rows)
        if column == row == 0:
            pen.page(page.width, page.height)
            draw_head(pen, page, facts, layer)
            pen.lines(
                Box(page.field.x, page.field.y, page.field.width, 8 * size), say("sheet.key", pen.lang), 11 * size, 700
            )
        wide = page.field.width / columns
        line = Box(page.field.x + column * wide, top + row * tall, wide - 4 * size, tall)
        pen.lines(Box(line.x, line.y, 10 * size, tall), str(plate.number), pt, 700, middle=True)
        said = key_words(plate, layer, pen.lang)
        pen.lines(Box(line.x + 11 * size, line.y, wide - 15 * size, tall), said, pt, middle=True)
