"""The web -> files, only where a person asks for an address; then they are read as any other.

Nothing in here is loaded before that (so this file imports nothing), and nothing is asked for while
a page is read.
"""

WHAT_IS_SENT = (
    "The site learns this machine's network address, the address that is asked for and this"
    " program's name; nothing else is sent. Its robots.txt is asked for first, and kept to."
)
