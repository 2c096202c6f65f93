"""The address by which telephones reach this installation, and the page that proves it."""
