// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace msp {

void Diagnostics::add(Diagnostic diagnostic) {
    const bool is_error = diagnostic.severity == Severity::error;
    // Errors are never given up for warnings, so this many of those kept are errors.
    const std::size_t kept_errors = std::min(errors_, limit);
    ++(is_error ? errors_ : warnings_);
    if (kept_.size() == limit) {
        if (!is_error || kept_errors == limit)
            return;
        const auto last_warning = std::find_if(
            kept_.rbegin(), kept_.rend(), [](const Diagnostic& kept) { return kept.severity == Severity::warning; });
        kept_.erase(std::next(last_warning).base());
    }
    kept_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::vector<Diagnostic> ordered = kept_;
    const auto place = [](const Diagnostic& diagnostic) {
        const Span span = diagnostic.span;
        return std::tuple(!span.known(), span.source, span.known() ? span.begin : 0);
    };
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
    return ordered;
}

bool Diagnostics::has(std::string_view id, Span within) const {
    return std::ranges::any_of(kept_, [&](const Diagnostic& diagnostic) {
        const Span& span = diagnostic.span;
        const bool inside = span.source == within.source && within.begin <= span.begin && span.end <= within.end;
        return diagnostic.id == id && (!within.known() || inside);
    });
}

std::size_t Diagnostics::dropped() const {
    return errors_ + warnings_ - kept_.size();
}

Error::Error(Diagnostic diagnostic) : diagnostic_(std::move(diagnostic)) {}

}  // namespace msp
