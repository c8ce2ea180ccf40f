// SPDX-License-Identifier: MIT
#include <msp/report/sheet_data.hpp>
#include <msp/report/sheet_html.hpp>
#include <msp/report/sheet_ics.hpp>
#include <msp/report/sheet_text.hpp>
#include <msp/report/styled_lines.hpp>
#include <support/answer.hpp>
#include <support/budgets.hpp>
#include <support/inputs.hpp>
#include <support/memory_file.hpp>
#include <support/output.hpp>
#include <support/page_list.hpp>
#include <support/text_out.hpp>
#include <support/xlsx.hpp>

#include <span>
#include <utility>

namespace msp::app {
namespace {

std::string file_of(const Context& context, const std::string& name) {
    return name + std::string(extension_of(context.options.format()));
}

bool shows(SheetIn where, Format format) {
    if (format == Format::ics)
        return false;
    switch (where) {
        case SheetIn::all:
            return true;
        case SheetIn::text:
            return format != Format::csv && format != Format::json;
        case SheetIn::text_and_json:
            return format != Format::csv;
        case SheetIn::csv:
            return format == Format::csv;
        case SheetIn::csv_and_json:
            return format == Format::csv || format == Format::json;
        case SheetIn::json:
            break;
    }
    return format == Format::json;
}

// A paragraph of its own at the end of a text.
void append_paragraph(std::string& out, const std::string& text) {
    if (!text.empty() && !out.empty() && !out.ends_with("\n\n"))
        out += '\n';
    out += text;
}

struct TextPart {
    std::string& out;
    const TextStyle& style;

    void operator()(const Prose& part) const { out += part.write(); }
    void operator()(const Pictures&) const {}
    void operator()(const Members&) const {}
    void operator()(const Table& part) const {
        if (shows(part.where, Format::text))
            out += sheet_text(part.sheet, style);
    }
    void operator()(const Calendar&) const {}
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
    void operator()(const Pictures&) const {}
    void operator()(const Members&) const {}
    void operator()(const Table& part) const {
        if (shows(part.where, Format::csv))
            answer_csv(context, part);
    }
    void operator()(const Calendar&) const {}
};

struct JsonPart {
    Json& json;

    void operator()(const Prose&) const {}
    void operator()(const Members& part) const { part.write(json); }
    void operator()(const Pictures&) const {}
    void operator()(const Table& part) const {
        if (shows(part.where, Format::json))
            sheet_json(json, part.sheet);
    }
    void operator()(const Calendar&) const {}
};

struct HtmlPart {
    HtmlPage& page;
    Language language;

    void operator()(const Prose& part) const { page.lines(part.write()); }
    void operator()(const Members&) const {}
    void operator()(const Table& part) const {
        if (shows(part.where, Format::html))
            page.sheet(part.sheet, part.folded == nullptr ? "" : translate(part.folded, language));
    }
    void operator()(const Pictures& part) const {
        for (const Picture& picture : part.draw())
            page.picture(picture);
    }
    void operator()(const Calendar&) const {}
};

void answer_html(const Context& context, const std::vector<Part>& parts) {
    const TextStyle style = style_of(context);
    HtmlPage page(context.language, style.amounts);
    page.about(context.entities);
    for (const Part& part : parts)
        std::visit(HtmlPart{page, context.language}, part);
    page.lines(rounding_note(style));
    if (context.titled)
        context.titled(page.title().empty() ? context.page_name() : page.title(), file_of(context, context.stem()));
    write_text(context, page.document(context.page_name()));
}

struct WorkbookPart {
    Workbook& book;

    void operator()(const Prose& part) const { book.lines(part.write()); }
    void operator()(const Members&) const {}
    void operator()(const Pictures&) const {}
    void operator()(const Table& part) const {
        if (shows(part.where, Format::xlsx))
            book.sheet(part.sheet);
    }
    void operator()(const Calendar&) const {}
};

std::string workbook_of(const Context& context, const std::vector<Part>& parts) {
    Xlsx file(context.language, context.as_of);
    const TextStyle style = style_of(context);
    Workbook book(file, context.language, style.amounts);
    book.about(context.page_name(), context.entities);
    for (const Part& part : parts)
        std::visit(WorkbookPart{book}, part);
    book.lines(rounding_note(style));
    book.finish();
    return file.bytes();
}

void answer_xlsx(const Context& context, const std::vector<Part>& parts) {
    std::string made;
    try {
        made = workbook_of(context, parts);
    } catch (const NoRoom& failure) {
        const std::string path = context.options.value("output").value_or("");
        throw NotWritten(path == "-" ? "" : path, failure.error, failure.folder);
    }
    write_workbook(context, made);
}

struct CalendarPart {
    const Context& context;

    void operator()(const Prose&) const {}
    void operator()(const Members&) const {}
    void operator()(const Table&) const {}
    void operator()(const Pictures&) const {}
    void operator()(const Calendar& part) const {
        write_file(context, sheet_ics(part.sheet, part.name, part.made, context.language));
    }
};

void answer_text(const Context& context, const std::vector<Part>& parts) {
    const TextStyle style = style_of(context);
    std::string out;
    for (const Part& part : parts)
        std::visit(TextPart{out, style}, part);
    append_paragraph(out, rounding_note(style));
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
    TextStyle style = context.options.whole_files() ? endless_style(context.language)
                                                    : TextStyle{context.language, context.width, context.colour,
                                                                context.blocks ? Bars::blocks : Bars::ascii};
    style.amounts = context.options.amounts();
    return style;
}

Sheet one_of_several(Sheet sheet, std::string called, std::string owner) {
    sheet.apart = true;
    sheet.called = {std::move(called)};
    sheet.owner = std::move(owner);
    return sheet;
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
        case Format::html:
            return answer_html(context, parts);
        case Format::xlsx:
            return answer_xlsx(context, parts);
        case Format::ics:
            for (const Part& part : parts)
                std::visit(CalendarPart{context}, part);
            return;
    }
}

namespace {

std::string path_of(const Context& context, const std::string& name) {
    return context.folder + file_of(context, name);
}

bool refused(Context& context, const std::vector<NamedAnswer>& answers, const std::optional<AnswerIndex>& index) {
    Inputs inputs;
    inputs.add(context.sources);
    bool any = index && inputs.refuse(path_of(context, index->name), context.diagnostics);
    for (const NamedAnswer& named : answers)
        any = inputs.refuse(path_of(context, named.name), context.diagnostics) || any;
    return any;
}

std::vector<HtmlPage::Link> links_to(const Context& context, const std::vector<NamedAnswer>& answers) {
    std::vector<HtmlPage::Link> links;
    for (const NamedAnswer& named : answers)
        links.push_back({file_of(context, named.name), named.title});
    return links;
}

// Pages that nothing leads to any more, and the list of all answers where an earlier run left it to one budget.
void warn_of_pages(Context& context, const PageList& list, std::span<const HtmlPage::Link> links) {
    if (std::optional<Diagnostic> left =
            unlisted(list, unlisted_pages(list, links), Message{tr("delete pages that are out of date"), {}}))
        context.diagnostics.add(std::move(*left));
    if (context.several)
        return;
    const PageList index = {context.folder, file_of(context, std::string(index_name))};
    if (std::optional<Diagnostic> outdated = outdated_index(index, list, context.stem()))
        context.diagnostics.add(std::move(*outdated));
}

}  // namespace

void answer_apart(Context& context, const std::vector<NamedAnswer>& answers, const std::optional<AnswerIndex>& asked) {
    const std::optional<AnswerIndex> index = context.options.format() == Format::html ? asked : std::nullopt;
    if (context.folder.empty()) {
        std::vector<Part> all;
        for (const NamedAnswer& named : answers)
            all.insert(all.end(), named.parts.begin(), named.parts.end());
        answer(context, all);
        return;
    }
    if (refused(context, answers, index))
        return;
    const std::vector<HtmlPage::Link> links = links_to(context, answers);
    const PageList list = {context.folder, index ? file_of(context, index->name) : ""};
    if (index)
        warn_of_pages(context, list, links);
    const auto listed = std::exchange(context.titled, {});  // these pages have a list of their own, which stands there
    if (listed && index)
        listed(index->title, list.file);
    else if (listed && !answers.empty())
        listed(answers.front().title + ", " + context.path, links.front().file);
    if (context.diagnostics.has_errors() || refuses_warnings(context))
        return;
    const TextSink whole = std::move(context.sink);
    for (const NamedAnswer& named : answers) {
        Output file(path_of(context, named.name));
        context.sink = file.sink();
        answer(context, named.parts);
        file.commit();
    }
    context.sink = whole;
    if (index)
        write_page_list(list, index->title, links, context.language, context.stem());
}

}  // namespace msp::app
