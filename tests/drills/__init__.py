"""Long drills against the real window and real files: a small sample runs with the suite, all of it with `make drills`."""
