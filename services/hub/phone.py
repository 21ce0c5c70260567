"""The pages that phones open: a scanned label, my work, my reports, signing in. They read; sending goes by the API."""

from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import RedirectResponse, Response
from fastapi.routing import APIRoute

from services import words
from services.core.calendar import day_of
from services.core.modules import uses
from services.core.musters import MUSTERING, running
from services.core.operation import Actor
from services.core.people import Person
from services.core.refused import Refused
from services.core.roles import REPORTERS, Role
from services.core.sign_on import ways_in
from services.hub import shell, signing
from services.hub.api import VISIT_COOKIE, TheHub, asking, hub_of, set_visit
from services.hub.pages import LANGUAGE_COOKIE, Times, language_of, page
from services.hub.phone_fields import fields_asked
from services.store.queries import phone as queries
from services.store.queries.alerts import waiting_for
from services.store.queries.categories import categories
from services.store.queries.labels import replacements_for
from services.store.queries.permits import my_permits
from services.store.queries.phone_map import sees_map
from services.store.records import Records

BAD_LABELS = {
    "label_unreadable": 404,
    "label_foreign": 404,
    "label_revoked": 410,
    "label_ended": 410,
    "label_blank": 409,
    "zone_retired": 410,
    "not_allowed": 403,
    "map_not_yours": 403,
    "figures_not_yours": 403,
    "clerk_only": 403,
}
YEAR_S = 365 * 86_400
PAGE_OF_NOBODY = {"plant": None, "person": None, "team": None, "times": None, "sees_map": False, "decides": False}


class PageRoute(APIRoute):
    """Answers a refusal with a page instead of JSON: a person reads it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler with refusals caught."""
        handle = super().get_route_handler()

        async def handled(request: Request) -> Response:
            try:
                return await handle(request)
            except Refused as refused:
                return trouble(request, refused)

        return handled


routes = APIRouter(route_class=PageRoute)


def mount(app: FastAPI) -> None:
    """Adds the pages and their files to the application."""
    from services.hub import slips, trust
    from services.hub.answer_links import routes as of_links
    from services.hub.phone_alerts import routes as of_alerts
    from services.hub.phone_badges import routes as of_badges
    from services.hub.phone_check import routes as of_checks
    from services.hub.phone_documents import routes as of_documents
    from services.hub.phone_drills import routes as of_drills
    from services.hub.phone_emergency import routes as of_emergencies
    from services.hub.phone_figures import routes as of_figures
    from services.hub.phone_incidents import routes as of_incidents
    from services.hub.phone_labels import routes as of_labels
    from services.hub.phone_map import routes as of_map
    from services.hub.phone_muster import routes as of_muster
    from services.hub.phone_permits import routes as of_permits
    from services.hub.phone_points import routes as of_points
    from services.hub.phone_rechecks import routes as of_rechecks
    from services.hub.phone_training import routes as of_training
    from services.hub.sign_on import routes as of_sign_on

    for some in (
        routes,
        of_alerts,
        of_links,
        of_checks,
        of_labels,
        of_map,
        of_muster,
        of_permits,
        of_figures,
        of_incidents,
        of_badges,
        of_sign_on,
        of_training,
        of_emergencies,
        of_documents,
        of_drills,
        of_points,
        of_rechecks,
        shell.routes,
        trust.routes,
        slips.routes,
    ):
        app.include_router(some, include_in_schema=False)
    app.mount("/static", shell.Static(directory=shell.STATIC), name="static")


@routes.get("/pair")
def pair_page() -> Response:
    """What a phone shows that has scanned a computer's pairing code by mistake."""
    raise Refused("pair_on_computer")


def trouble(request: Request, refused: Refused) -> Response:
    """A page that says, in both languages, what is wrong and what to do."""
    if refused.code == "sign_in_needed":
        return RedirectResponse(f"/s?next={quote(request.url.path)}", 303)
    key = refused.code if words.has(f"phone.bad.{refused.code}") else "other"
    here = language_of(request)
    told = [
        (lang, words.say(f"phone.bad.{key}", lang), words.refusal(refused.code, refused.facts, lang))
        for lang in sorted(words.LANGUAGES, key=lambda lang: lang != here)
    ]
    status = BAD_LABELS.get(refused.code, 404 if refused.code.startswith("no_such_") else 409)
    values = frame(request)
    sign_in = ""
    if values["person"] is None and refused.code == "label_blank":
        sign_in = f"/s?next={quote(request.url.path)}"
    if values["person"] is None and refused.code.startswith("sign_on_"):
        sign_in = "/s?hand=1"
    more: dict[str, Any] = {"sign_in": sign_in, "still": here_still(request, refused)}
    return page(request, "trouble.html", status, told=told, **more, **values)


def here_still(request: Request, refused: Refused) -> str:
    """Where one who is signed in can check in with a label that is good for nothing else; empty for all others."""
    path = request.url.path
    old = refused.code in ("label_revoked", "label_ended") and path.startswith("/z/")
    actor = asking(request) if old else None
    return path.replace("/z/", "/c/", 1) if actor and actor.person else ""


def frame(request: Request, look: Records | None = None) -> dict[str, Any]:
    """What every page shows: the plant, and who is signed in."""
    if look is None:
        with hub_of(request).store.look() as own:
            return frame(request, own)
    plant = queries.plant_of(look)
    person, team = queries.person_of(look, asking(request))
    zone = plant.timezone if plant else "Asia/Shanghai"
    times = Times(hub_of(request).now(), zone, language_of(request))
    may = sees_map(look, person)
    decides = person is not None and queries.decides(look, person, hub_of(request).now())
    named = categories(look)
    fields = fields_asked(look, "hazard")
    return {
        "plant": plant,
        "person": person,
        "team": team,
        "times": times,
        "sees_map": may,
        "decides": decides,
        "named": named,
        "fields": fields,
    }


def lookers(request: Request) -> tuple[Actor, ...]:
    """Who looks: the one signed in, and the phone's visit of a label. Raises Refused: sign_in_needed."""
    found = asking(request), hub_of(request).actor(request.cookies.get(VISIT_COOKIE))
    actors = tuple(dict.fromkeys(actor for actor in found if actor))
    if not actors:
        raise Refused("sign_in_needed")
    return actors


def local(path: str) -> str:
    """A path of this hub to go on to; the front page for anything else."""
    plain = path.startswith("/") and not path.startswith("//") and path.isascii() and path.isprintable()
    return path if plain and "\\" not in path else "/"


@routes.get("/")
def front(request: Request) -> Response:
    """Where someone lands who has typed the address."""
    values = frame(request)
    return RedirectResponse("/m", 303) if values["person"] else page(request, "front.html", **values)


@routes.get("/z/{token:path}")
def label(request: Request, hub: TheHub, token: str) -> Response:
    """A scanned label: the report form of its zone; a blank's, for who may bind it, where it is bound."""
    from services.hub import phone_check, phone_labels

    actor = asking(request)
    named = actor is not None and actor.person is not None
    binding = phone_labels.bind_page(request, hub, token, actor)
    if binding is not None:
        return binding
    zone, visit = (signing.zone_of_label(hub, token), None) if named else signing.visit(hub, token)
    with hub.store.look() as look:
        values = {**frame(request, look), "place": queries.place(look, zone)}
        values["place_known"] = queries.place_known(look, values["place"].zone)
        values |= phone_labels.notice(look, actor, zone, token)
        checks = uses(look, "inspections")
        values["to_check"] = phone_check.open_tasks(look, hub, zone, values["person"]) if checks else 0
    may_name = named and actor is not None and actor.has(*REPORTERS)
    response = page(request, "report.html", label=token, may_name=may_name, **values)
    if visit:
        set_visit(request, response, visit)
    return response


@routes.get("/m")
def my_work(request: Request, hub: TheHub) -> Response:
    """What the signed-in person has to do."""
    from services.hub.phone_figures import sees_figures
    from services.hub.phone_points import on_work_page
    from services.hub.phone_training import drills_open, waiting

    with hub.store.look() as look:
        values = frame(request, look)
        if values["person"] is None:
            raise Refused("sign_in_needed")
        work = queries.work(look, values["person"], hub.now())
        alerts = len(waiting_for(look, values["person"])) if uses(look, "alerts") else 0
        labels = len(replacements_for(look, values["person"]))
        mates = queries.mates(look, values["person"], hub.now())
        standing = queries.standing(look, values["person"], hub.now())
        mustering, training = musters_here(look, values["person"]), waiting(look, request, values)
        permits = len(my_permits(look, values["person"], hub.now()).to_sign)
        drills = drills_open(look, request, values) if training is not None else 0
        deputies, today = queries.deputies(look, values["person"], hub.now()), day_of(look, hub.now())
        points = on_work_page(look, values)
    more: dict[str, Any] = {"alerts": alerts, "labels": labels, "mates": mates, "standing": standing}
    more |= {"deputies": deputies, "today": today, "muster": mustering, "training": training, "permits": permits}
    more |= {"drills": drills, "figures": sees_figures(values), **points}
    return page(request, "work.html", work=work, **more, **values)


def musters_here(look: Records, person: Person) -> str:
    """What a leader's page says of musters: 'on' while one goes on, 'may' where one can be begun, '' for others."""
    plant = queries.plant_of(look)
    if plant is None or "access" in plant.modules_off or MUSTERING.isdisjoint(person.roles):
        return ""
    return "on" if running(look) else "may"


@routes.get("/a")
def to_approve(request: Request, hub: TheHub) -> Response:
    """What waits for the signed-in person's word: fixes to review, more time that is asked for."""
    with hub.store.look() as look:
        values = frame(request, look)
        if values["person"] is None:
            raise Refused("sign_in_needed")
        decisions = queries.decisions(look, values["person"], hub.now())
    return page(request, "approve.html", decisions=decisions, **values)


@routes.get("/m/{hazard}")
def my_job(request: Request, hub: TheHub, hazard: str) -> Response:
    """One job."""
    return one_hazard(request, hazard, "job.html")


@routes.get("/r")
def my_reports(request: Request, hub: TheHub) -> Response:
    """What the signed-in person has reported by name."""
    with hub.store.look() as look:
        values = frame(request, look)
        if values["person"] is None:
            raise Refused("sign_in_needed")
        jobs = queries.reports_of(look, values["person"].id, hub.now())
    return page(request, "reports.html", jobs=jobs, **values)


@routes.get("/r/{hazard}")
def my_report(request: Request, hub: TheHub, hazard: str) -> Response:
    """What became of a report. Its points are claimed by its slip, not here."""
    return one_hazard(request, hazard, "outcome.html", claimable=False)


def one_hazard(request: Request, hazard: str, template: str, **more: Any) -> Response:
    """A page about one hazard, for whoever may see it, with `more` for its template. Raises Refused:
    no_such_record."""
    actors, hub = lookers(request), hub_of(request)
    with hub.store.look() as look:
        job = seen(look, actors, hazard, hub.now())
        values = frame(request, look)
        mates = queries.mates(look, values["person"], hub.now()) if values["person"] else ()
        return page(request, template, job=job, mates=mates, **more, **values)


def seen(look: Records, actors: tuple[Actor, ...], hazard: str, now: Any) -> queries.Job:
    """The hazard, if one of the actors may see it. Raises Refused: no_such_record, also where it is another's."""
    for actor in actors:
        found = queries.job(look, actor, hazard, now)
        if found:
            return found
    if all(actor.has(Role.ANONYMOUS) for actor in actors):
        raise Refused("sign_in_needed")
    raise Refused("no_such_record", record="hazard", id=hazard[:60])


@routes.get("/p/{hazard}/{index}/{which}")
def photo(request: Request, hub: TheHub, hazard: str, index: int, which: str) -> Response:
    """A photo of a hazard, for whoever may see the hazard."""
    from services.hub import slips

    with hub.store.look() as look:
        shown = look.get("hazard", hazard) if slips.may_see(request, hub, look, hazard) else None
        shown = shown or seen(look, lookers(request), hazard, hub.now()).hazard
    names = {"before": shown.before, "after": shown.after, "extra": shown.extra_photos}.get(which, ())
    data = hub.blobs.get(names[index]) if 0 <= index < len(names) else None
    if data is None:
        return Response(status_code=404)
    return Response(data, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=86400"})


@routes.get("/s")
def sign_in(request: Request, hub: TheHub, next: str = "/m", hand: str = "") -> Response:
    """Signing in; for someone signed in, the account. Whoever is inside WeCom or DingTalk goes straight on by it, but
    for those who come back to do it by `hand`."""
    with hub.store.look() as look:
        ways, values = ways_in(look), frame(request, look)
    inside = opened_in(request)
    if values["person"] is None and not hand and inside in [one.provider for one in ways]:
        return RedirectResponse(f"/o/{inside}?next={quote(local(next))}", 303)
    return page(request, "sign_in.html", next=local(next), ways=ways, **values)


def opened_in(request: Request) -> str:
    """The messenger whose browser shows the page, by what that says of itself; empty for any other."""
    said = request.headers.get("user-agent", "").lower()
    return "wecom" if "wxwork" in said else "dingtalk" if "dingtalk" in said else ""


@routes.get("/lang/{lang}")
def choose_language(lang: str, back: str = "/") -> Response:
    """Another language from now on."""
    response = RedirectResponse(local(back), 303)
    if lang in words.LANGUAGES:
        response.set_cookie(LANGUAGE_COOKIE, lang, max_age=YEAR_S, samesite="lax", httponly=True)
    return response
