"""Tables and GeoJSON of ready claims: what Claim Map exported, and what people wrote by hand.

``tables`` tells such a table from one of reports, ``exported`` reads a claim of an export and
``records`` the words it rests on, ``by_hand`` puts a person's columns in the place of an export's,
``gathering`` makes one report of the claims that stand in it.
"""
