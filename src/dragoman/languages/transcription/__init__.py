"""Chinese in Latin and Cyrillic letters: pinyin and Palladius."""
