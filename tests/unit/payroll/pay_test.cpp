// SPDX-License-Identifier: MIT
#include <msp/payroll/payroll.hpp>
#include <msp/payroll/reduction.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <tests/support/budget.hpp>
#include <tests/support/posts.hpp>

using namespace msp;
using namespace msp::test;

namespace {

// "gross contributions C reduction cost withheld net", as the cases are printed.
std::string month_of(const std::string& employer, const std::string& post, const std::string& month) {
    const Budget budget = posts_of(employer, "[[post]]\nid = \"a\"\nfrom = 2020-01-01\n" + post, month + "-01");
    const PostMonths found = months_of(budget, month);
    const PayMonth& last = found.months.back();
    const PayLines& lines = last.pay->lines;
    return plain(last.pay->gross) + ' ' + plain(lines.sum(PaidBy::employer)) + ' ' +
           decimal(Quotient(last.coefficient, 10'000), 4) + ' ' + plain(last.reduction) + ' ' + plain(last.cost()) +
           ' ' + plain(lines.sum(PaidBy::employee)) + ' ' + plain(last.pay->net());
}

// Each month is taken alone, as it is the first one of the account and of no settlement.
std::string case_of(const std::string& month, const std::string& gross, const std::string& fte) {
    return month_of(bare_employer, "gross = " + gross + "\nfte = " + fte + "\n", month);
}

std::int64_t coefficient(std::string_view date, std::int64_t smic_cents, std::int64_t pay_cents) {
    return ReductionScale(*shipped_law().payroll.reductions.on(parse_date(date).value()), Rate(1, 2))
        .coefficient(Quotient(smic_cents), Money::from_cents(pay_cents));
}

}  // namespace

// The cases of an independent computation by exact fractions, each line to the cent: AT/MP 1 %, no covers, 1820 / 12
// hours. January and February to November take the month alone.
TEST_CASE("months come to what an exact computation by hand gives") {
    CHECK(case_of("2024-01", "1766.92", "1") == "1766.92 587.42 0.3194 564.35 1789.99 368.24 1398.68");
    CHECK(case_of("2024-01", "2600", "1") == "2600.00 864.40 0.0465 120.90 3343.50 541.85 2058.15");
    CHECK(case_of("2025-01", "4200", "1") == "4200.00 1659.01 0.0000 0.00 5859.01 877.91 3322.09");
    CHECK(case_of("2025-05", "2600", "1") == "2600.00 864.40 0.0579 150.54 3313.86 541.85 2058.15");
    CHECK(case_of("2026-01", "1823.03", "1") == "1823.03 749.93 0.3981 725.75 1847.21 379.94 1443.09");
    CHECK(case_of("2026-01", "2600", "1") == "2600.00 1069.54 0.1536 399.36 3270.18 541.85 2058.15");
    CHECK(case_of("2026-01", "1300", "0.5") == "1300.00 534.77 0.1536 199.68 1635.09 270.92 1029.08");
    CHECK(case_of("2026-01", "4200", "1") == "4200.00 1736.36 0.0338 141.96 5794.40 878.86 3321.14");
    CHECK(case_of("2026-06", "1867.02", "1") == "1867.02 768.01 0.3750 700.13 1934.90 389.09 1477.93");
    CHECK(case_of("2026-06", "2600", "1") == "2600.00 1069.54 0.1536 399.36 3270.18 541.85 2058.15");
    CHECK(case_of("2026-06", "3479", "1") == "3479.00 1431.13 0.0623 216.74 4693.39 725.03 2753.97");
}

// Six posts of January to May 2026 with AT/MP 1 %, provident cover 0.8 % and health cover 28.00 of the employer: the
// second and the sixth are a cent more than 41.936 % of the gross pay in one, since each line is rounded.
TEST_CASE("posts of 2026 cost what is published, and two a cent more since each contribution is rounded") {
    const std::string covers =
        std::string(bare_employer) + "health = { premium = 56 }\nprovident = { employer = \"0.8 %\" }\n";
    const auto cost = [&](const std::string& month, const std::string& gross, const std::string& fte) {
        const Budget budget =
            posts_of(covers, "[[post]]\nid = \"a\"\nfrom = 2020-01-01\ngross = " + gross + "\nfte = " + fte + "\n",
                     "2026-01-01");
        const PostMonths found = months_of(budget, month);
        const PayMonth& pay = found.months.back();
        return decimal(Quotient(pay.coefficient, 10'000), 4) + ' ' + plain(pay.reduction) + ' ' + plain(pay.cost());
    };
    for (const char* month : {"2026-01", "2026-02", "2026-03", "2026-04", "2026-05"}) {
        CHECK(cost(month, "1823.03", "1") == "0.3981 725.75 1889.79");
        CHECK(cost(month, "2169", "1") == "0.2543 551.58 2555.02");
        CHECK(cost(month, "2600", "1") == "0.1536 399.36 3318.98");
        CHECK(cost(month, "1300", "0.5") == "0.1536 199.68 1673.49");
        CHECK(cost(month, "3000", "1") == "0.0999 299.70 3986.38");
        CHECK(cost(month, "3479", "1") == "0.0623 216.74 4749.22");
    }
}

// 2169: 12 x 551.58 = 6618.96 were taken at the month's C 0.2543, and the year has 0.2543 x 26028 = 6618.9204.
// 2600 with a thirteenth month: 11 x 399.36 = 4392.96 were taken; the year has 0.1212 x 33800 = 4096.56.
TEST_CASE("the reduction of a year is settled in its last month, or month by month") {
    const auto year = [](const std::string& employer, const std::string& post) {
        const Budget budget = posts_of(employer, "[[post]]\nid = \"a\"\nfrom = 2026-01-01\n" + post, "2026-01-01");
        Money sum;
        for (const PayMonth& month : months_of(budget, "2026-12").months)
            sum += month.reduction;
        return plain(sum) + ' ' + plain(months_of(budget, "2026-12").months.back().reduction);
    };
    const std::string progressive = std::string(bare_employer) + "reduction = \"progressive\"\n";
    CHECK(year(bare_employer, "gross = 2169\n") == "6618.92 551.54");
    CHECK(year(bare_employer, "gross = 2600\n") == "4792.32 399.36");
    CHECK(year(bare_employer, "gross = 3479\n") == "2600.90 216.76");
    CHECK(year(bare_employer, "gross = 1300\nfte = 0.5\n") == "2396.16 199.68");
    CHECK(year(bare_employer, "gross = 3000\n") == "3596.40 299.70");
    // The same pay in December instead of a thirteenth month: 12 x 399.36 less 296.40 is taken, in all the year's
    // 4,096.56.
    CHECK(year(bare_employer, "gross = 2600\nbonuses = [ { date = 2026-12-05, amount = 2600 } ]\n") ==
          "4096.56 -296.40");
    CHECK(year(bare_employer, "gross = 2600\nthirteenth = 12\n") == "4096.56 -296.40");
    CHECK(year(progressive, "gross = 2600\nthirteenth = 12\n") == "4096.56 -296.40");
    CHECK(year(progressive, "gross = 2169\n") == "6618.92 551.58");
}

TEST_CASE("the coefficient has four decimals, nothing at its end and two hundredths below it") {
    CHECK(coefficient("2026-01-01", 182303, 3 * 182303) == 0);
    CHECK(coefficient("2026-01-01", 182303, 3 * 182303 - 1) == 200);
    CHECK(coefficient("2026-01-01", 182303, 182303) == 3981);
    CHECK(coefficient("2026-01-01", 182303, 100000) == 3981);
    CHECK(coefficient("2026-01-01", 182303, 0) == 0);
    CHECK(coefficient("2024-01-01", 100000, 160000) == 0);
    // 0.3194 / 0.6 x (1.6 x 1000 / 1500 - 1) = 0.0354888...
    CHECK(coefficient("2024-01-01", 100000, 150000) == 355);
}

// 151.67 hours give 0.1000 where 1820 / 12 give 0.0999; three SMIC of a month then are 5,469.22 (3 x 12.02 x 151.67).
TEST_CASE("the tolerated hours of a month move the coefficient") {
    const std::string tolerated = std::string(bare_employer) + "month_hours = \"151.67\"\n";
    CHECK(month_of(tolerated, "gross = 3000\n", "2026-01").find(" 0.1000 ") != std::string::npos);
    CHECK(month_of(bare_employer, "gross = 3000\n", "2026-01").find(" 0.0999 ") != std::string::npos);
}

// Reduced rates are for pay of at most 2.5 SMIC of 11.52 (4,368.00) and 3.5 (6,115.20) in 2024, and of 2.25 and 3.3
// SMIC of 11.88 in 2025: 4,054.05 and 5,945.94.
TEST_CASE("reduced rates end above their limits, to the cent") {
    const auto line = [](const std::string& month, const std::string& gross, std::string_view id) {
        const Budget budget = posts_of(
            bare_employer, "[[post]]\nid = \"a\"\nfrom = " + month + "-01\ngross = " + gross + "\n", month + "-01");
        Money sum;
        const PostMonths found = months_of(budget, month);
        for (const PayLine& each : found.months.back().pay->lines) {
            if (each.rule != nullptr && each.rule->id == id && each.payer == PaidBy::employer)
                sum += each.amount;
        }
        return plain(sum);
    };
    CHECK(line("2024-02", "4368.00", "maladie") == "305.76");  // 7 %
    CHECK(line("2024-02", "4368.01", "maladie") == "567.84");  // 7 % + 6 % = 305.76 + 262.08
    CHECK(line("2024-02", "6115.20", "famille") == "210.97");  // 3.45 %
    CHECK(line("2024-02", "6115.21", "famille") == "321.04");  // 210.97 + 1.8 % = 110.07
    CHECK(line("2025-02", "4054.05", "maladie") == "283.78");
    CHECK(line("2025-02", "4054.06", "maladie") == "527.02");
    CHECK(line("2025-02", "5945.94", "famille") == "205.13");
    CHECK(line("2025-02", "5945.95", "famille") == "312.17");
    CHECK(line("2026-02", "2000.00", "maladie") == "260.00");
}

// A bonus in December lifts the year of 2025 above 2.25 SMIC (12 x 4,054.05 = 48,648.60): 6 % of 12 x 4,000 + 1,000.
TEST_CASE("a bonus can cost six points of the pay of the whole year") {
    const Budget budget = posts_of(bare_employer,
                                   "[[post]]\nid = \"a\"\nfrom = 2025-01-01\ngross = 4000\nbonuses = [ { date = "
                                   "2025-12-10, amount = 1000 } ]\n",
                                   "2025-01-01");
    const PostMonths found = months_of(budget, "2025-12");
    const auto complement = [](const PayMonth& month) {
        std::string all;
        for (const PayLine& line : month.pay->lines) {
            if (line.kind == PayLineKind::complement)
                all += plain(line.base) + ' ' + line.rate.percent() + ' ' + plain(line.amount) + ' ';
        }
        return all;
    };
    CHECK(complement(found.months[10]).empty());
    CHECK(complement(found.months[11]) == "49000.00 6 2940.00 ");
}

// Hired on 16 March 2026, 16 of 31 days: 2,600 x 16 / 31 = 1,341.94; ceiling 4,005 x 16 / 31 = 2,067.10.
TEST_CASE("a month that is not whole has its days of pay, ceiling and minimum wage") {
    const Budget budget = posts_of(
        bare_employer, "[[post]]\nid = \"a\"\nfrom = 2026-03-16\nuntil = 2026-04-10\ngross = 2600\n", "2026-01-01");
    const PostMonths found = months_of(budget, "2026-06");
    REQUIRE(found.months.size() == 2);
    CHECK(plain(found.months[0].pay->gross) == "1341.94");
    CHECK(plain(found.months[0].pay->ceiling) == "2067.10");
    CHECK(found.months[0].coefficient == 1536);
    CHECK(plain(found.months[1].pay->gross) == "866.67");  // 10 / 30
    // The contract ends: C on the sums of both months, less what March took.
    CHECK(found.months[1].settled);
    CHECK(plain(found.months[1].reduced_pay) == "2208.61");
}

// From the 16th of June on half the hours and pay: 15 days at 2,600 and 15 at 1,300 of 30.
TEST_CASE("a change within a month parts it by days") {
    const Budget budget = posts_of(bare_employer,
                                   "[[post]]\nid = \"a\"\nfrom = 2026-01-01\ngross = [ { value = 2600 }, { from = "
                                   "2026-06-16, value = 1300 } ]\nfte = [ { value = 1 }, { from = 2026-06-16, value = "
                                   "0.5 } ]\n",
                                   "2026-01-01");
    const PostMonths found = months_of(budget, "2026-07");
    CHECK(plain(found.months[5].pay->gross) == "1950.00");
    CHECK(found.months[5].pay->presence == Quotient(3, 4));
    CHECK(plain(found.months[5].pay->ceiling) == "3003.75");
    CHECK(plain(found.months[6].pay->gross) == "1300.00");
}

// 2,000 + 2.5 % = 2,050; + 30 = 2,080; hourly 15 x 20 h x 52 / 12 = 1,300.
TEST_CASE("raises follow each other, and an hour's pay gives a month's") {
    const Budget budget = posts_of(bare_employer,
                                   "[[post]]\nid = \"a\"\nfrom = 2026-01-01\ngross = 2000\nraises = [ { date = "
                                   "2026-02-01, rate = \"2.5 %\" }, { date = 2026-03-01, amount = 30 } ]\n"
                                   "[[post]]\nid = \"b\"\nfrom = 2026-01-01\nhourly = 15\nhours = 20\n",
                                   "2026-01-01");
    const Payroll found = reckon_payroll(budget, shipped_law().payroll, Month(2026, 3));
    CHECK(plain(found.posts[0].months[0].pay->contract) == "2000.00");
    CHECK(plain(found.posts[0].months[1].pay->contract) == "2050.00");
    CHECK(plain(found.posts[0].months[2].pay->contract) == "2080.00");
    CHECK(plain(found.posts[1].months[2].pay->contract) == "1300.00");
}

// 1,850 is above 1,823.03 until May and below 1,867.02 from June on.
TEST_CASE("a rise of the minimum wage lifts pay from its day on") {
    const Budget budget =
        posts_of(bare_employer, "[[post]]\nid = \"a\"\nfrom = 2026-01-01\ngross = 1850\n", "2026-01-01");
    const PostMonths found = months_of(budget, "2026-07");
    CHECK(plain(found.months[4].pay->contract) == "1850.00");
    CHECK(plain(found.months[5].pay->contract) == "1867.02");
    REQUIRE(found.lifts.size() == 1);
    CHECK(iso(found.lifts[0].date) == "2026-06-01");
    CHECK(plain(found.lifts[0].after) == "1867.02");
}

// Beyond July 2026: 12.31 x 1.02 = 12.5562, so 12.56; 4,005 x 1.03 = 4,125.15, so 4,125.
TEST_CASE("months beyond what is known need an assumption, and grow by it each January") {
    const std::string post = "[[post]]\nid = \"a\"\nfrom = 2026-01-01\ngross = 1850\n";
    const Budget silent = posts_of(bare_employer_without_assume, post, "2026-01-01");
    CHECK(months_of(silent, "2026-07").months.size() == 7);
    CHECK_THROWS_AS((void)months_of(silent, "2026-08"), Error);
    const Budget budget =
        posts_of(std::string(bare_employer_without_assume) + "assume = { smic = \"2 %\", ceiling = \"3 %\" }\n", post,
                 "2026-01-01");
    const PostMonths found = months_of(budget, "2027-01");
    CHECK_FALSE(found.months[6].assumed);
    CHECK(found.months[7].assumed);
    CHECK(plain(found.months[7].pay->ceiling) == "4005.00");
    CHECK(plain(found.months[12].pay->ceiling) == "4125.00");
    // The reduction of 2026 keeps the minimum wage of January, and 2027 has its own.
    CHECK(plain(found.months[7].smic) == "12.02");
    CHECK(plain(found.months[12].smic) == "12.56");
    CHECK(plain(found.months[12].pay->contract) == "1904.93");  // 12.56 x 1820 / 12
}

// Executive, 5,000 in January 2026: T1 4,005, T2 995, CET 5,000.
TEST_CASE("executives have their own contributions, and pay above the ceiling its slices") {
    const Budget budget = posts_of(
        bare_employer, "[[post]]\nid = \"a\"\nfrom = 2026-01-01\ngross = 5000\nexecutive = true\n", "2026-01-01");
    const PostMonths found = months_of(budget, "2026-01");
    const auto line = [&](PaidBy payer, std::string_view id) {
        for (const PayLine& each : found.months[0].pay->lines) {
            if (each.rule != nullptr && each.payer == payer && each.rule->id == id)
                return plain(each.base) + ' ' + plain(each.amount);
        }
        return std::string();
    };
    CHECK(line(PaidBy::employer, "vieillesse-plafonnee") == "4005.00 342.43");
    CHECK(line(PaidBy::employer, "agirc-arrco-t2") == "995.00 128.85");
    CHECK(line(PaidBy::employer, "cet") == "5000.00 10.50");
    CHECK(line(PaidBy::employer, "apec") == "5000.00 1.80");
    CHECK(line(PaidBy::employee, "apec") == "5000.00 1.20");
    CHECK(line(PaidBy::employer, "prevoyance-cadre") == "4005.00 60.08");
    // 98.25 % of 5,000 and the employer's 60.08.
    CHECK(line(PaidBy::employee, "crds") == "4972.58 24.86");
}

// 2,600 from January to March 2026, an end bonus of 10 % of 7,800, and the training contribution of 1 %.
TEST_CASE("a fixed-term contract has a bonus at its end and a contribution of its own") {
    const Budget budget = posts_of(
        bare_employer, "[[post]]\nid = \"a\"\nfrom = 2026-01-01\nuntil = 2026-03-31\ngross = 2600\nfixed_term = true\n",
        "2026-01-01");
    const PostMonths found = months_of(budget, "2026-06");
    REQUIRE(found.months.size() == 3);
    CHECK(plain(found.months[2].pay->end_bonus) == "780.00");
    Money training;
    for (const PayLine& line : found.months[0].pay->lines) {
        if (line.rule != nullptr && line.rule->id == "formation-cpf")
            training += line.amount;
    }
    CHECK(plain(training) == "26.00");
}

// 20 vouchers of 9.00, 60 % by the employer: 108.00 and 72.00.
TEST_CASE("vouchers, travel, payroll fee and training are in the cost, and vouchers are withheld") {
    const Budget budget = posts_of(std::string(bare_employer) + "payroll_fee = 25\n",
                                   "[[post]]\nid = \"a\"\nfrom = 2026-01-01\ngross = 2600\nmeal_vouchers = { number = "
                                   "20, value = 9 }\ntravel = 40\ntraining = [ { date = 2026-01-20, amount = 500 } ]\n",
                                   "2026-01-01");
    const PayMonth month = months_of(budget, "2026-01").months.front();
    CHECK(plain(month.pay->net()) == "2058.15");
    CHECK(plain(month.pay->paid()) == "2026.15");  // 2,058.15 - 72.00 + 40.00
    CHECK(plain(month.cost()) == "3943.18");       // 3,270.18 + 108 + 40 + 25 + 500
    CHECK(plain(month.leave_provision()) == "327.02");
}

// Absent from 10 March to 9 April 2026, ten days kept: no pay on 12 of 31 days and on 9 of 30. 2,600 x 19 / 31 =
// 1,593.548 and 2,600 x 21 / 30 = 1,820; the ceiling of March is 4,005 x 19 / 31 = 2,454.677.
TEST_CASE("an absence has no pay after the days that are kept, and its replacement a price") {
    const Budget budget = posts_of(bare_employer,
                                   "[[post]]\nid = \"a\"\nfrom = 2026-01-01\ngross = 2600\nabsences = [ { from = "
                                   "2026-03-10, until = 2026-04-09, kept_days = 10, replacement = 900 } ]\n",
                                   "2026-01-01");
    const PostMonths found = months_of(budget, "2026-05");
    CHECK(plain(found.months[1].pay->gross) == "2600.00");
    CHECK(plain(found.months[2].pay->gross) == "1593.55");
    CHECK(plain(found.months[2].pay->ceiling) == "2454.68");
    CHECK(plain(found.months[2].pay->replacement) == "0.00");
    CHECK(found.months[2].coefficient == 1536);  // minimum wage and pay are lower alike
    CHECK(plain(found.months[3].pay->gross) == "1820.00");
    CHECK(plain(found.months[3].pay->replacement) == "900.00");
    CHECK(plain(found.months[4].pay->gross) == "2600.00");
    CHECK(plain(found.months[4].pay->replacement) == "0.00");
}

// LégiSocial, January 2024: of 3,000.00 a month 1,304.35 are withheld, and the minimum wage of the reduction is
// 1,766.92 x 1,695.65 / 3,000 = 998.69. On exact hours it is 11.65 x 1,820 / 12 = 1,766.9167, so 998.6907. The ceiling
// of 3,864 goes down alike: 3,864 x 1,695.65 / 3,000 = 2,183.997.
TEST_CASE("an amount that is withheld takes the minimum wage and the ceiling down with the pay") {
    const Budget budget = posts_of(bare_employer,
                                   "[[post]]\nid = \"a\"\nfrom = 2024-01-01\ngross = 3000\nabsences = [ { from = "
                                   "2024-01-08, until = 2024-01-19, withheld = 1304.35 } ]\n",
                                   "2024-01-01");
    const PostMonths found = months_of(budget, "2024-02");
    const PayMonth& january = found.months[0];
    CHECK(plain(january.pay->gross) == "1695.65");
    CHECK(plain(january.pay->ceiling) == "2184.00");
    const Quotient cents = Quotient(january.smic.cents()) * Quotient(1820, 12) * january.pay->presence;
    CHECK(plain(rounded(cents, Rounding::half_up)) == "998.69");
    CHECK(plain(found.months[1].pay->gross) == "3000.00");
}

// Kept to its end it costs no pay.
TEST_CASE("an absence all of whose days are kept changes nothing") {
    const auto cost = [](const std::string& more) {
        const Budget budget =
            posts_of(bare_employer, "[[post]]\nid = \"a\"\nfrom = 2026-01-01\ngross = 2600\n" + more, "2026-01-01");
        Money sum;
        for (const PayMonth& month : months_of(budget, "2026-12").months)
            sum += month.cost();
        return sum;
    };
    CHECK(cost("absences = [ { from = 2026-03-10, until = 2026-03-19, kept_days = 10 } ]\n") == cost(""));
    CHECK(cost("absences = [ { from = 2026-03-10, until = 2026-03-20, kept_days = 10 } ]\n") < cost(""));
}

// 2,351.72 at full time is 1,175.86 at half time; from July on 2,400.00, so 1,200.00.
TEST_CASE("the minimum of the convention lifts pay as the minimum wage does, the post's own before the employer's") {
    const std::string convention =
        std::string(bare_employer) + "minimum = [ { value = 2351.72 }, { from = 2026-07-01, value = 2400 } ]\n";
    const Budget budget = posts_of(convention,
                                   "[[post]]\nid = \"a\"\nfrom = 2026-01-01\ngross = 1180\nfte = 0.5\n"
                                   "[[post]]\nid = \"b\"\nfrom = 2026-01-01\ngross = 1180\nfte = 0.5\nminimum = 2000\n",
                                   "2026-01-01");
    const Payroll found = reckon_payroll(budget, shipped_law().payroll, Month(2026, 8));
    CHECK(plain(found.posts[0].months[5].pay->contract) == "1180.00");
    CHECK(plain(found.posts[0].months[6].pay->contract) == "1200.00");
    REQUIRE(found.posts[0].lifts.size() == 1);
    CHECK(found.posts[0].lifts[0].convention);
    CHECK(iso(found.posts[0].lifts[0].date) == "2026-07-01");
    CHECK(plain(found.posts[1].months[7].pay->contract) == "1180.00");
}

// Months that are like the first one of a year are not computed again; all of them are where a bonus of nothing, which
// changes no figure, makes each month one of its own.
TEST_CASE("months that are taken over are those that would have been computed") {
    const auto months = [](const std::string& employer, const std::string& more) {
        std::string each;
        for (int year = 2022; year <= 2027; ++year) {
            for (int month = 1; month <= 12; ++month)
                each += "{ date = " + std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month) +
                        "-05, amount = 0 }, ";
        }
        const std::string post = "[[post]]\nid = \"a\"\nfrom = 2022-01-01\n" + more;
        const PostMonths taken = months_of(posts_of(employer, post, "2022-01-01"), "2027-12");
        const PostMonths computed =
            months_of(posts_of(employer, post + "bonuses = [ " + each + "]\n", "2022-01-01"), "2027-12");
        REQUIRE(taken.months.size() == 72);
        for (std::size_t i = 0; i < taken.months.size(); ++i) {
            const PayMonth& one = taken.months[i];
            const PayMonth& other = computed.months[i];
            CAPTURE(iso(one.month));
            CHECK(std::ranges::equal(one.pay->lines, other.pay->lines));
            CHECK(one.reduction == other.reduction);
            CHECK(one.coefficient == other.coefficient);
            CHECK(one.reduced_pay == other.reduced_pay);
            CHECK(one.settled == other.settled);
            CHECK(one.retirement_reduction == other.retirement_reduction);
            CHECK((!one.settled || one.taken_before == other.taken_before));
            CHECK(one.cost() == other.cost());
            CHECK(one.pay->net() == other.pay->net());
        }
    };
    const std::string progressive = std::string(bare_employer) + "reduction = \"progressive\"\n";
    const std::string grows =
        std::string(bare_employer_without_assume) + "assume = { smic = \"3 %\", ceiling = \"2 %\" }\n";
    for (const std::string& employer :
         {std::string(bare_employer), progressive, grows,
          std::string(bare_employer) + "kind = \"company\"\nhealth = { premium = 56 }\n"}) {
        months(employer, "gross = 2169\n");
        months(employer, "gross = 1900\n");  // lifted by rises of the minimum wage
        months(employer, "gross = 4100\nexecutive = true\n");
        months(employer,
               "gross = 2600\nthirteenth = 6\nraises = [ { date = 2024-01-01, rate = \"2 %\" }, { date = "
               "2025-05-12, rate = \"2 %\" } ]\n");
    }
}

// Of Urssaf and others: the whole of 2026 at 2,200 has 538.56 a month; three times the minimum wage is 5,469.10 a month
// (3 x 12.02 x 1820 / 12) and 65,629.20 a year; the minimum wage of 2023 is 20,814.73 for a year's 1,820 hours.
TEST_CASE("published cases of the reduction") {
    CHECK(case_of("2026-01", "2200", "1").find(" 0.2448 538.56 ") != std::string::npos);
    const Quotient month = Quotient(1202) * Quotient(1820, 12);
    const ReductionScale scale(*shipped_law().payroll.reductions.on("2026-01-01"_d), Rate(1, 2));
    const auto at = [&](const Quotient& smic, std::int64_t cents) {
        return scale.coefficient(smic, Money::from_cents(cents));
    };
    CHECK(at(month, 546'909) == 200);
    CHECK(at(month, 546'910) == 0);
    CHECK(at(month * Quotient(12), 6'562'919) == 200);
    CHECK(at(month * Quotient(12), 6'562'920) == 0);
    const Budget budget =
        posts_of(bare_employer, "[[post]]\nid = \"a\"\nfrom = 2023-01-01\ngross = 2600\n", "2023-01-01");
    Quotient year;
    for (const PayMonth& each : months_of(budget, "2023-12").months)
        year += Quotient(each.smic.cents()) * Quotient(1820, 12);
    CHECK(plain(rounded(year, Rounding::half_up)) == "20814.73");
}

// December alone, as the first month of a contract: 0.25 % of AGS since July, a minimum wage of 11.88.
TEST_CASE("a contract that begins in December has that month as its year") {
    const Budget budget =
        posts_of(bare_employer, "[[post]]\nid = \"a\"\nfrom = 2024-12-01\ngross = 2600\n", "2024-12-01");
    const PayMonth month = months_of(budget, "2024-12").months.front();
    CHECK(plain(month.pay->lines.sum(PaidBy::employer)) == "865.70");
    CHECK(month.coefficient == 579);
    CHECK(plain(month.reduction) == "150.54");
    CHECK(plain(month.cost()) == "3315.16");
    CHECK(plain(month.pay->net()) == "2058.15");
}
