"""Work for the child process."""
