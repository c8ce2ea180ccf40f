// SPDX-License-Identifier: MIT
#include <msp/report/rows.hpp>

#include <utility>

namespace msp {

Rows::Rows(Csv& csv, std::vector<Column> columns, Heading heading, std::string_view file)
    : out_(&csv), columns_(std::move(columns)), file_(file) {
    if (heading == Heading::none)
        return;
    if (!file_.empty())
        csv.word("file");
    for (const Column& column : columns_)
        heading == Heading::ids ? csv.word(column.id) : csv.text(column.label);
    csv.end_row();
}

Rows::Rows(Json& json, std::vector<Column> columns) : out_(&json), columns_(std::move(columns)) {}

void Rows::begin() {
    if (Json** json = std::get_if<Json*>(&out_)) {
        if (next_ == 0)
            (*json)->begin_object();
        (*json)->key(columns_[next_].id);
    } else if (next_ == 0 && !file_.empty()) {
        std::get<Csv*>(out_)->text(file_);
    }
    ++next_;
}

void Rows::text(std::string_view cell) {
    begin();
    std::visit([&](auto* out) { out->text(cell); }, out_);
}

void Rows::word(std::string_view cell) {
    begin();
    if (Csv** csv = std::get_if<Csv*>(&out_))
        (*csv)->word(cell);
    else
        std::get<Json*>(out_)->text(cell);
}

void Rows::money(Money amount) {
    begin();
    std::visit([&](auto* out) { out->money(amount); }, out_);
}

void Rows::date(Date date) {
    begin();
    std::visit([&](auto* out) { out->date(date); }, out_);
}

void Rows::period(const Period& period, Grid grid) {
    switch (grid) {
        case Grid::day:
            date(period.first);
            return;
        case Grid::month:
            begin();
            std::visit([&](auto* out) { out->month(Month::of(period.first)); }, out_);
            return;
        case Grid::quarter:
        case Grid::year:
            word(period_id(period, grid));
            return;
    }
}

void Rows::integer(std::int64_t number) {
    begin();
    std::visit([&](auto* out) { out->integer(number); }, out_);
}

void Rows::decimal(const Quotient& value, int decimals) {
    begin();
    std::visit([&](auto* out) { out->number(msp::decimal(value, decimals)); }, out_);
}

void Rows::exact(const Quotient& value) {
    for (const Quotient::Integer part : {value.numerator(), value.denominator()}) {
        begin();
        std::visit([&](auto* out) { out->number(msp::decimal(part)); }, out_);
    }
}

void Rows::empty() {
    begin();
    if (Csv** csv = std::get_if<Csv*>(&out_))
        (*csv)->empty();
    else
        std::get<Json*>(out_)->null();
}

void Rows::end_row() {
    next_ = 0;
    if (Csv** csv = std::get_if<Csv*>(&out_))
        (*csv)->end_row();
    else
        std::get<Json*>(out_)->end_object();
}

}  // namespace msp
