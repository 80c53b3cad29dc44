"""Named, ordered, reversible repairs of what a source did to a text: `tidy` calls them, before the text is fixed."""
