"""How many pages an attachment has, for what is planned and cited of them. Takes up to seconds: for a thread of its own."""

from contextlib import closing

from wellled_desktop.exchange.documents.kinds import kind_of
from wellled_desktop.exchange.documents.previews import Preview, Unreadable
from wellled_desktop.inspection.read_models import Attachment
from wellled_desktop.vault.errors import AttachmentDamaged
from wellled_desktop.vault.opened import OpenInspection


def page_count(inspection: OpenInspection, file: Attachment) -> int:
    """Of a PDF; 0 where it has no pages of its own, or cannot be read. Raises StoreError, VaultLocked."""
    if kind_of(file.media_type, file.name) != "pdf":
        return 0
    with closing(inspection.documents()) as documents:
        known = documents.page_counts((file.sha256,)).get(file.sha256)
        read_in_part = file.sha256 in documents.unread((file.sha256,))
    if known and not read_in_part:
        return known
    try:
        with (
            inspection.attachments.open(file.sha256) as frames,
            Preview.of(frames, file.name, file.media_type) as preview,
        ):
            return preview.pages
    except (Unreadable, AttachmentDamaged):
        return 0
