"""Blocks → pages → PDF. Text is measured, broken into rows, placed on pages, then drawn; no markup is ever interpreted."""
