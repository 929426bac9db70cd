"""A stand-in for LINE that takes everything, after as long as it is told to wait: a port and milliseconds."""

import asyncio
import sys

from tests.bench.connection import LENGTH

SENT = b'{"sentMessages":[{"id":"1"}]}'
PROFILE = b'{"userId":"U%b","displayName":"a villager"}' % (b"0" * 32)
QUOTA = b'{"type":"none"}'


class Line(asyncio.Protocol):
    def __init__(self, pause: float) -> None:
        self.pause, self.read = pause, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.read += data
        head, end, rest = self.read.partition(b"\r\n\r\n")
        length = LENGTH.search(head)
        wanted = int(length[1]) if length else 0
        if end and len(rest) >= wanted:
            self.read = rest[wanted:]
            asyncio.get_running_loop().call_later(self.pause, self.answer, head)

    def answer(self, head: bytes) -> None:
        body = SENT if head.startswith(b"POST") else PROFILE if b"/profile/" in head else QUOTA
        self.transport.write(
            b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (len(body), body)
        )


async def main(port: int, milliseconds: int) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Line(milliseconds / 1000), "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2])))
