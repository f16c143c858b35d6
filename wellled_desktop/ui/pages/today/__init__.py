"""Today: the day's sessions, what was gathered, what is open, coverage at a glance, and how safe the work is."""
