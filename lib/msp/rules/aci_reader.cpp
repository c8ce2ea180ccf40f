// SPDX-License-Identifier: MIT
#include <msp/rules/aci_reader.hpp>

#include <algorithm>

namespace msp {
namespace {

constexpr auto only_whole_indicator = tr("only a whole indicator can be unknown; it then has no value");

constexpr std::int64_t most_months = 120;
constexpr std::int64_t most_years = 100;

constexpr LawKey text_keys[] = {{"schema", true}, {"from", true}, {"until"},      {"checked", true}, {"legal", true},
                                {"label", true},  {"source"},     {"confidence"}, {"note"},          {"sources", true},
                                {"axes"},         {"point"},      {"advance"},    {"due"},           {"documents"},
                                {"contract"},     {"precarity"},  {"exception"},  {"indicator"}};
constexpr LawKey point_keys[] = {{"value", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey advance_keys[] = {{"share", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey due_keys[] = {
    {"first_advance_months", true}, {"advance", true}, {"balance", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey documents_keys[] = {{"due", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey contract_keys[] = {{"years", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey precarity_keys[] = {{"cap", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey exception_keys[] = {{"year", true}, {"indicator", true}, {"class"}, {"payable"},
                                     {"source"},     {"confidence"},      {"note"}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

}  // namespace

std::optional<std::int16_t> aci_year_of(std::string_view id) {
    constexpr std::string_view prefix = "aci-";
    if (!id.starts_with(prefix))
        return std::nullopt;
    id.remove_prefix(prefix.size());
    const std::string_view digits = id.substr(0, 4);
    const std::string_view name = id.substr(digits.size());
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; };
    if (digits.size() != 4 || !std::ranges::all_of(digits, is_digit) || !std::ranges::all_of(name, fits) ||
        (!name.empty() && (name.size() == 1 || name.front() != '-')))
        return std::nullopt;
    int year = 0;
    for (const char digit : digits)
        year = 10 * year + (digit - '0');
    return year < Date::first_year || year > Date::last_year ? std::nullopt
                                                             : std::optional(static_cast<std::int16_t>(year));
}

AciReader::AciReader(const Document& document, Diagnostics& diagnostics, std::string id)
    : document_(document), diagnostics_(diagnostics), sources_(document, diagnostics, only_whole_indicator) {
    text_.id = std::move(id);
}

LawTable AciReader::open(NodeId node, std::span<const LawKey> keys) {
    return {document_, diagnostics_, node, keys};
}

AciText AciReader::run() {
    LawTable root = open(Document::root(), text_keys);
    if (root.has("schema") && !root.integer("schema", 1, 1))
        return std::move(text_);
    sources_.read(root);
    axes(root);
    years(root);
    text_.legal = root.text("legal").value_or("");
    text_.label = root.bilingual("label");
    text_.checked = root.date("checked").value_or(Date());
    text_.evidence = sources_.evidence(root, Unknown::allowed);
    std::swap(text_.note, text_.evidence.note);
    if (!root.has("indicator") && !root.has("note"))
        root.missing("note", Message{tr("a text without indicators says what is known of it"), {}});
    payment(root);
    indicators(root);
    exceptions(root);
    unused();
    text_.sources = sources_.take();
    return std::move(text_);
}

void AciReader::years(LawTable& root) {
    from_ = root.span("from");
    until_ = root.span(root.has("until") ? "until" : "from");
    const auto from = root.integer("from", Date::first_year, Date::last_year);
    const auto until = root.integer("until", Date::first_year, Date::last_year);
    const std::int16_t named = aci_year_of(text_.id).value_or(0);
    if (from && *from != named)
        root.error("law.year",
                   {tr("from is {from}, but the name of the file begins with {year}"),
                    {{"from", *from}, {"year", std::int64_t{named}}}},
                   from_, Message{tr("a text is found by the year in its name: change one of the two"), {}});
    if (from && until && *until < *from)
        root.error("law.year",
                   {tr("until is {until}, before {from} where the text begins"), {{"until", *until}, {"from", *from}}},
                   until_);
    text_.from = named;
    if (until)
        text_.until = static_cast<std::int16_t>(*until);
}

void AciReader::axes(LawTable& root) {
    for (const NodeId node : root.entries("axes")) {
        const std::string id(document_[node].key);
        static constexpr LawKey keys[] = {{"french", true}, {"english", true}};
        LawTable table = open(node, keys);
        text_.axes.emplace_back(id, Bilingual{table.text("french").value_or(""), table.text("english").value_or("")});
        axis_places_.push_back(document_[node].key_span);
    }
    axis_used_.assign(text_.axes.size(), false);
}

std::optional<LawTable> AciReader::section(LawTable& root, std::string_view key, std::span<const LawKey> keys) {
    if (root.has(key))
        return open(root.node(key), keys);
    if (root.has("indicator") && key != "point")
        root.missing(key);
    return std::nullopt;
}

void AciReader::payment(LawTable& root) {
    has_point_ = root.has("point");
    if (auto table = section(root, "point", point_keys)) {
        text_.point = table->euros("value").value_or(Money());
        text_.point_evidence = sources_.evidence(*table, Unknown::refused);
    }
    if (auto table = section(root, "advance", advance_keys)) {
        text_.advance_rate = table->share("share").value_or(Rate());
        text_.advance_evidence = sources_.evidence(*table, Unknown::refused);
    }
    if (auto table = section(root, "due", due_keys)) {
        text_.advance_months = static_cast<int>(table->integer("first_advance_months", 0, most_months).value_or(0));
        text_.advance_day = table->month_day("advance").value_or(MonthDay());
        text_.balance_day = table->month_day("balance").value_or(MonthDay());
        text_.due_evidence = sources_.evidence(*table, Unknown::refused);
    }
    if (auto table = section(root, "documents", documents_keys)) {
        text_.evidence_day = table->month_day("due").value_or(MonthDay());
        text_.evidence_day_evidence = sources_.evidence(*table, Unknown::refused);
    }
    if (auto table = section(root, "contract", contract_keys)) {
        text_.contract_years = static_cast<int>(table->integer("years", 1, most_years).value_or(1));
        text_.contract_evidence = sources_.evidence(*table, Unknown::refused);
    }
    if (auto table = section(root, "precarity", precarity_keys)) {
        text_.precarity_cap = table->share("cap").value_or(Rate());
        text_.precarity_evidence = sources_.evidence(*table, Unknown::refused);
    }
}

void AciReader::exceptions(LawTable& root) {
    std::vector<Span> places;
    for (const NodeId node : root.tables("exception"))
        exception(node, places);
}

void AciReader::exception(NodeId node, std::vector<Span>& places) {
    LawTable table = open(node, exception_keys);
    AciException exception;
    exception.evidence = sources_.evidence(table, Unknown::refused);
    const auto year = table.integer("year", Date::first_year, Date::last_year);
    const auto indicator = other(table, "indicator", table.node("indicator"));
    const auto kind = table.word("class", aci_class_ids);
    exception.payable = table.boolean("payable").value_or(true);
    if (!year || !indicator)
        return;
    exception.year = static_cast<std::int16_t>(*year);
    exception.indicator = *indicator;
    if (kind)
        exception.kind = static_cast<AciClass>(*kind);
    const bool changes = !exception.payable || (kind && *exception.kind != text_.indicators[*indicator].kind);
    if (!text_.holds(exception.year))
        table.error("law.exception", {tr("{year} is not among the years of this text"), {{"year", *year}}},
                    table.span("year"), {}, {{until_, {tr("its years are given here"), {}}}});
    else if (const AciException* first = text_.exception(*indicator, exception.year))
        table.error("law.exception",
                    {tr("{id} has an exception for {year} already"),
                     {{"id", text_.indicators[*indicator].id}, {"year", *year}}},
                    table.span(), {},
                    {{places[static_cast<std::size_t>(first - text_.exceptions.data())], {tr("the first one"), {}}}});
    else if (!changes)
        table.error("law.exception", {tr("this exception changes nothing"), {}}, table.span(),
                    Message{tr("it has another class than the indicator, or payable = false"), {}});
    text_.exceptions.push_back(std::move(exception));
    places.push_back(table.span());
}

void AciReader::unused() {
    sources_.unused();
    for (std::size_t i = 0; i < text_.axes.size(); ++i) {
        if (!axis_used_[i])
            diagnostics_.error("law.unused", {tr("no indicator is on the axis {id}"), {{"id", text_.axes[i].first}}},
                               axis_places_[i]);
    }
}

}  // namespace msp
