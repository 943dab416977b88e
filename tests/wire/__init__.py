"""A small Discord on loopback, spoken to over the wire: REST, gateway, faults, a memory of all it was sent.

It exists for what a simulation inside the process cannot show: retries, nonces, dropped connections, kills.
Where Discord's documents and this server differ, the documents are right and this server has a bug.
"""
