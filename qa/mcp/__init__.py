"""The service as tools for language models, over the Model Context Protocol.

https://modelcontextprotocol.io; by its own SDK, which the extra `mcp` installs.
"""
