"""A work permit on paper, as it hangs at the work: what, where, who, gas, measures, signatures, closing inspection."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from services.core.permit_forms import GasLimit
from services.core.plant import Plant
from services.reports.board_table import Column
from services.reports.flowing import Flowing
from services.store.queries.permits import PermitRow
from services.words import has, say

Moment = Callable[[datetime], str]


def print_permit(row: PermitRow, plant: Plant, now: datetime, lang: str) -> bytes:
    """The permit as it stands, as a PDF on A4."""
    zone = ZoneInfo(plant.timezone)
    permit = row.permit
    title = say(f"value.work.{permit.work}", lang)
    if permit.work_level != "only":
        title += f" · {say(f'value.work_level.{permit.work_level}', lang)}"
    paper = Flowing(say("permit.paper", lang, work=title), permit.number or "", plant.name, now.astimezone(zone), lang)

    def moment(at: datetime) -> str:
        return f"{at.astimezone(zone):%Y-%m-%d %H:%M}"

    if row.expired:
        paper.words(say("permit.expired", lang), loud=True)
    paper.facts(_facts(row, moment, lang))
    _signatures(paper, row, moment)
    _gas(paper, row, moment)
    _measures(paper, row)
    _closing(paper, row, moment)
    return paper.data()


def _facts(row: PermitRow, moment: Moment, lang: str) -> list[tuple[str, str]]:
    one = row.permit

    def field(name: str) -> str:
        return say(f"field.permit.{name}", lang)

    return [
        (field("stage"), say(f"value.stage.{one.stage}", lang)),
        (field("task"), one.task),
        (field("zone"), " · ".join(filter(None, (f"{row.zone.name} ({row.zone.zone_class})", one.place)))),
        (field("begins_at"), moment(one.begins_at)),
        (field("ends_at"), moment(one.ends_at)),
        (field("contractor"), row.company),
        (field("applicant"), row.name(one.applicant)),
        (field("leader"), row.name(one.leader)),
        (field("guardian"), row.name(one.guardian)),
        (field("workers"), say("permit.comma", lang).join([row.name(id_) for id_ in one.workers])),
        (field("started_at"), moment(one.started_at) if one.started_at else ""),
        (field("reason"), one.reason),
    ]


def _signatures(paper: Flowing, row: PermitRow, moment: Moment) -> None:
    one, lang = row.permit, paper.pen.lang
    paper.head(say("field.permit.signed", lang))
    lines = []
    for place, sign in enumerate(one.signs):
        done = one.signed[place] if place < len(one.signed) else None
        lines.append(
            (say(f"value.signs.{sign}", lang), row.name(done.person) if done else "", moment(done.at) if done else "")
        )
    titles = ("permit.paper_part", "permit.paper_who", "permit.paper_when")
    paper.table([Column(say(title, lang), share) for title, share in zip(titles, (3, 3, 3), strict=True)], lines)


def _gas(paper: Flowing, row: PermitRow, moment: Moment) -> None:
    one, lang = row.permit, paper.pen.lang
    if not one.gases:
        return
    limits = {limit.gas: limit for limit in one.gases}
    paper.head(say("field.permit.readings", lang))
    told = [f"{_word('gas', limit.gas, lang)} {_bounds(limit)}" for limit in one.gases]
    paper.words(say("permit.paper_limits", lang, limits=say("permit.comma", lang).join(told)))
    lines = [
        (
            moment(read.at),
            _word("gas", read.gas, lang),
            f"{read.value:g} {limits[read.gas].unit}",
            say(f"permit.gas_state.{'good' if limits[read.gas].holds(read.value) else 'over'}", lang),
            read.spot,
            row.name(read.by),
        )
        for read in one.readings
    ]
    titles = ("when", "gas", "value", "verdict", "spot", "who")
    shares = (3.0, 2.2, 2.0, 1.8, 2.2, 2.0)
    columns = [Column(say(f"permit.paper_{title}", lang), share) for title, share in zip(titles, shares, strict=True)]
    paper.table(columns, lines or [("",) * len(columns)] * 3)


def _measures(paper: Flowing, row: PermitRow) -> None:
    one, lang = row.permit, paper.pen.lang
    paper.head(say("field.permit.measures", lang))
    columns = [
        Column("", 0.6),
        Column(say("field.permit.measures", lang), 7),
        Column(say("permit.paper_done", lang), 2),
    ]
    lines = []
    for number, code in enumerate(one.measures, 1):
        done = "confirmed" if code in one.confirmed else "not_needed" if code in one.not_needed else ""
        said = say(f"permit.paper_{done}", lang) if done else ""
        lines.append((str(number), _word("measure", code, lang), said))
    paper.table(columns, lines)


def _closing(paper: Flowing, row: PermitRow, moment: Moment) -> None:
    one, lang = row.permit, paper.pen.lang
    paper.head(say("field.permit.closing", lang))
    done = say("permit.paper_confirmed", lang) if one.closed_at else ""
    columns = [Column(say("field.permit.closing", lang), 7), Column(say("permit.paper_done", lang), 2)]
    paper.table(columns, [(_word("closing", code, lang), done) for code in one.closing])
    paper.facts(
        [
            (say("field.permit.closed_by", lang), row.name(one.closed_by)),
            (say("field.permit.closed_at", lang), moment(one.closed_at) if one.closed_at else ""),
            (say("field.permit.closing_note", lang), one.closing_note),
        ]
    )


def _word(group: str, code: str, lang: str) -> str:
    key = f"permit.{group}.{code}"
    return say(key, lang) if has(key, lang) else code


def _bounds(limit: GasLimit) -> str:
    if limit.least is not None and limit.most is not None:
        return f"{limit.least:g}–{limit.most:g} {limit.unit}"
    return f"≤ {limit.most:g} {limit.unit}" if limit.most is not None else f"≥ {limit.least or 0:g} {limit.unit}"
