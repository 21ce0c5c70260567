"""Every paper that comes with the program: each label at its place, each code read by two readers that did not draw it,
from pages of another program, at several resolutions, and still after what printers, lenses and hands do to it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from services.reports.label_sheets import MM_PER_INCH, load_template, template_names
from services.reports.labels import Place, draw_labels
from services.reports.preflight import check_image
from tests.services.reports.made import label, read_by_zbar, rendered


@pytest.mark.parametrize("name", template_names())
def test_codes_are_read_by_two_readers_at_their_places(tmp_path, name):
    template = load_template(name)
    wanted = [label(number) for number in range(template.per_page)]
    places = draw_labels(template, wanted, tmp_path / "a.pdf")
    pages = [(dpi, rendered(tmp_path / "a.pdf", dpi)[0]) for dpi in (203, 300)]
    for dpi, page in pages:
        found = {finding.url: finding for finding in check_image(page, dpi)}
        assert set(found) == {each.url for each in wanted}
        for place in places:
            here = found[place.url]
            assert here.why == ()
            assert here.x_mm == pytest.approx(place.code_box.x, abs=0.3)
            assert here.y_mm == pytest.approx(place.code_box.y, abs=0.3)
            assert here.module_mm == pytest.approx(place.module_mm, rel=0.03)
            assert here.quiet >= place.quiet_modules - 0.4
    urls = sorted(each.url for each in wanted)
    assert sorted(read_by_zbar(page for _, page in pages)) == sorted(urls * 2)


@pytest.mark.parametrize("name", ["L7651", "roll-40x30", "door-A5"])
def test_the_finest_printers_are_read_too(tmp_path, name):
    places = draw_labels(load_template(name), [label()], tmp_path / "a.pdf")
    page = rendered(tmp_path / "a.pdf", 600)[0]
    (found,) = check_image(page, 600)
    assert (found.url, found.why) == (label().url, ())
    assert found.module_mm == pytest.approx(places[0].module_mm, rel=0.02)
    assert read_by_zbar([page]) == [label().url]


@pytest.mark.parametrize("name", template_names())
def test_codes_survive_printers_lenses_and_hands(tmp_path, name):
    (place,) = draw_labels(load_template(name), [label()], tmp_path / "a.pdf")
    pictures = []
    for dpi in (203, 300):
        page = rendered(tmp_path / "a.pdf", dpi)[0]
        for number, worse in enumerate(worsened(page, place, dpi)):
            pictures.append(tmp_path / f"{dpi}-{number}.png")
            worse.save(pictures[-1])
    assert [[finding.url for finding in check_image(picture, 300)] for picture in pictures] == [[label().url]] * 8
    assert read_by_zbar(pictures) == [label().url] * 8


def worsened(page: Path, place: Place, dpi: int) -> Iterator[Image.Image]:
    """The code with its quiet zone: blurred by one per cent of its side, four per cent too small and too large, and
    turned by five degrees."""
    dot = MM_PER_INCH / dpi
    box = place.code_box.shrunk(-place.quiet_modules * place.module_mm)
    with Image.open(page) as whole:
        inside = whole.crop((round(box.x / dot), round(box.y / dot), round(box.right / dot), round(box.bottom / dot)))
    yield inside.filter(ImageFilter.GaussianBlur(0.01 * place.code_box.width / dot))
    for factor in (0.96, 1.04):
        size = (round(inside.width * factor), round(inside.height * factor))
        yield inside.resize(size, Image.Resampling.BILINEAR)
    yield inside.rotate(5, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
