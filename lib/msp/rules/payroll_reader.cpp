// SPDX-License-Identifier: MIT
// The layouts are told at the top of payroll-contributions.toml, payroll-reduction.toml and payroll-tax.toml.
#include <msp/money/parse.hpp>
#include <msp/rules/law_sources.hpp>
#include <msp/rules/rule_kinds.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

constexpr std::string_view contributions_file = "payroll-contributions";
constexpr std::string_view reduction_file = "payroll-reduction";
constexpr std::string_view tax_file = "payroll-tax";

constexpr LawKey payroll_keys[] = {{"schema", true}, {"checked", true},      {"known_until", true},   {"sources", true},
                                   {"smic", true},   {"ceiling", true},      {"meal_voucher", true},  {"csg", true},
                                   {"reduced"},      {"contribution", true}, {"apprenticeship", true}};
constexpr LawKey smic_keys[] = {{"from", true}, {"hourly", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey ceiling_keys[] = {{"from", true}, {"monthly", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey voucher_keys[] = {{"from", true}, {"exempt", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey csg_keys[] = {{"kept", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey contribution_keys[] = {{"id", true}, {"label", true}, {"payer", true}, {"base", true},
                                        {"to", true}, {"only"},        {"yearly"},      {"rates", true}};
constexpr LawKey rate_keys[] = {{"from", true}, {"rate", true}, {"source"}, {"confidence"}, {"note"}};
constexpr LawKey reduced_keys[] = {{"contribution", true}, {"rate", true},  {"from", true}, {"until", true},
                                   {"smics", true},        {"smic_hourly"}, {"at_least"},   {"source"},
                                   {"confidence"},         {"note"}};
constexpr LawKey liability_keys[] = {{"employer", true}, {"liable", true}, {"from", true},
                                     {"source"},         {"confidence"},   {"note"}};
constexpr LawKey reductions_keys[] = {
    {"schema", true}, {"checked", true}, {"known_until", true}, {"sources", true}, {"reduction", true}};
constexpr LawKey reduction_keys[] = {
    {"from", true},       {"least", true}, {"range", true}, {"exit", true}, {"power", true}, {"at_share", true},
    {"retirement", true}, {"smic", true},  {"source"},      {"confidence"}, {"note"}};
constexpr LawKey tax_keys[] = {{"schema", true},
                               {"checked", true},
                               {"rates", true},
                               {"nothing_up_to", true},
                               {"relief_below", true},
                               {"relief_share", true},
                               {"once_below", true},
                               {"quarterly_up_to", true},
                               {"sources", true},
                               {"scale", true},
                               {"source"},
                               {"confidence"},
                               {"note"}};
constexpr LawKey scale_keys[] = {{"year", true}, {"first", true}, {"second", true}, {"allowance", true},
                                 {"source"},     {"confidence"},  {"note"}};
constexpr std::array<std::string_view, 2> smic_words = {"current", "january"};

// What the files of payroll have alike.
class PayrollFile {
 public:
    PayrollFile(const Document& document, Diagnostics& diagnostics)
        : document_(document),
          diagnostics_(diagnostics),
          sources_(document, diagnostics, tr("a figure of payroll rests on a text that was read")) {}

 protected:
    [[nodiscard]] LawTable open(NodeId node, std::span<const LawKey> keys) {
        return LawTable(document_, diagnostics_, node, keys);
    }
    // False where the file is of another time.
    [[nodiscard]] bool head(LawTable& root) {
        if (root.has("schema") && !root.integer("schema", 1, 1))
            return false;
        (void)root.date("checked");
        sources_.read(root);
        return true;
    }
    [[nodiscard]] Evidence evidence(LawTable& table) { return sources_.evidence(table, LawSources::Unknown::refused); }
    // Each dated row begins after the one before it.
    template <typename Row>
    void add(std::vector<Row>& rows, Row row, LawTable& table) {
        if (!rows.empty() && row.from <= rows.back().from)
            table.error("law.order", {tr("this does not begin after the one before it"), {}}, table.span("from"));
        rows.push_back(std::move(row));
    }
    void figures(LawTable& root, std::string_view key, std::span<const LawKey> keys, std::vector<DatedFigure>& found) {
        for (const NodeId node : root.tables(key)) {
            LawTable table = open(node, keys);
            const auto from = table.date("from");
            const auto amount = table.euros(keys[1].name);
            DatedFigure figure{from.value_or(Date()), amount.value_or(Money()), evidence(table)};
            if (from && amount)
                add(found, std::move(figure), table);
        }
    }

    const Document& document_;
    Diagnostics& diagnostics_;
    LawSources sources_;
};

class ContributionsReader : PayrollFile {
 public:
    using PayrollFile::PayrollFile;

    PayrollContributions run() {
        LawTable root = open(Document::root(), payroll_keys);
        if (!head(root))
            return std::move(found_);
        found_.known_until = root.date("known_until").value_or(Date());
        figures(root, "smic", smic_keys, found_.smic);
        figures(root, "ceiling", ceiling_keys, found_.ceiling);
        figures(root, "meal_voucher", voucher_keys, found_.meal_voucher);
        if (root.has("csg")) {
            LawTable table = open(root.node("csg"), csg_keys);
            found_.csg_kept = table.part("kept").value_or(Rate());
            found_.csg_evidence = evidence(table);
        }
        for (const NodeId node : root.tables("contribution"))
            contribution(node);
        for (const NodeId node : root.tables("reduced"))
            reduced(node);
        for (const NodeId node : root.tables("apprenticeship"))
            liability(node);
        sources_.unused();
        found_.sources = sources_.take();
        return std::move(found_);
    }

 private:
    void contribution(NodeId node) {
        LawTable table = open(node, contribution_keys);
        PayContribution row;
        row.id = table.id("id").value_or("");
        row.label = table.bilingual("label");
        row.payer = static_cast<PaidBy>(table.word("payer", paid_by_ids).value_or(0));
        row.base = static_cast<PayBase>(table.word("base", pay_base_ids).value_or(0));
        row.to = static_cast<PaidTo>(table.word("to", paid_to_ids).value_or(0));
        row.only = static_cast<PayCondition>(table.word("only", pay_condition_ids).value_or(0));
        row.yearly = table.boolean("yearly").value_or(false);
        for (const NodeId step : table.tables("rates"))
            rate(step, row);
        if (std::ranges::any_of(found_.contributions, [&](const PayContribution& other) {
                return other.id == row.id && other.payer == row.payer;
            }))
            table.error("law.order", {tr("this contribution stands here twice"), {}}, table.span("id"));
        found_.contributions.push_back(std::move(row));
    }

    void rate(NodeId node, PayContribution& contribution) {
        LawTable table = open(node, rate_keys);
        const auto from = table.date("from");
        const auto share = table.share("rate");
        ContributionRate row{from.value_or(Date()), share.value_or(Rate()), evidence(table)};
        if (from && share)
            add(contribution.rates, std::move(row), table);
    }

    void reduced(NodeId node) {
        LawTable table = open(node, reduced_keys);
        ReducedRate row;
        row.evidence = evidence(table);
        const auto id = table.id("contribution");
        const auto from = table.date("from");
        const auto until = table.date("until");
        row.rate = table.share("rate").value_or(Rate());
        row.smics = table.number("smics").value_or(Rate());
        row.smic_hourly = table.euros("smic_hourly");
        row.at_least = table.number("at_least");
        const auto named = std::ranges::find_if(found_.contributions, [&](const PayContribution& contribution) {
            return id && contribution.id == *id && contribution.payer == PaidBy::employer;
        });
        if (id && named == found_.contributions.end())
            table.error("law.order", {tr("there is no contribution \"{id}\" of the employer"), {{"id", *id}}},
                        table.span("contribution"));
        if (!id || !from || !until || named == found_.contributions.end())
            return;
        row.contribution = static_cast<std::size_t>(named - found_.contributions.begin());
        row.from = *from;
        row.until = *until;
        found_.reduced.push_back(std::move(row));
    }

    void liability(NodeId node) {
        LawTable table = open(node, liability_keys);
        ApprenticeshipLiability row;
        row.evidence = evidence(table);
        row.employer = static_cast<EmployerKind>(table.word("employer", employer_kind_ids).value_or(0));
        row.liable = table.boolean("liable").value_or(false);
        row.from = table.date("from").value_or(Date());
        found_.apprenticeship.push_back(std::move(row));
    }

    PayrollContributions found_;
};

class ReductionReader : PayrollFile {
 public:
    using PayrollFile::PayrollFile;

    PayrollReductions run() {
        LawTable root = open(Document::root(), reductions_keys);
        if (!head(root))
            return std::move(found_);
        found_.known_until = root.date("known_until").value_or(Date());
        for (const NodeId node : root.tables("reduction"))
            rule(node);
        sources_.unused();
        found_.sources = sources_.take();
        return std::move(found_);
    }

 private:
    void rule(NodeId node) {
        LawTable table = open(node, reduction_keys);
        GeneralReduction row;
        row.evidence = evidence(table);
        const auto from = table.date("from");
        const auto least = table.share("least");
        const auto range = table.part("range");
        const auto exit = table.number("exit");
        const auto power = table.number("power");
        const auto at_share = table.share("at_share");
        const auto retirement = table.share("retirement");
        row.january = table.word("smic", smic_words) == 1;
        if (!from || !least || !range || !exit || !power || !at_share || !retirement)
            return;
        if (*exit <= Rate(1, 0))
            return table.error("value.range", {tr("the reduction ends above one SMIC"), {}}, table.span("exit"));
        if (power->digits() * 4 % power->denominator() != 0 || *power > Rate(10, 0))
            return table.error("value.range", {tr("the power is counted in quarters, up to 10"), {}},
                               table.span("power"));
        row.from = *from;
        row.least = *least;
        row.range = *range;
        row.exit = *exit;
        row.power = *power;
        row.at_share = *at_share;
        row.retirement = *retirement;
        add(found_.rules, std::move(row), table);
    }

    PayrollReductions found_;
};

class TaxReader : PayrollFile {
 public:
    using PayrollFile::PayrollFile;

    PayrollTaxRules run() {
        LawTable root = open(Document::root(), tax_keys);
        if (!head(root))
            return std::move(found_);
        found_.evidence = evidence(root);
        rates(root);
        found_.nothing_up_to = root.euros("nothing_up_to").value_or(Money());
        found_.relief_below = root.euros("relief_below").value_or(Money());
        found_.relief_share = root.share("relief_share").value_or(Rate());
        found_.once_below = root.euros("once_below").value_or(Money());
        found_.quarterly_up_to = root.euros("quarterly_up_to").value_or(Money());
        for (const NodeId node : root.tables("scale"))
            scale(node);
        sources_.unused();
        found_.sources = sources_.take();
        return std::move(found_);
    }

 private:
    void rates(LawTable& root) {
        const std::vector<NodeId> nodes = root.texts("rates");
        if (nodes.size() != found_.rates.size()) {
            if (root.has("rates"))
                root.error("value.type", {tr("there are three rates, one for each slice"), {}}, root.span("rates"));
            return;
        }
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const RateResult rate = parse_rate(document_[nodes[i]].text);
            if (const Rate* found = std::get_if<Rate>(&rate); found != nullptr && *found >= Rate())
                found_.rates[i] = *found;
            else
                root.error("value.type", {tr("a rate is written \"4.25 %\""), {}}, document_[nodes[i]].span);
        }
    }

    void scale(NodeId node) {
        constexpr std::int64_t first_year = 1901;
        constexpr std::int64_t last_year = 2190;
        LawTable table = open(node, scale_keys);
        PayrollTaxScale row;
        row.evidence = evidence(table);
        const auto year = table.integer("year", first_year, last_year);
        const auto first = table.euros("first");
        const auto second = table.euros("second");
        const auto allowance = table.euros("allowance");
        if (!year || !first || !second || !allowance)
            return;
        row.year = static_cast<std::int16_t>(*year);
        row.first = *first;
        row.second = *second;
        row.allowance = *allowance;
        if (!found_.scales.empty() && row.year != found_.scales.back().year + 1)
            table.error("law.order", {tr("this year does not follow the one before it"), {}}, table.span("year"));
        if (row.second <= row.first)
            table.error("law.order", {tr("the second slice ends before it begins"), {}}, table.span("second"));
        found_.scales.push_back(std::move(row));
    }

    PayrollTaxRules found_;
};

std::optional<std::int16_t> payroll_file(std::string_view id) {
    return id == contributions_file || id == reduction_file || id == tax_file ? std::optional<std::int16_t>(0)
                                                                              : std::nullopt;
}

void read_payroll(const RuleFiles& files, Law& law, Diagnostics& diagnostics) {
    for (const RuleFile& file : files.needed) {
        if (file.id == contributions_file)
            law.payroll.contributions = ContributionsReader(file.document, diagnostics).run();
        else if (file.id == reduction_file)
            law.payroll.reductions = ReductionReader(file.document, diagnostics).run();
        else
            law.payroll.tax = TaxReader(file.document, diagnostics).run();
    }
}

}  // namespace

constinit const RuleKind payroll_rule_kind = {
    .name = payroll_rules, .owns = payroll_file, .all_with_folder = false, .read = read_payroll};

}  // namespace msp
