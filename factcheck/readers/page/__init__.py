"""Reading a page's tree: blocks, the choice of the body, metadata. Knows no input format."""
