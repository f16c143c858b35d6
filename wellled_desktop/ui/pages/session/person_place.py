"""Somebody in a session as a place to go to: a participant by their id, one of the inspection team by the name they sign with."""

from wellled_desktop.ui.places import Place

_PARTICIPANT, _OF_TEAM = "@", "@@"


def person_place(session_id: str, participant_id: str) -> Place:
    return Place("session", session_id, f"{_PARTICIPANT}{participant_id}")


def member_place(session_id: str, name: str) -> Place:
    """A session that they lead, or take the notes of."""
    return Place("session", session_id, f"{_OF_TEAM}{name}")


def participant_at(selected: str) -> str:
    """The id of the participant that is selected; "" where it is somebody or something else."""
    return selected.removeprefix(_PARTICIPANT) if selected.startswith(_PARTICIPANT) and not member_at(selected) else ""


def member_at(selected: str) -> str:
    """The name of whom of the team is selected; "" where it is somebody or something else."""
    return selected.removeprefix(_OF_TEAM) if selected.startswith(_OF_TEAM) else ""
