// SPDX-License-Identifier: MIT
#include <msp/read/digest.hpp>

#include <array>
#include <cstdint>
#include <sha2.h>

namespace msp {
namespace {

void update(SHA2_CTX& context, std::string_view bytes) {
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

}  // namespace

std::string sha256(const Sources& sources, SourceId source) {
    SHA2_CTX context;
    SHA256Init(&context);
    update(context, sources.dropped(source));
    update(context, sources.text(source));
    std::array<char, SHA256_DIGEST_STRING_LENGTH> digits{};
    SHA256End(&context, digits.data());
    return digits.data();
}

}  // namespace msp
