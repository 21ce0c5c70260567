"""Draws docs/architecture.svg: python -m docs.making.architecture [--check]

Boxes and arrows by hand, in the colours of the house, on white so that it can be read anywhere.
"""

import sys
from html import escape
from pathlib import Path

from desktop.style.tokens import LIGHT

FILE = Path(__file__).resolve().parents[1] / "architecture.svg"
WIDE, HIGH = 960, 640
FONT = "font-family='Noto Sans, Segoe UI, sans-serif'"


def box(x: int, y: int, wide: int, high: int, title: str, *lines: str, strong: bool = False) -> str:
    """A box with its name and what it does."""
    ground, edge = (LIGHT.tint, LIGHT.accent) if strong else (LIGHT.panel, LIGHT.muted)
    texts = [text(x + wide / 2, y + 24, title, 15, bold=True)]
    texts += [text(x + wide / 2, y + 44 + 17 * place, line, 12) for place, line in enumerate(lines)]
    frame = f"<rect x='{x}' y='{y}' width='{wide}' height='{high}' rx='6' fill='{ground}' stroke='{edge}'/>"
    return frame + "".join(texts)


def text(x: float, y: float, said: str, size: int, *, bold: bool = False, at: str = "middle") -> str:
    """A line of text."""
    ink = f"font-weight='600' fill='{LIGHT.text}'" if bold else f"fill='{LIGHT.muted}'"
    return f"<text x='{x:g}' y='{y:g}' font-size='{size}' {ink} text-anchor='{at}'>{escape(said)}</text>"


def arrow(x1: int, y1: int, x2: int, y2: int, said: str) -> str:
    """An arrow downwards, with a word beside its middle."""
    stroke = f"stroke='{LIGHT.accent}' stroke-width='1.6'"
    line = f"<line x1='{x1}' y1='{y1}' x2='{x2}' y2='{y2}' {stroke} marker-end='url(#head)'/>"
    slant = 14 if x1 != x2 else 8
    return line + (text((x1 + x2) / 2 + slant, (y1 + y2) / 2 + 4, said, 12, at="start") if said else "")


def head(name: str, path: str, at: int) -> str:
    """The point of an arrow."""
    size = "markerWidth='8' markerHeight='8' orient='auto'"
    shape = f"<path d='{path}' fill='{LIGHT.accent}'/>"
    return f"<marker id='{name}' viewBox='0 0 10 10' refX='{at}' refY='5' {size}>{shape}</marker>"


BOXES = (
    (20, 20, 250, 92, "Phones", "a browser and a label; no app", "reports wait on the phone", "services/hub"),
    (325, 20, 310, 92, "MES · doors · sensors · machines", "HTTP, ISAPI, MQTT, MTConnect", "services/connectors"),
    (690, 20, 250, 92, "The clock and the rules", "services/rules: hears each commit,", "issues operations of its own"),
    (
        20,
        524,
        280,
        96,
        "Console",
        "desktop: Qt only",
        "its own copy and the same core:",
        "works offline, sends what waits",
    ),
    (
        340,
        524,
        280,
        96,
        "Reports, bags, the past",
        "services/reports",
        "each figure has one query",
        "a bag needs no hub",
    ),
    (
        660,
        524,
        280,
        96,
        "Alerts",
        "services/alerts: outbox, channels,",
        "one way after the other,",
        "until somebody answers",
    ),
)
STEPS = (
    (230, 180, 500, 58, "The hub's one door", "services/hub: who is it, is it whole, was it sent before?"),
    (
        *(230, 276, 500, 76, "decide(operation, context, look) → changes or Refused"),
        *("services/core: pure; standard library only", "the same function runs on hub and console"),
    ),
    (
        *(230, 390, 500, 76, "One transaction: records + journal"),
        *("services/store: SQLite, or PostgreSQL for several hubs", "before and after, a chain of hashes"),
    ),
)
ARROWS = (
    (145, 112, 330, 176, "Operation"),
    (480, 112, 480, 176, "Operation"),
    (815, 112, 630, 176, "Operation"),
    (480, 238, 480, 272, ""),
    (480, 352, 480, 386, ""),
    (340, 466, 190, 520, "changed"),
    (480, 466, 480, 520, "entries"),
    (620, 466, 770, 520, "deliveries"),
)


def drawn() -> str:
    """The whole picture."""
    ends = "marker-end='url(#head)' marker-start='url(#tail)'"
    sync = f"<path d='M 60 524 L 60 209 L 226 209' fill='none' stroke='{LIGHT.accent}' stroke-width='1.6' {ends}/>"
    parts = [box(*one) for one in BOXES] + [box(*one, strong=True) for one in STEPS] + [arrow(*one) for one in ARROWS]
    parts += [
        sync,
        text(70, 340, "sync: operations up,", 12, at="start"),
        text(70, 357, "entries down", 12, at="start"),
    ]
    heads = head("head", "M 0 0 L 10 5 L 0 10 z", 9) + head("tail", "M 10 0 L 0 5 L 10 10 z", 1)
    size = f"viewBox='0 0 {WIDE} {HIGH}' width='{WIDE}' height='{HIGH}'"
    ground = f"<rect width='{WIDE}' height='{HIGH}' fill='#FFFFFF'/>"
    body = "\n".join([f"<defs>{heads}</defs>", ground, *parts])
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size} {FONT}>\n{body}\n</svg>\n"


def main() -> int:
    """The command; with --check 1 where the file is not what would be drawn."""
    if "--check" in sys.argv:
        return 0 if FILE.read_text("utf-8") == drawn() else 1
    FILE.write_text(drawn(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
