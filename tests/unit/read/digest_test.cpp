// SPDX-License-Identifier: MIT
// Expected digests: the examples of FIPS 180-4 ("abc", the empty text), and sha256sum for the byte order mark.
#include <msp/read/digest.hpp>

#include <doctest/doctest.h>

using namespace msp;

TEST_CASE("a digest is the SHA-256 of the bytes") {
    Sources sources;
    CHECK(sha256(sources, sources.add("a", "abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256(sources, sources.add("b", "")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256(sources, sources.add("c", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("a byte order mark that was dropped counts") {
    Sources sources;
    CHECK(sha256(sources, sources.add("a", "abc", "\xEF\xBB\xBF")) ==
          "1c28dc3f1f804a1ad9c9b4b4cf5e2658d16ad4ed08e3020d04a8d2865018947c");
}
