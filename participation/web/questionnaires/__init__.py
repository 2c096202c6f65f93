"""Questionnaires as residents answer them and as staff read them."""
