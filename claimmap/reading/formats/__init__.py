"""One file a format: bytes -> the texts in them, and what the file itself tells of each.

None of it opens a file or an address. It runs in a process of its own (``reading.worker``), for
these libraries read what strangers made; nothing heavy is imported before it is needed.
"""
