"""Printed documents: HTML in, tagged PDF out, in a child process of their own."""
