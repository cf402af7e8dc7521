"""Retrievers for other libraries, over `qa.client`; each file needs the extra of its name."""
