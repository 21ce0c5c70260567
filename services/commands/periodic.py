"""`anhuan report` of a period: the safety report, the ledger of hazards, the record of inspections, the
ledger of rewards."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from services.commands.printing import language, place_for, said, values
from services.commands.reach import looking, readable
from services.core.measures import Period
from services.core.refused import Refused
from services.store.folder import PlantFolder

if TYPE_CHECKING:
    from services.store.records import Records


def of_period(args: argparse.Namespace) -> int:
    """Writes the report: of the days given, else of the last month that is over, compared with what came before."""
    out = place_for(args.out)
    forms = (".pdf",) if args.report == "monthly" else (".pdf", ".xlsx")
    if out.suffix.lower() not in forms:
        raise Refused("report.wrong_form", file=out.name, forms=" ".join(forms))
    with looking(readable(PlantFolder(args.data))) as look:
        period, against = periods(args, look)
        made = (
            _monthly(args, look, period, against, out) if args.report == "monthly" else _ledger(args, look, period, out)
        )
    found = {"file": args.out, "from": period.first.isoformat(), "to": period.last.isoformat(), **made}
    return values(found, args) if args.json else said("cli.report_written", args, **found)


def periods(args: argparse.Namespace, look: "Records") -> tuple[Period, Period]:
    """The period and the one that it is compared with. Raises Refused: period_half, period_wrong, no_plant."""
    from services.core.plant import the_plant
    from services.reports.report_facts import last_month, stretch_before

    if (args.first is None) != (args.last is None) or (args.against_from is None) != (args.against_to is None):
        raise Refused("period_half")
    today = datetime.now(ZoneInfo(the_plant(look).timezone)).date()
    period = Period(args.first, args.last) if args.first else last_month(today)
    return period, Period(args.against_from, args.against_to) if args.against_from else stretch_before(period)


def _monthly(args: argparse.Namespace, look: "Records", period: Period, against: Period, out: Path) -> dict[str, Any]:
    from services.reports.labels import put
    from services.reports.report_facts import report_facts
    from services.reports.safety_report import print_report

    sheets = print_report(report_facts(look, period, against, datetime.now(UTC)), language(args))
    put(out, sheets.pdf)
    return {"pages": sheets.pages}


def _ledger(args: argparse.Namespace, look: "Records", period: Period, out: Path) -> dict[str, Any]:
    from services.reports.labels import put
    from services.reports.ledgers import ledger_facts, parts_of, print_ledger, sheet_of
    from services.reports.table_book import write_table

    lang = language(args)
    facts = ledger_facts(look, args.report, period, datetime.now(UTC), lang)
    if out.suffix.lower() == ".xlsx":
        return {"rows": write_table(out, sheet_of(facts, lang), parts_of(facts), lambda _: None)}
    sheets = print_ledger(facts, lang)
    put(out, sheets.pdf)
    return {"rows": len(facts.rows), "pages": sheets.pages}
