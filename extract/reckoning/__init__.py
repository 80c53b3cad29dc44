"""Values as numbers and days: compared, ordered by strictness, laid on the calendar, checked against each other."""
