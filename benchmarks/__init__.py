"""What the app costs beside the least that could be done: each figure is a ratio of two things run in turn, in one run."""
