// SPDX-License-Identifier: MIT
#include <msp/coordinator/post_variants.hpp>

#include <doctest/doctest.h>

#include <array>
#include <span>
#include <string>
#include <tests/support/posts.hpp>
#include <tests/support/problems.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

// Part of a month at each end, a thirteenth month, and pay for which an association owes taxe sur les salaires too:
// 240,000 a year are 13.6 % of nearly all of it, more than its allowance.
const std::string dear =
    "[[post]]\nid = \"desk\"\nfrom = 2026-01-12\nuntil = 2027-11-17\ngross = 20000.00\nthirteenth = 6\n";

constexpr std::array forms = {PostVariant::full_time, PostVariant::half_time, PostVariant::shared,
                              PostVariant::service};
constexpr std::array employers = {PostVariant::sisa, PostVariant::association, PostVariant::groupement};

const std::vector<Money>& cost_of(const ComparedPost& post) {
    return at(post.made.items.front().exercises, Level::central);
}

Money total(const ComparedPost& post) {
    return at(post.made.items.front().total, Level::central);
}

}  // namespace

TEST_CASE("what leaves the bank and what the cost is made of are the cost, in each form and of each employer") {
    const VariantTerms terms{{}, Money::from_cents(123'456), Rate(55, 3)};
    Diagnostics diagnostics;
    for (const std::string& more : {std::string(), std::string("form = \"shared\"\nkept = \"12.34 %\"\n")})
        for (const std::span<const PostVariant> variants :
             {std::span<const PostVariant>(forms), std::span<const PostVariant>(employers)}) {
            const Case of(posts_of(bare_employer, dear + more, "2026-01-01"), shipped_law());
            const auto found = compared_post(of, 0, variants, terms, {2, {}}, diagnostics);
            REQUIRE(found);
            CHECK(found->posts.size() == variants.size() + 1);
            for (const ComparedPost& post : found->posts) {
                Money parts;
                for (const CostPart& part : post.parts)
                    parts += part.total;
                CHECK(parts == total(post));
                CHECK(sum(post.paid) + post.paid_later == total(post));
            }
        }
    CHECK(!diagnostics.has_errors());
}

TEST_CASE("a groupement that is exempt invoices to the cent what an association pays, part of a month too") {
    const Case of(posts_of(bare_employer, dear, "2026-01-01"), shipped_law());
    Diagnostics diagnostics;
    const auto found = compared_post(of, 0, employers, {{}, {}, Rate()}, {2, {}}, diagnostics);
    REQUIRE(found);
    CHECK(cost_of(found->posts[3]) == cost_of(found->posts[2]));
    CHECK(cost_of(found->posts[1]) == cost_of(found->posts[0]));  // a SISA, as it is typed
    // The allowance of 24,256 less what the taxe d'apprentissage costs, 0.68 % of ten months at least.
    CHECK(cost_of(found->posts[1])[0] > cost_of(found->posts[2])[0] + "20000"_eur);
}

// Half of it 1,300.00 is the pay of 17.5 hours; 20.00 x 52 x 35 / 12 = 3,033.33.
TEST_CASE("the pay of an hour stays what it is, or is what is typed") {
    const Case of(posts_of(bare_employer,
                           "[[post]]\nid = \"desk\"\nfrom = 2026-01-01\ngross = 1300.00\nfte = 0.5\nraises = [{ date = "
                           "2026-07-01, amount = 100.00 }]\n",
                           "2026-01-01"),
                  shipped_law());
    const auto pay = [&](const VariantTerms& terms, PostVariant variant, Date day) {
        Diagnostics diagnostics;
        const auto found = compared_post(of, 0, {&variant, 1}, terms, {1, {}}, diagnostics);
        const Post& post = found.value().posts.back().made.budget->posts.front();
        return plain(contract_pay(post, day));
    };
    CHECK(pay({}, PostVariant::full_time, "2026-06-30"_d) == "2600.00");
    CHECK(pay({}, PostVariant::full_time, "2026-07-01"_d) == "2800.00");
    CHECK(pay({}, PostVariant::half_time, "2026-07-01"_d) == "1400.00");
    CHECK(pay({"20"_eur, {}, {}}, PostVariant::full_time, "2026-07-01"_d) == "3033.33");
}

// 24 hours a week are typed: 35 are 35/24, half of 35 are 17.5 / 24. 10 x 48 x 60 = 28,800 a year: 42,000 and 21,000;
// of meetings 12 x 2 x 50 = 1,200: 1,750 and 875. A practitioner's 9,000, an amount of 500, and what is said not to
// follow the hours (3 x 40 x 10 = 1,200) stay. Break-even of the hours freed is the same for the same cost: 28,800 each
// hour.
TEST_CASE("gains follow the hours of a form where they are said to, and hours are known") {
    const std::string gains =
        "[[gain]]\nid = \"time\"\nkind = \"time\"\nprofessionals = { central = 10 }\nweeks = { central = 48 }\nhours = "
        "{ "
        "central = 1 }\nhour_value = { central = 60 }\n"
        "[[gain]]\nid = \"meetings\"\nkind = \"meetings\"\nmeetings = { central = 12 }\nhours = { central = 2 }\n"
        "hour_value = { central = 50 }\n"
        "[[gain]]\nid = \"doctor\"\nkind = \"practitioner\"\nfrom = 2026-01-01\ncontribution = { central = 9000 }\n"
        "[[gain]]\nid = \"amount\"\nkind = \"amount\"\namount = { central = 500 }\n"
        "[[gain]]\nid = \"fixed\"\nkind = \"management\"\nfollows_hours = false\nprofessionals = { central = 3 }\n"
        "weeks = { central = 40 }\nhours = { central = 1 }\nhour_value = { central = 10 }\n";
    const auto gained = [&](const std::string& post, PostVariant variant, const VariantTerms& terms) {
        const Case of(
            posts_of(bare_employer, "[[post]]\nid = \"desk\"\nfrom = 2026-01-01\n" + post + gains, "2026-01-01"),
            shipped_law());
        Diagnostics diagnostics;
        const auto found = compared_post(of, 0, {&variant, 1}, terms, {1, {}}, diagnostics);
        REQUIRE(found);
        REQUIRE(found->posts.size() == 2);
        std::string all;
        for (const ReturnItem& item : found->posts.back().made.items) {
            if (item.id != "cost")
                all += item.id.substr(5) + ' ' + plain(at(item.total, Level::central)) + ' ';
        }
        return all;
    };
    const std::string post = "gross = 2000.00\nhours = 24\n";
    const std::string stay = "doctor.contribution 9000.00 amount 500.00 fixed 1200.00 ";
    CHECK(gained(post, PostVariant::full_time, {}) == "time 42000.00 meetings 1750.00 " + stay);
    CHECK(gained(post, PostVariant::half_time, {}) == "time 21000.00 meetings 875.00 " + stay);
    CHECK(gained(post, PostVariant::shared, {}) == "time 21000.00 meetings 875.00 " + stay);
    CHECK(gained(post, PostVariant::association, {}) == "time 28800.00 meetings 1200.00 " + stay);
    CHECK(gained(post, PostVariant::service, {{}, "2000"_eur, {}}) == "time 28800.00 meetings 1200.00 " + stay);
    CHECK(gained("form = \"service\"\ninvoice = 2000.00\n", PostVariant::full_time, {"15"_eur, {}, {}}) ==
          "time 28800.00 meetings 1200.00 " + stay);
}

TEST_CASE("what a comparison would need is asked for, each once") {
    const std::string service = "[[post]]\nid = \"desk\"\nform = \"service\"\nfrom = 2026-01-01\ninvoice = 2000\n";
    const auto wrong = [](const std::string& employer, const std::string& post, const VariantTerms& terms) {
        const Case of(posts_of(employer, post, "2026-01-01"), shipped_law());
        Diagnostics diagnostics;
        (void)compared_post(of, 0, forms, terms, {1, {}}, diagnostics);
        return ids_of(diagnostics);
    };
    CHECK(wrong(bare_employer, service, {}) == "compare.pay");
    CHECK(wrong(bare_employer, service, {"20"_eur, {}, {}}).empty());
    CHECK(wrong("", service, {"20"_eur, {}, {}}) == "compare.employer");
    CHECK(wrong(bare_employer, "[[post]]\nid = \"desk\"\nfrom = 2026-01-01\ngross = 2000\n", {}) == "compare.price");
    CHECK(wrong(bare_employer, service, {"11"_eur, {}, {}}).starts_with("post.minimum"));
    CHECK(wrong(bare_employer_without_assume, service, {"20"_eur, {}, {}}) == "payroll.unknown");
}
