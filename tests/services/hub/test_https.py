"""HTTPS: the plant's own authority and its leaf, renewed by itself; certificates that are brought; a real browser and a
console under a name that is not localhost; what plain HTTP still does, and says."""

import base64
import hashlib
import socket
import ssl
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from services import words
from services.core.refused import Refused
from services.hub import certificates, signing
from services.hub.serve import Served
from services.hub.tls import Tls, Wanted
from services.store.folder import PlantFolder
from services.sync.client import HubClient, Unreachable, Untrusted
from services.sync.pairing import pin_of, read_line
from tests.acceptance.phones import CHROMIUM
from tests.services.hub.calls import manager
from tests.services.hub.living import Living, living_plant
from tests.services.hub.test_phone_browser import before  # noqa: F401 - a fixture

NAME = "anhuan.jiangnan.example"
NOW = datetime(2026, 11, 26, 8, tzinfo=UTC)


@pytest.fixture
def plant(tmp_path: Path) -> Iterator[Living]:
    """A plant whose hub answers by HTTPS under a name of its own."""
    made = living_plant(tmp_path / "plant", https=Wanted(port=0, names=(NAME,)))
    yield made
    made.served.stop()


def tls_of(plant: Living) -> Tls:
    assert plant.served.hub.https is not None
    return plant.served.hub.https


def port_of(plant: Living) -> int:
    return int(tls_of(plant).url.rpartition(":")[2])


def shown(plant: Living, context: ssl.SSLContext, name: str = NAME) -> x509.Certificate:
    """The certificate that the hub shows to whoever calls it by a name. Raises ssl.SSLError."""
    plain = socket.create_connection(("127.0.0.1", port_of(plant)), timeout=10)
    with plain, context.wrap_socket(plain, server_hostname=name) as sealed:
        der = sealed.getpeercert(binary_form=True)
    assert der is not None
    return x509.load_der_x509_certificate(der)


def trusting(plant: Living) -> ssl.SSLContext:
    authority = tls_of(plant).authority
    assert authority is not None
    return ssl.create_default_context(cadata=authority)


def test_whoever_trusts_the_plants_authority_trusts_the_hub_and_nobody_else_does(plant):
    leaf = shown(plant, trusting(plant))
    assert NAME in certificates.names_of(leaf)
    assert leaf.not_valid_after_utc - leaf.not_valid_before_utc <= timedelta(days=398)
    shown(plant, trusting(plant), "127.0.0.1")
    with pytest.raises(ssl.SSLError):
        shown(plant, ssl.create_default_context())
    with pytest.raises(ssl.SSLError):
        shown(plant, trusting(plant), "bank.example")
    stranger = certificates.make_authority("other", NOW)
    with pytest.raises(ssl.SSLError):
        shown(plant, ssl.create_default_context(cadata=stranger.chain.decode()))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_old_protocols_are_not_spoken(plant):
    old = trusting(plant)
    old.minimum_version = ssl.TLSVersion.TLSv1
    old.maximum_version = ssl.TLSVersion.TLSv1_1
    with pytest.raises((ssl.SSLError, ConnectionError)):
        shown(plant, old)


def test_the_authority_signs_servers_only_and_its_key_is_the_owners(plant):
    der = tls_of(plant).authority
    assert der is not None
    authority = x509.load_der_x509_certificate(der)
    limits = authority.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert (limits.ca, limits.path_length) == (True, 0)
    assert "江南精密" in authority.subject.rfc4514_string()
    assert plant.served.hub.folder.hub.stat().st_mode & 0o077 == 0
    assert (plant.served.hub.folder.hub / "https.pem").stat().st_mode & 0o077 == 0


def test_the_authority_stays_when_the_hub_starts_again(tmp_path):
    first = living_plant(tmp_path / "plant", https=Wanted(port=0))
    authority = tls_of(first).authority
    first.served.stop()
    again = Served(PlantFolder(tmp_path / "plant"), https=Wanted())
    try:
        assert again.hub.https is not None
        assert again.hub.https.authority == authority
        assert again.hub.https.url.rpartition(":")[2] == str(port_of(first))  # it stands on labels
    finally:
        again.hub.close()


def test_the_leaf_is_renewed_before_its_end_without_a_new_start(plant):
    tls = tls_of(plant)
    tls.refresh()  # the labels' name has come since the start
    first = shown(plant, trusting(plant))
    tls.refresh()
    assert shown(plant, trusting(plant)) == first
    ends = first.not_valid_after_utc
    tls.now = lambda: ends - timedelta(days=29)
    tls.refresh()
    assert tls.pair is not None
    assert tls.pair.ends > ends
    assert shown(plant, ssl_without_clock(plant)).serial_number != first.serial_number


def ssl_without_clock(plant: Living) -> ssl.SSLContext:
    """Trusts what the hub shows next year, too."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


def test_a_new_address_on_the_labels_is_in_the_certificate(plant):
    plant.do("plant.set_address", address="https://neu.jiangnan.example")
    tls_of(plant).refresh()
    assert "neu.jiangnan.example" in certificates.names_of(shown(plant, trusting(plant), "neu.jiangnan.example"))


def brought(folder: Path, name: str, start: datetime) -> tuple[Path, Path]:
    """A certificate with its key, as an IT person brings them."""
    authority = certificates.make_authority("corporate", start)
    pair = certificates.make_leaf(authority, [NAME], start)
    files = folder / f"{name}.pem", folder / f"{name}.key"
    files[0].write_bytes(pair.chain)
    files[1].write_bytes(pair.key)
    return files


def test_the_plants_own_certificate_is_shown_and_read_again_when_it_is_replaced(tmp_path):
    import os

    now = datetime.now(UTC)
    files = brought(tmp_path, "own", now)
    plant = living_plant(tmp_path / "plant", https=Wanted(port=0, own=files))
    try:
        first = shown(plant, trusting(plant))
        for place, fresh in zip(files, brought(tmp_path, "fresh", now), strict=True):
            place.write_bytes(fresh.read_bytes())
            os.utime(place, (1, 1))
        tls_of(plant).refresh()
        second = shown(plant, trusting(plant))
        assert first.serial_number != second.serial_number
        files[1].write_text("nonsense")
        tls_of(plant).refresh()  # the hub goes on with the one it has
        assert shown(plant, trusting(plant)) == second
    finally:
        plant.served.stop()


def test_certificates_that_will_not_do_are_refused_in_one_line(tmp_path):
    good, other = brought(tmp_path, "a", NOW), brought(tmp_path, "b", NOW)
    old, early = brought(tmp_path, "c", NOW - timedelta(days=800)), brought(tmp_path, "d", NOW + timedelta(days=5))
    locked = tmp_path / "locked.key"
    locked.write_text("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIG=\n-----END ENCRYPTED PRIVATE KEY-----\n")
    assert certificates.read_pair(*good, NOW).leaf
    for files, code in (
        ((good[0], other[1]), "certificate_key_wrong"),
        (old, "certificate_over"),
        (early, "certificate_not_yet"),
        ((tmp_path / "none.pem", good[1]), "certificate_unreadable"),
        ((good[0], tmp_path / "none.key"), "certificate_unreadable"),
        ((good[1], good[1]), "certificate_unreadable"),
        ((good[0], locked), "certificate_unreadable"),
    ):
        with pytest.raises(Refused) as refused:
            certificates.read_pair(files[0], files[1], NOW)
        assert refused.value.code == code
        assert "\n" not in words.say(f"refused.{code}", "zh", **refused.value.facts)
    with pytest.raises(Refused):
        Served(PlantFolder(tmp_path / "plant"), https=Wanted(port=0, own=(good[0], other[1])))
    Served(PlantFolder(tmp_path / "plant")).hub.close()  # what was refused holds nothing


def test_a_console_is_paired_with_a_pin_and_trusts_only_that(plant, tmp_path):
    from desktop.opening import open_plant, pair_hub

    code = signing.make_pairing(plant.served.hub, plant.manager, plant.people["孙丽"])
    answer = manager(plant).post("/api/pairings", {"person": plant.people["孙丽"]}).json()
    authority = tls_of(plant).authority
    assert authority is not None
    assert answer["pin"] == pin_of(authority)
    assert answer["address"] == "https://anhuan.example"  # as the labels say
    code = f"{answer['code']}.{answer['pin']}"
    here = f"https://127.0.0.1:{port_of(plant)}"
    assert read_line(f"{here}/pair#{code}") == (here, code)
    opened = open_plant(tmp_path / "desk", here)
    try:
        assert not opened.plant_there  # nothing is believed yet
        with pytest.raises(Refused, match="hub_not_trusted"):
            pair_hub(opened, here, answer["code"])
        with pytest.raises(Refused, match="hub_pin_wrong"):
            pair_hub(opened, here, f"{answer['code']}.{'A' * 32}")
        pair_hub(opened, here, code)
        assert opened.client is not None
        assert opened.client.call("GET", "/health")["ok"]
    finally:
        opened.close()
    again = open_plant(tmp_path / "desk", None)
    try:
        assert again.plant_there
        assert again.client is not None
    finally:
        again.close()


def test_without_the_authority_a_console_says_nothing_to_the_hub(plant):
    with pytest.raises(Untrusted):
        HubClient(f"https://127.0.0.1:{port_of(plant)}").call("GET", "/health")
    assert issubclass(Untrusted, Unreachable)


def spki(plant: Living) -> str:
    """By which a browser is told to trust the authority, as a phone is that has installed it."""
    der = tls_of(plant).authority
    assert der is not None
    key = x509.load_der_x509_certificate(der).public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return base64.b64encode(hashlib.sha256(key).digest()).decode()


@pytest.fixture
def named(chromium: Any, plant: Living) -> Iterator[Callable[[str], Any]]:
    """Opens a page in a browser that finds the plant by its name and has its authority installed."""
    browser = chromium.browser_type.launch(
        executable_path=CHROMIUM,
        args=[
            "--no-sandbox",
            "--disable-gpu",
            f"--host-resolver-rules=MAP {NAME} 127.0.0.1",
            f"--ignore-certificate-errors-spki-list={spki(plant)}",
        ],
    )

    def opened(path: str, scheme: str = "https") -> Any:
        size = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True, "locale": "zh-CN"}
        page = browser.new_context(**size).new_page()
        page.goto(f"{scheme}://{NAME}:{port_of(plant) if scheme == 'https' else plant.served.port}{path}")
        return page

    yield opened
    browser.close()


def test_a_phone_reports_over_https_under_the_plants_name(named, plant, before):  # noqa: F811
    page = named(f"/z/{plant.label}")
    assert page.evaluate("isSecureContext")
    page.evaluate("navigator.serviceWorker.ready")
    assert not page.query_selector(".plain_http")
    page.set_input_files("#camera", before)
    page.wait_for_selector("#form:not([hidden])")
    page.tap("#send")
    page.wait_for_selector("#receipt:not([hidden])")
    assert page.inner_text("#receipt .number") == plant.all("hazard")[0].number
    (cookie,) = [one for one in page.context.cookies() if one["name"] == "anhuan_visit"]
    assert cookie["secure"]


def test_over_plain_http_a_report_goes_and_the_page_says_what_does_not(named, plant, before):  # noqa: F811
    page = named(f"/z/{plant.label}", "http")
    assert not page.evaluate("isSecureContext")
    assert page.evaluate("navigator.serviceWorker === undefined")
    assert words.say("phone.plain_http") in page.inner_text(".plain_http")
    page.set_input_files("#camera", before)
    page.wait_for_selector("#form:not([hidden])")
    page.tap("#send")
    page.wait_for_selector("#receipt:not([hidden])")
    assert len(plant.all("hazard")) == 1
    page.goto(page.url.partition("/z/")[0] + "/trust")
    assert certificates.fingerprint(tls_of(plant).authority or b"") in page.inner_text("main").replace("\n", "")
    with page.expect_download() as download:
        page.click("main .primary")
    assert Path(download.value.path()).read_bytes() == tls_of(plant).authority
