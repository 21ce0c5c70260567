"""Points on a phone: my account and rank, the shop, what I have redeemed with its slip, what I approve; and the counter
of who hands out."""

from functools import partial
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.operation import required
from services.core.people import Person
from services.core.points_rules import EARNERS, points_on
from services.core.redemptions import OPEN, Redemption, hash_of
from services.core.refused import Refused
from services.core.roles import Role
from services.core.shop import Reward
from services.hub.api import TheHub
from services.hub.pages import language_of, page
from services.hub.phone import PageRoute, frame
from services.hub.phone_drills import svg
from services.hub.shop_slips import code_of, token_of
from services.reports import points_said
from services.store.queries.badges import badges_of
from services.store.queries.points import statement
from services.store.queries.points_doubts import my_rechecks
from services.store.queries.shop import SHELVES, goods, order_of, orders, stock_book, to_approve
from services.store.records import Records

routes = APIRouter(route_class=PageRoute)
LINES = 60


def signed_in(request: Request, look: Records, *, clerk: bool = False) -> dict[str, Any]:
    """The frame of a page for whoever is signed in, on a plant that uses points. Raises Refused: sign_in_needed,
    points_off, clerk_only."""
    values = frame(request, look)
    if values["plant"] is not None and not points_on(look):
        raise Refused("points_off")
    if values["person"] is None:
        raise Refused("sign_in_needed")
    if clerk and Role.SHOP_CLERK not in values["person"].roles:
        raise Refused("clerk_only")
    return values


def on_work_page(look: Records, values: dict[str, Any]) -> dict[str, Any]:
    """What the page of one's work leads to: the points that one has (None for who has no account), how many
    redemptions wait for an approval, how many for the counter (None for who hands out nothing), how many re-checks."""
    person: Person | None = values["person"]
    none: dict[str, Any] = {"points": None, "to_approve": 0, "to_hand_out": None, "rechecks": 0}
    if person is None or not points_on(look):
        return none
    account, clerk = look.get("points_account", person.id), Role.SHOP_CLERK in person.roles
    has = account.balance if account else 0
    return {
        "points": None if EARNERS.isdisjoint(person.roles) else has,
        "to_approve": len(to_approve(look, me=person)),
        "to_hand_out": len(look.find("redemption", course="ready")) if clerk else None,
        "rechecks": len(my_rechecks(look, person)),
    }


@routes.get("/points")
def my_points(request: Request, hub: TheHub) -> Response:
    """My account. Raises Refused: sign_in_needed, points_off."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        mine = statement(look, values["person"].id, now=hub.now(), most=LINES)
        badges = [one for one in badges_of(look, values["person"].id) if one.count]
        open_ = sum(one.course in OPEN for one in look.find("redemption", person=values["person"].id))
    said: dict[str, Any] = {
        "headline": partial(points_said.headline, lang=language_of(request)),
        "why_not_more": partial(points_said.why_not_more, lang=language_of(request)),
        "rests_on": points_said.rests_on,
        "signed": points_said.signed,
    }
    return page(request, "points.html", mine=mine, badges=badges, open=open_, **said, **values)


@routes.get("/shop")
def shop(request: Request, hub: TheHub) -> Response:
    """What points are exchanged for. Raises Refused: sign_in_needed, points_off."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        account = look.get("points_account", values["person"].id)
        shown = {shelf: [one for one in goods(look) if one.reward.shelf == shelf] for shelf in SHELVES}
    roles = set(values["person"].roles)
    may = not EARNERS.isdisjoint(roles) and not roles & {Role.SHOP_CLERK, Role.EHS_MANAGER}
    return page(request, "shop.html", shelves=shown, has=account.balance if account else 0, may=may, **values)


@routes.get("/shop/{reward}/picture")
def picture(request: Request, hub: TheHub, reward: str) -> Response:
    """A reward's picture. Raises Refused: sign_in_needed, points_off, no_such_record."""
    with hub.store.look() as look:
        signed_in(request, look)
        name = required(look, Reward, reward).picture
    data = hub.blobs.get(name) if name else None
    if data is None:
        return Response(status_code=404)
    return Response(data, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=86400"})


@routes.get("/slips")
def my_redemptions(request: Request, hub: TheHub) -> Response:
    """What I have redeemed, and what waits for my approval. Raises Refused: sign_in_needed, points_off."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        mine, asked = orders(look, person=values["person"].id), to_approve(look, me=values["person"])
    return page(request, "redemptions.html", mine=mine, asked=asked, **values)


@routes.get("/slips/{redemption}")
def slip(request: Request, hub: TheHub, redemption: str) -> Response:
    """The slip of what I have redeemed. Raises Refused: sign_in_needed, points_off, no_such_record."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        one = look.get("redemption", redemption)
        if one is None or one.person != values["person"].id:
            raise Refused("no_such_record", record="redemption", id=redemption[:60])
        order, code = order_of(look, one), code_of(hub, look, one) if one.course == "ready" else ""
    return page(request, "redemption.html", order=order, code=code, **values)


@routes.get("/slips/{redemption}/code.svg")
def slip_code(request: Request, hub: TheHub, redemption: str) -> Response:
    """The code of a slip of one's own. Raises Refused: sign_in_needed, points_off, no_such_record, slip_wrong."""
    with hub.store.look() as look:
        values = signed_in(request, look)
        one = look.get("redemption", redemption)
        if one is None or one.person != values["person"].id:
            raise Refused("no_such_record", record="redemption", id=redemption[:60])
        code = code_of(hub, look, one)
    address = (values["plant"].address or str(request.base_url)).rstrip("/")
    drawn = svg(f"{address}/h/{token_of(one, code)}")
    return Response(drawn, media_type="image/svg+xml", headers={"Cache-Control": "no-store"})


@routes.get("/counter")
def counter(request: Request, hub: TheHub) -> Response:
    """What is to be handed out, and the stock. Raises Refused: sign_in_needed, points_off, clerk_only."""
    with hub.store.look() as look:
        values = signed_in(request, look, clerk=True)
        ready, all_ = orders(look, courses=("ready",)), goods(look)
    return page(request, "counter.html", ready=ready, goods=all_, **values)


@routes.get("/counter/{reward}")
def stock_page(request: Request, hub: TheHub, reward: str) -> Response:
    """The stock of one reward. Raises Refused: sign_in_needed, points_off, clerk_only, no_such_record."""
    with hub.store.look() as look:
        values = signed_in(request, look, clerk=True)
        required(look, Reward, reward)
        shown = next(one for one in goods(look, retired=True) if one.id == reward)
        book = stock_book(look, reward=reward, most=20)
    return page(request, "counter_goods.html", shown=shown, book=book, **values)


@routes.get("/h/{token}")
def hand_out(request: Request, hub: TheHub, token: str) -> Response:
    """A slip that was scanned at the counter. Raises Refused: sign_in_needed, points_off, clerk_only, slip_wrong."""
    id_, _, code = token.partition(".")
    with hub.store.look() as look:
        values = signed_in(request, look, clerk=True)
        one = look.get("redemption", id_)
        if not isinstance(one, Redemption) or hash_of(code) != one.slip:
            raise Refused("slip_wrong")
        order = order_of(look, one)
    return page(request, "hand_out.html", order=order, code=code, **values)
