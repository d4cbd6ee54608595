# The expectations of ChecksumTests and DigestTests: python3 checksums.py (needs xxhash from PyPI).
import hashlib
import struct

import xxhash


def sample(count):
    return bytes((7 * index + 3) % 256 for index in range(count))


for count in [0, 1, 3, 4, 7, 8, 15, 31, 32, 33, 63, 64, 100, 1000]:
    print(f'(count: {count}, expected: 0x{xxhash.xxh64(sample(count), seed=0).intdigest():016x}),')

# Parts count with their lengths, as 64 bits in little-endian order.
for parts in [[b"abc"], [b"ab", b"c"], []]:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(struct.pack("<Q", len(part)) + part)
    print(parts, digest.hexdigest())
