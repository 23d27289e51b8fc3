"""A server in a thread of this process: for `visitapp serve`, the demo, the tour and the tests.

It can be stopped and started again on the same port and the same data, as often as one likes.
"""

import os
import socket
import threading
import time

import uvicorn

from visitapp.errors import Refused
from visitapp.server import keys
from visitapp.server.app import create_app
from visitapp.server.service import Clock, Service
from visitapp.server.settings import ServerSettings

_STOP_SECONDS = 10


class _Uvicorn(uvicorn.Server):
    """uvicorn, with a word when it listens or has given up."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


class RunningServer:
    """A server over its settings. `setup_code` is what sets the organisation up; with port 0 a free one is taken once.

    Use it as a context manager, or start() and stop() it; it may be started again after a stop.
    """

    def __init__(self, settings: ServerSettings, clock: Clock = time.time) -> None:
        self._settings = settings
        self._clock = clock
        self.setup_code = keys.setup_code(settings)
        self.port = settings.port
        self._service: Service | None = None
        self._uvicorn: _Uvicorn | None = None
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """Where it listens; the port is known after the first start."""
        host = self._settings.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def running(self) -> bool:
        """Whether it listens."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def needs_setup(self) -> bool:
        """Whether it runs and serves no organisation yet."""
        return self._service is not None and self._service.served_or_none() is None

    def start(self) -> None:
        """Listen; returns when it does. Raises Refused (port, key, database), and says which."""
        if self.running:
            return
        service = Service(self._settings, self.setup_code, self._clock)
        try:
            listener = self._listen()
        except BaseException:
            service.close()
            raise
        self._service = service
        config = uvicorn.Config(
            create_app(service),
            http="h11",
            ws="none",
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=_STOP_SECONDS,
        )
        self._uvicorn = _Uvicorn(config)
        self._thread = threading.Thread(
            target=self._run, args=(self._uvicorn, listener, service), name="visitapp-server", daemon=True
        )
        self._thread.start()
        self._uvicorn.ready.wait()

    def stop(self) -> None:
        """Finish what is being answered, then close all. Harmless when it does not run."""
        if self._uvicorn is not None and self._thread is not None:
            self._uvicorn.should_exit = True
            self._thread.join()
        self._uvicorn = self._thread = self._service = None

    def __enter__(self) -> "RunningServer":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @staticmethod
    def _run(server: _Uvicorn, listener: socket.socket, service: Service) -> None:
        try:
            server.run(sockets=[listener])
        finally:
            server.ready.set()
            listener.close()
            service.close()

    def _listen(self) -> socket.socket:
        family = socket.AF_INET6 if ":" in self._settings.host else socket.AF_INET
        # asyncio sends small answers at once (TCP_NODELAY) only where the protocol is named: else each waits 40 ms.
        listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        try:
            if os.name == "posix":  # elsewhere it would take a port that another program listens on
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((self._settings.host, self.port))
        except OSError as error:
            listener.close()
            raise Refused("error.server_port", port=str(self.port)) from error
        self.port = listener.getsockname()[1]
        return listener
