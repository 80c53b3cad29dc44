"""The exit codes of the command."""

READ, SOME_FAILED, WRONG_CALL = 0, 1, 2
"""All was done; something failed and the rest was done; the call made no sense."""
