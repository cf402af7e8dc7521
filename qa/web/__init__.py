"""The page for people: questions, releases and timelines as HTML, made whole on the server.

Everything works without a script, and nothing is asked of anyone but this service.
"""
