"""An entry of somebody's account in words: what it is for, what it rests on, and why it is not more."""

from services.store.queries.points import Line
from services.words import say


def headline(line: Line, lang: str) -> str:
    """What it is for."""
    rule = say(f"value.rule.{line.entry.rule}", lang) if line.entry.rule else ""
    return say(f"points.line.{line.entry.meaning}", lang, rule=rule)


def rests_on(line: Line) -> str:
    """What it rests on, as people call it."""
    return " ".join(part for part in (line.number, line.what) if part)


def why_not_more(line: Line, lang: str) -> str:
    """That it was shared, cut at the month's cap, or taken back by a decision; empty where nothing is so."""
    said = []
    if line.entry.meaning == "earned" and line.entry.parts > 1:
        said.append(say("points.line.parts", lang, parts=line.entry.parts))
    if line.entry.cut:
        said.append(say("points.line.cut", lang, cut=line.entry.cut))
    if line.entry.source_kind == "points_claim":
        said.append(say("claim.line", lang))
    if line.why:
        said.append(say("doubt.upheld", lang, said=line.why))
    return " · ".join(said)


def signed(points: int) -> str:
    """+10, or −10 with a true minus."""
    return f"+{points}" if points >= 0 else f"\u2212{-points}"
