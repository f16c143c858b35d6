"""The example day: played whole, and the folder it leaves behind."""
