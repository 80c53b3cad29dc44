"""Who must, who is governed, what is done, when it starts and under which condition; duties without a value."""
