"""How a phone or a computer learns to trust the plant's own certificate: the authority as a file, and a page in plain
words for Android and iPhone."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from services.core.refused import Refused
from services.core.roles import CONSOLE_ROLES
from services.hub.api import TheHub, Who
from services.hub.certificates import fingerprint
from services.hub.hub import Hub
from services.hub.pages import page
from services.hub.phone import PageRoute, frame
from services.sync.pairing import pin_of

routes = APIRouter(route_class=PageRoute)
api_routes = APIRouter()


def authority_of(hub: Hub) -> bytes:
    """The DER of the authority that phones have to trust. Raises Refused: no_such_page where there is none to."""
    found = hub.https.authority if hub.https else None
    if found is None:
        raise Refused("no_such_page")
    return found


@routes.get("/ca.crt")
def authority(hub: TheHub) -> Response:
    """The authority's certificate, as phones take it."""
    headers = {"Content-Disposition": 'attachment; filename="anhuan-ca.crt"', "Cache-Control": "no-store"}
    return Response(authority_of(hub), media_type="application/x-x509-ca-cert", headers=headers)


@routes.get("/trust")
def trust(request: Request, hub: TheHub) -> Response:
    """What to tap, once a phone."""
    mark = fingerprint(authority_of(hub))
    assert hub.https is not None
    return page(request, "trust.html", sha256=mark, address=hub.https.url, **frame(request))


@api_routes.get("/api/https")
def https(hub: TheHub, actor: Who) -> dict[str, Any]:
    """For the office: where phones reach the hub safely, whose certificate it shows and until when. Raises Refused:
    not_allowed."""
    if not actor.has(*CONSOLE_ROLES):
        raise Refused("not_allowed", kind="https")
    tls = hub.https
    if tls is None or tls.pair is None:
        return {"url": ""}
    found = tls.authority
    told = {"url": tls.url, "ends": tls.pair.ends.isoformat(), "own": tls.wanted.own is not None}
    return {**told, "names": sorted(tls.names_shown()), "fingerprint": fingerprint(found) if found else ""}


def pairing_address(hub: Hub, labels: str) -> tuple[str, str]:
    """Where a computer that is to be paired goes, and the pin of the authority that it must find there: HTTPS where
    there is any; else where the labels lead."""
    if hub.https is None:
        return labels, ""
    found = hub.https.authority
    return labels if labels.startswith("https://") else hub.https.url, pin_of(found) if found else ""
