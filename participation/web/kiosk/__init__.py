"""The tablet: languages, what can be done here, and how a browser becomes one."""
