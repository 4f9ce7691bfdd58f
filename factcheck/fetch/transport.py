"""httpx over a guarded connection pool: one pool a visit, all of it under one deadline."""

import ssl
from collections.abc import Iterator, Mapping

import httpcore
import httpx

from factcheck.fetch.guard import GuardedBackend
from factcheck.fetch.proxies import as_httpcore, proxy_for


class GuardedTransport(httpx.BaseTransport):
    """Sends httpx's requests through a pool of guarded connections.

    httpx's own transport builds its pool itself and offers no documented way to give it a network
    backend; httpcore's pool does. httpcore's exceptions pass through unchanged.
    """

    def __init__(
        self, backend: GuardedBackend, ssl_context: ssl.SSLContext, environ: Mapping[str, str]
    ) -> None:
        self._backend = backend
        self._ssl_context = ssl_context
        self._environ = environ
        self._pools: dict[str, httpcore.ConnectionPool] = {}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request and return its answer with an unread body."""
        answer = self._pool_for(request.url).handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.read(),
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            pool.close()

    def _pool_for(self, url: httpx.URL) -> httpcore.ConnectionPool:
        proxy = proxy_for(url, self._environ)
        key = str(proxy or "")
        if key not in self._pools:
            self._pools[key] = httpcore.ConnectionPool(
                ssl_context=self._ssl_context,
                proxy=as_httpcore(proxy) if proxy else None,
                network_backend=self._backend.through(proxy) if proxy else self._backend,
                max_connections=4,
            )
        if proxy:
            self._backend.check_literal(url)
        return self._pools[key]


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
