// SPDX-License-Identifier: MIT
// A budget file with its keys, words and scenario paths in the other language; comments, order and layout kept.
#pragma once

#include <msp/budget/keys.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/read/document.hpp>

#include <span>
#include <string>

namespace msp {

// The text of `source`, which `document` was read from (before any named file was put into it). Whoever calls decodes
// the result and compares: a key that this cannot place stays as it was.
// `categories` are the ids that a category has in each language.
[[nodiscard]] std::string rewritten(const Document& document, const Sources& sources, SourceId source,
                                    std::span<const Word> categories, Language language);

}  // namespace msp
