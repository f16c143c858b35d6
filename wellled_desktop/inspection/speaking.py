"""How people at the trust and their lines are spoken of everywhere: by role and label, never by name."""

from collections.abc import Sequence

from wellled_desktop.inspection.read_models import NoteLine, Session, Unspoken
from wellled_desktop.inspection.words import VOICES, Voice

_SAMPLE = "a sample of "
_MERE_LETTER = 3
POINTS_OTHER_WAY = "points the other way"
_NOTING: dict[Voice, str] = {
    "silence": "of silence",
    "nobody-answered": "where nobody answered",
    "disagreement": "of disagreement",
}


def spoken_role(title: str) -> str:
    """The role as one speaks of somebody who holds it: one of "a sample of governors" is "governors"."""
    return title.removeprefix(_SAMPLE)


def role_and_label(title: str, label: str) -> str:
    """The role, and what tells two holders apart: consultants (B); a label that says more comes first: ward nurse (nurses).

    A label that only repeats the role is the role: the chair is the trust chair. Where the role has two names, the label
    chooses one: the chief nurse is not also called nursing director.
    """
    role = spoken_role(title)
    if not label:
        return role
    if any(_words(label) == _words(name) for name in role.split("/")):
        return label
    if repeats(label, role):
        return role
    return f"{role} ({label})" if len(label) <= _MERE_LETTER else f"{label} ({role})"


def repeats(label: str, role: str) -> bool:
    """Whether a label says no more than the role does, a plural apart."""
    return len(label) > _MERE_LETTER and set(_words(label)) <= set(_words(role))


def spoken_voice(speaker: str | None) -> str:
    """What stands for a speaker who is nobody in particular: nobody answered, silence; "" for a participant's id or none."""
    return speaker.replace("-", " ") if speaker in VOICES else ""


def spoken_share(share: float) -> str:
    """62 %, of a share from 0 to 1; a little is not nothing."""
    return "under 1 %" if 0 < share < 0.005 else f"{round(share * 100)} %"


def spoken_unspoken(lines: Sequence[Unspoken]) -> str:
    """3 lines of silence, 1 line where nobody answered; "" for none."""
    return ", ".join(f"{one.lines} {'line' if one.lines == 1 else 'lines'} {_NOTING[one.voice]}" for one in lines)


def spoken_marks(line: NoteLine) -> tuple[str, ...]:
    """Claim, concern or strength, and that the line points the other way: the words that stand beside its type."""
    claim = ("claim",) if line.claim else ()
    weight = () if line.weight == "neutral" else (line.weight,)
    return (*claim, *weight, *((POINTS_OTHER_WAY,) if line.points_other_way else ()))


def spoken_delay(line: NoteLine) -> str:
    """That the line was copied from paper, and how long after the end of its session it was written; "" for neither."""
    minutes = line.written_after_end_minutes
    late = "" if minutes is None else f"written {_how_long(minutes)} after"
    if line.from_handwritten_notes:
        return ", ".join(part for part in ("from handwritten notes", late) if part)
    return f"{late} the end" if late else ""


def spoken_after_sign_off(line: NoteLine) -> str:
    """That the line was written, or amended, after its session was signed off; "" for neither."""
    return f"{line.after_sign_off} after sign-off" if line.after_sign_off else ""


def spoken_state(session: Session) -> str:
    """The session's state, and that one signed off is no longer what was signed off."""
    return f"{session.state}, changed since" if session.changed_since_sign_off else session.state


def _how_long(minutes: int) -> str:
    if minutes < 1:
        return "just"
    if minutes < 120:
        return f"{minutes} min"
    hours = minutes // 60
    return f"{hours} hours" if hours < 48 else f"{hours // 24} days"


def _words(text: str) -> list[str]:
    return [word.rstrip("s") for word in text.casefold().replace("/", " ").split()]
