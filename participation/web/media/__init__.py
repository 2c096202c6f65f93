"""Pictures and sounds of what the service asks or writes."""
