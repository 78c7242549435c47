"""What the files of a folder point to: one module for each kind of file."""
