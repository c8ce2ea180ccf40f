// SPDX-License-Identifier: MIT
#include <msp/report/sheet_data.hpp>

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace msp {
namespace {

bool is_data(const Column& column) {
    return column.audience != Audience::page;
}

bool is_data(const Row& row) {
    return (row.audience == Audience::all || row.audience == Audience::data) && row.kind != RowKind::rule;
}

// One cell to a writer; Csv and Json have the same doors but for words and for nothing.
template <typename Writer>
struct WriteCell {
    Writer& out;

    void operator()(std::monostate) const {
        if constexpr (std::is_same_v<Writer, Csv>)
            out.empty();
        else
            out.null();
    }
    void operator()(TextCell cell) const { out.text(cell.text); }
    void operator()(const WordCell& cell) const {
        if constexpr (std::is_same_v<Writer, Csv>)
            out.word(cell.id);
        else
            out.text(cell.id);
    }
    void operator()(Money amount) const { out.money(amount); }
    void operator()(Date date) const { out.date(date); }
    void operator()(const DataCell& cell) const { std::visit(*this, cell.value); }
    void operator()(const PeriodCell& cell) const {
        if (cell.grid == Grid::day)
            out.date(cell.period.first);
        else if (cell.grid == Grid::month)
            out.month(Month::of(cell.period.first));
        else
            (*this)(WordCell{period_id(cell.period, cell.grid), {}});
    }
    void operator()(std::int64_t number) const { out.integer(number); }
    void operator()(const DecimalCell& cell) const { out.number(decimal(cell.value, cell.places)); }
    void operator()(const PercentCell& cell) const { out.number(decimal(cell.percent, cell.places)); }
    void operator()(WholeCell cell) const { (*this)(WholeDigitsCell{decimal(cell.number)}); }
    void operator()(WholeDigitsCell cell) const {
        if constexpr (std::is_same_v<Writer, Csv>)
            out.number(cell.text);
        else
            out.text(cell.text);
    }
    void operator()(DigitsCell cell) const { out.number(cell.text); }
    void operator()(const ValueCell& cell) const { out.text(cell.words); }
    // In CSV parted by what no spreadsheet takes for a part of a number or date.
    void operator()(WholesCell cell) const {
        if constexpr (std::is_same_v<Writer, Csv>) {
            if (cell.numbers.size() == 1)
                return out.integer(cell.numbers.front());
            std::string text;
            for (const std::int32_t number : cell.numbers)
                text += (text.empty() ? "" : "|") + std::to_string(number);
            out.word(text);
        } else {
            out.begin_array();
            for (const std::int32_t number : cell.numbers)
                out.integer(number);
            out.end_array();
        }
    }
};

class CsvRows : public RowSink {
 public:
    CsvRows(Csv& csv, const Sheet& sheet, std::string_view file) : csv_(csv), sheet_(sheet), file_(file) {}

    void begin(const Block&) override {}
    void note(std::string_view) override {}
    void row(Row row, std::span<const Cell> cells) override {
        if (!is_data(row))
            return;
        assert(cells.size() == sheet_.columns.size());
        if (!file_.empty())
            csv_.text(file_);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (is_data(sheet_.columns[i]))
                std::visit(WriteCell<Csv>{csv_}, cells[i]);
        }
        csv_.end_row();
    }

 private:
    Csv& csv_;
    const Sheet& sheet_;
    std::string_view file_;
};

class JsonRows : public RowSink {
 public:
    JsonRows(Json& json, const Sheet& sheet) : json_(json) {
        for (const Column& column : sheet.columns)
            keys_.push_back(is_data(column) ? Json::escaped_key(column.id) : "");
    }

    void begin(const Block&) override {}
    void note(std::string_view) override {}
    void row(Row row, std::span<const Cell> cells) override {
        if (!is_data(row))
            return;
        assert(cells.size() == keys_.size());
        json_.begin_object();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (keys_[i].empty())
                continue;
            json_.key_as_escaped(keys_[i]);
            std::visit(WriteCell<Json>{json_}, cells[i]);
        }
        json_.end_object();
    }

 private:
    Json& json_;
    std::vector<std::string> keys_;  // by column; empty where data does not have it
};

void heading_csv(Csv& csv, const Sheet& sheet, Heading heading, bool file) {
    if (file)
        csv.word("file");
    for (const Column& column : sheet.columns) {
        if (!is_data(column))
            continue;
        heading == Heading::ids ? csv.word(column.id) : csv.text(column.label);
    }
    csv.end_row();
}

}  // namespace

void sheet_csv(Csv& csv, const Sheet& sheet, Heading heading, std::string_view file) {
    if (heading != Heading::none)
        heading_csv(csv, sheet, heading, !file.empty());
    CsvRows rows(csv, sheet, file);
    sheet.rows(rows);
}

void sheet_json(Json& json, const Sheet& sheet) {
    json.begin_array(sheet.id);
    JsonRows rows(json, sheet);
    sheet.rows(rows);
    json.end_array();
}

}  // namespace msp
