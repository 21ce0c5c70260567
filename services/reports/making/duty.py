"""What the law and the standards ask for: the list of major hazards with their five requirements, the evidence for
each clause, and who lacks which training by name."""

from services.core.hazards import Hazard, State
from services.core.shape import utc_text
from services.reports.bag.evidence import clause_map
from services.reports.bag.ledger import clause_row
from services.reports.blocks import Asked, Block, Facts, Part, Rows, Words
from services.store.bag import newest_of
from services.store.queries.categories import categories, word
from services.store.queries.figures import span_of
from services.store.queries.training import certificate_rows, learners, need_names, session_rows
from services.words import say

NONE = "—"


def major_hazards(asked: Asked) -> Block:
    """The list that goes to the authority (重大事故隐患清单): those open now, and those reported or closed in the
    period."""
    found = _major(asked)
    zones = {one.id: one.name for one in asked.look.find("zone")}
    rows = tuple(
        (one.number or one.old_number, zones.get(one.zone, ""), one.description, asked.local(one.reported_at),
         say(f"state.{one.state}", asked.lang), asked.local(one.due_at), asked.local(one.closed_at))
        for one in found
    )  # fmt: skip
    heads = tuple((asked.say(f"major.col.{key}"), share) for key, share in (
        ("number", 18.0), ("zone", 12.0), ("what", 28.0), ("reported", 14.0), ("state", 10.0), ("due", 14.0),
        ("closed", 14.0)))  # fmt: skip
    open_ = [one for one in found if one.open]
    lacking = [one for one in open_ if asked.look.get("fix_plan", one.id) is None]
    told = asked.say("major.about", count=len(found), open=len(open_), lacking=len(lacking))
    return Block(asked.say("major"), (Words(told, loud=bool(lacking)), Rows(heads, rows, asked.say("major.none"))))


def five_requirements(asked: Asked) -> Block:
    """Each of them with responsibility, measures, funds, time limit and emergency plan (五落实), and what is
    missing."""
    people = {one.id: one.name for one in asked.look.find("person")}
    known, parts = categories(asked.look), list[Part]()
    zones = {one.id: one.name for one in asked.look.find("zone")}
    for one in _major(asked):
        plan = asked.look.get("fix_plan", one.id)
        head = f"{one.number or one.old_number} · {zones.get(one.zone, '')} · {word(known, one.category, asked.lang)}"
        if plan is None:
            parts += [Facts(((asked.say("major.col.number"), head),)), Words(asked.say("major.no_plan"), loud=True)]
            continue
        parts.append(Facts((
            (asked.say("major.col.number"), head),
            (asked.say("major.col.what"), one.description),
            (asked.say("major.responsible"), people.get(plan.responsible, NONE)),
            (asked.say("major.measures"), plan.measures),
            (asked.say("major.funds"), f"{plan.funds:,.2f}"),
            (asked.say("major.time_limit"), f"{plan.due_at.astimezone(asked.now.tzinfo):%Y-%m-%d %H:%M}"),
            (asked.say("major.emergency"), plan.emergency),
            (asked.say("major.interim"), plan.interim),
        )))  # fmt: skip
    return Block(asked.say("five"), tuple(parts) or (Words(asked.say("major.none")),))


def _major(asked: Asked) -> list[Hazard]:
    begins, ends = span_of(asked.look, asked.period)
    found: tuple[Hazard, ...] = asked.look.find("hazard", grade="major")

    def counts(one: Hazard) -> bool:
        moments = [utc_text(at) for at in (one.reported_at, one.closed_at) if at]
        return one.open or any(begins <= at < ends for at in moments)

    kept = [
        one
        for one in found
        if one.state not in (State.REJECTED, State.MERGED) and counts(one) and asked.holds(one.zone)
    ]
    return sorted(kept, key=lambda one: (not one.open, one.reported_at, one.id))


def clauses(asked: Asked) -> Block:
    """Clause by clause what records there are (gaps first), as of now."""
    found = clause_map(newest_of(asked.look.connection))
    rows = tuple(tuple(clause_row(one, asked.now, asked.lang)) for one in found)
    heads = tuple((say(f"bag.column.{key}", asked.lang), share) for key, share in (
        ("standard", 19.0), ("clause", 8.0), ("title", 26.0), ("evidence", 34.0), ("newest", 13.0)))  # fmt: skip
    gaps = sum(one.gap for one in found)
    told = asked.say("clauses.about", count=len(found), gaps=gaps)
    return Block(asked.say("clauses"), (Words(told), Words(say("bag.note.clauses", asked.lang)), Rows(heads, rows, "")))


def who_lacks(asked: Asked) -> Block:
    """Who may not work, or soon may not, by name: for the plant's own desk."""
    names = need_names(asked.look)
    rows = []
    for one in learners(asked.look, asked.today):
        for gap in (*one.barred, *one.soon):
            what = (
                names.get(gap.need, "") if gap.need.of == "course" else say(f"value.trade.{gap.need.what}", asked.lang)
            )
            standing = say(f"value.standing.{gap.standing}", asked.lang)
            rows.append((one.person.name, one.team, asked.say("list").join(gap.posts), what, standing, gap.until))
    heads = tuple(
        (asked.say(f"training.col.{key}"), share)
        for key, share in (
            ("person", 14.0),
            ("team", 18.0),
            ("post", 20.0),
            ("need", 28.0),
            ("standing", 12.0),
            ("until", 14.0),
        )
    )
    return Block(asked.say("who_lacks"), (Rows(heads, tuple(rows), asked.say("who_lacks.none")),))


def certificates_by_name(asked: Asked) -> Block:
    """Every certificate with its holder, what ends first at the top."""
    rows = tuple(
        (row.holder.name, say(f"value.trade.{row.certificate.trade}", asked.lang), row.certificate.issuer,
         row.certificate.expires_on, row.certificate.review_on, say(f"value.standing.{row.standing}", asked.lang))
        for row in certificate_rows(asked.look, asked.today)
    )  # fmt: skip
    heads = tuple(
        (asked.say(f"training.col.{key}"), share)
        for key, share in (
            ("person", 14.0),
            ("trade", 30.0),
            ("issuer", 20.0),
            ("expires", 13.0),
            ("review", 13.0),
            ("standing", 12.0),
        )
    )
    return Block(asked.say("certificates"), (Rows(heads, rows, asked.say("none")),))


def sessions(asked: Asked) -> Block:
    """The training sessions of the period."""
    zone = asked.now.tzinfo
    rows = tuple(
        (row.course.name, asked.local(row.session.starts_at), row.present)
        for row in session_rows(asked.look)
        if asked.period.first <= row.session.starts_at.astimezone(zone).date() <= asked.period.last
    )
    heads = tuple((asked.say(f"training.col.{key}"), share) for key, share in (
        ("need", 50.0), ("at", 30.0), ("people", 20.0)))  # fmt: skip
    return Block(asked.say("sessions"), (Rows(heads, rows, asked.say("sessions.none")),))
