"""In which files a patient may be seen or heard, told from what kind of file it is: nobody has looked into it."""

from wellled_desktop.inspection.commands import AttachFile
from wellled_desktop.inspection.read_models import Attachment

_MAY_IDENTIFY = ("image/", "audio/", "video/")
_ENDINGS_THAT_MAY = frozenset(
    ("mp3", "m4a", "wav", "ogg", "opus", "flac", "aac", "wma", "amr", "mp4", "mov", "avi", "mkv", "webm", "wmv", "3gp")
)


def may_identify(attachment: Attachment | AttachFile) -> bool:
    """Whether a patient may be seen or heard in it: a photograph, a picture, a record of sound or video."""
    ending = attachment.name.rpartition(".")[2].casefold()
    return attachment.media_type.startswith(_MAY_IDENTIFY) or ending in _ENDINGS_THAT_MAY
