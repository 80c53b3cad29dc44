"""Rows as files: CSV, workbooks, Parquet, calendars, lines for machines, and what their columns mean."""
