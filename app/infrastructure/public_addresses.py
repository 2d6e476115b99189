"""Which IP addresses are those of the public internet."""

import ipaddress

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# Not the public web, although `is_global` says yes to some: cloud metadata, relays, translators, documentation.
_REFUSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "168.63.129.16/32 192.88.99.0/24 192.0.0.0/24 100.64.0.0/10 192.31.196.0/24 192.52.193.0/24 192.175.48.0/24 "
        "::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10"
    ).split()
)
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SIX_TO_FOUR = ipaddress.ip_network("2002::/16")
_ISATAP = (0x00005EFE, 0x02005EFE)


def is_literal(host: str) -> bool:
    """Tell whether the host is an IP address, not a name."""
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def is_public(address: str) -> bool:
    """Tell whether the IP address is one of the public internet, with every embedded IPv4 address looked at too."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return _is_public(parsed)


def _is_public(address: IPAddress) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        embedded = _embedded(address)
        if embedded is not None:
            return _is_public(embedded)
        if address not in _GLOBAL_UNICAST:
            return False
    refused = address.is_multicast or address.is_reserved or address.is_unspecified or not address.is_global
    return not refused and not any(address in network for network in _REFUSED if network.version == address.version)


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    number = int(address)
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64:
        return ipaddress.IPv4Address(number & 0xFFFFFFFF)
    if address in _SIX_TO_FOUR:
        return ipaddress.IPv4Address(number >> 80 & 0xFFFFFFFF)
    if number >> 32 & 0xFFFFFFFF in _ISATAP:
        return ipaddress.IPv4Address(number & 0xFFFFFFFF)
    return None
