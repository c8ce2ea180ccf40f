// SPDX-License-Identifier: MIT
#include <msp/ledger/findings.hpp>
#include <msp/ledger/ledger.hpp>
#include <msp/ledger/text_code.hpp>

#include <algorithm>
#include <string>
#include <tuple>

namespace msp {
namespace {

struct FaultRule {
    const char* id;
    Gravity gravity;
    std::size_t told;  // at most so many of them
};

// What comes with the way in which the whole file is written is told once; what happens to a line, ten times.
constexpr std::size_t once = 1;
constexpr std::size_t few = 10;

// By kind.
constexpr std::array<FaultRule, ledger_faults> fault_rules = {{
    {"fec.unknown", Gravity::unreadable, once},  {"fec.column", Gravity::unreadable, few},
    {"fec.columns", Gravity::illegal, once},     {"fec.column-twice", Gravity::illegal, few},
    {"fec.column-name", Gravity::illegal, few},  {"fec.column-order", Gravity::doubtful, once},
    {"fec.separator", Gravity::illegal, once},   {"fec.quotes", Gravity::illegal, once},
    {"fec.encoding", Gravity::illegal, once},    {"fec.trailing", Gravity::doubtful, once},
    {"fec.no-lines", Gravity::illegal, once},    {"fec.fields", Gravity::illegal, once},
    {"fec.broken", Gravity::illegal, few},       {"fec.blank", Gravity::doubtful, once},
    {"fec.control", Gravity::doubtful, once},    {"fec.amount", Gravity::unreadable, few},
    {"fec.amount-form", Gravity::illegal, once}, {"fec.side", Gravity::unreadable, few},
    {"fec.date", Gravity::unreadable, few},      {"fec.other-date", Gravity::illegal, few},
    {"fec.date-form", Gravity::illegal, once},   {"fec.account", Gravity::illegal, few},
    {"fec.empty", Gravity::illegal, once},       {"fec.both-sides", Gravity::doubtful, few},
    {"fec.zero", Gravity::doubtful, once},       {"fec.balance", Gravity::illegal, few},
    {"fec.journal", Gravity::illegal, few},      {"fec.entry-dates", Gravity::illegal, few},
    {"fec.number", Gravity::illegal, few},       {"fec.number-constant", Gravity::illegal, once},
    {"fec.number-twice", Gravity::illegal, few}, {"fec.number-gap", Gravity::doubtful, few},
    {"fec.year", Gravity::illegal, few},         {"fec.opening-date", Gravity::doubtful, once},
    {"fec.closing", Gravity::illegal, once},     {"fec.lettering", Gravity::doubtful, few},
    {"fec.chart", Gravity::doubtful, few},       {"fec.name", Gravity::doubtful, once},
    {"fec.siren", Gravity::doubtful, once},      {"fec.name-date", Gravity::doubtful, once},
    {"fec.validated", Gravity::illegal, few},    {"fec.opening", Gravity::doubtful, few},
    {"fec.side-form", Gravity::illegal, once},
}};

const FaultRule& fault_rule(LedgerFault fault) {
    return fault_rules.at(static_cast<std::size_t>(fault));
}

// Shows lines of the file, each of them as a text of its own.
class Excerpts {
 public:
    Excerpts(std::string_view text, const LedgerForm& form, SourceId source, Sources& sources)
        : text_(text), form_(form), source_(source), sources_(sources) {}

    Span span(LedgerPlace place) {
        if (place.line == 0)
            return {};
        const char end = form_.end == LineEnd::cr ? '\r' : '\n';
        const std::size_t before = place.begin == 0 ? std::string_view::npos : text_.rfind(end, place.begin - 1);
        std::size_t from = before == std::string_view::npos ? 0 : before + 1;
        if (from < form_.header_begin && form_.header_begin <= place.begin)
            from = form_.header_begin;  // behind a byte order mark
        const std::size_t to = std::min(text_.find(end, place.begin), text_.size());
        const std::size_t shown_end = std::clamp<std::size_t>(place.end, place.begin, to);
        if (place.line != last_line_) {
            std::string line = in_utf8(text_.substr(from, to - from));
            while (line.ends_with('\r'))
                line.pop_back();
            // Of the two that end lines, the one that does not end those of this file stands within a text.
            std::ranges::replace_if(
                line, [](char c) { return c == '\r' || c == '\n'; }, ' ');
            last_ = sources_.add_excerpt(std::string(sources_.name(source_)), place.line, std::move(line));
            last_line_ = place.line;
        }
        const auto offset = [&](std::size_t at) {
            return static_cast<std::uint32_t>(in_utf8(text_.substr(from, at - from)).size());
        };
        return {last_, offset(place.begin), offset(shown_end)};
    }

    Position position(Span span) const { return sources_.position(span.source, span.begin); }

 private:
    [[nodiscard]] std::string in_utf8(std::string_view raw) const { return utf8_from(raw, form_.code); }

    std::string_view text_;
    const LedgerForm& form_;
    SourceId source_;
    Sources& sources_;
    SourceId last_ = SourceId::nowhere;
    std::uint32_t last_line_ = 0;
};

LedgerProblem problem_of(const LedgerFinding& finding, Excerpts& excerpts) {
    LedgerProblem problem{gravity_of(finding.fault), {}};
    Diagnostic& told = problem.diagnostic;
    told.severity = problem.gravity == Gravity::doubtful ? Severity::warning : Severity::error;
    told.id = id_of(finding.fault);
    told.message = finding.message;
    told.span = excerpts.span(finding.place);
    told.help = finding.help;
    told.in_rows = true;
    for (const auto& [place, message] : finding.notes)
        told.notes.push_back({excerpts.span(place), message});
    if (told.span.known()) {
        const Position at = excerpts.position(told.span);
        problem.line = at.line;
        problem.column = at.column;
    }
    return problem;
}

}  // namespace

Gravity gravity_of(LedgerFault fault) {
    return fault_rule(fault).gravity;
}

const char* id_of(LedgerFault fault) {
    return fault_rule(fault).id;
}

bool LedgerFindings::another(LedgerFault fault, std::uint32_t of) {
    return ++counts_[{fault, of}] <= fault_rule(fault).told;
}

void LedgerFindings::tell(LedgerFinding finding) {
    told_.push_back(std::move(finding));
}

void LedgerFindings::add(LedgerFinding finding) {
    if (another(finding.fault, finding.of))
        tell(std::move(finding));
}

std::size_t LedgerFindings::count(Gravity gravity) const {
    std::size_t count = 0;
    for (const auto& [kind, faults] : counts_)
        count += gravity_of(kind.first) == gravity ? faults : 0;
    return count;
}

std::size_t LedgerFindings::count(LedgerFault fault, std::uint32_t of) const {
    const auto found = counts_.find({fault, of});
    return found == counts_.end() ? 0 : found->second;
}

std::vector<LedgerProblem> problems_of(const LedgerFindings& findings, std::string_view text, const LedgerForm& form,
                                       SourceId source, Sources& sources) {
    std::vector<const LedgerFinding*> ordered;
    for (const LedgerFinding& finding : findings.told())
        ordered.push_back(&finding);
    std::ranges::stable_sort(ordered, {}, [](const LedgerFinding* finding) {
        return std::tuple(finding->place.line, finding->place.begin);
    });
    Excerpts excerpts(text, form, source, sources);
    std::vector<LedgerProblem> problems;
    std::map<std::pair<LedgerFault, std::uint32_t>, std::size_t> told;
    for (const LedgerFinding* finding : ordered) {
        problems.push_back(problem_of(*finding, excerpts));
        const std::size_t count = findings.count(finding->fault, finding->of);
        const std::size_t shown = std::min(count, fault_rule(finding->fault).told);
        if (++told[{finding->fault, finding->of}] == shown)
            problems.back().diagnostic.more = count - shown;
    }
    return problems;
}

}  // namespace msp
