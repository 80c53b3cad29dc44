"""Laws look at new examples on each developer's run; where `CI` is set the same commit gives the same result."""

import os

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("repeatable")
