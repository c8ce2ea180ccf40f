// SPDX-License-Identifier: MIT
#include <msp/diag/diagnostic.hpp>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace msp {

void Diagnostics::add(Diagnostic diagnostic) {
    keep({std::move(diagnostic), {}});
}

void Diagnostics::error(const char* id, Message message, Span span, std::optional<Message> help,
                        std::vector<Note> notes) {
    add({Severity::error, id, std::move(message), span, std::move(notes), std::move(help)});
}

void Diagnostics::warning(const char* id, Message message, Span span, std::optional<Message> help,
                          std::vector<Note> notes) {
    add({Severity::warning, id, std::move(message), span, std::move(notes), std::move(help)});
}

void Diagnostics::add_once(Diagnostic diagnostic, const std::string& fault) {
    if (again(fault, diagnostic.severity))
        return;
    faults_.emplace(fault, 0);
    keep({std::move(diagnostic), fault});
}

bool Diagnostics::again(const std::string& fault, Severity severity) {
    const auto told = faults_.find(fault);
    if (told == faults_.end())
        return false;
    ++told->second;
    repeated_errors_ += severity == Severity::error ? 1U : 0U;
    return true;
}

void Diagnostics::keep(Kept kept) {
    const bool is_error = kept.diagnostic.severity == Severity::error;
    // Errors are never given up for warnings, so this many of those kept are errors.
    const std::size_t kept_errors = std::min(errors_, limit);
    ++(is_error ? errors_ : warnings_);
    if (kept_.size() == limit) {
        if (!is_error || kept_errors == limit)
            return;
        const auto last_warning = std::find_if(kept_.rbegin(), kept_.rend(), [](const Kept& other) {
            return other.diagnostic.severity == Severity::warning;
        });
        kept_.erase(std::next(last_warning).base());
    }
    kept_.push_back(std::move(kept));
}

std::vector<Diagnostic> Diagnostics::sorted() const {
    std::vector<Diagnostic> ordered;
    ordered.reserve(kept_.size());
    for (const Kept& kept : kept_) {
        ordered.push_back(kept.diagnostic);
        if (!kept.fault.empty())
            ordered.back().more += faults_.at(kept.fault);
    }
    const auto place = [](const Diagnostic& diagnostic) {
        const Span span = diagnostic.span;
        return std::tuple(!span.known(), span.source, span.known() ? span.begin : 0);
    };
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const Diagnostic& a, const Diagnostic& b) { return place(a) < place(b); });
    return ordered;
}

bool Diagnostics::has(std::string_view id, Span within) const {
    return std::ranges::any_of(kept_, [&](const Kept& kept) {
        const Span& span = kept.diagnostic.span;
        const bool inside = span.source == within.source && within.begin <= span.begin && span.end <= within.end;
        return kept.diagnostic.id == id && (!within.known() || inside);
    });
}

std::size_t Diagnostics::dropped() const {
    return errors_ + warnings_ - kept_.size();
}

Error::Error(Diagnostic diagnostic) : diagnostic_(std::move(diagnostic)) {}

}  // namespace msp
