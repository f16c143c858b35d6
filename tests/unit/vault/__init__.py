"""Tests of the vault, each with a real vault and real encrypted stores in a temporary folder."""
