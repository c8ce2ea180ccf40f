// SPDX-License-Identifier: MIT
// JSON, written as it comes: two spaces of indent, one member a line, keys in the order given. Amounts are numbers with
// two decimals (1234.50), dates and months ISO strings. Bytes that are not UTF-8 become U+FFFD.
#pragma once

#include <msp/dates/date.hpp>
#include <msp/money/money.hpp>
#include <msp/report/csv.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace msp {

class Json {
 public:
    explicit Json(TextSink sink);
    Json(const Json&) = delete;
    Json& operator=(const Json&) = delete;

    void begin_object();
    void end_object();
    void begin_array();
    void end_array();
    void key(std::string_view name);
    // The same, by what escaped_key() made of the name: for columns, written in every row.
    void key_as_escaped(std::string_view escaped);
    [[nodiscard]] static std::string escaped_key(std::string_view name);
    void text(std::string_view value);
    void money(Money value);
    void date(Date value);
    void month(Month value);
    void integer(std::int64_t value);
    // A number of any length, in digits: "2212.800000".
    void number(std::string_view digits);
    void boolean(bool value);
    void null();

    // A member of the object that is open, or the beginning of one.
    void begin_object(std::string_view name);
    void begin_array(std::string_view name);
    void text(std::string_view name, std::string_view value);
    void money(std::string_view name, std::optional<Money> value);           // null where there is none
    void date(std::string_view name, std::optional<Date> value);             // likewise
    void integer(std::string_view name, std::optional<std::int64_t> value);  // likewise
    void number(std::string_view name, std::string_view digits);
    void boolean(std::string_view name, bool value);

    // Ends with a newline and hands over what is left; to be called once.
    void finish();

 private:
    struct Level {
        bool array;
        bool empty;
    };
    void before_value();
    void new_line();
    void close();

    TextSink sink_;
    std::string buffer_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace msp
