"""The annual assessment of equipment: which posts cost most at which risk, what would help there, what that costs and
when it is paid back. Every number names what it is reckoned from."""

from services.core.losses import loss_rates
from services.reports.blocks import Asked, Bars, Block, Part, Rows, Words
from services.reports.figures_said import number
from services.reports.table_book import Cell
from services.store.queries.losses import PostLoss, machine_rows, post_losses
from services.words import say

POSTS = 3  # that are proposed
FEW = 8  # posts that are on paper, at least
BEYOND = 10.0  # years after which a payback is only called long


def decide(asked: Asked) -> Block:
    """Half a page: which posts, how much money, and what the figures lack."""
    posts = post_losses(asked.look, asked.period, asked.stops)
    chosen = chosen_of(posts)
    said: list[Part] = [Words(one) for one in _said(asked, posts, chosen)]
    said += [Words(one, loud=True) for one in _lacking(asked, posts, chosen)]
    return Block(asked.say("decide"), tuple(said))


def chosen_of(posts: tuple[PostLoss, ...]) -> tuple[PostLoss, ...]:
    """The posts that are proposed: the first ones where anything was lost and something is planned, filled up with
    those where nothing is planned yet."""
    lost = [one for one in posts if one.yearly > 0]
    ranked = [one for one in lost if one.planned] + [one for one in lost if not one.planned]
    return tuple(sorted(ranked[:POSTS], key=lost.index))


def _said(asked: Asked, posts: tuple[PostLoss, ...], chosen: tuple[PostLoss, ...]) -> list[str]:
    if not chosen:
        return [asked.say("equipment.nothing")]
    whole = sum(one.yearly for one in posts)
    mine = sum(one.yearly for one in chosen)
    names = say("report.and", asked.lang).join(one.zone.name for one in chosen)
    cost = sum(one.cost for one in chosen)
    share = f"{mine / whole * 100:.0f}"
    told = [
        asked.say("equipment.three", names=names, count=len(chosen), cost=yuan(cost), share=share, yearly=yuan(mine))
    ]
    for one in chosen:
        level, after = (say(f"risk.level.{each}", asked.lang) for each in (one.level, one.after))
        if not one.planned:
            told.append(asked.say("equipment.no_plan", name=one.zone.name, level=level, yearly=yuan(one.yearly)))
            continue
        measures = asked.say("list").join(each.measure for each in one.planned)
        likely = one.paybacks[1]
        told.append(
            asked.say(
                "equipment.one",
                name=one.zone.name,
                measures=measures,
                cost=yuan(one.cost),
                level=level,
                after=after,
                saved=yuan(likely.saved),
                years=years(asked, likely.years),
            )
        )
    return told


def _lacking(asked: Asked, posts: tuple[PostLoss, ...], chosen: tuple[PostLoss, ...]) -> list[str]:
    told = []
    if asked.stops is None:
        told.append(asked.say("equipment.no_stops"))
    elif missing := unplaced(asked, posts):
        told.append(asked.say("equipment.unplaced", lines=asked.say("list").join(missing)))
    if posts and posts[0].rates.usual:
        told.append(asked.say("equipment.usual_rates"))
    if unpriced := [one for post in chosen for one in post.unpriced]:
        names = asked.say("list").join(one.measure for one in unpriced)
        told.append(asked.say("equipment.unpriced", names=names, count=len(unpriced)))
    if asked.period.days < 300:
        told.append(asked.say("equipment.short", days=asked.period.days))
    return told


def unplaced(asked: Asked, posts: tuple[PostLoss, ...]) -> list[str]:
    """The lines with stops that no machine belongs to, so that they count nowhere."""
    counted = {stop.line for post in posts for stop in post.stops or ()}
    return [one.line for one in asked.stops or () if one.line not in counted and one.hours > 0]


def posts(asked: Asked) -> Block:
    """All posts by their index, with what each number is made of."""
    found = post_losses(asked.look, asked.period, asked.stops)
    shares = (("post", 15), ("level", 15), ("stops", 8), ("hours", 10), ("hazards", 11), ("injuries", 11), ("days", 8),
              ("loss", 11), ("yearly", 12), ("index", 12))  # fmt: skip
    rows = tuple(
        (
            one.zone.name,
            say(f"risk.level.{one.level}", asked.lang),
            None if one.stops is None else sum(stop.count for stop in one.stops),
            None if one.hours is None else round(one.hours, 1),
            len(one.hazards),
            one.injuries,
            one.days_lost,
            round(one.loss),
            round(one.yearly),
            round(one.index),
        )
        for one in found
    )
    rates = found[0].rates if found else None
    told = {} if rates is None else {name: f"{getattr(rates, name):,.0f}" for name in
                                    ("stop_hour", "hazard", "injury", "day_lost")}  # fmt: skip
    dear = sorted((one for one in found if one.yearly > 0), key=lambda one: -one.yearly)
    bars = tuple((one.zone.name, one.yearly, yuan(one.yearly)) for one in dear)
    value = asked.say("equipment.col.yearly")
    return Block(
        asked.say("equipment.posts"),
        (
            Bars(asked.say("equipment.chart"), value, bars),
            _rows(asked, shares, rows, most=max(len(dear), FEW)),
            Words(asked.say("equipment.how", days=asked.period.days, **told)),
        ),
    )


def paybacks(asked: Asked) -> Block:
    """What is planned at the chosen posts, each measure with its cost, and the three cases."""
    chosen = chosen_of(post_losses(asked.look, asked.period, asked.stops))
    measures = tuple(
        (post.zone.name, point.point.name, one.measure, say(f"value.tier.{one.tier}", asked.lang), one.cost)
        for post in chosen
        for point in post.points
        for one in point.measures
        if not one.in_place
    )
    cases = tuple(
        (post.zone.name, asked.say(f"equipment.case.{one.case}"), round(one.share), round(post.cost), round(one.saved),
         None if one.years is None else round(one.years, 1))
        for post in chosen
        for one in post.paybacks
    )  # fmt: skip
    planned = (("post", 14), ("point", 18), ("measure", 34), ("tier", 14), ("cost", 12))
    shares = (("post", 18), ("case", 14), ("share", 14), ("cost", 16), ("saved", 18), ("years", 16))
    return Block(
        asked.say("equipment.paybacks"),
        (_rows(asked, planned, measures), _rows(asked, shares, cases), Words(asked.say("equipment.cases"))),
    )


def machines(asked: Asked) -> Block:
    """The machines with most hazards and stops of their own."""
    found = machine_rows(asked.look, asked.period, asked.stops)
    rows = tuple(
        (
            one.machine.code,
            one.machine.name,
            one.zone,
            one.machine.line or "",
            one.hazards,
            one.stops.count if one.stops else None,
            round(one.stops.hours, 1) if one.stops else None,
            round(one.hour),
            None if one.stood is None else round(one.stood),
        )
        for one in found
    )
    shares = (("code", 11), ("machine", 19), ("post", 15), ("line", 11), ("hazards", 9), ("stops", 8), ("hours", 9),
              ("hour", 10), ("stood", 10))  # fmt: skip
    return Block(asked.say("equipment.machines"), (_rows(asked, shares, rows, most=40), Words(_priced(asked))))


def _priced(asked: Asked) -> str:
    """Which machines have a cost of their own, and what is taken for the others."""
    usual = yuan(loss_rates(asked.look).stop_hour)
    own = sorted((one for one in asked.look.find("equipment") if one.stop_hour is not None and one.retired_at is None),
                 key=lambda one: one.code)  # fmt: skip
    if not own:
        return asked.say("equipment.one_hour", usual=usual)
    names = asked.say("list").join(f"{one.code} {yuan(one.stop_hour)}" for one in own)
    return asked.say("equipment.own_hours", names=names, count=len(own), usual=usual)


def lines(asked: Asked) -> Block:
    """The stops by line or machine, as they were told."""
    rows = tuple(
        (one.line, one.count, round(one.hours, 1), one.planned, round(one.planned_hours, 1))
        for one in asked.stops or ()
    )
    shares = (("line", 20), ("stops", 16), ("hours", 18), ("planned", 16), ("planned_hours", 18))
    none = asked.say("equipment.no_stops" if asked.stops is None else "equipment.none_stood")
    columns = tuple((asked.say(f"equipment.col.{key}"), float(share)) for key, share in shares)
    return Block(asked.say("equipment.lines"), (Rows(columns, rows, none),))


def _rows(
    asked: Asked, shares: tuple[tuple[str, int], ...], rows: tuple[tuple[Cell, ...], ...], most: int = 200
) -> Rows:
    columns = tuple((asked.say(f"equipment.col.{key}"), float(share)) for key, share in shares)
    return Rows(columns, rows, asked.say("none"), most)


def yuan(value: float) -> str:
    """Money, without its unit."""
    return f"{value:,.0f}"


def years(asked: Asked, value: float | None) -> str:
    """After how long something is paid back."""
    if value is None:
        return asked.say("equipment.never")
    return (
        asked.say("equipment.beyond")
        if value > BEYOND
        else asked.say("equipment.years", years=number(value, asked.lang))
    )
