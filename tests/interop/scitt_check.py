"""scitt-cose (PyPI) on what we publish.

    scitt_check.py statement ENTRY PUBLIC-KEY-HEX                 the signature and the claims of a statement (RFC 9052, RFC 9597)
    scitt_check.py receipt ENTRY RECEIPT PUBLIC-KEY-HEX [SIZE INDEX]  a COSE receipt (RFC 9942) for the exact bytes of the entry

Ends with 0 for "accepted", 1 for "refused". A refusal is the library's own answer; an exception of the library ends with 2.
Must not: decide anything itself; every verdict is the library's."""

import sys

import scitt_cose
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def pem(key):
    public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(key))
    return public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def verdict(ok, what):
    print(("accepted: " if ok else "refused: ") + what)
    sys.exit(0 if ok else 1)


def main(arguments):
    if arguments[0] == "statement":
        entry, key = arguments[1:]
        parsed = scitt_cose.parse_signed_statement(read(entry), public_key_pem=pem(key))
        verdict(
            parsed["signature_verified"] is True and parsed["issuer"] is not None,
            f"issuer {parsed['issuer']}, subject {parsed['subject']}, content type {parsed['content_type']}",
        )
    if arguments[0] == "receipt":
        entry, receipt, key = arguments[1:4]
        result = scitt_cose.verify_receipt(read(receipt), leaf_entry_hex=read(entry).hex(), log_public_key_pem=pem(key))
        ok = result.ok and (len(arguments) < 6 or [result.tree_size, result.leaf_index] == [int(a) for a in arguments[4:6]])
        verdict(ok, f"size {result.tree_size}, index {result.leaf_index}, root {result.root} {result.errors}")
    sys.exit("scitt_check.py statement|receipt …")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except SystemExit:
        raise
    except Exception as error:  # whatever the library raises
        print(f"error: {error!r}")
        sys.exit(2)
