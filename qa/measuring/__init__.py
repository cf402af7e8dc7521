"""How good retrieval is, and how fast: evaluation, fitting, benchmarks. No answer needs it."""
