"""The log of what was actually gathered, and the key-evidence checklist of all KLOEs."""
