"""The service over HTTP: questions and releases as JSON, errors as RFC 9457 problems."""
