"""Everyday Chinese for numbers and time, whatever the sentence says: forms in a text → types and canonical values.

Nothing here knows of notices and rules: `三天` is a length, `下周三` a date, `两成` a ratio, `每两周一次` a frequency.
"""
