// SPDX-License-Identifier: MIT
// Private to the module: the [sources] of a rule file, and what each value of it says of where it stands and how sure
// it is.
#pragma once

#include <msp/rules/law_table.hpp>

#include <utility>
#include <vector>

namespace msp {

class LawSources {
 public:
    enum class Unknown : std::uint8_t { refused, allowed };

    // `unknown` says what alone may be unknown, for help.
    LawSources(const Document& document, Diagnostics& diagnostics, const char* unknown);

    // The table `sources` of the file.
    void read(LawTable& root);
    [[nodiscard]] Evidence evidence(LawTable& table, Unknown unknown);
    // What a value does not say of itself is that of what it belongs to.
    void override_evidence(LawTable& table, Evidence& evidence);
    // Reports those that nothing cites.
    void unused() const;
    [[nodiscard]] std::vector<LegalSource> take() { return std::move(sources_); }

 private:
    [[nodiscard]] std::vector<Citation> citations(LawTable& table);
    [[nodiscard]] static std::optional<Confidence> confidence(LawTable& table);
    void refuse_unknown(LawTable& table) const;

    const Document& document_;
    Diagnostics& diagnostics_;
    const char* unknown_;
    std::vector<LegalSource> sources_;
    std::vector<Span> places_;
    std::vector<bool> used_;
};

}  // namespace msp
