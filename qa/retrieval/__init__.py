"""The way of a question from its text to its hits: `asking` has all of it.

Candidates are shortlisted, measured by named signals, ranked, and each hit has the sentence that
answers marked; how sure an answer is follows from the same signals.
"""
