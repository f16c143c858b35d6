"""Roles that one person holds in a trust: naming such a role names the person, so a report that does says so."""

from wellled_desktop.inspection.single_holders import SINGLE_HOLDERS, single_holders

__all__ = ["SINGLE_HOLDERS", "single_holders"]
