"""Inside WeCom and DingTalk: the signature, made with a ticket that is fetched once, and a page in a browser that finds
the client's own functions, or does without them."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests

from services.connectors.js_sdk import signature
from services.store import secret_box
from tests.services.alerts.providers import OK, Provider, provider
from tests.services.hub.calls import Caller, signed_in
from tests.services.hub.living import Living, living_plant

TICKET = "/cgi-bin/get_jsapi_ticket"
WECOM = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile MicroMessenger/7.0.1 wxwork/4.1.22"
DINGTALK = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120 Mobile AliApp(DingTalk/7.5.0)"
FAKE_WX = """
globalThis.asked = [];
globalThis.wx = {
  config: (given) => { asked.push(given); setTimeout(() => GOOD ? wx.done() : wx.bad(), 0); },
  ready: (done) => { wx.done = done; },
  error: (bad) => { wx.bad = bad; },
  scanQRCode: ({ success }) => success({ resultStr: SCANNED }),
  getLocation: ({ success }) => success({ latitude: 31.3, longitude: 120.6, accuracy: 12 }),
};
"""
FAKE_DD = """
globalThis.dd = {
  biz: { util: { scan: ({ onSuccess }) => onSuccess({ text: SCANNED }) } },
  device: { geolocation: { get: ({ onSuccess }) => onSuccess({ latitude: 31.3, longitude: 120.6, accuracy: 12 }) } },
};
"""


@pytest.fixture(scope="module")
def wecom() -> Iterator[Provider]:
    with provider() as made:
        made.tokens("/cgi-bin/gettoken")
        made.answers[TICKET] = [{**OK, "ticket": "mock-ticket", "expires_in": 7200}]
        yield made


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, wecom: Provider) -> Iterator[Living]:
    plant = living_plant(tmp_path_factory.mktemp("sdk") / "plant")
    plant.do("plant.set_address", address=plant.url)
    plant.do("channels.set", service="wecom", account="wwsdk", application="1000007", address=wecom.address)
    secret_box.keep(plant.served.hub.folder.secrets, "wecom", "app secret")
    yield plant
    plant.served.stop()


def test_the_signature_is_that_of_the_published_example() -> None:
    made = signature("mock-ticket", "mock-nonce", 1601234567, "https://www.easywechat.com/")
    assert made == "22772d2fb393ab9f7f6a5a54168a566fbf1ab767"


def test_a_page_of_this_plant_is_signed_with_one_ticket(place: Living, wecom: Provider) -> None:
    worker = signed_in(place, "马超")
    for page in ("/m", "/i/x?y=1"):
        url = place.url + page
        told = worker.post("/api/js-sdk", {"url": url + "#part"}).json()
        assert told["app"] == "wwsdk"
        assert told["signature"] == signature("mock-ticket", told["nonce"], told["timestamp"], url)
    assert len(wecom.at(TICKET)) == 1


def test_no_other_page_is_signed_and_nobody_from_outside_asks(place: Living) -> None:
    worker = signed_in(place, "马超")
    for url in ("https://bank.example/m", "/m", "", place.url.replace("127.0.0.1", "127.0.0.1.example") + "/m"):
        assert worker.post("/api/js-sdk", {"url": url}).json()["refused"] in ("malformed", "args_wrong"), url
    assert Caller(place).post("/api/js-sdk", {"url": place.url + "/m"}).json()["refused"] == "sign_in_needed"


@pytest.mark.parametrize(
    ("agent", "home"), [(WECOM, "https://res.wx.qq.com"), (DINGTALK, "https://g.alicdn.com"), ("Firefox", "")]
)
def test_scripts_come_from_elsewhere_inside_a_messenger_only(place: Living, agent: str, home: str) -> None:
    answer = requests.get(f"{place.url}/s", headers={"User-Agent": agent}, timeout=20)
    policy = answer.headers["content-security-policy"]
    (scripts,) = [part.strip() for part in policy.split(";") if part.strip().startswith("script-src")]
    assert scripts == f"script-src 'self' {home}".strip()


def opened(screen: Callable[..., Any], place: Living, agent: str, fake: str, scanned: str, *, good: bool = True) -> Any:
    """The work page in a client that has these functions."""
    page = screen(390, 844, "zh-CN", user_agent=agent)
    code = place.code("马超")
    given = f"const SCANNED = {scanned!r}; const GOOD = {str(good).lower()};\n{fake}"
    page.add_init_script(given)
    page.goto(f"{place.url}/s")
    page.fill("[name=login]", "马超")
    page.fill("[name=secret]", code)
    page.click("[type=submit]")
    page.wait_for_url("**/m")
    return page


@pytest.mark.parametrize(("agent", "fake"), [(WECOM, FAKE_WX), (DINGTALK, FAKE_DD)], ids=["wecom", "dingtalk"])
def test_the_clients_scanner_opens_a_label(
    phone_screen: Callable[..., Any], place: Living, agent: str, fake: str
) -> None:
    page = opened(phone_screen, place, agent, fake, f"https://anhuan.example/z/{place.label}")
    page.click("#scan:not([hidden])")
    page.wait_for_url(f"**/z/{place.label}")
    assert page.url == f"{place.url}/z/{place.label}", "it is opened here, whatever host it names"


def test_what_is_no_label_opens_nothing(phone_screen: Callable[..., Any], place: Living) -> None:
    page = opened(phone_screen, place, DINGTALK, FAKE_DD, "https://bank.example/pay")
    page.click("#scan:not([hidden])")
    page.wait_for_selector("#scanned:not(:empty)")
    assert page.url.endswith("/m")


def test_where_the_client_refuses_there_is_no_button(phone_screen: Callable[..., Any], place: Living) -> None:
    page = opened(phone_screen, place, WECOM, FAKE_WX, "x", good=False)
    page.wait_for_load_state("networkidle")
    assert page.is_hidden("#scan")


def test_any_other_browser_goes_without(phone_screen: Callable[..., Any], place: Living) -> None:
    page = opened(phone_screen, place, "Mozilla/5.0 Chrome/120 Mobile", FAKE_WX, "x")
    assert page.is_hidden("#scan")
    assert page.evaluate("globalThis.asked.length") == 0
