"""What was answered, as the desk reads it: figures, comparisons, breakdowns, files."""
