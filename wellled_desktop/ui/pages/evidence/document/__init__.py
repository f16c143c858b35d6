"""An attachment in full: its pages and their words, a copy of it for another program, and the citing of what it says."""
