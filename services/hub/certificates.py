"""Certificates as bytes: the plant's own authority, the leaf that it signs for a hub, and what an IT person brings.

Elliptic keys on P-256, which every phone understands. The authority may sign servers only, and no other authority.
"""

import hashlib
import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from services.core.refused import Refused

if TYPE_CHECKING:
    from cryptography import x509

AUTHORITY_LIFE = timedelta(days=3650)
LEAF_LIFE = timedelta(days=397)  # phones take no longer ones from a public authority; a plant's is no worse
EARLIER = timedelta(days=1)  # a phone whose clock is behind takes it all the same


@dataclass(frozen=True, slots=True)
class Pair:
    """A certificate with what stands above it, and its key; PEM."""

    chain: bytes
    key: bytes

    @property
    def leaf(self) -> "x509.Certificate":
        """The first certificate."""
        from cryptography import x509

        return x509.load_pem_x509_certificates(self.chain)[0]

    @property
    def ends(self) -> datetime:
        """Until when it is good."""
        return self.leaf.not_valid_after_utc


def make_authority(plant: str, now: datetime) -> Pair:
    """The plant's authority, good for ten years. Its name says what it is to whoever looks into a phone's settings."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"Anhuan {plant}".strip()[:64])
    usage = _usage(key_cert_sign=True, crl_sign=True)
    made = (
        _begun(name, name, key, now, AUTHORITY_LIFE)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
    )
    return _signed(made, key, key, b"")


def make_leaf(authority: Pair, names: Sequence[str], now: datetime) -> Pair:
    """A hub's certificate for these names and addresses, never longer than its authority."""
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import ExtendedKeyUsageOID

    above = authority.leaf
    signer: Any = serialization.load_pem_private_key(authority.key, None)
    key = ec.generate_private_key(ec.SECP256R1())
    life = min(LEAF_LIFE, above.not_valid_after_utc - now)
    made = (
        _begun(_name(names[0][:64]), above.subject, key, now, life)
        .add_extension(x509.SubjectAlternativeName([_general(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
    )
    return _signed(made, key, signer, authority.chain)


def _begun(name: Any, issuer: Any, key: Any, now: datetime, life: timedelta) -> Any:
    from cryptography import x509

    made = x509.CertificateBuilder().subject_name(name).issuer_name(issuer).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(now - EARLIER).not_valid_after(now + life)
    return made.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)


def _signed(made: Any, key: Any, signer: Any, above: bytes) -> Pair:
    from cryptography.hazmat.primitives import hashes, serialization

    pem = serialization.Encoding.PEM
    secret = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return Pair(made.sign(signer, hashes.SHA256()).public_bytes(pem) + above, secret)


def _name(text: str) -> Any:
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _usage(**wanted: bool) -> Any:
    from cryptography import x509

    no = dict.fromkeys(
        (
            "digital_signature",
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    return x509.KeyUsage(**{**no, **wanted})


def _general(name: str) -> Any:
    from cryptography import x509

    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def names_of(leaf: "x509.Certificate") -> set[str]:
    """The names and addresses that a certificate is for, as text."""
    from cryptography import x509

    try:
        found = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return set()
    return {*found.get_values_for_type(x509.DNSName), *map(str, found.get_values_for_type(x509.IPAddress))}


def read_pair(certificate: Path, key: Path, now: datetime) -> Pair:
    """A certificate and a key that an IT person has brought, PEM. Raises Refused: certificate_unreadable,
    certificate_key_wrong, certificate_over, certificate_not_yet."""
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization

    try:
        pair = Pair(certificate.read_bytes(), key.read_bytes())
        leaf = x509.load_pem_x509_certificates(pair.chain)[0]
    except (OSError, ValueError) as error:
        place = key if isinstance(error, OSError) and error.filename == str(key) else certificate
        raise Refused("certificate_unreadable", file=str(place)) from None
    try:
        secret: Any = serialization.load_pem_private_key(pair.key, None)
    except (ValueError, TypeError):  # of another kind, or under a password
        raise Refused("certificate_unreadable", file=str(key)) from None
    if secret.public_key() != leaf.public_key():
        raise Refused("certificate_key_wrong", certificate=str(certificate), key=str(key))
    if leaf.not_valid_after_utc <= now:
        raise Refused("certificate_over", file=str(certificate), at=f"{leaf.not_valid_after_utc:%Y-%m-%d}")
    if leaf.not_valid_before_utc > now:
        raise Refused("certificate_not_yet", file=str(certificate), at=f"{leaf.not_valid_before_utc:%Y-%m-%d}")
    return pair


def authority_in(chain: bytes) -> bytes | None:
    """The DER of the topmost certificate of a chain, if it is an authority that signs itself: what phones can trust."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    top = x509.load_pem_x509_certificates(chain)[-1]
    return top.public_bytes(Encoding.DER) if top.issuer == top.subject and _signs(top) else None


def _signs(one: "x509.Certificate") -> bool:
    from cryptography import x509

    try:
        return one.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False


def fingerprint(der: bytes) -> str:
    """A certificate's SHA-256 as phones show it: 64 digits in pairs."""
    return hashlib.sha256(der).digest().hex(":").upper()
