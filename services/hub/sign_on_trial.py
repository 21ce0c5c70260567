"""Trying out a way of signing in: step by step, as far as the hub can see without anybody who signs in."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Annotated, Any
from urllib.parse import urlsplit

from fastapi import APIRouter, Query

from services.alerts.receipt import Receipt
from services.connectors.dingtalk import DingTalkApp
from services.connectors.openid import OpenId
from services.connectors.trouble import asked_from, trouble_of
from services.connectors.wecom import WeComApp
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION
from services.core.sign_on import PROVIDERS, way_in
from services.hub.api import TheHub, Who
from services.hub.hub import Hub
from services.hub.providers import messenger
from services.store import secret_box

NOBODY = "anhuan-trial"  # a code that nobody has been given
NOT_FOUND = ("60121", "60111", "33012", "40003", "40035")  # DingTalk knows no such person: so it may be asked
UpTo = Annotated[str, Query(max_length=20)]
routes = APIRouter()


@dataclass(frozen=True)
class Step:
    """`what` was tried; `code` says what is wrong in words of `sign_on.<code>`, empty where it went well; `said` is
    what the provider answered, `ip` the address that it says it was asked from, `found` how much it has told."""

    what: str
    code: str = ""
    said: str = ""
    ip: str = ""
    found: int = 0

    @property
    def ok(self) -> bool:
        """Whether it went well."""
        return not self.code


@routes.post("/api/ways-in/{provider}/test")
def try_out(hub: TheHub, actor: Who, provider: str, upto: UpTo = "") -> dict[str, Any]:
    """Goes through the steps up to the first that fails, no further than `upto`. A messenger can be tried before
    anybody may sign in by it. Raises Refused: not_allowed, sign_on_not_set."""
    if not actor.has(*ADMINISTRATION):
        raise Refused("not_allowed", kind="ways_in.set")
    if provider not in PROVIDERS:
        raise Refused("sign_on_not_set")
    done: list[Step] = []
    for step in _steps(hub, provider):
        done.append(step)
        if not step.ok or step.what == upto:
            break
    with hub.store.look() as look:
        address = look.find("plant")[0].address or ""
    back = f"{address}/o/{provider}/back"
    return {"steps": [{**asdict(one), "ok": one.ok} for one in done], "back": back, "domain": urlsplit(address).netloc}


def _steps(hub: Hub, provider: str) -> Iterator[Step]:
    with hub.store.look() as look:
        address = look.find("plant")[0].address or ""
        way = way_in(look, provider) if provider == "oidc" else None
        account = any(one.account for one in look.find("channel", service=provider))
    secure = urlsplit(address).scheme == "https"
    yield Step("address", "" if secure else "not_https")
    secret = secret_box.read(hub.folder.secrets, provider) or ""
    yield Step("secret", "" if secret and (way or account) else "no_secret" if account or way else "no_account")
    if way is not None:
        yield from _of_openid(OpenId(way.issuer, way.client, secret), f"{address}/o/oidc/back")
        return
    app = messenger(hub, provider)
    yield from _of_wecom(app) if isinstance(app, WeComApp) else _of_dingtalk(app)


def _of_wecom(app: WeComApp) -> Iterator[Step]:
    yield _step("reach", app.get("agent/get", agentid=app.agent))
    yield _step("right", app.who(NOBODY), "code_wrong")
    known = app.get("department/list")
    listed = [] if isinstance(known, Receipt) else known.get("department") or []
    nameless = not isinstance(known, Receipt) and not any("name" in one for one in listed)
    yield Step("directory", "no_names") if nameless else replace(_step("directory", known), found=len(listed))


def _of_dingtalk(app: DingTalkApp) -> Iterator[Step]:
    found = app.post("topapi/user/getbyunionid", {"unionid": NOBODY})
    unknown = isinstance(found, Receipt) and found.text.partition(" ")[0] in NOT_FOUND
    yield Step("reach") if unknown else _step("reach", found)
    yield _step("right", app.who(NOBODY), "code_wrong")
    known = app.post("topapi/v2/department/listsub", {"dept_id": 1})
    listed = [] if isinstance(known, Receipt) else known.get("result") or []
    yield replace(_step("directory", known), found=len(listed))


def _of_openid(provider: OpenId, back: str) -> Iterator[Step]:
    yield _step("reach", provider.known())
    yield _step("right", provider.who(NOBODY, back, NOBODY, NOBODY), "code_wrong")


def _step(what: str, found: Any, hoped: str = "") -> Step:
    """How a call went; `hoped` is the refusal that shows that it may be made."""
    code = trouble_of(found) if isinstance(found, Receipt) else ""
    if not isinstance(found, Receipt) or code == hoped:
        return Step(what)
    return Step(what, code, found.text, asked_from(found.text))
