"""What one notice says of others (finding only)."""
