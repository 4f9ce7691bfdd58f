"""Rows 1-4: what resolves where, and what is connected to."""

import ipaddress
import socket

import httpcore
import pytest

from factcheck.errors import AddressRefused, ConfigError, FetchError, FetchFault
from factcheck.fetch.addresses import parse_allowance, refusal
from factcheck.fetch.client import Client
from factcheck.fetch.deadline import Deadline, Machine
from factcheck.fetch.guard import GuardedBackend, checked_addresses
from factcheck.fetch.settings import FetchSettings
from tests.factcheck.fetch.loopback import LOOPBACK, Answer, Site

REFUSED = [
    "127.0.0.1", "127.255.0.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1",
    "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1",
    "255.255.255.255", "::", "::1", "::127.0.0.1", "::ffff:10.0.0.1", "::ffff:8.8.8.8",
    "64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1", "2001::1", "2001:0:7f00:1::",
    "2001:db8::1", "2002:7f00:1::", "2002:808:808::", "fc00::1", "fd00:ec2::254", "fe80::1",
    "fec0::1", "ff02::1", "100::1", "3fff::1", "5f00::1",
]  # fmt: skip
PUBLIC = ["8.8.8.8", "1.1.1.1", "93.184.215.14", "2606:4700::1111", "2a00:1450:4001::1"]


@pytest.fixture
def no_connection(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Spy on every connection; the list must stay empty."""
    made: list[object] = []

    def connect(address: object, *args: object, **kwargs: object) -> None:
        made.append(address)
        raise OSError("no connections in this test")

    monkeypatch.setattr(socket, "create_connection", connect)
    return made


@pytest.mark.parametrize("address", REFUSED)
def test_not_on_the_public_internet(address: str) -> None:
    assert refusal(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_on_the_public_internet(address: str) -> None:
    assert refusal(ipaddress.ip_address(address)) is None


@pytest.mark.parametrize("address", REFUSED)
def test_a_name_that_resolves_there_is_refused_before_connecting(
    address: str, no_connection: list[object]
) -> None:
    machine = Machine(resolve=lambda _host, _port: (address,))
    with pytest.raises(AddressRefused) as caught:
        Client(FetchSettings(), machine).fetch("http://name.example/")
    assert no_connection == []
    assert "name.example" in str(caught.value)
    assert "allow_private_addresses" in str(caught.value)


@pytest.mark.parametrize(
    "answers",
    [
        ("8.8.8.8", "10.0.0.1"),
        ("10.0.0.1", "8.8.8.8"),
        ("2606:4700::1111", "::1"),
        ("8.8.8.8", "::1"),
    ],
    ids="+".join,
)
def test_one_bad_answer_refuses_the_name(
    answers: tuple[str, ...], no_connection: list[object]
) -> None:
    machine = Machine(resolve=lambda _host, _port: answers)
    with pytest.raises(AddressRefused):
        Client(FetchSettings(), machine).fetch("http://name.example/")
    assert no_connection == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/", "http://127.1/", "http://2130706433/",
        "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.0.0.1./",
        "http://①②⑦.0.0.1/", "http://１２７.0.0.1/", "http://127。0。0。1/", "http://0/",
        "http://%31%32%37.0.0.1/", "http://[fe80::1%25eth0]/", "http://127.0.0.1%2f@x/",
        "http://[::1/", "http://[v1.x]/",
    ],
)  # fmt: skip
def test_this_machine_under_any_spelling(url: str, no_connection: list[object]) -> None:
    with pytest.raises(AddressRefused):
        Client(FetchSettings()).fetch(url)
    assert no_connection == []


def test_the_checked_address_is_the_one_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A resolver that changes its answer after the check is not asked a second time."""
    asked: list[str] = []
    connected: list[object] = []

    def rebinding(host: str, port: int) -> tuple[str, ...]:
        asked.append(host)
        return ("8.8.8.8",) if len(asked) == 1 else (LOOPBACK,)

    def connect(self: object, host: str, *args: object, **kwargs: object) -> object:
        connected.append(host)
        raise httpcore.ConnectError("spied")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    backend = GuardedBackend(
        allowances=(), deadline=Deadline(5), machine=Machine(resolve=rebinding)
    )
    with pytest.raises(httpcore.ConnectError):
        backend.connect_tcp("name.example", 80)
    assert (asked, connected) == (["name.example"], ["8.8.8.8"])


def test_the_host_header_keeps_the_name(site: Site, settings: FetchSettings) -> None:
    machine = Machine(resolve=lambda _host, _port: (LOOPBACK,))
    site.answers["/"] = lambda headers: Answer(body=headers["Host"].encode())
    document = Client(settings, machine).fetch(site.url(host="a.test"))
    assert document.body == f"a.test:{site.port}".encode()


@pytest.mark.parametrize(
    "text", ["", "localhost", "localhost:", ":80", "a:b", "a:70000", "10.0.0.1/8", "x/8"]
)
def test_an_allowance_must_say_host_and_port_or_network(text: str) -> None:
    with pytest.raises(ConfigError):
        parse_allowance(text)


def test_a_network_is_opened_on_the_allowed_ports_only(site: Site) -> None:
    settings = FetchSettings(
        allow_private_addresses=("127.0.0.0/8",), per_host_delay=0, respect_robots=False
    )
    with pytest.raises(AddressRefused, match="port"):
        Client(settings).fetch(site.url())
    allowances = (parse_allowance("127.0.0.0/8"),)
    assert checked_addresses("x", 80, (LOOPBACK,), allowances) == (LOOPBACK,)


def test_a_name_without_an_address() -> None:
    def unknown(host: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    with pytest.raises(FetchError, match=r"no-such\.example: no such host") as caught:
        Client(FetchSettings(), Machine(resolve=unknown)).fetch("http://no-such.example/")
    assert caught.value.fault is FetchFault.NAME
