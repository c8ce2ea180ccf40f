// SPDX-License-Identifier: MIT
// Private to the module: what else is wrong with a text, behind the first mistake, where its parser gives up. Each
// mistake is taken out of a copy of the text, so that all else keeps its place, and the copy is parsed again, a bounded
// number of times.
#pragma once

#include <msp/diag/diagnostic.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace msp {

// The first mistake of a text; nothing if it can be parsed.
using ParseAgain = std::function<std::optional<Diagnostic>(std::string_view text)>;

class Recovery {
 public:
    virtual ~Recovery() = default;

    // Adds `mistake` and those behind it, but for what may only follow from one taken out.
    void run(std::optional<Diagnostic> mistake, const ParseAgain& parse, Diagnostics& diagnostics);

 protected:
    // What is done with a mistake that may follow from another: the next one is looked for, or none.
    enum class Doubtful { skipped, the_end };

    Recovery(std::string_view text, Doubtful doubtful) : text_(text), doubtful_(doubtful) {}
    Recovery(const Recovery&) = delete;
    Recovery& operator=(const Recovery&) = delete;

    // Whether the mistake may come of one that was taken out.
    [[nodiscard]] virtual bool may_follow(const Diagnostic& mistake) const = 0;
    // False where the text behind the mistake cannot be told from what belongs to it.
    [[nodiscard]] virtual bool take_out(const Diagnostic& mistake) = 0;

    [[nodiscard]] std::size_t line_begin(std::size_t at) const { return at == 0 ? 0 : text_.rfind('\n', at - 1) + 1; }
    [[nodiscard]] std::size_t line_end(std::size_t at) const { return std::min(text_.find('\n', at), text_.size()); }
    // The lines up to there are no longer the user's.
    void touch(std::size_t end) { touched_ = std::max(touched_, end); }
    [[nodiscard]] std::size_t touched() const { return touched_; }

    std::string text_;

 private:
    Doubtful doubtful_;
    std::size_t touched_ = 0;
};

}  // namespace msp
