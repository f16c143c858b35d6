"""What must hold of the whole code: the toolkit it rests on, and coverage that never falls."""
