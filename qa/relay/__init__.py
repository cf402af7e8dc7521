"""The relay: a command given on this machine is carried out by a service that runs there already.

`qa ask` and `qa timeline` take long to load what answers, and a service over the same data folder
has it loaded. So a command goes this way:

    qa ask … ── sending ──▶ socket ──▶ door ──▶ performing ──▶ the command, as `qa.cli` has it
       ▲        where it is given      within the service         │
       └────────────────────── what it prints ◀───────────────────┘

`sending` finds a service and gives it the command; `door` lets it in, as questions over HTTP are;
`performing` carries it out with what the service has loaded; `protocol` is what all of them agree
on. Wherever it does not get on, it is carried out where it was given, as without a service. What a
command finds around it in either place is told by `qa.cli.surroundings`.
"""
