"""Words with their dictionary forms; each library behind a module of its own."""
