"""Rules set side by side: of several places, of two days, of two exports."""
