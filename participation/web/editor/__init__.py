"""The desk where questionnaires are written, translated, looked at and published."""
