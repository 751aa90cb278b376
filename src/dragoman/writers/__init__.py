"""Files that leave the house: comments in a Word document, language versions side by side."""
