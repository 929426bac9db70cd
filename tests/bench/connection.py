"""One keep-alive connection to a server, with one request at a time on it."""

import re
import socket

LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


class Connection:
    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.number, self.since, self._read = -1, 0.0, b""

    def ask(self, number: int, request: bytes, since: float) -> None:
        self.number, self.since = number, since
        self.socket.sendall(request)

    def answer(self) -> int | None:
        """The status, if the whole answer is here. ConnectionError when the other side is gone."""
        arrived = self.socket.recv(65536)
        if not arrived:
            raise ConnectionResetError
        self._read += arrived
        head, end, rest = self._read.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        if not end or len(rest) < (int(length[1]) if length else 0):
            return None
        self._read = b""
        return int(head[9:12])
