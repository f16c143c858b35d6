"""Pictures, by Pillow: only formats that inspectors have, and none that would need more memory than is safe."""

import io
import warnings

from PIL import Image, ImageOps

from wellled_desktop.exchange.documents.layout import Paragraph
from wellled_desktop.exchange.documents.limits import MOST_PIXELS, WIDEST
from wellled_desktop.exchange.documents.messages import Unread

_FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")
_MOST_FRAMES = 500


class Pictures:
    """A picture is a document of one page; a TIFF may have more."""

    def __init__(self, content: bytes) -> None:
        """Raises Unread, and whatever Pillow raises."""
        Image.MAX_IMAGE_PIXELS = None  # our limit is looked at before anything is decoded
        warnings.simplefilter("ignore")
        self._image = Image.open(io.BytesIO(content), formats=_FORMATS)
        self._check_size()
        self.count = min(getattr(self._image, "n_frames", 1), _MOST_FRAMES) if self._image.format == "TIFF" else 1

    def picture(self, page: int, width: int) -> tuple[int, int, bytes]:
        """Raises Unread, and whatever Pillow raises."""
        if self.count > 1:
            self._image.seek(page - 1)
        self._check_size()
        image = self._image.copy() if self._image.format == "TIFF" else self._image
        # A JPEG is decoded no larger than needed.
        image.draft(None, (min(width, WIDEST) * 2, min(width, WIDEST) * 2))
        turned = ImageOps.exif_transpose(image)
        across, down = turned.size
        scale = min(1.0, width / across, WIDEST / across, WIDEST / down)
        size = max(1, round(across * scale)), max(1, round(down * scale))
        drawn = turned.convert("RGBA").resize(size, Image.Resampling.BILINEAR, reducing_gap=2.0)
        return *drawn.size, drawn.tobytes()

    def paragraphs(self, _page: int) -> tuple[Paragraph, ...]:
        return ()

    def _check_size(self) -> None:
        across, down = self._image.size
        if across * down > MOST_PIXELS:
            raise Unread("pixels")
