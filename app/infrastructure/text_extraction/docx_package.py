"""The zip container of office documents, checked before anything in it is inflated."""

import io
import zipfile

from lxml import etree

from app.domain.ports.text_extraction import FileDamagedError, FileEncryptedError, FileTooComplexError

_MAX_ENTRIES = 2_000
_MAX_PART = 20_000_000  # bytes of one XML part; the text of a resume is some 100 kB
_MAX_TOTAL = 200_000_000  # pictures included; only XML parts are ever inflated
_MAX_RATIO = 100  # deflate reaches 1,032; the XML of real documents 5 to 30
_RATIO_FROM = 1_000_000  # small parts may repeat themselves
_OLE = b"\xd0\xcf\x11\xe0"


class Package:
    """A checked zip archive whose parts are read by name within limits."""

    def __init__(self, data: bytes) -> None:
        if data.startswith(_OLE):
            raise FileEncryptedError
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise FileDamagedError from error
        entries = self._zip.infolist()
        if len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > _MAX_TOTAL:
            raise FileTooComplexError
        self._parts: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            # The first of two entries with one name is the one that Word shows, so later ones cannot shadow it.
            self._parts.setdefault(entry.filename.replace("\\", "/").lstrip("/"), entry)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, in the order of the archive."""
        return tuple(self._parts)

    def read(self, name: str, limit: int = _MAX_PART) -> bytes:
        """Return the bytes of one part. Raises `FileDamagedError`, `FileTooComplexError`."""
        entry = self._parts[name]
        if entry.flag_bits & 0x1:
            raise FileEncryptedError
        if entry.file_size > limit or entry.file_size > _RATIO_FROM + _MAX_RATIO * max(1, entry.compress_size):
            raise FileTooComplexError
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError, ValueError, RuntimeError) as error:
            raise FileDamagedError from error
        except Exception as error:
            if type(error).__module__ in {"zlib", "_lzma", "lzma"}:
                raise FileDamagedError from error
            raise
        if len(data) > limit:
            raise FileTooComplexError
        return data

    def xml(self, name: str) -> etree._Element:
        """Return the root element of an XML part. Entities are never resolved and nothing is fetched."""
        return parse_xml(self.read(name))


def parse_xml(data: bytes) -> etree._Element:
    """Return the root element of untrusted XML; a broken tail is dropped.

    Raises `FileDamagedError`, and `FileTooComplexError` for nesting that the parser refuses.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FileDamagedError from error
    if root is None:
        raise FileDamagedError
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message for entry in parser.error_log):
        raise FileTooComplexError
    return root
