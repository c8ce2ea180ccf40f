// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_bank_row.hpp>
#include <msp/budget/keys_loan.hpp>

namespace msp {
namespace {

// The row of the drawdown, with which many banks begin: nothing is paid, and all that was lent is owed; or that stands
// there as a negative payment.
bool pays_out(const BankRow& row, Money payment, std::optional<Money> outstanding, const Loan& loan) {
    if (row.date > loan.start || row.interest != Money() || row.insurance != Money())
        return false;
    const Money lent = loan.drawn_by(loan.start);
    const auto is_nothing_or_lent = [lent](Money amount) { return amount == Money() || amount == -lent; };
    const bool owed = !outstanding || *outstanding == lent || *outstanding == -lent;
    return owed && is_nothing_or_lent(payment) && is_nothing_or_lent(row.principal);
}

class ScheduleDecoder {
 public:
    ScheduleDecoder(Decoding& decoding, Table<Section::loan>& table, Loan& loan)
        : decoding_(decoding), reading_(decoding.reading), table_(table), loan_(loan) {}

    void run(const Node& list);

 private:
    void take(Table<Section::bank_row>& row);
    [[nodiscard]] std::optional<BankRow> instalment(Table<Section::bank_row>& row, std::optional<Money> outstanding);
    void wrong_outstanding(const AnyField& field, Money left, Money outstanding);
    void repays_all();

    Decoding& decoding_;
    Reading& reading_;
    Table<Section::loan>& table_;
    Loan& loan_;
    Money repaid_;
    Span before_;
};

void ScheduleDecoder::run(const Node& list) {
    for (NodeId child = list.child; child != no_node; child = decoding_.node(child).next) {
        Table row(reading_, TableNode<Section::bank_row>{child});
        take(row);
    }
    repays_all();
}

void ScheduleDecoder::take(Table<Section::bank_row>& row) {
    const std::optional<Money> outstanding = row["outstanding"_key].read();
    const std::optional<BankRow> read = instalment(row, outstanding);
    if (!read)
        return;
    if (!loan_.bank_schedule.empty() && read->date <= loan_.bank_schedule.back().date)
        reading_.error("loan.row-order", {tr("this row does not come after the one before"), {}},
                       row["date"_key].span(), {}, {{before_, {tr("the one before"), {}}}});
    before_ = row["date"_key].span();
    repaid_ += read->principal;
    if (const Money left = loan_.drawn_by(read->date) - repaid_; outstanding && *outstanding != left)
        wrong_outstanding(row["outstanding"_key], left, *outstanding);
    loan_.bank_schedule.push_back(*read);
}

// What the row says; nothing for one that is no instalment to come.
std::optional<BankRow> ScheduleDecoder::instalment(Table<Section::bank_row>& row, std::optional<Money> outstanding) {
    BankRow read;
    read.place = {row.span()};
    read.date = row["date"_key].read().value_or(Date());
    read.principal = row["principal"_key].read().value_or(Money());
    read.interest = row["interest"_key].read().value_or(Money());
    read.insurance = row["insurance"_key].value();
    const std::optional<Money> payment = row["payment"_key].read();
    if (pays_out(read, payment.value_or(Money()), outstanding, loan_))
        return std::nullopt;
    const Money sum = read.principal + read.interest + read.insurance;
    if (payment && *payment != sum)
        reading_.error("loan.row-sum",
                       {tr("the parts make {sum}, not {payment}"), {{"sum", sum}, {"payment", *payment}}},
                       row["payment"_key].span());
    if (loan_.existing && read.date <= loan_.start)
        return std::nullopt;
    for (const AnyField& needed : std::initializer_list<AnyField>{row["principal"_key], row["interest"_key]})
        if (!needed.has())
            needed.missing();
    return read;
}

// One that is wrong makes those below it wrong too.
void ScheduleDecoder::wrong_outstanding(const AnyField& field, Money left, Money outstanding) {
    reading_.error_once(
        "loan.row-outstanding", decoding_.budget.items[loan_.item].id,
        {tr("{left} is owed after this row, not {outstanding}"), {{"left", left}, {"outstanding", outstanding}}},
        field.span(), [] { return std::nullopt; });
}

void ScheduleDecoder::repays_all() {
    const Span schedule = table_["schedule"_key].span();
    const Span capital = loan_.existing ? table_["outstanding"_key].span() : table_["amount"_key].span();
    if (loan_.bank_schedule.empty())
        reading_.error("loan.schedule", {tr("the bank's schedule has no instalment to come"), {}}, schedule);
    else if (repaid_ != loan_.capital)
        reading_.error(
            "loan.schedule",
            {tr("the bank's schedule repays {sum}, not {total}"), {{"sum", repaid_}, {"total", loan_.capital}}},
            schedule, {}, {{capital, {tr("the capital"), {}}}});
}

}  // namespace

void decode_bank_schedule(Decoding& decoding, Table<Section::loan>& table, Loan& loan) {
    const auto schedule = table["schedule"_key];
    if (!schedule.has())
        return;
    const Node& list = decoding.node(schedule.node());
    if (list.kind == NodeKind::list)
        ScheduleDecoder(decoding, table, loan).run(list);
    else
        decoding.reading.error("value.type", {tr("{key} is not the name of a CSV file"), {{"key", schedule.name()}}},
                               list.span);
}

}  // namespace msp
