"""The passphrase of the tests' vaults, on its own: a program that a test starts reads it without all that tests load."""

PASSPHRASE = "walrus banjo teapot"
