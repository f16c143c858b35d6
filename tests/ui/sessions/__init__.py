"""The list of sessions and the making of a new one."""
