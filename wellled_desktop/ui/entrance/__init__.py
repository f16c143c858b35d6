"""Before an inspection is open: the lock screen, the first run, and choosing or making an inspection."""
