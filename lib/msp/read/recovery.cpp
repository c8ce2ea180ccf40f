// SPDX-License-Identifier: MIT
#include <msp/read/recovery.hpp>

#include <utility>

namespace msp {
namespace {

constexpr int most_rounds = 200;
constexpr std::size_t most_bytes = 64U << 20;  // parsed again, in all

}  // namespace

void Recovery::run(std::optional<Diagnostic> mistake, const ParseAgain& parse, Diagnostics& diagnostics) {
    std::size_t bytes = 0;
    for (int round = 0; mistake && round < most_rounds; ++round) {
        if (!may_follow(*mistake))
            diagnostics.add(*mistake);
        else if (doubtful_ == Doubtful::the_end)
            return;
        bytes += text_.size();
        if (bytes > most_bytes || !take_out(*mistake))
            return;
        std::optional<Diagnostic> next = parse(text_);
        if (next && next->span.begin <= mistake->span.begin)
            return;
        mistake = std::move(next);
    }
}

}  // namespace msp
