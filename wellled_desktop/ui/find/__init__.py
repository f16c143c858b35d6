"""Find anything (Ctrl+K): a field over the window, what is found as one types, and the way to each thing found."""
