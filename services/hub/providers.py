"""The providers that people sign in by, as this plant has set them up."""

from dataclasses import dataclass
from typing import Any

from services.alerts.channels.dingtalk import HOST as DINGTALK
from services.alerts.channels.tokens import Tokens
from services.alerts.channels.wecom import HOST as WECOM
from services.alerts.receipt import Receipt, failed
from services.connectors.dingtalk import DingTalkApp
from services.connectors.openid import OpenId
from services.connectors.trouble import trouble_of
from services.connectors.wecom import WeComApp
from services.core.channels import Channel
from services.core.refused import Refused
from services.core.sign_on import WayIn
from services.hub.hub import Hub
from services.store import secret_box

TOKENS = Tokens()


@dataclass(frozen=True)
class Who:
    """Somebody as a provider knows them: `subject` for ever, `name` as a person's record may have it."""

    subject: str
    name: str


@dataclass(frozen=True)
class OfMessenger:
    """WeCom or DingTalk."""

    app: WeComApp | DingTalkApp

    def sign_on_address(self, back: str, state: str, _nonce: str, _verifier: str, *, inside: bool) -> str | Receipt:
        """Where a browser is sent."""
        return self.app.sign_on_address(back, state, inside=inside)

    def who(self, code: str, _back: str, _nonce: str, _verifier: str) -> Who | Receipt:
        """Who came back with this code."""
        found = self.app.who(code)
        return found if isinstance(found, Receipt) else Who(found.casefold(), found)


@dataclass(frozen=True)
class OfOpenId:
    """An OpenID provider, of whose claims one names a person."""

    provider: OpenId
    claim: str
    email: bool

    def sign_on_address(self, back: str, state: str, nonce: str, verifier: str, *, inside: bool) -> str | Receipt:
        """Where a browser is sent."""
        del inside
        return self.provider.sign_on_address(back, state, nonce, verifier)

    def who(self, code: str, back: str, nonce: str, verifier: str) -> Who | Receipt:
        """Who came back with this code. An e-mail address that the provider has not verified names nobody."""
        claims = self.provider.who(code, back, nonce, verifier)
        if isinstance(claims, Receipt):
            return claims
        name: Any = claims.get(self.claim)
        if not isinstance(name, str) or not name.strip():
            return failed("no_claim", self.claim, setup=True)
        if self.email and claims.get("email_verified") is False:
            return failed("outsider", "email_verified")
        return Who(str(claims["sub"]), name.strip())


def account_of(hub: Hub, way: WayIn) -> OfMessenger | OfOpenId:
    """The provider as it is set up, with the hub's secret. Raises Refused: sign_on_failed."""
    if way.provider == "oidc":
        secret = secret_box.read(hub.folder.secrets, "oidc") or ""
        return OfOpenId(OpenId(way.issuer, way.client, secret), way.claim, way.matches == "email")
    return OfMessenger(messenger(hub, way.provider))


def messenger(hub: Hub, service: str) -> WeComApp | DingTalkApp:
    """The application that messages go out by, which also says who people are. Raises Refused: channel_not_set."""
    with hub.store.look() as look:
        found: list[Channel] = [one for one in look.find("channel", service=service) if one.account]
    if not found:
        raise Refused("channel_not_set")
    one, secret = found[0], secret_box.read(hub.folder.secrets, service) or ""
    if service == "wecom":
        return WeComApp(one.account, one.application, secret, TOKENS, one.address or WECOM)
    return DingTalkApp(one.account, secret, TOKENS, one.address or DINGTALK)


def refused_by(provider: str, receipt: Receipt) -> Refused:
    """What a person is told of it: the answer itself is for who looks after the hub."""
    code = trouble_of(receipt)
    if code == "outsider":
        return Refused("sign_on_outsider", provider=provider)
    if code == "code_wrong":
        return Refused("sign_on_over")
    return Refused("sign_on_failed", provider=provider, trouble=code, answer=receipt.text[:200])
