"""One module a kind of value: the forms in which it is said, and their canonical values."""
