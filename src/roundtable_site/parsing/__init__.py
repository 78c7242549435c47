"""Reading an article: from a source file to an `Article`."""
