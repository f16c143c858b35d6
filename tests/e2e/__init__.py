"""The programs as their users start them."""
