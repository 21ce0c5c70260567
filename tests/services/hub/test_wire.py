"""The few routes over real HTTP: who may use which, what the document of operations says, and a console in step."""

import json

import pytest

from services.core.operation import OPERATIONS
from services.core.refused import Refused
from services.core.shape import shapes
from services.hub import following
from services.photos.folder import PhotoFolder
from services.store.changes import from_lines
from services.store.journal import GENESIS
from services.store.replica import Clock, Replica
from services.store.thin import MARK, thin_page
from services.sync import PROTOCOL, PULLS_FROM
from services.sync.blobs import fetch
from services.sync.client import HubClient, Unreachable
from services.sync.outgoing import Outgoing
from services.sync.round import Sync
from tests.makers import NOON
from tests.services.hub.calls import Caller, manager, signed_in
from tests.services.hub.living import living_plant


@pytest.fixture(scope="module")
def plant(tmp_path_factory):
    made = living_plant(tmp_path_factory.mktemp("hub") / "plant")
    yield made
    made.served.stop()


@pytest.fixture(scope="module")
def callers(plant):
    found = {name: signed_in(plant, name) for name in plant.people}
    visit = Caller(plant).post("/api/visit", {"label": plant.label}).json()["token"]
    local = plant.served.hub.local_token
    others = {"nobody": Caller(plant), "stranger": Caller(plant, "x" * 43), "visitor": Caller(plant, visit)}
    return found | others | {"boss": manager(plant), "founder": Caller(plant, local)}


READERS = {"boss", "孙丽"}
NOBODY = {"nobody", "stranger"}
EVERYONE = {"赵刚", "马超", "孙丽", "boss", "founder", "visitor", "nobody", "stranger"}
ROUTES = {
    ("GET", "/health"): EVERYONE,
    ("GET", "/openapi.json"): EVERYONE,
    ("GET", "/api/hello"): EVERYONE,
    ("GET", "/api/changes"): READERS,
    ("GET", "/api/entries?before=2"): READERS,
    ("GET", "/api/sums"): READERS,
    ("GET", "/api/records/zone/0"): READERS,
    ("GET", "/api/replica"): READERS,
    ("POST", "/api/common"): READERS,
    ("GET", "/api/blobs/" + "0" * 64): READERS,
    ("HEAD", "/api/blobs/" + "0" * 64): EVERYONE - NOBODY - {"founder"},
    ("PUT", "/api/blobs/" + "0" * 64 + "?what=photo&offset=0&total=9"): EVERYONE - NOBODY - {"founder"},
    ("PUT", "/api/blobs/" + "0" * 64 + "?what=drawing&offset=0&total=9"): READERS,
    ("POST", "/api/accounts/code"): READERS | {"马超"},
    ("POST", "/api/secrets/mail"): {"boss"},
    ("POST", "/api/connectors/key"): {"boss"},
    ("GET", "/api/connectors/key"): READERS,
    ("POST", "/ingest/readings"): set(),
    ("GET", "/api/broker"): READERS,
    ("POST", "/api/blobs/drawing"): READERS,
    ("POST", "/api/session-here"): {"founder", "boss"},  # both hold the folder's local token
    ("POST", "/api/operations"): EVERYONE - NOBODY,
}


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_who_may_use_which_route(plant, callers, method, path):
    """The worker asks for her own one-time code; whoever may not is refused before anything is looked at."""
    message = {"person": plant.people["马超"], "password": "a password", "operations": [{}]}
    let_in = set()
    for name, caller in callers.items():
        given = {"data": b"x"} if "drawing" in path else {"json": message} if method == "POST" else {}
        answer = caller.call(method, path, **given)
        assert answer.status_code < 500
        if answer.status_code not in (401, 403):
            let_in.add(name)
    assert let_in == ROUTES[method, path]


def test_a_worker_may_not_pull_the_journal(callers):
    answer = callers["马超"].call("GET", "/api/changes")
    assert (answer.status_code, answer.json()["refused"]) == (403, "not_allowed")


def test_founding_again_is_refused_to_everyone(plant, callers):
    for name, caller in callers.items():
        answer = caller.post("/api/found", {"args": {"name": "二", "person": "二"}, "password": "long enough"})
        assert 400 <= answer.status_code < 500, name
    coded = {"setup_code": "ABCDEFGH", "args": {"name": "二", "person": "二"}, "password": "long enough"}
    assert callers["nobody"].post("/api/found", coded).json()["refused"] == "plant_exists"


def test_a_token_in_the_header_that_is_none_never_falls_back_to_a_cookie(plant, callers):
    cookie = callers["孙丽"].session.headers["Authorization"].split()[1]
    caller = Caller(plant, "x" * 43)
    caller.session.cookies.set("anhuan", cookie)
    assert caller.call("GET", "/api/changes").status_code == 401


def test_health_tells_no_name(plant, callers):
    answer = callers["nobody"].call("GET", "/health").json()
    assert set(answer) == {"ok", "version", "protocol", "plant", "head", "now"}
    assert answer["protocol"] == PROTOCOL
    assert "江南" not in json.dumps(answer, ensure_ascii=False)


def test_the_document_lists_every_operation_with_its_arguments(callers):
    document = callers["nobody"].call("GET", "/openapi.json").json()
    schemas = document["components"]["schemas"]
    assert set(schemas) == {*OPERATIONS, "Operation"}
    listed = {one["$ref"].rsplit("/", 1)[1] for one in schemas["Operation"]["oneOf"]}
    assert listed == set(OPERATIONS)
    for kind, spec in OPERATIONS.items():
        args = schemas[kind]["properties"]["args"]
        assert set(args["properties"]) == set(shapes(spec.cls)), kind
        assert schemas[kind]["x-roles"] == sorted(spec.roles)


def test_the_page_of_operations_reads_in_both_languages(callers):
    for lang in ("zh", "en"):
        page = callers["nobody"].call("GET", "/api", headers={"Accept-Language": lang})
        assert page.status_code == 200
        assert all(kind in page.text for kind in OPERATIONS)


def test_every_answer_has_its_security_headers(callers):
    for path in ("/health", "/api/changes", "/nothing"):
        headers = callers["nobody"].call("GET", path).headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "server" not in {name.lower() for name in headers}


def test_the_author_is_whoever_signed_in_whatever_the_message_says(plant, callers):
    officer = callers["孙丽"]
    claimed = {"author": plant.manager.person, "actor": plant.manager.person, "by": plant.manager.person}
    answer = officer.issue("zones.rename", {"zone": plant.zone, "name": "孙丽改的"}, **claimed)
    _, page = from_lines(officer.call("GET", "/api/changes", params={"after": answer["seq"] - 1}).content)
    assert json.loads(page[0][1])["author"] == plant.people["孙丽"]


def test_the_same_message_twice_is_one_change(plant, callers):
    officer = callers["孙丽"]
    args = {"floor": plant.record("zone", plant.zone).floor, "name": "只一次", "zone_class": "D"}
    operation = officer.operation("zones.draw", {**args, "polygon": [[0, 0], [5, 0], [5, 5]]})
    first, second = (officer.post("/api/operations", {"operations": [operation]}).json() for _ in range(2))
    officer.n += 1
    assert first["answers"] == second["answers"]
    assert [zone.name for zone in plant.all("zone")].count("只一次") == 1


def test_a_console_over_real_http(plant, tmp_path):
    code = plant.code("孙丽")
    client = HubClient(plant.url)
    session = client.sign_in("孙丽", code)
    client = HubClient(plant.url, session["token"])
    replica = Replica(tmp_path / "replica.db", Clock(lambda: NOON, lambda: 0.0, "boot"))
    replica.set_facts(me=session["person"])
    outgoing = Outgoing(tmp_path / "outgoing", PhotoFolder(tmp_path / "blobs"))
    sync = Sync(client, replica, outgoing)
    sync.once()
    drawing = outgoing.blobs.put_bytes(b"a drawing")
    outgoing.add(drawing, "drawing")
    floor = plant.record("zone", plant.zone).floor
    args = {"floor": floor, "drawing": drawing, "width_m": 50, "height_m": 30}
    assert replica.run("floors.set_drawing", args).ok
    brought = sync.once()
    assert (brought.blobs, brought.trouble) == ((drawing,), None)
    assert plant.record("floor", floor).drawing == drawing
    elsewhere = PhotoFolder(tmp_path / "elsewhere")
    assert fetch(client, elsewhere, drawing)
    assert elsewhere.get(drawing) == b"a drawing"
    assert not fetch(client, elsewhere, "0" * 64)
    replica.close()


def test_a_hub_that_is_not_there_is_unreachable():
    with pytest.raises(Unreachable):
        HubClient("http://127.0.0.1:9").call("GET", "/health")


def test_an_answer_that_is_none_is_unreachable(plant):
    with pytest.raises(Unreachable):
        HubClient(plant.url).call("GET", "/static/phone.css")
    with pytest.raises(Refused, match="sign_in_needed"):
        HubClient(plant.url).call("GET", "/api/changes")


@pytest.mark.parametrize("form", ["thin", "whole"])
def test_entries_come_in_parts_and_are_the_same(plant, monkeypatch, form):
    """Also while somebody adds to the journal: then no sum comes with them, as it would be of later records."""
    monkeypatch.setattr(following, "PART_ENTRIES", 4)
    client = HubClient(plant.url, HubClient(plant.url).sign_in("孙丽", plant.code("孙丽"))["token"])
    about, page = client.page("/api/changes", after=0)
    parts = list(client.changes(form, after=0, hash=GENESIS, epoch=about["epoch"]))
    entries = [one for _, part in parts for one in part]
    assert [len(part) for _, part in parts[:-1]] == [4] * (len(page) // 4) + [len(page) % 4] * (len(page) % 4 > 0)
    assert {name: value for said, _ in parts[:-1] for name, value in said["clear"].items()} == about["clear"]
    assert parts[-1] == ({"sum": about["sum"]}, [])
    assert (entries == page) is (form == "whole")
    assert [text.partition(MARK)[0] == body for (_, text), (_, body) in zip(entries, page, strict=True)].count(True) > 3
    assert [part[-1][0] for _, part in parts[:-1]] == [
        page[min(at, len(page)) - 1][0] for at in range(4, len(page) + 4, 4)
    ]


def test_a_sum_is_only_sent_for_the_records_that_it_counts(plant, monkeypatch):
    client = HubClient(plant.url, HubClient(plant.url).sign_in("孙丽", plant.code("孙丽"))["token"])
    monkeypatch.setattr(following, "head", lambda connection: (10**6, ""))
    assert list(client.changes("thin", after=0, hash=GENESIS, epoch=""))[-1] == ({}, [])


def test_a_stream_that_ends_early_is_unreachable_after_what_has_come(plant, monkeypatch):
    monkeypatch.setattr(following, "PART_ENTRIES", 4)
    calls = iter(range(99))

    def breaking(page):
        if next(calls) == 1:
            raise RuntimeError("the hub ends here")
        return thin_page(page)

    monkeypatch.setattr(following, "thin_page", breaking)
    client = HubClient(plant.url, HubClient(plant.url).sign_in("孙丽", plant.code("孙丽"))["token"])
    got = client.changes("thin", after=0, hash=GENESIS, epoch="")
    assert len(next(got)[1]) == 4
    with pytest.raises(Unreachable):
        next(got)


def test_an_older_console_still_gets_one_page(callers):
    """It says nothing of a form, and knows none."""
    older = {"X-Anhuan-Protocol": str(PULLS_FROM)}
    about, page = from_lines(callers["孙丽"].call("GET", "/api/changes", headers=older).content)
    assert len(page) == about["head"]
    assert about["sum"]
    assert not any(MARK in body for _, body in page)
