"""The hub's HTTPS as the folder has it: what certificate was shown last, for which names, until when."""

import ipaddress
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from services.hub.certificates import names_of
from services.hub.doctor.finding import Finding
from services.hub.tls import HERE, machine_names
from services.store.folder import PlantFolder

SHOWN = "https.pem"
SOON = timedelta(days=14)  # its own the hub renews a month ahead, so that one this near was brought, or is stuck


def of_certificate(folder: PlantFolder, now: datetime) -> Iterator[Finding]:
    """Its findings. Without one, phones come by plain HTTP or not at all."""
    from cryptography import x509

    place = folder.hub / SHOWN
    if not place.exists():
        if folder.hub.is_dir():
            yield Finding("no_https", "look")
        return
    try:
        leaf = x509.load_pem_x509_certificates(place.read_bytes())[0]
    except (OSError, ValueError):
        yield Finding("certificate_unreadable", "bad", {"file": str(place)})
        return
    yield _in_time(leaf.not_valid_before_utc, leaf.not_valid_after_utc, now)
    yield _for_this_machine(names_of(leaf))


def _in_time(begins: datetime, ends: datetime, now: datetime) -> Finding:
    facts = {"at": f"{ends:%Y-%m-%d}", "days": (ends - now).days}
    if now < begins:
        return Finding("certificate_not_yet", "bad", {"at": f"{begins:%Y-%m-%d}"})
    if now >= ends:
        return Finding("certificate_over", "bad", facts)
    return Finding("certificate_soon", "look", facts) if ends - now < SOON else Finding("certificate", facts=facts)


def _for_this_machine(names: set[str]) -> Finding:
    """Phones reach the hub by one of its names; a machine that was given another address is found by none of them."""
    here = [one for one in machine_names() if one not in HERE]
    shown = sorted(name for name in names if name not in HERE)
    if set(here) & names or _public(names):
        return Finding("certificate_names", facts={"names": ", ".join(shown)})
    return Finding("certificate_elsewhere", "bad", {"names": ", ".join(shown) or "–", "here": ", ".join(here) or "–"})


def _public(names: set[str]) -> bool:
    """Whether it is for a name of the plant's own, by which the machine need not know itself."""
    return any("." in name and not _is_address(name) for name in names)


def _is_address(name: str) -> bool:
    with suppress(ValueError):
        ipaddress.ip_address(name)
        return True
    return False
