"""Signing in by an account that people have elsewhere: WeCom, DingTalk, the company's OpenID provider. Local accounts
always work beside it."""

from dataclasses import dataclass
from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from services.core.ids import id_from
from services.core.operation import Change, Context, Look, Put, operation
from services.core.people import Person
from services.core.plant import the_plant
from services.core.record import record
from services.core.refused import Refused
from services.core.roles import ADMINISTRATION
from services.core.shape import Text

Provider = Literal["wecom", "dingtalk", "oidc"]
Match = Literal["employee_no", "email"]
PROVIDERS: tuple[Provider, ...] = get_args(Provider)
Setting = Annotated[str, Text(most=200, least=0)]


@record("way_in", indexed=("provider",), called="provider", group="ways_in", few=True)
@dataclass(frozen=True, kw_only=True)
class WayIn:
    """One for each provider. WeCom and DingTalk use the application that messages go out by. For OpenID Connect:
    `issuer` is the provider's address, `client` what this hub is called there, `claim` the field of its tokens that
    says who it is, and `matches` what of a person that is; `title` stands on the button."""

    id: str
    provider: Provider
    active: bool = True
    title: str = ""
    issuer: str = ""
    client: str = ""
    claim: str = ""
    matches: Match = "employee_no"


def way_in(look: Look, provider: str) -> WayIn:
    """How this provider is used. Raises Refused: sign_on_not_set."""
    found = [one for one in look.find("way_in", provider=provider) if one.active]
    if not found:
        raise Refused("sign_on_not_set")
    one: WayIn = found[0]
    return one


def ways_in(look: Look) -> tuple[WayIn, ...]:
    """Those in use, in the order of the providers."""
    used = {one.provider: one for one in look.find("way_in") if one.active}
    return tuple(used[provider] for provider in PROVIDERS if provider in used)


def known_as(look: Look, provider: Provider, name: str, matches: Match) -> Person | None:
    """The one person here whom a provider knows by this name; None for nobody and for several. Capital letters make
    no difference, as the messengers say of their ids."""
    field = {"wecom": "wecom", "dingtalk": "dingtalk", "oidc": matches}[provider]
    wanted = name.strip().casefold()
    found = [one for one in look.find("person") if one.here and (getattr(one, field) or "").casefold() == wanted]
    return found[0] if wanted and len(found) == 1 else None


@operation("ways_in.set", roles=ADMINISTRATION, undoable=True)
@dataclass(frozen=True, kw_only=True)
class Set:
    """Whether, and how, people may sign in by a provider. Its secret is kept by the hub."""

    provider: Provider
    active: bool = True
    title: Annotated[str, Text(most=20, least=0)] = ""
    issuer: Setting = ""
    client: Setting = ""
    claim: Annotated[str, Text(most=60)] = "preferred_username"
    matches: Match = "employee_no"

    def decide(self, context: Context, look: Look) -> list[Change]:
        if self.active:
            self._whole(look)
        made = WayIn(
            id=id_from("way_in", self.provider),
            provider=self.provider,
            active=self.active,
            title=self.title,
            issuer=self.issuer.rstrip("/"),
            client=self.client,
            claim=self.claim,
            matches=self.matches,
        )
        return [Put(made)]

    def _whole(self, look: Look) -> None:
        """Raises Refused: sign_on_no_address, sign_on_needs_channel, way_in_incomplete, address_wrong."""
        if not the_plant(look).address:
            raise Refused("sign_on_no_address")
        if self.provider != "oidc":
            if not any(one.account for one in look.find("channel", service=self.provider)):
                raise Refused("sign_on_needs_channel", service=self.provider)
            return
        if not self.issuer or not self.client:
            raise Refused("way_in_incomplete", field="client" if self.issuer else "issuer")
        parts = urlsplit(self.issuer)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise Refused("address_wrong")


def spoken(challenge: str) -> str:
    """Six characters of a console's challenge (hex), shown on both screens to be compared."""
    number, letters = int(challenge[:16], 16), "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
    made = "".join(letters[number // len(letters) ** place % len(letters)] for place in range(6))
    return f"{made[:3]}-{made[3:]}"
