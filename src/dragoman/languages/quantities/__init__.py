"""Numbers and dates as values, however a language writes them."""
