"""What an OpenID provider sends as proof: forged, expired, meant for others or signed by a wrong key, names nobody."""

import time
from collections.abc import Iterator
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from jwt.algorithms import RSAAlgorithm

from services.alerts.receipt import Receipt
from services.connectors.openid import DISCOVERY, OpenId
from tests.services.alerts.providers import Provider, provider

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
PEM = KEY.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@pytest.fixture(scope="module")
def issuer() -> Iterator[Provider]:
    with provider() as made:
        at = made.address
        made.answers[DISCOVERY] = [
            {"issuer": at, "authorization_endpoint": f"{at}/a", "token_endpoint": f"{at}/t", "jwks_uri": f"{at}/k"}
        ]
        made.answers["/k"] = [{"keys": [{**RSAAlgorithm.to_jwk(KEY.public_key(), as_dict=True), "kid": "k1"}]}]
        yield made


def said(issuer: Provider, key: Any = KEY, alg: str = "RS256", kid: str = "k1", **changed: Any) -> Any:
    """What is found in a token that is good but for what is `changed`; None leaves a claim out."""
    now = int(time.time())
    good = {"iss": issuer.address, "aud": "anhuan", "sub": "s1", "nonce": "n1", "iat": now, "exp": now + 300}
    claims = {name: value for name, value in {**good, **changed}.items() if value is not None}
    token = jwt.encode(claims, key, algorithm=alg, headers={"kid": kid})
    issuer.answers["/t"] = [{"access_token": "x", "id_token": token}]
    return OpenId(issuer.address, "anhuan", "secret").who("code", "https://a/o/oidc/back", "n1", "verifier")


def test_a_good_one_names_its_subject(issuer: Provider) -> None:
    assert said(issuer)["sub"] == "s1"
    assert said(issuer, aud=["anhuan", "other"], azp="anhuan")["sub"] == "s1"
    asked = issuer.at("/t")[-1].body
    assert "code_verifier=verifier" in asked


LONG_AGO = int(time.time()) - 3600
FORGED: dict[str, dict[str, Any]] = {
    "signed by another key": {"key": OTHER},
    "a key that nobody has": {"kid": "k2"},
    "not signed at all": {"key": None, "alg": "none"},
    "for another client": {"aud": "other"},
    "for several, by another": {"aud": ["anhuan", "other"], "azp": "other"},
    "of another issuer": {"iss": "https://evil.example"},
    "of another sign-on": {"nonce": "n2"},
    "without a nonce": {"nonce": None},
    "expired": {"exp": LONG_AGO},
    "without an end": {"exp": None},
    "of tomorrow": {"iat": int(time.time()) + 86_400},
    "not good yet": {"nbf": int(time.time()) + 86_400},
    "of nobody": {"sub": None},
}


@pytest.mark.parametrize("case", FORGED)
def test_a_forged_one_names_nobody(issuer: Provider, case: str) -> None:
    found = said(issuer, **FORGED[case])
    assert isinstance(found, Receipt), found
    assert found.code == "token_wrong"


def test_the_public_key_is_no_shared_secret(issuer: Provider) -> None:
    """HS256 with the provider's public key as its secret: the oldest of the forgeries."""
    import base64
    import hashlib
    import hmac
    import json

    def part(value: Any) -> bytes:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=")

    now = int(time.time())
    claims = {"iss": issuer.address, "aud": "anhuan", "sub": "s1", "nonce": "n1", "iat": now, "exp": now + 300}
    body = part({"alg": "HS256", "kid": "k1"}) + b"." + part(claims)
    mac = base64.urlsafe_b64encode(hmac.new(PEM, body, hashlib.sha256).digest()).rstrip(b"=")
    issuer.answers["/t"] = [{"id_token": (body + b"." + mac).decode()}]
    found = OpenId(issuer.address, "anhuan", "s").who("code", "b", "n1", "v")
    assert isinstance(found, Receipt)
    assert found.code == "token_wrong"


@pytest.mark.parametrize(
    "keys", [{"keys": []}, {"keys": [{"kty": "oct", "kid": "k1", "k": "AA"}]}, {"no": 1}, (500, "")]
)
def test_keys_that_are_none_verify_nothing(issuer: Provider, keys: Any) -> None:
    kept = issuer.answers["/k"]
    issuer.answers["/k"] = [keys]
    try:
        assert isinstance(said(issuer), Receipt)
    finally:
        issuer.answers["/k"] = kept


@pytest.mark.parametrize("answer", [{"error": "invalid_grant"}, (200, "<html>"), (502, ""), {"id_token": "a.b"}])
def test_a_token_endpoint_that_gives_none(issuer: Provider, answer: Any) -> None:
    issuer.answers["/t"] = [answer]
    assert isinstance(OpenId(issuer.address, "anhuan", "s").who("code", "b", "n1", "v"), Receipt)


def test_elliptic_keys_are_known_too(issuer: Provider) -> None:
    from jwt.algorithms import ECAlgorithm

    key = ec.generate_private_key(ec.SECP256R1())
    kept = issuer.answers["/k"]
    issuer.answers["/k"] = [{"keys": [{**ECAlgorithm.to_jwk(key.public_key(), as_dict=True), "kid": "k1"}]}]
    try:
        assert said(issuer, key=key, alg="ES256")["sub"] == "s1"
    finally:
        issuer.answers["/k"] = kept
