"""Terms of a collection, found in each language and paired across languages."""
