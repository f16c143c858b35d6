"""Taking the place out of a picture: its pixels stay byte for byte, and nothing that could hold a place does."""

import io
import random
from collections.abc import Iterator

import pytest
from PIL import Image, ImageChops, PngImagePlugin

from tests.hostile_shapes import broken, picture
from tests.unit.exchange.documents.children import children
from wellled_desktop.exchange.documents.exif import kept_exif
from wellled_desktop.exchange.documents.messages import Unread
from wellled_desktop.exchange.documents.position import stripped
from wellled_desktop.exchange.documents.without_position import PositionNotRemoved, may_hold_position, without_position

GPS, SUB, MAKER_NOTE = 0x8825, 0x8769, 0x927C
PLACE = b"53.4084N-2.9916W"


@pytest.fixture(autouse=True)
def no_process_is_left() -> Iterator[None]:
    yield
    assert children() == []


def taken(form: str, **more: object) -> bytes:
    """A photo as a phone takes it: upright by its EXIF, with a position wherever one can be."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x010E] = 6, "Invented", PLACE.decode()
    exif[GPS] = {1: "N", 2: (53.0, 24.0, 30.0), 3: "W", 4: (2.0, 59.0, 30.0), 29: "2026:11:24"}
    exif[SUB] = {0x9003: "2026:11:24 09:00:00", MAKER_NOTE: PLACE, 0x9286: PLACE}
    made = io.BytesIO()
    image = Image.linear_gradient("L").resize((64, 48)).convert("RGB")
    image.save(made, form, exif=exif, **more)
    return made.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


def same_pixels(one: bytes, other: bytes) -> bool:
    first, second = opened(one), opened(other)
    return (
        first.size == second.size
        and ImageChops.difference(first.convert("RGBA"), second.convert("RGBA")).getbbox() is None
    )


XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + PLACE + b"</x:xmpmeta>"
WITH_POSITION = {
    "JPEG": taken("JPEG", xmp=XMP, comment=PLACE, icc_profile=b"profile of colours", progressive=True),
    "WEBP": taken("WEBP", xmp=XMP, icc_profile=b"profile of colours", lossless=True),
    "PNG": taken("PNG", icc_profile=b"profile of colours"),
}


@pytest.mark.parametrize("form", WITH_POSITION)
def test_the_place_goes_and_the_picture_stays(form: str) -> None:
    before = WITH_POSITION[form]
    assert opened(before).getexif().get_ifd(GPS) != {}
    assert PLACE in before
    after = b"".join(without_position([before], f"image/{form.lower()}"))
    exif = opened(after).getexif()
    assert exif.get_ifd(GPS) == {}
    assert PLACE not in after
    assert (exif[0x0112], exif[0x010F]) == (6, "Invented")
    assert exif.get_ifd(SUB) == {0x9003: "2026:11:24 09:00:00"}
    assert opened(after).info["icc_profile"] == b"profile of colours"
    assert same_pixels(before, after)


def test_the_coded_pixels_of_a_jpeg_are_not_touched() -> None:
    before = WITH_POSITION["JPEG"]
    first = before.index(b"\xff\xda")
    assert before[first:] in stripped(before)


def test_what_phones_put_behind_the_picture_goes() -> None:
    behind = WITH_POSITION["JPEG"] + WITH_POSITION["JPEG"] + b"ftypmp42" + PLACE
    assert stripped(behind) == stripped(WITH_POSITION["JPEG"])


def test_words_in_a_png_go() -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Location", PLACE.decode())
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "grey").save(made, "PNG", pnginfo=words)
    after = stripped(made.getvalue() + PLACE)
    assert PLACE not in after
    assert same_pixels(made.getvalue(), after)


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_what_moves_still_moves(form: str) -> None:
    made = io.BytesIO()
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("red", "green", "blue")]
    more = {"comment": PLACE} if form == "GIF" else {}
    frames[0].save(made, form, save_all=True, append_images=frames[1:], duration=120, loop=3, **more)
    after = opened(stripped(made.getvalue()))
    before = opened(made.getvalue())
    assert after.n_frames == 3  # type: ignore[attr-defined]
    assert (after.info.get("loop"), after.info.get("duration")) == (
        before.info.get("loop"),
        before.info.get("duration"),
    )
    assert PLACE not in stripped(made.getvalue())


def test_a_picture_without_anything_beside_it_stays_as_it_is() -> None:
    made = io.BytesIO()
    Image.new("RGB", (8, 8), "grey").save(made, "JPEG")
    assert stripped(made.getvalue()) == made.getvalue()
    simple = io.BytesIO()
    Image.new("RGB", (8, 8), "grey").save(simple, "WEBP")
    assert stripped(simple.getvalue()) == simple.getvalue()


@pytest.mark.parametrize("content", [picture("TIFF"), b"\0\0\0\x18ftypheic" + bytes(99), b""])
def test_a_kind_that_is_not_taken_apart_is_refused_in_one_sentence(content: bytes) -> None:
    with pytest.raises(PositionNotRemoved) as error:
        without_position([content], "image/tiff")
    assert error.value.sentence.startswith("From a picture of this kind the position cannot be taken out, so no copy")
    assert error.value.sentence.count(".") == 1


def test_what_is_no_picture_is_refused_before_anything_is_started() -> None:
    assert [may_hold_position(kind) for kind in ("image/jpeg", "IMAGE/heic", "application/pdf")] == [True, True, False]
    with pytest.raises(PositionNotRemoved):
        without_position(iter([b"never read"]), "application/pdf")


def test_a_copy_that_is_not_gone_through_to_its_end_leaves_no_process() -> None:
    pieces = iter(without_position([WITH_POSITION["JPEG"]], "image/jpeg"))
    assert next(pieces)
    del pieces


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_broken_one_is_refused_or_taken_and_nothing_else_happens(form: str) -> None:
    chance = random.Random(form)  # noqa: S311  # to be the same each time
    outcomes = {outcome(broken(WITH_POSITION.get(form) or picture("GIF"), chance)) for _ in range(300)}
    assert outcomes == {"taken", "broken", "position"}


def outcome(content: bytes) -> str:
    try:
        stripped(content)
    except Unread as unread:
        return unread.reason
    return "taken"


def test_of_exif_that_cannot_be_read_nothing_stays() -> None:
    assert kept_exif(b"II*\0junk") == b""
    assert kept_exif(b"") == b""
