"""All sessions by day, and the making of a new one."""
