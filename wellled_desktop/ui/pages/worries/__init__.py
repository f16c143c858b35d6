"""Worries said in sessions, beside the trust's risk register (W5.4)."""
