"""`wellled`: the same services as the window's, for scripts, support and checks. One file a command group; no Qt."""
