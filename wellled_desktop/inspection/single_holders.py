"""Roles that one person holds in a trust: naming such a role names the person, so whoever does says so, or says less."""

from collections.abc import Iterable

# Ours, not the framework's: it lists roles, and says "a sample of" only for some of those with several holders.
SINGLE_HOLDERS = frozenset(
    {
        "trust-chair",
        "chief-executive",
        "medical-director",
        "nursing-director",
        "chief-operating-officer",
        "director-of-finance",
        "director-of-hr",
        "director-of-improvement",
        "director-of-infection-prevention-and-control",
        "freedom-to-speak-up-guardian",
        "audit-committee-chair",
        "finance-committee-chair",
        "guardian-of-safe-working-hours",
        "head-of-nursing",
        "ahp-lead",
        "company-secretary",
        "caldicott-guardian",
        "equality-and-diversity-lead",
        "chief-pharmacist",
        "patient-and-carer-involvement-lead",
        "decontamination-lead",
        "siro",
    }
)


def single_holders(roles: Iterable[str]) -> tuple[str, ...]:
    """Which of the roles are one person each, in the order given, each once."""
    return tuple(dict.fromkeys(role for role in roles if role in SINGLE_HOLDERS))
