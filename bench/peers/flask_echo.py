"""Flask-SocketIO on eventlet, sending each message back. Ends with its input."""

import os
import sys

try:
    import eventlet

    eventlet.monkey_patch()
    from eventlet import tpool, wsgi
    from flask import Flask
    from flask_socketio import SocketIO, emit
except ImportError as missing:
    print("missing", missing, flush=True)
    sys.exit(0)

app = Flask(__name__)
server = SocketIO(app, async_mode="eventlet")


@server.on("probe_signal")
def relay(message):
    emit("probe_signal", message)


def end_with_input():
    # A read of a pipe would stop everybody else, so a thread of the system does it.
    tpool.execute(sys.stdin.buffer.raw.read)
    os._exit(0)


# What `server.run` does for eventlet, on a port that the system chooses.
listener = eventlet.listen(("127.0.0.1", 0))
eventlet.spawn(end_with_input)
print("port", listener.getsockname()[1], flush=True)
wsgi.server(listener, app, log_output=False)
