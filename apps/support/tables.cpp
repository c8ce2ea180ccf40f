// SPDX-License-Identifier: MIT
#include <msp/report/text_style.hpp>
#include <support/tables.hpp>

#include <utility>

namespace msp::app {

void write_text(const Context& context, std::string text) {
    while (text.ends_with("\n\n"))
        text.pop_back();
    context.sink(for_terminal(text, context.colour));
}

void write_file(const Context& context, std::string_view text) {
    context.sink(context.terminal ? for_terminal(text, false) : std::string(text));
}

void write_csv(const Context& context, std::vector<Column> columns, const WriteRows& write, bool file) {
    Csv csv(context.sink, context.options.csv_dialect(), context.terminal ? CsvReader::person : CsvReader::program,
            !context.heading);
    Heading heading = Heading::none;
    if (context.heading)
        heading = context.options.headers() == Headers::labels ? Heading::labels : Heading::ids;
    Rows rows(csv, std::move(columns), heading, file && context.several ? context.path : "");
    write(rows);
    csv.finish();
}

void write_array(Json& json, const char* key, std::vector<Column> columns, const WriteRows& write) {
    json.key(key);
    json.begin_array();
    Rows rows(json, std::move(columns));
    write(rows);
    json.end_array();
}

}  // namespace msp::app
