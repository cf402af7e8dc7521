"""Answers, timelines and reports as text and files for people."""
