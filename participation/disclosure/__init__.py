"""Small groups: what may be published without telling anything about one person."""
