"""Roles in a session that one person holds in the trust: whoever reads such a role knows the person, and the page says so."""

from PySide6.QtCore import QCoreApplication

from wellled_desktop.inspection.read_models import Session
from wellled_desktop.inspection.speaking import spoken_role
from wellled_desktop.reports.single_holders import single_holders


def identifying_words(session: Session, titles: dict[str, str]) -> str:
    """A sentence naming the roles with a single holder, "" where there is none."""
    roles = single_holders((*session.roles, *(person.role for person in session.present)))
    said = [spoken_role(titles.get(role, role)) for role in roles]
    if not said:
        return ""
    named = ", ".join(said)
    if len(said) == 1:
        return _tr("Identifying: %1. One person holds this role: whoever reads it knows who spoke.").replace(
            "%1", named
        )
    return _tr("Identifying: %1. One person holds each of these roles: whoever reads one knows who spoke.").replace(
        "%1", named
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("IdentifyingRoles", words)
