"""The command `notices`: arguments, answers in a terminal, and what is shown."""
