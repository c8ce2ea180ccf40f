// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/report/json.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cstddef>
#include <utility>

namespace msp {
namespace {

constexpr std::size_t json_chunk = 65536;

void append_escape(std::string& out, char32_t character) {
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::string_view short_escaped = "\"\\\b\f\n\r\t";
    constexpr std::string_view short_names = "\"\\bfnrt";
    out += '\\';
    const std::size_t known =
        character < 0x80 ? short_escaped.find(static_cast<char>(character)) : std::string_view::npos;
    if (known != std::string_view::npos) {
        out += short_names[known];
        return;
    }
    out += 'u';
    for (unsigned shift = 16; shift != 0; shift -= 4)
        out += hex[(character >> (shift - 4)) & 0xfU];
}

// Where what may stand as it is ends: most texts are ASCII without quotation marks.
std::size_t plain_end(std::string_view text, std::size_t at) {
    const auto plain = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    return static_cast<std::size_t>(
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), plain) - text.begin());
}

// Controls, also those beyond ASCII, are escaped: JSON is shown on terminals too.
void append_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t copied = 0;
    for (std::size_t at = plain_end(text, 0); at < text.size(); at = plain_end(text, at)) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const CodePoint character = byte < 0x80 ? CodePoint{byte, 1, true} : decode(text, at);
        if (character.valid && byte != '"' && byte != '\\' && !commands_terminal(character.value)) {
            at += character.length;
            continue;
        }
        out.append(text.substr(copied, at - copied));
        if (character.valid)
            append_escape(out, character.value);
        else
            out += "\xEF\xBF\xBD";
        at += character.length;
        copied = at;
    }
    out.append(text.substr(copied)) += '"';
}

}  // namespace

Json::Json(TextSink sink) : sink_(std::move(sink)) {
    buffer_.reserve(json_chunk + json_chunk / 8);
}

void Json::new_line() {
    if (buffer_.size() >= json_chunk) {
        sink_(buffer_);
        buffer_.clear();
    }
    buffer_ += '\n';
    buffer_.append(2 * levels_.size(), ' ');
}

void Json::before_value() {
    if (after_key_ || levels_.empty()) {
        after_key_ = false;
        return;
    }
    if (!levels_.back().empty)
        buffer_ += ',';
    levels_.back().empty = false;
    new_line();
}

void Json::close() {
    assert(!levels_.empty() && !after_key_);
    const Level level = levels_.back();
    levels_.pop_back();
    if (!level.empty)
        new_line();
    buffer_ += level.array ? ']' : '}';
}

void Json::begin_object() {
    before_value();
    buffer_ += '{';
    levels_.push_back({.array = false, .empty = true});
}

void Json::end_object() {
    assert(!levels_.empty() && !levels_.back().array);
    close();
}

void Json::begin_array() {
    before_value();
    buffer_ += '[';
    levels_.push_back({.array = true, .empty = true});
}

void Json::end_array() {
    assert(!levels_.empty() && levels_.back().array);
    close();
}

void Json::key(std::string_view name) {
    assert(!levels_.empty() && !levels_.back().array && !after_key_);
    before_value();
    append_string(buffer_, name);
    buffer_ += ": ";
    after_key_ = true;
}

void Json::key_as_escaped(std::string_view escaped) {
    assert(!levels_.empty() && !levels_.back().array && !after_key_);
    before_value();
    buffer_ += escaped;
    after_key_ = true;
}

std::string Json::escaped_key(std::string_view name) {
    std::string escaped;
    append_string(escaped, name);
    return escaped + ": ";
}

void Json::text(std::string_view value) {
    before_value();
    append_string(buffer_, value);
}

void Json::money(Money value) {
    before_value();
    append_plain(buffer_, value);
}

void Json::date(Date value) {
    before_value();
    buffer_ += '"';
    append_iso(buffer_, value);
    buffer_ += '"';
}

void Json::month(Month value) {
    before_value();
    buffer_ += '"';
    buffer_ += iso(value);
    buffer_ += '"';
}

void Json::integer(std::int64_t value) {
    before_value();
    std::array<char, 20> digits{};
    buffer_.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
}

void Json::number(std::string_view digits) {
    before_value();
    buffer_ += digits;
}

void Json::boolean(bool value) {
    before_value();
    buffer_ += value ? "true" : "false";
}

void Json::null() {
    before_value();
    buffer_ += "null";
}

void Json::begin_object(std::string_view name) {
    key(name);
    begin_object();
}

void Json::begin_array(std::string_view name) {
    key(name);
    begin_array();
}

void Json::text(std::string_view name, std::string_view value) {
    key(name);
    text(value);
}

void Json::money(std::string_view name, std::optional<Money> value) {
    key(name);
    value ? money(*value) : null();
}

void Json::date(std::string_view name, std::optional<Date> value) {
    key(name);
    value ? date(*value) : null();
}

void Json::integer(std::string_view name, std::optional<std::int64_t> value) {
    key(name);
    value ? integer(*value) : null();
}

void Json::number(std::string_view name, std::string_view digits) {
    key(name);
    number(digits);
}

void Json::boolean(std::string_view name, bool value) {
    key(name);
    boolean(value);
}

void Json::finish() {
    assert(levels_.empty());
    buffer_ += '\n';
    sink_(buffer_);
    buffer_.clear();
}

}  // namespace msp
