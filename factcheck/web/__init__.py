"""The review desk: the queue and its articles as web pages, and as JSON under ``/api``.

    app.create_app(DeskSettings(...)) -> FastAPI      the whole desk, for a server or a test
    serving.serve(Address(...), app)                  run it until Ctrl-C

A page is a module in ``pages``, a JSON resource one in ``api``; both are found by being there.
Pages are rendered here, on the server, and everything works without JavaScript: ``static/desk.js``
only adds keys, and htmx saves reloading what has not changed.
"""
