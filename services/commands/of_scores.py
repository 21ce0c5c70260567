"""`anhuan report` of the department score of a month: the notice board's sheet, certificates, factors for payroll."""

import argparse
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from services.commands.printing import language, place_for, said, values
from services.commands.reach import looking, readable
from services.core.refused import Refused
from services.reports.names import OF_SCORES
from services.store.folder import PlantFolder


def of_scores(args: argparse.Namespace) -> int:
    """Writes the paper of the month of `--of` (2026-10), else of the last one that is over. Raises Refused:
    report.wrong_form, no_plant, month_wrong, score_not_frozen, no_score_certificate."""
    from services.core.plant import the_plant
    from services.reports.labels import put
    from services.reports.report_facts import last_month
    from services.reports.score_papers import print_score_board, print_score_certificates, score_facts, write_payroll

    out, forms, now = place_for(args.out), OF_SCORES[args.report], datetime.now(UTC)
    if out.suffix.lower() not in forms:
        raise Refused("report.wrong_form", file=out.name, forms=" ".join(forms))
    with looking(readable(PlantFolder(args.data))) as look:
        over = last_month(now.astimezone(ZoneInfo(the_plant(look).timezone)).date())
        facts = score_facts(look, args.of or over.first.isoformat()[:7], now)
        found = {"file": args.out, "month": facts.month}
        if args.report == "payroll":
            found |= {"rows": write_payroll(out, look, facts, language(args))}
        else:
            draw = print_score_board if args.report == "score-board" else print_score_certificates
            put(out, draw(facts, language(args)))
    return values(found, args) if args.json else said("cli.page_written", args, **found)
