"""One indicator over time: a verbatim sentence of each instalment, as text, table and picture."""
