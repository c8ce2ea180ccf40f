// SPDX-License-Identifier: MIT
// Private to the module: from the neutral tree of a rule file to an aid. The layout is told at the top of
// assistant-medical.toml.
#pragma once

#include <msp/law/aid.hpp>
#include <msp/rules/law_sources.hpp>

#include <string>
#include <vector>

namespace msp {

class AidReader {
 public:
    AidReader(const Document& document, Diagnostics& diagnostics, std::string id);
    // Every problem of the file in one run.
    [[nodiscard]] Aid run();

 private:
    using Unknown = LawSources::Unknown;

    void values(LawTable& root);
    void closings(LawTable& root);
    void terms(NodeId node);
    void order(LawTable& table, const AidTerms& terms);
    void amounts(NodeId node, AidTerms& terms, const Evidence& evidence, std::vector<Span>& places);
    void first_year(LawTable& table, const AidTerms& terms, AidFte fte);
    void complete();

    const Document& document_;
    Diagnostics& diagnostics_;
    LawSources sources_;
    Aid aid_;
    std::vector<Span> closing_places_;
    std::vector<Span> terms_places_;
};

}  // namespace msp
