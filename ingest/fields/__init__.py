"""Head and tail of a notice: title, number, issuers, addressees, dates and places."""
