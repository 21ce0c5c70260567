"""What a watching system reads: by key only, in the text format, with figures that are so and nobody's words."""

import re

import pytest
import requests

from services.hub.metrics import Durations
from services.store.journal import head
from tests.services.hub.calls import manager
from tests.services.hub.living import living_plant

SAMPLE = re.compile(r'([a-z_]+)(\{(?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)+\})? (-?[0-9.e+-]+)')


@pytest.fixture(scope="module")
def plant(tmp_path_factory):
    made = living_plant(tmp_path_factory.mktemp("metrics") / "plant")
    yield made
    made.served.stop()


def samples(text):
    """By name and labels; every line is a sample or tells of one that follows, which has one type."""
    found, typed = {}, {}
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split()
            assert name not in typed
            typed[name] = kind
        elif not line.startswith("# HELP "):
            sample = SAMPLE.fullmatch(line)
            assert sample, line
            name, labels, value = sample.groups()
            base = re.sub("_(bucket|sum|count)$", "", name)
            assert typed.get(name) or typed[base] == "histogram"
            found[name, labels or ""] = float(value)
    return found


def test_the_key_opens_it_and_the_figures_are_so(plant):
    assert requests.get(plant.url + "/metrics", timeout=10).status_code == 401
    key = manager(plant).post("/api/watching/key", {}).json()["key"]
    with_key = {"authorization": f"Bearer {key}"}
    requests.get(plant.url + "/nowhere/" + "x" * 20, timeout=10)
    answer = requests.get(plant.url + "/metrics", headers=with_key, timeout=10)
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    assert "江南" not in answer.text
    found = samples(answer.text)
    with plant.served.hub.store.look() as look:
        assert found["anhuan_entries", ""] == head(look.connection)[0]
    assert found["anhuan_disk_free_bytes", ""] > 0
    assert found["process_resident_memory_bytes", ""] > 1e7
    assert 0 <= found["anhuan_look_age_seconds", '{watcher="rules"}'] < 60
    assert not [name for name, _ in found if "x" * 20 in _]
    again = requests.get(plant.url + "/metrics", headers=with_key, timeout=10)
    own = [(labels, value) for (name, labels), value in samples(again.text).items() if name.endswith("seconds_count")]
    assert any('route="/metrics"' in labels and 'status="4xx"' in labels for labels, _ in own)
    assert manager(plant).post("/api/watching/key", {}).json()["key"] != key
    assert requests.get(plant.url + "/metrics", headers=with_key, timeout=10).status_code == 401


def test_a_bucket_holds_all_that_were_faster():
    durations = Durations()
    for seconds in (0.001, 0.005, 0.02, 60):
        durations.note("GET", '/a"b', 200, seconds)
    found = samples("\n".join(durations.lines()))
    labels = 'method="GET",route="/a\\"b",status="2xx"'
    name = "anhuan_request_duration_seconds"
    assert found[f"{name}_bucket", f'{{{labels},le="0.005"}}'] == 2
    assert found[f"{name}_bucket", f'{{{labels},le="10.0"}}'] == 3
    assert found[f"{name}_bucket", f'{{{labels},le="+Inf"}}'] == found[f"{name}_count", f"{{{labels}}}"] == 4


def test_what_only_the_hub_knows_of_backups_and_its_disk(plant):
    said = manager(plant).call("GET", "/api/keeping").json()
    assert said["folder"] == str(plant.served.hub.folder.root / "backups")
    assert (said["same_disk"], said["by_server"], said["share"]) == (True, False, None)
    assert said["disk"]["size"] >= said["disk"]["free"] > 0
    assert set(said["oldest"]) == {
        *("reading_days", "minute_days", "stop_days", "standing_days", "turned_days", "keep_days")
    }
