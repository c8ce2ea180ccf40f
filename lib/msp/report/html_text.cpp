// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/html_text.hpp>

namespace msp {

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : visible(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

}  // namespace msp
