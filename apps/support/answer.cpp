// SPDX-License-Identifier: MIT
#include <msp/report/sheet_data.hpp>
#include <msp/report/sheet_text.hpp>
#include <support/answer.hpp>
#include <support/inputs.hpp>
#include <support/output.hpp>
#include <support/text_out.hpp>

#include <utility>

namespace msp::app {
namespace {

bool shows(SheetIn where, Format format) {
    switch (where) {
        case SheetIn::all:
            return true;
        case SheetIn::text:
            return format == Format::text;
        case SheetIn::csv:
            return format == Format::csv;
        case SheetIn::csv_and_json:
            return format != Format::text;
        case SheetIn::json:
            break;
    }
    return format == Format::json;
}

struct TextPart {
    std::string& out;
    const TextStyle& style;

    void operator()(const Prose& part) const { out += part.write(); }
    void operator()(const Members&) const {}
    void operator()(const Table& part) const {
        if (shows(part.where, Format::text))
            out += sheet_text(part.sheet, style);
    }
};

void answer_csv(const Context& context, const Table& table) {
    Csv csv(context.sink, context.options.csv_dialect(), context.terminal ? CsvReader::person : CsvReader::program,
            !context.heading);
    Heading heading = Heading::none;
    if (context.heading)
        heading = context.options.headers() == Headers::labels ? Heading::labels : Heading::ids;
    sheet_csv(csv, table.sheet, heading, context.several && !table.names_file ? context.path : "");
    csv.finish();
}

struct CsvPart {
    const Context& context;

    void operator()(const Prose&) const {}
    void operator()(const Members&) const {}
    void operator()(const Table& part) const {
        if (shows(part.where, Format::csv))
            answer_csv(context, part);
    }
};

struct JsonPart {
    Json& json;

    void operator()(const Prose&) const {}
    void operator()(const Members& part) const { part.write(json); }
    void operator()(const Table& part) const {
        if (shows(part.where, Format::json))
            sheet_json(json, part.sheet);
    }
};

void answer_text(const Context& context, const std::vector<Part>& parts) {
    const TextStyle style = style_of(context);
    std::string out;
    for (const Part& part : parts)
        std::visit(TextPart{out, style}, part);
    write_text(context, std::move(out));
}

void answer_json(const Context& context, const std::vector<Part>& parts) {
    Json json(context.sink);
    json.begin_object();
    for (const Part& part : parts)
        std::visit(JsonPart{json}, part);
    json.end_object();
    json.finish();
}

}  // namespace

TextStyle style_of(const Context& context) {
    return {context.language, context.width, context.colour};
}

void answer(const Context& context, const std::vector<Part>& parts) {
    switch (context.options.format()) {
        case Format::text:
            return answer_text(context, parts);
        case Format::csv:
            for (const Part& part : parts)
                std::visit(CsvPart{context}, part);
            return;
        case Format::json:
            return answer_json(context, parts);
    }
}

namespace {

std::string path_of(const Context& context, const NamedAnswer& named) {
    return (context.folder + named.name).append(extension_of(context.options.format()));
}

bool refused(Context& context, const std::vector<NamedAnswer>& answers) {
    Inputs inputs;
    inputs.add(context.sources);
    bool any = false;
    for (const NamedAnswer& named : answers)
        any = inputs.refuse(path_of(context, named), context.diagnostics) || any;
    return any;
}

}  // namespace

void answer_apart(Context& context, const std::vector<NamedAnswer>& answers) {
    if (context.folder.empty()) {
        std::vector<Part> all;
        for (const NamedAnswer& named : answers)
            all.insert(all.end(), named.parts.begin(), named.parts.end());
        answer(context, all);
        return;
    }
    if (refused(context, answers))
        return;
    const TextSink whole = std::move(context.sink);
    for (const NamedAnswer& named : answers) {
        Output file(path_of(context, named));
        context.sink = file.sink();
        answer(context, named.parts);
        file.commit();
    }
    context.sink = whole;
}

}  // namespace msp::app
