// SPDX-License-Identifier: MIT
#include <support/option_values.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <msp-coordinator/settings.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace msp::app {
namespace {

constexpr auto afford_group = tr("Can we afford it");
constexpr auto compare_group = tr("Who employs, and how");

std::optional<Message> check_hourly(std::string_view value) {
    const std::optional<Money> amount = amount_from(value);
    if (amount && *amount > Money())
        return std::nullopt;
    return Message{tr("\"{value}\" is not an amount above zero such as 17.50"), {{"value", std::string(value)}}};
}

constexpr int most_years = 10;

std::optional<int> years_from(std::string_view text) {
    return text.size() > 2 ? std::nullopt : whole_number_from(text, 1, most_years);
}

std::optional<Message> check_years(std::string_view value) {
    if (years_from(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a number of exercises from 1 to 10"), {{"value", std::string(value)}}};
}

std::optional<Rate> discount_from(std::string_view text) {
    constexpr Rate most(1, 0);
    const std::optional<Rate> rate = percentage_from(text);
    return rate && *rate >= Rate() && *rate <= most ? rate : std::nullopt;
}

std::optional<Message> check_discount(std::string_view value) {
    if (discount_from(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a rate of a year such as 4%, from 0 % to 100 %"),
                   {{"value", std::string(value)}}};
}

// A name of a form or a kind of employer; both languages are understood.
struct VariantName {
    PostVariant variant;
    std::string_view english;
    std::string_view french;
};
constexpr std::array form_names = {VariantName{PostVariant::full_time, "full-time", "temps-plein"},
                                   VariantName{PostVariant::half_time, "half-time", "mi-temps"},
                                   VariantName{PostVariant::shared, "shared", "partage"},
                                   VariantName{PostVariant::service, "service", "prestation"}};
constexpr std::array employer_names = {VariantName{PostVariant::sisa, "sisa", "sisa"},
                                       VariantName{PostVariant::association, "association", "association"},
                                       VariantName{PostVariant::groupement, "groupement", "groupement"}};

const VariantName* variant_named(std::span<const VariantName> names, std::string_view name) {
    const auto found = std::ranges::find_if(
        names, [&](const VariantName& each) { return each.english == name || each.french == name; });
    return found == names.end() ? nullptr : &*found;
}

std::optional<Message> check_variants(std::string_view value, std::span<const VariantName> names, const char* allowed) {
    std::vector<PostVariant> found;
    for (const std::string& name : names_in(value)) {
        const VariantName* known = variant_named(names, name);
        if (known == nullptr)
            return Message{allowed, {{"value", name}}};
        if (std::ranges::find(found, known->variant) != found.end())
            return Message{tr("\"{value}\" is named more than once"), {{"value", name}}};
        found.push_back(known->variant);
    }
    return std::nullopt;
}

std::optional<Message> check_forms(std::string_view value) {
    return check_variants(value, form_names,
                          tr("\"{value}\" is not a form of employment: full-time, half-time, shared or service"));
}

std::optional<Message> check_employers(std::string_view value) {
    return check_variants(value, employer_names,
                          tr("\"{value}\" is not a kind of employer: sisa, association or groupement"));
}

std::vector<PostVariant> variants_from(std::string_view value, std::span<const VariantName> names) {
    std::vector<PostVariant> found;
    for (const std::string& name : names_in(value))
        found.push_back(variant_named(names, name)->variant);
    return found;
}

std::optional<Message> check_price(std::string_view value) {
    const std::optional<Money> amount = amount_from(value);
    if (amount && *amount > Money())
        return std::nullopt;
    return Message{tr("\"{value}\" is not an amount above zero such as 2800.00"), {{"value", std::string(value)}}};
}

std::optional<Message> check_vat(std::string_view value) {
    if (discount_from(value))
        return std::nullopt;
    return Message{tr("\"{value}\" is not a rate of VAT such as 20%, from 0 % to 100 %"),
                   {{"value", std::string(value)}}};
}

constexpr std::array options = {
    Option{.name = "view",
           .help = tr("post: the months of each post, from gross pay to cost; payments: what leaves the bank, day by "
                      "day. Without it: what each post costs and brings, by exercise"),
           .group = question_group,
           .words = tr("post|payments")},
    Option{.name = "sensitivity",
           .help = tr("Each assumption of the gains moved alone from its low to its high value, the largest effect "
                      "first"),
           .group = question_group},
    Option{.name = "compare",
           .help = tr("The post in these forms side by side: full-time, half-time, shared, service"),
           .group = compare_group,
           .metavar = tr("FORMS"),
           .check = check_forms,
           .french = "comparer"},
    Option{.name = "compare-employers",
           .help = tr("The post under these kinds of employer side by side: sisa, association, groupement"),
           .group = compare_group,
           .metavar = tr("KINDS"),
           .check = check_employers,
           .french = "comparer-employeurs"},
    Option{.name = "invoice",
           .help = tr("What a service company asks a month, before VAT"),
           .group = compare_group,
           .metavar = tr("AMOUNT"),
           .check = check_price,
           .french = "facture"},
    Option{.name = "vat",
           .help = tr("VAT of what is invoiced, of which nothing is recovered; 0% says that it is exempt. Without it: "
                      "that of the post, else 20 %"),
           .group = compare_group,
           .metavar = tr("RATE"),
           .check = check_vat,
           .french = "tva"},
    Option{.name = "years",
           .help = tr("How many exercises are shown of what posts cost and bring, 1 to 10. Without it: 3"),
           .group = question_group,
           .metavar = tr("N"),
           .check = check_years,
           .french = "exercices"},
    Option{.name = "rate",
           .help = tr("Show the net present value at this rate of a year, such as 4%"),
           .group = question_group,
           .metavar = tr("RATE"),
           .check = check_discount,
           .french = "taux"},
    Option{.name = "post", .help = tr("One post alone, by its id"), .group = question_group, .metavar = tr("ID")},
    Option{.name = "as-of",
           .help = tr("The day on which the question is asked: what should have come by then is warned of, --afford "
                      "looks at the evenings from it on, and a forecast that the budget does not begin begins in its "
                      "month. What posts cost and bring is of whole exercises, whatever the day. Without it: the date "
                      "of the first bank. Only the word today reads the clock"),
           .group = reading_group,
           .metavar = tr("DATE|today"),
           .check = check_as_of,
           .brief = tr("The day on which the question is asked")},
    Option{
        .name = "explain",
        .help = tr(
            "Show how a figure comes about: cost@2026, gain.ID, funding.ID, payback; or the payments of a post, such "
            "as desk.urssaf@2026-04"),
        .group = question_group,
        .metavar = tr("WHAT")},
    Option{
        .name = "afford",
        .help = tr("The most hours a week, and the highest cost a month, that keep every account at its floor or above "
                   "it on each evening of the plan; for each month of hire"),
        .group = afford_group},
    Option{
        .name = "hourly",
        .help = tr("Gross pay of an hour: of a post beside those of the budget; with --post or a comparison, instead "
                   "of its pay"),
        .group = afford_group,
        .metavar = tr("AMOUNT"),
        .check = check_hourly,
        .french = "horaire"},
    Option{.name = "bank",
           .help = tr("The account that pays, instead of the post's"),
           .group = afford_group,
           .metavar = tr("ID"),
           .french = "banque"},
    Option{.name = "hire",
           .help = tr("This month of hire alone, such as 2026-04, with each number of hours"),
           .group = afford_group,
           .metavar = tr("MONTH"),
           .check = check_month,
           .french = "embauche"},
};

constexpr std::array companions = {Companion{"option.afford", "hourly", {"afford", "compare", "compare-employers"}},
                                   Companion{"option.afford", "bank", {"afford"}},
                                   Companion{"option.afford", "hire", {"afford"}},
                                   Companion{"option.compare", "invoice", {"compare"}},
                                   Companion{"option.compare", "vat", {"compare", "compare-employers"}}};

constexpr std::array<const char*, 6> questions = {"view",    "sensitivity", "compare", "compare-employers",
                                                  "explain", "afford"};

constexpr std::array examples = {
    Example{"msp-coordinator budget.toml", tr("what each post costs and brings, and when it pays back")},
    Example{"msp-coordinator --years 10 --rate 4% budget.toml", tr("over ten years, with the net present value")},
    Example{"msp-coordinator --sensitivity budget.toml", tr("which assumption matters")},
    Example{"msp-coordinator --compare full-time,half-time,shared,service --invoice 2800 budget.toml",
            tr("which form of employment")},
    Example{"msp-coordinator --compare-employers sisa,association,groupement budget.toml", tr("who should employ")},
    Example{"msp-coordinator --view post budget.toml", tr("the months of each post")},
    Example{"msp-coordinator --view payments --post secretary budget.toml", tr("what leaves the bank, and when")},
    Example{"msp-coordinator --explain secretary.urssaf@2026-04 budget.toml", tr("why this payment")},
    Example{"msp-coordinator --format csv --csv-dialect excel-fr --output post.csv budget.toml",
            tr("for a French spreadsheet")},
    Example{"msp-coordinator --afford budget.toml", tr("how many hours, from when on, at which cost")},
};

bool of_plan(const CoordinatorSettings& settings) {
    return settings.afford || settings.question == PostQuestion::months || settings.question == PostQuestion::payments;
}

bool compares(const CoordinatorSettings& settings, PostVariant variant) {
    return std::ranges::find(settings.variants, variant) != settings.variants.end();
}

constexpr const char* present_value = "net_present_value";
constexpr const char* without_it = tr("leave this option out");

constexpr std::array unused = {
    Unused{"years", [](const Options& given) { return of_plan(coordinator_settings_from(given)); },
           tr("--years counts exercises of what posts cost and bring; the days of the plan are asked for"), without_it},
    Unused{"rate",
           [](const Options& given) {
               const CoordinatorSettings settings = coordinator_settings_from(given);
               return of_plan(settings) || settings.question == PostQuestion::sensitivity ||
                      settings.explain.value_or(present_value) != present_value;
           },
           tr("--rate is that of the net present value, which is not asked for"), without_it},
    Unused{"invoice",
           [](const Options& given) { return !compares(coordinator_settings_from(given), PostVariant::service); },
           tr("--invoice is what a service company asks, and service is not compared"), without_it},
    Unused{"vat",
           [](const Options& given) {
               const CoordinatorSettings settings = coordinator_settings_from(given);
               return !compares(settings, PostVariant::service) && !compares(settings, PostVariant::groupement);
           },
           tr("--vat is that of what is invoiced to us, and neither service nor groupement is compared"), without_it},
    Unused{"hourly",
           [](const Options& given) {
               const CoordinatorSettings settings = coordinator_settings_from(given);
               return settings.question == PostQuestion::comparison &&
                      settings.variants.size() == (compares(settings, PostVariant::service) ? 1U : 0U);
           },
           tr("--hourly is the pay of an employee, and no form with one is compared"), without_it},
};

}  // namespace

const Program coordinator_program = {
    .name = "msp-coordinator",
    .about = tr("From the posts of a budget file to what they cost, who pays them, what they bring, and when they pay "
                "back."),
    .options = options,
    .companions = companions,
    .questions = questions,
    .unused = unused,
    .examples = examples,
};

CoordinatorSettings coordinator_settings_from(const Options& given) {
    CoordinatorSettings settings;
    if (given.value("view") == "payments")
        settings.question = PostQuestion::payments;
    else if (given.value("view"))
        settings.question = PostQuestion::months;
    else if (given.flag("sensitivity"))
        settings.question = PostQuestion::sensitivity;
    if (const auto years = given.value("years"))
        settings.horizon.years = *years_from(*years);
    if (const auto rate = given.value("rate"))
        settings.horizon.rate = discount_from(*rate);
    if (const auto forms = given.value("compare")) {
        settings.question = PostQuestion::comparison;
        settings.variants = variants_from(*forms, form_names);
    }
    if (const auto kinds = given.value("compare-employers")) {
        settings.question = PostQuestion::comparison;
        settings.compared_by = ComparedBy::employer;
        settings.variants = variants_from(*kinds, employer_names);
    }
    if (const auto price = given.value("invoice"))
        settings.terms.invoice = amount_from(*price);
    if (const auto vat = given.value("vat"))
        settings.terms.vat = discount_from(*vat);
    settings.post = given.value("post").value_or("");
    settings.explain = given.value("explain");
    settings.afford = given.flag("afford");
    if (const auto amount = given.value("hourly"))
        settings.hourly = settings.terms.hourly = amount_from(*amount);
    settings.bank = given.value("bank").value_or("");
    if (const auto month = given.value("hire"))
        settings.hire = parse_month(*month);
    return settings;
}

Diagnostics contradictions(const Options& given) {
    Diagnostics found;
    if (given.value("explain") == present_value && !given.value("rate"))
        found.error("option.compare",
                    {tr("--explain net_present_value goes with --rate, at which it is discounted"), {}});
    return found;
}

}  // namespace msp::app
