"""What a new inspection may be called: its names and its provider code as they are kept, or refused in a sentence."""

import re

import msgspec

from wellled_desktop.inspection.commands import CreateInspection, TeamMember
from wellled_desktop.inspection.errors import RuleBroken

LONGEST_NAME = 200
_PROVIDER_CODE = re.compile(r"[A-Z0-9]{2,8}")


def as_recorded(command: CreateInspection) -> CreateInspection:
    """The command with its names on one line each and its code in capitals. Raises RuleBroken."""
    trust = _name(command.trust_name, "The trust's name")
    if not trust:
        raise RuleBroken("An inspection needs the name of the trust.")
    code = provider_code(command.provider_code)
    if not command.trust_types:
        raise RuleBroken("An inspection needs at least one trust type, because it decides what applies.")
    if command.days < 1:
        raise RuleBroken("An inspection lasts at least one day.")
    team = tuple(map(_member, command.team))
    if len({one.name.casefold() for one in team}) < len(team):
        raise RuleBroken(
            "Two people of the team have the same name; add an initial, so that the record tells them apart."
        )
    return msgspec.structs.replace(command, trust_name=trust, provider_code=code, team=team)


def provider_code(typed: str) -> str:
    """The code in capitals. Raises RuleBroken for one that is none."""
    code = typed.strip().upper()
    if not _PROVIDER_CODE.fullmatch(code):
        raise RuleBroken("A provider code is 2 to 8 letters and figures, such as RXX; nothing was created.")
    return code


def _member(member: TeamMember) -> TeamMember:
    name = _name(member.name, "A name in the team")
    if not name:
        raise RuleBroken("Everybody in the team needs a name, because it signs what they record.")
    return TeamMember(name, _name(member.title, "A title in the team"))


def _name(text: str, what: str) -> str:
    """On one line. What no page shows is refused: a character that turns the direction round can make a name read as another."""
    name = " ".join(text.split())
    if len(name) > LONGEST_NAME:
        raise RuleBroken(f"{what} is longer than {LONGEST_NAME} characters; nothing was created.")
    if not name.isprintable() or "\ufffd" in name:
        raise RuleBroken(f"{what} holds characters that cannot be shown; type it again. Nothing was created.")
    return name
