"""What a question asks for: `interpreting` for its times, `wanted` for its words."""
