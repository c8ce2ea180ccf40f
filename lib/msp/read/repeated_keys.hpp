// SPDX-License-Identifier: MIT
// Private to the module: a key given twice in one table, which the formats of YAML and JSON leave to the reader.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/read/document.hpp>

#include <vector>

namespace msp {

// Reports each repeated key of a table, once for every time after the first. `keys` is room that is used again.
bool report_repeated_keys(const Document& document, NodeId table, std::vector<NodeId>& keys, Diagnostics& diagnostics);

}  // namespace msp
