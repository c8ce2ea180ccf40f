// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/law/rule.hpp>

namespace msp {

std::string_view id_of(Confidence confidence) {
    return confidence_ids.at(static_cast<std::size_t>(confidence));
}

const char* name_of(Confidence confidence) {
    constexpr std::array names = {tr("confirmed"), tr("single source"), tr("inferred"), tr("unknown")};
    return names.at(static_cast<std::size_t>(confidence));
}

std::string cited(const Evidence& evidence, const std::vector<LegalSource>& sources) {
    return listed(evidence.citations, [&](const Citation& citation) {
        return sources[citation.source].id + (citation.page.empty() ? "" : ' ' + citation.page);
    });
}

}  // namespace msp
