"""What a customer's auditor asks for: how safety is organised, where the risk is, whether hazards are closed, who is
trained, and a few closed hazards with their photos. People stand here by their roles; no name of anybody goes out."""

from collections import Counter
from datetime import timedelta

from services.core.hazards import Hazard
from services.core.permits import LIVING
from services.core.photo_releases import released
from services.core.risk_levels import RiskLevel
from services.core.roles import Role
from services.core.shape import utc_text
from services.reports.blocks import Asked, Bars, Block, Facts, Pairs, Rows, Words
from services.reports.figures_said import number
from services.store.queries.analysis import analysis
from services.store.queries.categories import categories, word
from services.store.queries.contractors import company_rows, member_rows
from services.store.queries.emergencies import drill_rows, plan_rows
from services.store.queries.figures import figures, span_of
from services.store.queries.risk import risk_points, zone_risks
from services.store.queries.training import certificate_rows, learners, matrix_of
from services.words import say

SAMPLE = 5
KEY_ROLES = (Role.EHS_MANAGER, Role.SAFETY_OFFICER, Role.DEPARTMENT_MANAGER, Role.TEAM_LEADER, Role.FIXER)


def columns(asked: Asked, part: str, *shares: tuple[str, float]) -> tuple[tuple[str, float], ...]:
    """The columns of a table of these papers."""
    return tuple((asked.say(f"{part}.col.{key}"), share) for key, share in shares)


def system(asked: Asked) -> Block:
    """How many people work here, who answers for safety, and what the system consists of."""
    look = asked.look
    people = [one for one in look.find("person") if one.here]
    roles = Counter(role for one in people for role in one.roles)
    zones = [one for one in look.find("zone") if one.retired_at is None and asked.holds(one.id)]
    plans = [one for one in look.find("inspection_plan") if one.retired_at is None]
    pairs = [
        (asked.say("system.people"), str(len(people))),
        (asked.say("system.departments"), str(len([one for one in look.find("department") if one.retired_at is None]))),
        *((say(f"role.{role}", asked.lang), str(roles[role])) for role in KEY_ROLES),
        (asked.say("system.zones"), str(len(zones))),
        (asked.say("system.risk_points"), str(len(risk_points(look)))),
        (asked.say("system.plans"), str(len(plans))),
        (asked.say("system.equipment"), str(len([one for one in look.find("equipment") if one.retired_at is None]))),
        (asked.say("system.review"), asked.say("system.review_said")),
        (asked.say("system.trace"), asked.say("system.trace_said")),
    ]
    return Block(asked.say("system"), (Facts(tuple(pairs)),))


def zones(asked: Asked) -> Block:
    """The zones by class and by level of risk, those of the two highest levels by name."""
    risks = zone_risks(asked.look)
    found = [one for one in asked.look.find("zone") if one.retired_at is None and asked.holds(one.id)]
    classes, levels = Counter(one.zone_class for one in found), Counter(risks[one.id].level for one in found)
    bars = tuple((letter, float(classes[letter]), str(classes[letter])) for letter in "ABCD")
    worst = sorted((one for one in found if risks[one.id].level.rank >= RiskLevel.ORANGE.rank),
                   key=lambda one: (-risks[one.id].level.rank, one.name))  # fmt: skip
    rows = tuple(
        (one.name, one.zone_class, say(f"risk.level.{risks[one.id].level}", asked.lang),
         say("value.true.yes", asked.lang) if one.supervisor else say("value.true.no", asked.lang))
        for one in worst
    )  # fmt: skip
    told = asked.say("list").join(f"{say(f'risk.level.{level}', asked.lang)} {levels[level]}" for level in RiskLevel)
    heads = columns(asked, "zones", ("zone", 40), ("class", 14), ("level", 22), ("supervised", 24))
    return Block(
        asked.say("zones"),
        (
            Bars(asked.say("zones.chart"), asked.say("col.count"), bars),
            Words(told),
            Rows(heads, rows, asked.say("none")),
        ),
    )


def loop(asked: Asked) -> Block:
    """The figures of the loop, and how far the hazards of the period have come."""
    found = figures(asked.look, asked.period, asked.now)
    seen = analysis(asked.look, asked.period, asked.now)
    fix, plan, hurt = found.time_to_fix, found.completion, found.injuries
    rate = None if plan.rate is None else plan.rate * 100
    pairs = (
        (
            say("figure.name.time_to_fix", asked.lang),
            asked.say(
                "loop.fix",
                mean=number(fix.mean_hours, asked.lang),
                p50=number(fix.p50_hours, asked.lang),
                p90=number(fix.p90_hours, asked.lang),
                count=fix.count,
            ),
        ),
        (
            say("figure.name.plan_completion", asked.lang),
            asked.say(
                "loop.plan", rate=number(rate, asked.lang), due=plan.due, missed=plan.missed, excused=plan.excused
            ),
        ),
        (
            say("figure.name.recordable_injuries", asked.lang),
            asked.say(
                "loop.hurt",
                count=hurt.count,
                days=hurt.days_lost,
                low=number(hurt.low, asked.lang, 2),
                high=number(hurt.high, asked.lang, 2),
            ),
        ),
    )
    reached = tuple(
        (say(f"report.reached.{name}", asked.lang), float(len(ids)), str(len(ids))) for name, ids in seen.reached
    )
    known = categories(asked.look)
    kinds = tuple((word(known, one.key, asked.lang), float(one.count), str(one.count)) for one in seen.categories[:10])
    value = asked.say("col.count")
    return Block(
        asked.say("loop"),
        (
            Facts(pairs),
            Bars(asked.say("loop.reached"), value, reached),
            Bars(say("report.chart.categories", asked.lang), value, kinds),
        ),
    )


def sample(asked: Asked) -> Block:
    """Closed hazards of the period with both photos, spread evenly over it; photos in which nobody has looked for faces
    are left out."""
    closed = _closed(asked)
    step = max(1, len(closed) // SAMPLE)
    taken = closed[::step][:SAMPLE]
    known = categories(asked.look)
    zones_ = {one.id: one.name for one in asked.look.find("zone")}
    pairs = []
    for one in taken:
        hours = (one.fixed_at - one.reported_at) / timedelta(hours=1) if one.fixed_at else None
        told = asked.say("sample.said", number=one.number or one.old_number, zone=zones_.get(one.zone, ""),
                         category=word(known, one.category, asked.lang), what=one.description,
                         hours=number(hours, asked.lang))  # fmt: skip
        shown = released(asked.look, one.id)
        before, after = (asked.photo(photo) if photo in shown else None for photo in (one.before[0], one.after[0]))
        pairs.append((told, before, after))
    text = asked.say("sample.about", count=len(taken), all=len(closed)) if taken else asked.say("sample.none")
    return Block(asked.say("sample"), (Words(text), Pairs(tuple(pairs), "paper.photo_kept")))


def _closed(asked: Asked) -> list[Hazard]:
    begins, ends = span_of(asked.look, asked.period)
    found: tuple[Hazard, ...] = asked.look.find("hazard", state="closed")
    kept = [
        one
        for one in found
        if one.closed_at
        and begins <= utc_text(one.closed_at) < ends
        and one.before
        and one.after
        and asked.holds(one.zone)
    ]
    return sorted(kept, key=lambda one: (one.closed_at or one.reported_at, one.id))


def training(asked: Asked) -> Block:
    """Posts by how many of their people lack what: nobody is named."""
    some = learners(asked.look, asked.today)
    found = matrix_of(asked.look, some)
    courses = {one.id: one.name for one in asked.look.find("course")}
    rows = []
    for post in found.posts:
        for need in found.needs:
            cell = found.cells.get((post.id, need))
            if cell is None:
                continue
            what = courses.get(need.what, "") if need.of == "course" else say(f"value.trade.{need.what}", asked.lang)
            counts = (cell.many("ok"), cell.many("soon"), cell.many("expired"), cell.many("missing"))
            rows.append((post.name, what, found.people.get(post.id, 0), *counts))
    barred = sum(bool(one.barred) for one in some)
    heads = columns(
        asked,
        "training",
        ("post", 20),
        ("need", 32),
        ("people", 9),
        ("ok", 9),
        ("soon", 10),
        ("expired", 9),
        ("missing", 9),
    )
    text = asked.say("training.about", people=len(some), barred=barred)
    return Block(asked.say("training"), (Words(text, loud=barred > 0), Rows(heads, tuple(rows), asked.say("none"))))


def certificates(asked: Asked) -> Block:
    """Certificates by trade: how many hold, end soon, are over."""
    counts: dict[str, Counter[str]] = {}
    for row in certificate_rows(asked.look, asked.today):
        counts.setdefault(row.certificate.trade, Counter())[row.standing] += 1
    rows = tuple(
        (say(f"value.trade.{trade}", asked.lang), sum(each.values()), each["ok"], each["soon"], each["expired"])
        for trade, each in sorted(counts.items())
    )
    heads = columns(asked, "training", ("trade", 40), ("all", 15), ("ok", 15), ("soon", 15), ("expired", 15))
    return Block(asked.say("certificates"), (Rows(heads, rows, asked.say("none")),))


def drills(asked: Asked) -> Block:
    """The drills of the period with their scores, and the emergency plans with when each was last tried."""
    zone = asked.now.tzinfo
    held = [row for row in drill_rows(asked.look) if row.drill.begun_at
            and asked.period.first <= row.drill.begun_at.astimezone(zone).date() <= asked.period.last]  # fmt: skip
    rows = tuple(
        (
            row.drill.name,
            say(f"value.manner.{row.drill.manner}", asked.lang),
            asked.local(row.drill.begun_at),
            round(row.lasted / timedelta(minutes=1)) if row.lasted else None,
            len(row.people),
            row.drill.score,
            len(row.hazards),
        )
        for row in held
    )
    plans = tuple((row.plan.name, asked.local(row.drilled_at)) for row in plan_rows(asked.look))
    heads = columns(
        asked,
        "drills",
        ("name", 30),
        ("manner", 16),
        ("at", 18),
        ("minutes", 10),
        ("people", 10),
        ("score", 10),
        ("found", 10),
    )
    of_plans = columns(asked, "drills", ("plan", 60), ("last", 40))
    return Block(
        asked.say("drills"),
        (Rows(heads, rows, asked.say("drills.none")), Rows(of_plans, plans, asked.say("drills.no_plans"))),
    )


def contractors(asked: Asked) -> Block:
    """The companies with their papers, people and scores."""
    people = member_rows(asked.look, asked.now)
    barred = Counter(one.company.id for one in people if one.standing in ("banned", "over", "missing"))
    rows = tuple(
        (
            row.company.name,
            row.company.trade,
            asked.say(f"contractors.standing.{row.standing}"),
            row.ends_on,
            row.people,
            barred[row.id],
            row.general + row.major,
            row.stopped,
            row.score,
        )
        for row in company_rows(asked.look, asked.now)
    )
    heads = columns(asked, "contractors", ("name", 24), ("trade", 13), ("standing", 11), ("ends", 12), ("people", 9),
                    ("barred", 9), ("hazards", 11), ("stopped", 11), ("score", 8))  # fmt: skip
    return Block(asked.say("contractors"), (Rows(heads, rows, asked.say("none")),))


def papers(asked: Asked) -> Block:
    """The papers that companies have handed in, what ends first at the top."""
    rows = tuple(
        (row.company.name, say(f"value.paper.{one.paper}", asked.lang), one.title, one.paper_no, one.valid_until)
        for row in company_rows(asked.look, asked.now)
        for one in row.papers
    )
    ordered = tuple(sorted(rows, key=lambda row: (row[4], row[0])))
    heads = columns(asked, "contractors", ("name", 28), ("paper", 18), ("title", 26), ("number", 16), ("ends", 14))
    return Block(asked.say("contractor_papers"), (Rows(heads, ordered, asked.say("none")),))


def permits(asked: Asked) -> Block:
    """The permits of the period by kind of work and what became of them."""
    counts: dict[str, Counter[str]] = {}
    zone = asked.now.tzinfo
    for one in asked.look.find("permit"):
        if asked.holds(one.zone) and asked.period.first <= one.begins_at.astimezone(zone).date() <= asked.period.last:
            mine = counts.setdefault(one.work, Counter())
            mine["all"] += 1
            mine[one.stage] += 1
            mine["stopped_ever"] += one.stopped_at is not None
            mine["outside"] += one.contractor is not None
    rows = tuple(
        (say(f"value.work.{work}", asked.lang), each["all"], each["closed"], sum(each[stage] for stage in LIVING),
         each["rejected"], each["stopped_ever"], each["outside"])
        for work, each in sorted(counts.items())
    )  # fmt: skip
    heads = columns(asked, "permits", ("work", 28), ("all", 12), ("closed", 12), ("living", 12), ("rejected", 12),
                    ("stopped", 12), ("outside", 12))  # fmt: skip
    return Block(asked.say("permits"), (Rows(heads, rows, asked.say("permits.none")),))


def privacy(asked: Asked) -> Block:
    """How this paper was made, and that nobody is named in it."""
    return Block(asked.say("privacy"), (Words(asked.say("privacy.said")),))
