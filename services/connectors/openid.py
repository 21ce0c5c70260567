"""OpenID Connect: the code flow with PKCE (RFC 7636) and a nonce; who somebody is stands in a signed token."""

from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

import jwt

from services.alerts.channels.wire import Answer, ask
from services.alerts.receipt import Receipt, failed

DISCOVERY = "/.well-known/openid-configuration"
SIGNED_BY = ("RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA")  # by a key pair: never `none`, never HS*
SKEW_S = 120
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}


@dataclass(frozen=True)
class OpenId:
    """One provider, known by its `issuer`, and what this hub is called there."""

    issuer: str
    client: str
    secret: str = field(repr=False)

    def sign_on_address(self, back: str, state: str, nonce: str, verifier: str) -> str | Receipt:
        """Where a browser is sent."""
        known = self.known()
        if isinstance(known, Receipt):
            return known
        asked = {
            "response_type": "code",
            "client_id": self.client,
            "redirect_uri": back,
            "scope": "openid profile email",
        }
        more = {"state": state, "nonce": nonce, "code_challenge": challenge(verifier), "code_challenge_method": "S256"}
        address = str(known["authorization_endpoint"])
        return f"{address}{'&' if '?' in address else '?'}{urlencode({**asked, **more})}"

    def who(self, code: str, back: str, nonce: str, verifier: str) -> Answer | Receipt:
        """The claims about who signed in: `sub` is who it is for this issuer, for ever."""
        known = self.known()
        if isinstance(known, Receipt):
            return known
        asked = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier}
        more = {"client_id": self.client, "client_secret": self.secret}
        answer = ask("POST", str(known["token_endpoint"]), body=urlencode({**asked, **more}).encode(), headers=FORM)
        if isinstance(answer, Receipt):
            return answer
        if "id_token" not in answer:
            code_wrong = answer.get("error") == "invalid_grant"
            said = f"{answer.get('error') or ''} {answer.get('error_description') or ''}".strip()
            return failed("code_wrong" if code_wrong else "bad_setup", said, setup=not code_wrong)
        return self._claims(str(answer["id_token"]), str(known["jwks_uri"]), nonce)

    def known(self) -> Answer | Receipt:
        """What the provider says of itself, which must be of this very issuer."""
        found = ask("GET", self.issuer + DISCOVERY)
        if isinstance(found, Receipt):
            return found
        if str(found.get("issuer") or "").rstrip("/") != self.issuer:
            return failed("other_issuer", str(found.get("issuer") or "")[:200], setup=True)
        missing = [one for one in ("authorization_endpoint", "token_endpoint", "jwks_uri") if not found.get(one)]
        return failed("bad_setup", f"{missing[0]} is missing", setup=True) if missing else found

    def _claims(self, token: str, keys: str, nonce: str) -> Answer | Receipt:
        found = ask("GET", keys)
        if isinstance(found, Receipt):
            return found
        try:
            claims: dict[str, Any] = jwt.decode(
                token,
                _key(token, found),
                algorithms=list(SIGNED_BY),
                audience=self.client,
                leeway=SKEW_S,
                options={"require": ["exp", "iat", "sub", "aud", "iss"]},
            )
        except (jwt.PyJWTError, ValueError, TypeError, KeyError) as error:
            return failed("token_wrong", type(error).__name__)
        several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
        wrong = (
            str(claims["iss"]).rstrip("/") != self.issuer
            or claims.get("nonce") != nonce
            or (several and claims.get("azp") != self.client)
        )
        return failed("token_wrong", "iss, nonce or azp") if wrong else claims


def _key(token: str, found: Answer) -> Any:
    """The key that a token names among those of the provider. Raises jwt.PyJWTError."""
    name = jwt.get_unverified_header(token).get("kid")
    keys = jwt.PyJWKSet.from_dict(found).keys
    fitting = [one for one in keys if name is None or one.key_id == name]
    if len(fitting) != 1:
        raise jwt.PyJWTError("no such key")
    return fitting[0]


def challenge(verifier: str) -> str:
    """What is shown of a secret that is only given when the code is redeemed: S256 of RFC 7636."""
    return urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
