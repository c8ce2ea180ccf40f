// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_loan.hpp>

#include <utility>

namespace msp {
namespace {

class LoanDecoder {
 public:
    LoanDecoder(Decoding& decoding, TableNode<Section::loan> node)
        : decoding_(decoding), reading_(decoding.reading), table_(decoding.reading, node) {}

    // Nothing where the bank's schedule could not be read, which was reported: nothing more is known of the loan.
    [[nodiscard]] std::optional<Loan> run();

 private:
    void capital();
    void terms();
    void first();
    void deferral();
    void insurance();
    void drawdowns();
    void drawn_in_all();
    void fees();
    void shared();
    [[nodiscard]] bool names_a_file();

    Decoding& decoding_;
    Reading& reading_;
    Table<Section::loan> table_;
    Loan loan_;
};

std::optional<Loan> LoanDecoder::run() {
    const CategoryIndex kind = decoding_.shipped_category("loan-principal");
    loan_.item = decoding_.add_item(table_, Origin::loan, Side::payments, kind);
    loan_.bank = decoding_.bank_of(table_["entity"_key], table_["bank"_key]);
    decoding_.match(table_["match"_key], loan_.item, loan_.bank);
    loan_.place = {table_.span()};
    loan_.kind = table_["kind"_key].value<LoanKind>();
    capital();
    loan_.rate = table_["rate"_key].read().value_or(Rate());
    loan_.day_count = table_["basis"_key].value<DayCount>();
    loan_.start = table_["date"_key].read().value_or(Date());
    loan_.delay = table_["delay"_key].read().value_or(Delay());
    loan_.scale = table_["scale"_key].value();
    loan_.roll = table_["business_day"_key].value<Roll>();
    terms();
    first();
    if (table_["deferral"_key].has())
        deferral();
    if (table_["insurance"_key].has())
        insurance();
    drawdowns();
    fees();
    shared();
    if (names_a_file())
        return std::nullopt;
    decode_bank_schedule(decoding_, table_, loan_);
    return std::move(loan_);
}

void LoanDecoder::capital() {
    loan_.existing = table_["outstanding"_key].has();
    const Money amount = table_["amount"_key].read().value_or(Money());
    loan_.capital = loan_.existing ? table_["outstanding"_key].read().value_or(Money()) : amount;
    loan_.initial_capital = table_["amount"_key].has() ? amount : loan_.capital;
    if (!loan_.existing && !table_["amount"_key].has())
        table_["amount"_key].missing();
}

void LoanDecoder::terms() {
    const Frequency every = table_["every"_key].value();
    loan_.period = every.step;
    if (every.once || every.chosen != 0 || every.days != 0 || 12 % every.step != 0 || every.step > 12)
        reading_.error("loan.every", {tr("a loan is repaid every month, quarter, 6 months or year"), {}},
                       table_["every"_key].span());
    const bool scheduled = table_["schedule"_key].has();
    if (!scheduled && !table_["instalments"_key].has())
        table_["instalments"_key].missing();
    // Beside a schedule, instalments are there to be compared with: at no rate they would differ by all interest.
    if ((!scheduled || table_["instalments"_key].has()) && !table_["rate"_key].has())
        table_["rate"_key].missing();
    loan_.instalments = static_cast<int>(table_["instalments"_key].read().value_or(0));
}

void LoanDecoder::first() {
    const auto first = table_["first"_key];
    loan_.first = first.read().value_or(add_months(loan_.start, loan_.period));
    if (first.has() && loan_.first <= loan_.start)
        reading_.error("loan.first", {tr("the first instalment does not come after the loan"), {}}, first.span(), {},
                       {{table_["date"_key].span(), {tr("the day of the loan"), {}}}});
    // Without `first` the day is the one of the loan, so that one lent on the 31st falls due on the 31st again.
    const Date day_from = first.has() ? loan_.first : loan_.start;
    loan_.due_day = table_["day"_key].read().value_or(day_from.fields().day);
}

void LoanDecoder::deferral() {
    auto table = table_["deferral"_key].inner();
    loan_.deferral_place = {table.span()};
    loan_.deferral = table["kind"_key].read<Deferral>().value_or(Deferral::partial);
    loan_.deferred = static_cast<int>(table["instalments"_key].read().value_or(0));
    if (loan_.instalments > 0 && loan_.deferred >= loan_.instalments)
        reading_.error("loan.deferral",
                       {tr("all {n} instalments are deferred; none is left for the capital"),
                        {{"n", std::int64_t{loan_.instalments}}}},
                       table["instalments"_key].span(), {},
                       {{table_["instalments"_key].span(), {tr("instalments in all"), {}}}});
}

void LoanDecoder::insurance() {
    auto table = table_["insurance"_key].inner();
    contradiction(table["rate"_key], table["amount"_key]);
    contradiction(table["base"_key], table["amount"_key]);
    if (table["amount"_key].has()) {
        loan_.monthly_insurance = table["amount"_key].read();
        return;
    }
    if (!table["rate"_key].has())
        reading_.error("key.missing",
                       {tr("{one} or {other} is missing here"),
                        {{"one", table["rate"_key].name()}, {"other", table["amount"_key].name()}}},
                       table.span());
    loan_.insurance = table["rate"_key].read();
    loan_.insurance_base = table["base"_key].value<InsuranceBase>();
}

// A loan that runs already keeps its `amount` and first day while it is drawn: what was drawn before the account opens
// is in the opening.
void LoanDecoder::drawdowns() {
    const auto drawdowns = table_["drawdowns"_key];
    contradiction(table_["outstanding"_key], drawdowns);
    if (!drawdowns.has() || loan_.existing)
        return;
    const std::size_t before = decoding_.errors();
    loan_.drawdowns = decoding_.dated(drawdowns.tables());
    for (const DatedAmount& part : loan_.drawdowns) {
        if (part.amount.negative())
            reading_.error("amount.negative", {tr("{key} is negative"), {{"key", drawdowns.name()}}}, part.place.span,
                           Message{tr("write it as a positive amount"), {}});
    }
    if (decoding_.errors() == before && table_["amount"_key].has() && table_["date"_key].has())
        drawn_in_all();
}

void LoanDecoder::drawn_in_all() {
    const Span list = table_["drawdowns"_key].span();
    Money sum;
    for (const DatedAmount& part : loan_.drawdowns)
        sum += part.amount;
    if (sum != loan_.capital)
        reading_.error("loan.drawdowns",
                       {tr("the drawdowns make {sum}, not {total}"), {{"sum", sum}, {"total", loan_.capital}}}, list,
                       {}, {{table_["amount"_key].span(), {tr("the capital"), {}}}});
    else if (!loan_.drawdowns.empty() && loan_.drawdowns.front().date != loan_.start)
        reading_.error(
            "loan.drawdowns",
            {tr("the first drawdown is on {day}, not on the day of the loan"), {{"day", loan_.drawdowns.front().date}}},
            list, Message{tr("give both the same day"), {}},
            {{table_["date"_key].span(), {tr("the day of the loan"), {}}}});
}

void LoanDecoder::fees() {
    contradiction(table_["outstanding"_key], table_["fees"_key]);
    for (const auto node : table_["fees"_key].tables()) {
        Table fee(reading_, node);
        const Money amount = fee["amount"_key].read().value_or(Money());
        loan_.fees.push_back({fee["date"_key].read().value_or(loan_.start), amount, {fee["amount"_key].span()}});
    }
}

void LoanDecoder::shared() {
    loan_.charged = decoding_.charged_line(table_["shared"_key], loan_.item, loan_.bank, loan_.place);
}

// A file that was read has become a list.
bool LoanDecoder::names_a_file() {
    if (!table_["schedule"_key].has())
        return false;
    const NodeKind kind = decoding_.node(table_["schedule"_key].node()).kind;
    return kind == NodeKind::text || kind == NodeKind::bare;
}

}  // namespace

void decode_loan(Decoding& decoding, TableNode<Section::loan> node) {
    if (std::optional<Loan> loan = LoanDecoder(decoding, node).run())
        decoding.budget.loans.push_back(std::move(*loan));
}

}  // namespace msp
