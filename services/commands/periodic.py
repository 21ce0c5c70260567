"""`anhuan report` of a period: the safety report, ledgers, what auditors and authorities ask for, and reports that
people put together themselves, by their names."""

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from services.commands.of_one import photos_of
from services.commands.printing import language, place_for, said, values
from services.commands.reach import looking, readable
from services.core.measures import Period
from services.core.refused import Refused
from services.store.folder import PlantFolder

if TYPE_CHECKING:
    from services.core.report_designs import ReportDesign
    from services.reports.names import OfPeriod
    from services.store.records import Records

FORMS = (".pdf", ".xlsx")


def of_period(args: argparse.Namespace) -> int:
    """Writes the report: of the days given, else of the last month that is over (of a report put together by hand: of
    its own period), compared with what came before. Raises Refused: report.wrong_form, report.unknown."""
    from services.reports.names import OF_PERIODS

    out = place_for(args.out)
    if out.suffix.lower() not in FORMS:
        raise Refused("report.wrong_form", file=out.name, forms=" ".join(FORMS))
    with looking(readable(PlantFolder(args.data))) as look:
        name = next((one for one in OF_PERIODS if one == args.report), None)
        paper: OfPeriod | ReportDesign = name or _design(look, args.report)
        period, against = periods(args, look, None if name else paper)
        made = _made(args, look, paper, period, against)
    found = {"file": args.out, "from": period.first.isoformat(), "to": period.last.isoformat(), **made}
    return values(found, args) if args.json else said("cli.report_written", args, **found)


def _design(look: "Records", name: str) -> "ReportDesign":
    from services.reports.names import REPORTS

    found = [one for one in look.find("report_design", name=name) if one.retired_at is None]
    if not found:
        own = sorted(one.name for one in look.find("report_design") if one.retired_at is None)
        raise Refused("report.unknown", report=name, known=" ".join((*REPORTS, *own)))
    design: ReportDesign = found[0]
    return design


def _made(
    args: argparse.Namespace, look: "Records", paper: "OfPeriod | ReportDesign", period: Period, against: Period
) -> dict[str, Any]:
    from services.core.plant import the_plant
    from services.reports.blocks import asked_for
    from services.reports.labels import put
    from services.reports.period_papers import print_paper, write_paper, zones_of
    from services.store.stops import by_line

    now, out, folder = datetime.now(UTC), place_for(args.out), PlantFolder(args.data)
    stops = by_line(look.connection, *period.span(ZoneInfo(the_plant(look).timezone)), now)
    asked = asked_for(
        look, period, against, now, language(args), stops=stops, photo=photos_of(folder), zones=zones_of(paper)
    )
    if out.suffix.lower() == ".xlsx":
        return {"rows": write_paper(paper, asked, out)}
    sheets, rows = print_paper(paper, asked)
    put(out, sheets.pdf)
    return {"pages": sheets.pages, **({"rows": rows} if rows else {})}


def periods(
    args: argparse.Namespace, look: "Records", design: "ReportDesign | OfPeriod | None" = None
) -> tuple[Period, Period]:
    """The period and the one that it is compared with. Raises Refused: period_half, period_wrong, no_plant."""
    from services.core.plant import the_plant
    from services.core.report_designs import ReportDesign, span_of_day
    from services.reports.report_facts import last_month, stretch_before

    if (args.first is None) != (args.last is None) or (args.against_from is None) != (args.against_to is None):
        raise Refused("period_half")
    today = datetime.now(ZoneInfo(the_plant(look).timezone)).date()
    usual = span_of_day(design.span, today) if isinstance(design, ReportDesign) else last_month(today)
    period = Period(args.first, args.last) if args.first else usual
    return period, Period(args.against_from, args.against_to) if args.against_from else stretch_before(period)
