"""One module a format: bytes → blocks, each block with its place in the source; `ingest.formats` lists them."""
