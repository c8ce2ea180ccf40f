// SPDX-License-Identifier: MIT
// Expected figures: exact fractions (Python's fractions.Fraction), rounded half up where the contract rounds, with the
// due days of Python's calendar. The annuity is capital x i / (1 - (1 + i)^-n), i = rate x months / 12.
#include <msp/diag/diagnostic.hpp>
#include <msp/loans/loans.hpp>

#include <doctest/doctest.h>

#include <string>
#include <tests/support/days.hpp>
#include <vector>

using namespace msp;
using namespace msp::test;

namespace {

Money euros(std::int64_t cents) {
    return Money::from_cents(cents);
}

// 30/360, due one month after the start unless changed by the test.
Loan loan_of(std::int64_t cents, Rate rate, int instalments) {
    Loan loan;
    loan.capital = euros(cents);
    loan.initial_capital = loan.capital;
    loan.rate = rate;
    loan.instalments = instalments;
    loan.start = day("2026-01-15");
    loan.first = day("2026-02-15");
    loan.due_day = 15;
    return loan;
}

void from(Loan& loan, const char* start, const char* first, unsigned due_day) {
    loan.start = day(start);
    loan.first = day(first);
    loan.due_day = due_day;
}

// 100,000.00 at 6 % in twelve months: the annuity is 8,606.64.
Loan hundred_thousand() {
    return loan_of(100'000'00, Rate(6, 2), 12);
}

// "2026-02-15 principal interest insurance | owed"
std::string line(const ScheduleRow& row) {
    return iso(row.due) + ' ' + plain(row.principal) + ' ' + plain(row.interest) + ' ' + plain(row.insurance) + " | " +
           plain(row.outstanding);
}

std::vector<std::string> lines(const Loan& loan) {
    std::vector<std::string> result;
    for (const ScheduleRow& row : loan_schedule(loan))
        result.push_back(line(row));
    return result;
}

Money total(const std::vector<ScheduleRow>& rows, Money ScheduleRow::*part) {
    Money sum;
    for (const ScheduleRow& row : rows)
        sum += row.*part;
    return sum;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the constant instalment is the exact annuity and the last one takes the difference") {
    struct Case {
        const char* name;
        std::int64_t capital;
        Rate rate;
        int period;
        int instalments;
        std::int64_t instalment;
        std::int64_t last;
        std::int64_t interest;
    };
    // 8,606.64 is in every table of a loan at 0.5 % a month, 1,170.22 and 943.56 in those of banks.
    const Case cases[] = {
        {"100,000 at 6 % in 12 months", 100'000'00, Rate(6, 2), 1, 12, 8'606'64, 8'606'69, 3'279'73},
        {"200,000 at 3.6 % in 240 months", 200'000'00, Rate(36, 3), 1, 240, 1'170'22, 1'171'19, 80'853'77},
        {"10,000 at 4.8 % in 60 months", 10'000'00, Rate(48, 3), 1, 60, 187'80, 187'64, 1'267'84},
        {"50,000 at 5 % in 60 months", 50'000'00, Rate(5, 2), 1, 60, 943'56, 943'67, 6'613'71},
        {"60,000 at 4 % in 20 quarters", 60'000'00, Rate(4, 2), 3, 20, 3'324'92, 3'324'89, 6'498'37},
        {"30,000 at 3 % in 6 half-years", 30'000'00, Rate(3, 2), 6, 6, 5'265'76, 5'265'73, 1'594'53},
        {"100,000 at 5 % in 5 years", 100'000'00, Rate(5, 2), 12, 5, 23'097'48, 23'097'49, 15'487'41},
        {"the largest amount at 4.123456 % in 300 months", 999'999'999'999'99, Rate(4'123'456, 8), 1, 300,
         5'346'773'209'37, 5'346'773'209'16, 604'031'962'810'80},
        {"1,000,000 at 3.1234567890123456 % in 1,200 months", 1'000'000'00, Rate(31'234'567'890'123'456, 18), 1, 1200,
         2'723'20, 2'738'49, 2'267'855'29},
        // 1,234.56 x 4.5 % / 12 = 4.6296
        {"1,234.56 at 4.5 % in one instalment", 1'234'56, Rate(45, 3), 1, 1, 1'239'19, 1'239'19, 4'63},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        Loan loan = loan_of(row.capital, row.rate, row.instalments);
        loan.period = row.period;
        loan.first = add_months(loan.start, row.period);
        const std::vector<ScheduleRow> rows = loan_schedule(loan);
        REQUIRE(rows.size() == static_cast<std::size_t>(row.instalments));
        CHECK(plain(rows.front().payment) == plain(euros(row.instalment)));
        CHECK(plain(rows.back().payment) == plain(euros(row.last)));
        CHECK(plain(total(rows, &ScheduleRow::interest)) == plain(euros(row.interest)));
        CHECK(rows.back().outstanding == Money());
    }
}

TEST_CASE("a monthly loan is paid down instalment by instalment") {
    // 91,893.36 x 6 % / 12 = 459.4668; 8,606.64 - 459.47 = 8,147.17
    CHECK(lines(hundred_thousand()) ==
          Lines{"2026-02-15 8106.64 500.00 0.00 | 91893.36", "2026-03-15 8147.17 459.47 0.00 | 83746.19",
                "2026-04-15 8187.91 418.73 0.00 | 75558.28", "2026-05-15 8228.85 377.79 0.00 | 67329.43",
                "2026-06-15 8269.99 336.65 0.00 | 59059.44", "2026-07-15 8311.34 295.30 0.00 | 50748.10",
                "2026-08-15 8352.90 253.74 0.00 | 42395.20", "2026-09-15 8394.66 211.98 0.00 | 34000.54",
                "2026-10-15 8436.64 170.00 0.00 | 25563.90", "2026-11-15 8478.82 127.82 0.00 | 17085.08",
                "2026-12-15 8521.21 85.43 0.00 | 8563.87", "2027-01-15 8563.87 42.82 0.00 | 0.00"});
}

TEST_CASE("rows are numbered from one and a payment is the sum of its parts") {
    Loan loan = hundred_thousand();
    loan.insurance = Rate(36, 4);
    const std::vector<ScheduleRow> rows = loan_schedule(loan);
    CHECK(rows.front().number == 1);
    CHECK(rows.back().number == 12);
    // 8,606.64 + 100,000 x 0.36 % / 12
    CHECK(plain(rows.front().payment) == "8636.64");
    CHECK(rows.front().difference == Money());
    CHECK_FALSE(rows.front().place.known());
}

TEST_CASE("a due day of 31 is the last day and the 31st again after a short month") {
    Loan loan = loan_of(30'000'00, Rate(3, 2), 6);
    loan.period = 6;
    from(loan, "2026-01-31", "2026-07-31", 31);
    CHECK(lines(loan) == Lines{"2026-07-31 4815.76 450.00 0.00 | 25184.24", "2027-01-31 4888.00 377.76 0.00 | 20296.24",
                               "2027-07-31 4961.32 304.44 0.00 | 15334.92", "2028-01-31 5035.74 230.02 0.00 | 10299.18",
                               "2028-07-31 5111.27 154.49 0.00 | 5187.91", "2029-01-31 5187.91 77.82 0.00 | 0.00"});
    Loan monthly = loan_of(3'00, Rate(), 3);
    from(monthly, "2026-01-31", "2026-02-28", 31);
    CHECK(lines(monthly) == Lines{"2026-02-28 1.00 0.00 0.00 | 2.00", "2026-03-31 1.00 0.00 0.00 | 1.00",
                                  "2026-04-30 1.00 0.00 0.00 | 0.00"});
}

TEST_CASE("29 February is the 28th in other years and itself in leap years") {
    Loan loan = loan_of(100'000'00, Rate(5, 2), 5);
    loan.period = 12;
    from(loan, "2024-02-29", "2025-02-28", 29);
    CHECK(lines(loan) ==
          Lines{"2025-02-28 18097.48 5000.00 0.00 | 81902.52", "2026-02-28 19002.35 4095.13 0.00 | 62900.17",
                "2027-02-28 19952.47 3145.01 0.00 | 42947.70", "2028-02-29 20950.09 2147.39 0.00 | 21997.61",
                "2029-02-28 21997.61 1099.88 0.00 | 0.00"});
    // The fourth year has 366 days: 42,947.70 x 5 % x 366 / 365 = 2,153.2682.
    loan.day_count = DayCount::actual_365;
    CHECK(lines(loan).at(3) == "2028-02-29 20944.21 2153.27 0.00 | 22003.49");
    CHECK(lines(loan).at(4) == "2029-02-28 22003.49 1100.17 0.00 | 0.00");
}

TEST_CASE("constant capital is shared to the cent") {
    // 12,000 / 7 = 1,714.2857; the last one takes 12,000 - 6 x 1,714.29
    Loan loan = loan_of(12'000'00, Rate(45, 3), 7);
    loan.kind = LoanKind::constant_capital;
    loan.period = 3;
    from(loan, "2026-01-10", "2026-04-10", 10);
    CHECK(lines(loan) == Lines{"2026-04-10 1714.29 135.00 0.00 | 10285.71", "2026-07-10 1714.29 115.71 0.00 | 8571.42",
                               "2026-10-10 1714.29 96.43 0.00 | 6857.13", "2027-01-10 1714.29 77.14 0.00 | 5142.84",
                               "2027-04-10 1714.29 57.86 0.00 | 3428.55", "2027-07-10 1714.29 38.57 0.00 | 1714.26",
                               "2027-10-10 1714.26 19.29 0.00 | 0.00"});
}

TEST_CASE("a bullet loan pays interest each time and its capital with the last") {
    Loan loan = loan_of(40'000'00, Rate(375, 4), 3);
    loan.kind = LoanKind::bullet;
    loan.period = 12;
    from(loan, "2026-03-01", "2027-03-01", 1);
    // 40,000 x 3.75 %
    CHECK(lines(loan) == Lines{"2027-03-01 0.00 1500.00 0.00 | 40000.00", "2028-03-01 0.00 1500.00 0.00 | 40000.00",
                               "2029-03-01 40000.00 1500.00 0.00 | 0.00"});
}

TEST_CASE("a partial deferral pays interest and insurance only, then the capital in the instalments left") {
    Loan loan = hundred_thousand();
    loan.deferral = Deferral::partial;
    loan.deferred = 3;
    loan.insurance = Rate(36, 4);
    // The annuity of 100,000 over nine: 11,390.74.
    const Lines rows = lines(loan);
    CHECK(rows.at(0) == "2026-02-15 0.00 500.00 30.00 | 100000.00");
    CHECK(rows.at(2) == "2026-04-15 0.00 500.00 30.00 | 100000.00");
    CHECK(rows.at(3) == "2026-05-15 10890.74 500.00 30.00 | 89109.26");
    CHECK(rows.at(11) == "2027-01-15 11334.05 56.67 30.00 | 0.00");
}

TEST_CASE("a total deferral adds the interest to the capital, and interest runs on it") {
    Loan loan = hundred_thousand();
    loan.deferral = Deferral::total;
    loan.deferred = 3;
    loan.insurance = Rate(36, 4);
    loan.insurance_base = InsuranceBase::outstanding;
    // 100,500 x 0.5 % = 502.50; 101,002.50 x 0.5 % = 505.0125; the annuity of 101,507.51 over nine is 11,562.45.
    const std::vector<ScheduleRow> rows = loan_schedule(loan);
    CHECK(plain(rows[0].capitalised) == "500.00");
    CHECK(plain(rows[1].capitalised) == "502.50");
    CHECK(plain(rows[2].capitalised) == "505.01");
    CHECK(line(rows[0]) == "2026-02-15 0.00 0.00 30.00 | 100500.00");
    CHECK(line(rows[1]) == "2026-03-15 0.00 0.00 30.15 | 101002.50");
    CHECK(line(rows[2]) == "2026-04-15 0.00 0.00 30.30 | 101507.51");
    CHECK(line(rows[3]) == "2026-05-15 11054.91 507.54 30.45 | 90452.60");
    CHECK(line(rows[11]) == "2027-01-15 11504.95 57.52 3.45 | 0.00");
    CHECK(plain(rows[0].payment) == "30.00");
}

TEST_CASE("a total deferral comes before any kind of repayment") {
    struct Case {
        const char* name;
        LoanKind kind;
        int instalments;
        Lines rows;
    };
    // 10,000 at 0.5 % a period grows to 10,050.00 and 10,100.25 in two deferred instalments.
    const Case cases[] = {
        {"a bullet",
         LoanKind::bullet,
         4,
         {"2026-02-15 0.00 0.00 0.00 | 10050.00", "2026-03-15 0.00 0.00 0.00 | 10100.25",
          "2026-04-15 0.00 50.50 0.00 | 10100.25", "2026-05-15 10100.25 50.50 0.00 | 0.00"}},
        {"constant capital",
         LoanKind::constant_capital,
         5,
         {"2026-02-15 0.00 0.00 0.00 | 10050.00", "2026-03-15 0.00 0.00 0.00 | 10100.25",
          "2026-04-15 3366.75 50.50 0.00 | 6733.50", "2026-05-15 3366.75 33.67 0.00 | 3366.75",
          "2026-06-15 3366.75 16.83 0.00 | 0.00"}},
        {"one instalment after it",
         LoanKind::constant_instalments,
         3,
         {"2026-02-15 0.00 0.00 0.00 | 10050.00", "2026-03-15 0.00 0.00 0.00 | 10100.25",
          "2026-04-15 10100.25 50.50 0.00 | 0.00"}},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        Loan loan = loan_of(10'000'00, Rate(6, 2), row.instalments);
        loan.kind = row.kind;
        loan.deferral = Deferral::total;
        loan.deferred = 2;
        CHECK(lines(loan) == row.rows);
    }
}

TEST_CASE("a broken first period changes its interest and nothing else") {
    struct Case {
        const char* name;
        const char* start;
        const char* first;
        unsigned due_day;
        DayCount day_count;
        const char* row;
        const char* second;
    };
    // 30E/360: 15 January to 5 March is 50 days, to 5 February 20, to 28 February 43; 31 January to 5 March is 35.
    // The principal under actual days is the one of 5 February to 5 March: 8,606.64 - 100,000 x 6 % x 28 / 365, or of
    // 5 January to 5 February: 8,606.64 - 100,000 x 6 % x 31 / 360.
    const Case cases[] = {
        {"longer", "2026-01-15", "2026-03-05", 5, DayCount::thirty_360, "2026-03-05 8106.64 833.33 0.00 | 91893.36",
         "2026-04-05 8147.17 459.47 0.00 | 83746.19"},
        {"shorter", "2026-01-15", "2026-02-05", 5, DayCount::thirty_360, "2026-02-05 8106.64 333.33 0.00 | 91893.36",
         "2026-03-05 8147.17 459.47 0.00 | 83746.19"},
        {"from a 31st", "2026-01-31", "2026-03-05", 5, DayCount::thirty_360,
         "2026-03-05 8106.64 583.33 0.00 | 91893.36", "2026-04-05 8147.17 459.47 0.00 | 83746.19"},
        {"to the end of February", "2026-01-15", "2026-02-28", 31, DayCount::thirty_360,
         "2026-02-28 8106.64 716.67 0.00 | 91893.36", "2026-03-31 8147.17 459.47 0.00 | 83746.19"},
        {"longer, 49 days of 365", "2026-01-15", "2026-03-05", 5, DayCount::actual_365,
         "2026-03-05 8146.37 805.48 0.00 | 91853.63", "2026-04-05 8138.56 468.08 0.00 | 83715.07"},
        {"shorter, 21 days of 360", "2026-01-15", "2026-02-05", 5, DayCount::actual_360,
         "2026-02-05 8089.97 350.00 0.00 | 91910.03", "2026-03-05 8177.73 428.91 0.00 | 83732.30"},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        Loan loan = hundred_thousand();
        loan.day_count = row.day_count;
        from(loan, row.start, row.first, row.due_day);
        CHECK(lines(loan).at(0) == row.row);
        CHECK(lines(loan).at(1) == row.second);
    }
}

TEST_CASE("a broken first period may be deferred and carries the insurance of a full one") {
    Loan loan = hundred_thousand();
    from(loan, "2026-01-15", "2026-03-05", 5);
    loan.insurance = Rate(36, 4);
    CHECK(lines(loan).at(0) == "2026-03-05 8106.64 833.33 30.00 | 91893.36");
    loan.deferral = Deferral::partial;
    loan.deferred = 2;
    CHECK(lines(loan).at(0) == "2026-03-05 0.00 833.33 30.00 | 100000.00");
    CHECK(lines(loan).at(1) == "2026-04-05 0.00 500.00 30.00 | 100000.00");
    loan.deferral = Deferral::total;
    // 100,833.33 x 0.5 % = 504.1667
    CHECK(lines(loan).at(0) == "2026-03-05 0.00 0.00 30.00 | 100833.33");
    CHECK(lines(loan).at(1) == "2026-04-05 0.00 0.00 30.00 | 101337.50");
}

TEST_CASE("a first period from one last day to the next is a full one") {
    // 28 February is the due day of February, as 31 March is the one of March.
    Loan loan = hundred_thousand();
    from(loan, "2026-02-28", "2026-03-31", 31);
    CHECK(lines(loan).at(0) == "2026-03-31 8106.64 500.00 0.00 | 91893.36");
    // 31 January plus a month is 28 February.
    from(loan, "2026-01-31", "2026-02-28", 28);
    CHECK(lines(loan).at(0) == "2026-02-28 8106.64 500.00 0.00 | 91893.36");
}

TEST_CASE("a first day off the due day breaks the second period too") {
    // 20 February to 5 March is 15 days by 30E/360: 7,518.67 x 6 % x 15 / 360 = 18.7967.
    Loan loan = loan_of(10'000'00, Rate(6, 2), 4);
    from(loan, "2026-01-20", "2026-02-20", 5);
    CHECK(lines(loan) == Lines{"2026-02-20 2481.33 50.00 0.00 | 7518.67", "2026-03-05 2493.74 18.80 0.00 | 5024.93",
                               "2026-04-05 2506.21 25.12 0.00 | 2518.72", "2026-05-05 2518.72 12.59 0.00 | 0.00"});
}

TEST_CASE("actual days count the leap day") {
    // 365: 12,000 x 3.65 % x 31 / 365 = 37.20; 11,017.32 x 3.65 % x 29 / 365 = 31.9502
    Loan loan = loan_of(12'000'00, Rate(365, 4), 12);
    loan.day_count = DayCount::actual_365;
    from(loan, "2027-12-31", "2028-01-31", 31);
    Lines rows = lines(loan);
    CHECK(rows.at(0) == "2028-01-31 982.68 37.20 0.00 | 11017.32");
    CHECK(rows.at(1) == "2028-02-29 987.93 31.95 0.00 | 10029.39");
    CHECK(rows.at(2) == "2028-03-31 988.79 31.09 0.00 | 9040.60");
    CHECK(rows.at(11) == "2028-12-31 1016.89 3.15 0.00 | 0.00");
    // 360 at 3.60 %: the same figures a day, from a constant instalment of 1,019.61
    loan.rate = Rate(36, 3);
    loan.day_count = DayCount::actual_360;
    rows = lines(loan);
    CHECK(rows.at(1) == "2028-02-29 987.66 31.95 0.00 | 10029.93");
    CHECK(rows.at(11) == "2028-12-31 1019.89 3.16 0.00 | 0.00");
}

TEST_CASE("the capital of an existing loan is what is left, and its interest runs from the due day before") {
    // 85,000 x 3.6 % / 12 = 255.00 though the capital is known of 1 January; insurance on the initial 120,000.
    Loan loan = loan_of(85'000'00, Rate(36, 3), 100);
    loan.existing = true;
    loan.initial_capital = euros(120'000'00);
    loan.insurance = Rate(3, 3);
    from(loan, "2026-01-01", "2026-01-05", 5);
    Lines rows = lines(loan);
    CHECK(rows.at(0) == "2026-01-05 730.13 255.00 30.00 | 84269.87");
    CHECK(rows.at(1) == "2026-02-05 732.32 252.81 30.00 | 83537.55");
    CHECK(rows.at(99) == "2034-04-05 982.22 2.95 30.00 | 0.00");
    // 84,269.87 x 0.3 % / 12 = 21.0675
    loan.insurance_base = InsuranceBase::outstanding;
    CHECK(lines(loan).at(1) == "2026-02-05 732.32 252.81 21.07 | 83537.55");
    // 31 days from 5 December: 85,000 x 3.6 % x 31 / 365 = 259.8904
    loan.insurance.reset();
    loan.day_count = DayCount::actual_365;
    CHECK(lines(loan).at(0) == "2026-01-05 725.24 259.89 0.00 | 84274.76");
    // More than a period before the first day, it is broken as any other: 45 days.
    loan.day_count = DayCount::thirty_360;
    from(loan, "2025-11-20", "2026-01-05", 5);
    CHECK(lines(loan).at(0) == "2026-01-05 730.13 382.50 0.00 | 84269.87");
}

TEST_CASE("without interest the instalments are equal and the last takes the difference") {
    Loan loan = loan_of(1'000'00, Rate(), 12);
    const Lines rows = lines(loan);
    CHECK(rows.at(0) == "2026-02-15 83.33 0.00 0.00 | 916.67");
    CHECK(rows.at(10) == "2026-12-15 83.33 0.00 0.00 | 83.37");
    CHECK(rows.at(11) == "2027-01-15 83.37 0.00 0.00 | 0.00");
}

TEST_CASE("a few cents are repaid without a negative principal") {
    // The annuity of 0.05 in twelve is 0.43 cent, so nothing; the one of 0.07 is 0.60 cent, so one.
    Lines rows = lines(loan_of(5, Rate(6, 2), 12));
    CHECK(rows.at(0) == "2026-02-15 0.00 0.00 0.00 | 0.05");
    CHECK(rows.at(11) == "2027-01-15 0.05 0.00 0.00 | 0.00");
    rows = lines(loan_of(7, Rate(6, 2), 12));
    CHECK(rows.at(6) == "2026-08-15 0.01 0.00 0.00 | 0.00");
    CHECK(rows.at(7) == "2026-09-15 0.00 0.00 0.00 | 0.00");
    CHECK(rows.at(11) == "2027-01-15 0.00 0.00 0.00 | 0.00");
    // The annuity of 0.88 at 20 % in 360 is 1.47 cent, the interest of 31 days 1.52: one and two.
    Loan loan = loan_of(88, Rate(20, 2), 360);
    loan.day_count = DayCount::actual_360;
    from(loan, "2026-01-01", "2026-02-01", 1);
    rows = lines(loan);
    CHECK(rows.at(0) == "2026-02-01 0.00 0.02 0.00 | 0.88");
    CHECK(rows.at(359) == "2056-01-01 0.88 0.02 0.00 | 0.00");
}

TEST_CASE("a loan whose instalment does not pay its interest is refused") {
    // Annuity 1,671.02; 100,000 x 20 % x 31 / 360 = 1,722.22
    Loan loan = loan_of(100'000'00, Rate(20, 2), 360);
    loan.day_count = DayCount::actual_360;
    from(loan, "2026-01-01", "2026-02-01", 1);
    loan.place.span = {SourceId{1}, 10, 20};
    try {
        (void)loan_schedule(loan);
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.what() == std::string("loan.never-ends"));
        CHECK(error.diagnostic().span == loan.place.span);
        CHECK(words(error.diagnostic().message, Language::english) ==
              "the instalment of 1,671.02 is less than the interest of 1,722.22 due on 1 February 2026");
    }
}

TEST_CASE("a loan that goes beyond the calendar is refused") {
    Loan loan = loan_of(100'000'00, Rate(2, 2), 174);
    loan.period = 12;
    CHECK(iso(loan_schedule(loan).back().due) == "2199-02-15");
    loan.instalments = 175;
    try {
        (void)loan_schedule(loan);
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.what() == std::string("loan.too-long"));
        CHECK(words(error.diagnostic().message, Language::english) ==
              "175 instalments go on until 2200; the calendar ends in 2199");
    }
}

TEST_CASE("the scale multiplies the capital, rounded half up") {
    // 10,000.05 x 50 % = 5,000.025
    Loan loan = loan_of(10'000'05, Rate(), 1);
    loan.scale = Rate(5, 1);
    CHECK(lines(loan) == Lines{"2026-02-15 5000.03 0.00 0.00 | 0.00"});
    loan.scale = Rate();
    CHECK(lines(loan) == Lines{"2026-02-15 0.00 0.00 0.00 | 0.00"});
}

TEST_CASE("a delay moves all days and does not lose the 31st") {
    Loan loan = loan_of(12'000'00, Rate(6, 2), 3);
    from(loan, "2026-01-31", "2026-02-28", 31);
    loan.delay.months = 1;
    CHECK(lines(loan) == Lines{"2026-03-31 3980.07 60.00 0.00 | 8019.93", "2026-04-30 3999.97 40.10 0.00 | 4019.96",
                               "2026-05-31 4019.96 20.10 0.00 | 0.00"});
    // Actual days are those of the moved periods: 31 from 28 February.
    loan.day_count = DayCount::actual_365;
    CHECK(lines(loan) == Lines{"2026-03-31 3978.92 61.15 0.00 | 8021.08", "2026-04-30 4000.51 39.56 0.00 | 4020.57",
                               "2026-05-31 4020.57 20.49 0.00 | 0.00"});
    loan.day_count = DayCount::thirty_360;
    loan.delay = {0, 10, false};
    CHECK(lines(loan) == Lines{"2026-03-10 3980.07 60.00 0.00 | 8019.93", "2026-04-10 3999.97 40.10 0.00 | 4019.96",
                               "2026-05-10 4019.96 20.10 0.00 | 0.00"});
    loan.delay = {0, 10, true};
    CHECK(lines(loan).at(1) == "2026-04-30 3999.97 40.10 0.00 | 4019.96");
}

namespace {

// 10,000 at 4.8 % in four: 2,525.05 each; 2485.05 + 40.00, 2494.99 + 30.06, 2504.97 + 20.08, 2514.99 + 10.06. The
// bank rounds otherwise, on other days.
Loan with_bank_schedule() {
    Loan loan = loan_of(10'000'00, Rate(48, 3), 4);
    loan.bank_schedule = {
        {day("2026-02-16"), euros(2'485'05), euros(40'00), euros(2'00), {{SourceId{2}, 0, 30}}},
        {day("2026-03-16"), euros(2'495'00), euros(30'06), {}, {{SourceId{2}, 31, 60}}},
        {day("2026-04-15"), euros(2'504'96), euros(20'07), {}, {{SourceId{2}, 61, 90}}},
        {day("2026-05-15"), euros(2'514'99), euros(10'06), {}, {{SourceId{2}, 91, 120}}},
    };
    return loan;
}

}  // namespace

namespace {

// 24,000.00 at 3.6 %, the half of it five months after the other; due on the 5th from March on.
Loan drawn_in_two() {
    Loan loan = loan_of(24'000'00, Rate(36, 3), 60);
    from(loan, "2026-01-20", "2026-03-05", 5);
    loan.drawdowns = {{day("2026-01-20"), euros(12'000'00), {}}, {day("2026-06-20"), euros(12'000'00), {}}};
    return loan;
}

std::vector<std::string> ids(const Diagnostics& found) {
    std::vector<std::string> result;
    for (const Diagnostic& each : found.sorted())
        result.emplace_back(each.id);
    return result;
}

}  // namespace

TEST_CASE("until all is drawn interest runs on what has been drawn, and nothing is repaid") {
    // 20 January to 5 March are 45 days of 360: 12,000.00 x 3.6 % x 45 / 360 = 54.00. A month is 36.00. In the fifth,
    // 36.00 and 12,000.00 x 3.6 % x 15 / 360 = 18.00. The annuity of 24,000.00 in the 56 instalments left is 466.22,
    // of which a full month's interest is 72.00.
    const std::vector<std::string> rows = lines(drawn_in_two());
    CHECK(Lines(rows.begin(), rows.begin() + 6) ==
          Lines{"2026-03-05 0.00 54.00 0.00 | 12000.00", "2026-04-05 0.00 36.00 0.00 | 12000.00",
                "2026-05-05 0.00 36.00 0.00 | 12000.00", "2026-06-05 0.00 36.00 0.00 | 12000.00",
                "2026-07-05 394.22 54.00 0.00 | 23605.78", "2026-08-05 395.40 70.82 0.00 | 23210.38"});
    CHECK(rows.size() == 60);
    CHECK(rows.back() == "2031-02-05 464.79 1.39 0.00 | 0.00");
    const std::vector<ScheduleRow> schedule = loan_schedule(drawn_in_two());
    CHECK(schedule[0].owed_before() == euros(12'000'00));
    CHECK(schedule[3].drawn == Money());
    CHECK(schedule[4].drawn == euros(12'000'00));  // on 20 June
    CHECK(schedule[4].owed_before() == euros(12'000'00));
}

TEST_CASE("capital drawn before the first instalment breaks its period only") {
    Loan loan = drawn_in_two();
    loan.drawdowns.back().date = day("2026-02-20");
    // 54.00 and, for 15 days, 18.00; the annuity of 60 instalments is 437.68, 72.00 of it interest.
    CHECK(lines(loan).at(0) == "2026-03-05 365.68 72.00 0.00 | 23634.32");
    // On the day of an instalment it has no interest yet, and is repaid from the next one on.
    loan.drawdowns.back().date = day("2026-03-05");
    CHECK(lines(loan).at(0) == "2026-03-05 0.00 54.00 0.00 | 24000.00");
    // All on the first day is the loan without parts.
    loan.drawdowns.back().date = day("2026-01-20");
    Loan whole = loan;
    whole.drawdowns.clear();
    CHECK(lines(loan) == lines(whole));
}

TEST_CASE("capital drawn in parts counts actual days, and a total deferral adds its interest") {
    Loan loan = loan_of(20'000'00, Rate(365, 4), 3);
    loan.drawdowns = {{day("2026-01-15"), euros(10'000'00), {}}, {day("2026-02-05"), euros(10'000'00), {}}};
    loan.kind = LoanKind::bullet;
    loan.day_count = DayCount::actual_365;
    // 10,000.00 at 3.65 % is 1.00 a day: 31 days and 10 days; then 2.00 a day for 28 and 31 days.
    CHECK(lines(loan) == Lines{"2026-02-15 0.00 41.00 0.00 | 20000.00", "2026-03-15 0.00 56.00 0.00 | 20000.00",
                               "2026-04-15 20000.00 62.00 0.00 | 0.00"});
    loan.deferral = Deferral::total;
    loan.deferred = 1;
    CHECK(loan_schedule(loan).at(0).capitalised == euros(41'00));
    CHECK(loan_schedule(loan).at(0).outstanding == euros(20'041'00));
}

TEST_CASE("what is drawn too late for the instalments is refused, and what they repay is told") {
    Diagnostics told;
    check_loan(drawn_in_two(), told);
    CHECK(ids(told) == Lines{"loan.drawing"});
    Loan loan = drawn_in_two();
    loan.deferral = Deferral::partial;
    loan.deferred = 4;
    CHECK(lines(loan) == lines(drawn_in_two()));
    Diagnostics silent;
    check_loan(loan, silent);
    CHECK(ids(silent).empty());
    loan.deferred = 3;
    CHECK_THROWS_AS((void)loan_schedule(loan), Error);
    loan = drawn_in_two();
    loan.instalments = 4;
    CHECK_THROWS_AS((void)loan_schedule(loan), Error);
    loan.instalments = 5;
    CHECK(lines(loan).back() == "2026-07-05 24000.00 54.00 0.00 | 0.00");
}

TEST_CASE("an insurance of an amount is once for each month of a period, deferred or not") {
    Loan loan = loan_of(24'000'00, Rate(36, 3), 4);
    loan.period = 3;
    loan.first = day("2026-04-15");
    loan.deferral = Deferral::total;
    loan.deferred = 2;
    loan.monthly_insurance = euros(6'00);
    for (const ScheduleRow& row : loan_schedule(loan))
        CHECK(row.insurance == euros(18'00));
    loan.scale = Rate(125, 3);  // 18.00 x 12.5 % = 2.25
    CHECK(loan_schedule(loan).at(0).insurance == euros(2'25));
}

TEST_CASE("the bank's schedule wins and the difference is shown") {
    const Loan loan = with_bank_schedule();
    CHECK(lines(loan) == Lines{"2026-02-16 2485.05 40.00 2.00 | 7514.95", "2026-03-16 2495.00 30.06 0.00 | 5019.95",
                               "2026-04-15 2504.96 20.07 0.00 | 2514.99", "2026-05-15 2514.99 10.06 0.00 | 0.00"});
    const std::vector<ScheduleRow> rows = loan_schedule(loan);
    CHECK(plain(rows[0].difference) == "2.00");
    CHECK(plain(rows[1].difference) == "0.01");
    CHECK(plain(rows[2].difference) == "-0.02");
    CHECK(plain(rows[3].difference) == "0.00");
    CHECK(rows[2].number == 3);
    CHECK(rows[2].place == Span{SourceId{2}, 61, 90});
}

TEST_CASE("an instalment of the bank that the terms do not know differs by all of it") {
    Loan loan = with_bank_schedule();
    loan.instalments = 3;
    CHECK(plain(loan_schedule(loan)[3].difference) == "2525.05");
    loan.instalments = 0;
    CHECK(loan_schedule(loan)[3].difference == Money());
    CHECK(loan_schedule(loan)[0].difference == Money());
}

TEST_CASE("a scaled or delayed schedule of the bank still ends at zero") {
    Loan loan = with_bank_schedule();
    loan.instalments = 0;
    loan.scale = Rate(5, 1);
    loan.delay = {1, 0, false};
    // Owed: 7,514.95, 5,019.95 and 2,514.99 halved are 3,757.475, 2,509.975 and 1,257.495, rounded half up.
    CHECK(lines(loan) == Lines{"2026-03-16 1242.52 20.00 1.00 | 3757.48", "2026-04-16 1247.50 15.03 0.00 | 2509.98",
                               "2026-05-15 1252.48 10.04 0.00 | 1257.50", "2026-06-15 1257.50 5.03 0.00 | 0.00"});
}

namespace {

// Its year ends on 30 June.
Budget budget_of(Holidays holidays) {
    Budget budget;
    Entity first;
    Entity second;
    second.year_end_month = 6;
    second.year_end_day = 30;
    second.holidays = holidays;
    budget.entities = {first, second};
    Bank other;
    Bank bank;
    bank.entity = 1;
    budget.banks = {other, bank};
    return budget;
}

struct Taken {
    std::vector<Movement> movements;
    std::vector<Trace> traces;
};

Taken take(const Budget& budget, const Loan& loan, const char* first, const char* last) {
    Taken taken;
    Trace trace;
    const MovementSink sink = [&](const Movement& movement) {
        taken.movements.push_back(movement);
        taken.traces.push_back(trace);
    };
    loan_movements(budget, loan, {day(first), day(last)}, sink, &trace);
    return taken;
}

std::string line(const Movement& movement) {
    return iso(movement.date) + ' ' + plain(movement.amount) + ' ' + std::string(id_of(movement.part));
}

std::vector<std::string> lines(const std::vector<Movement>& movements) {
    std::vector<std::string> result;
    for (const Movement& movement : movements)
        result.push_back(line(movement));
    return result;
}

std::vector<std::string> lines(const Trace& trace) {
    std::vector<std::string> result;
    for (const Step& step : trace.steps())
        result.push_back(words(step.what, Language::english) + (step.result ? " = " + plain(*step.result) : ""));
    return result;
}

}  // namespace

TEST_CASE("movements are the drawdown and the parts of each instalment") {
    Loan loan = hundred_thousand();
    loan.item = 7;
    loan.bank = 1;
    loan.insurance = Rate(36, 4);
    const Taken taken = take(budget_of(Holidays::france), loan, "2026-01-01", "2026-03-14");
    CHECK(lines(taken.movements) == Lines{"2026-01-15 100000.00 drawdown", "2026-02-15 -8106.64 principal",
                                          "2026-02-15 -500.00 interest", "2026-02-15 -30.00 insurance"});
    const Movement& drawdown = taken.movements.at(0);
    CHECK(drawdown.side == Side::receipts);
    CHECK(drawdown.nature == Nature::capital);
    CHECK(drawdown.occurrence == 0);
    const Movement& principal = taken.movements.at(1);
    CHECK(principal.side == Side::payments);
    CHECK(principal.nature == Nature::capital);
    CHECK(principal.occurrence == 1);
    CHECK(principal.item == 7);
    CHECK(principal.bank == 1);
    CHECK(principal.counterpart == no_bank);
    CHECK(principal.exercise == 2026);
    CHECK(principal.origin == Origin::loan);
    CHECK(principal.state == State::planned);
    CHECK_FALSE(principal.actual);
    CHECK(taken.movements.at(2).nature == Nature::charge);
    CHECK(taken.movements.at(3).nature == Nature::charge);
}

TEST_CASE("a movement belongs to the year of its due day") {
    Loan loan = loan_of(3'00, Rate(), 3);
    loan.bank = 1;
    loan.roll = Roll::next;
    from(loan, "2026-04-30", "2026-05-31", 31);
    // Sunday 31 May; 30 June is a Tuesday, the last day of the year.
    const Taken taken = take(budget_of(Holidays::france), loan, "2026-05-01", "2026-08-31");
    CHECK(lines(taken.movements) ==
          Lines{"2026-06-01 -1.00 principal", "2026-06-30 -1.00 principal", "2026-07-31 -1.00 principal"});
    CHECK(iso(taken.movements.at(0).due) == "2026-05-31");
    CHECK(taken.movements.at(1).exercise == 2026);
    CHECK(taken.movements.at(2).exercise == 2027);
}

TEST_CASE("instalments move to business days and the window holds the day the account moves") {
    Loan loan = loan_of(1'00, Rate(), 1);
    loan.bank = 1;
    from(loan, "2025-11-26", "2025-12-26", 26);  // Friday 26 December 2025, a holiday in Alsace-Moselle
    loan.roll = Roll::next;
    CHECK(lines(take(budget_of(Holidays::france), loan, "2025-12-26", "2025-12-28").movements) ==
          Lines{"2025-12-26 -1.00 principal"});
    CHECK(lines(take(budget_of(Holidays::alsace_moselle), loan, "2025-12-26", "2025-12-28").movements).empty());
    CHECK(lines(take(budget_of(Holidays::alsace_moselle), loan, "2025-12-29", "2025-12-29").movements) ==
          Lines{"2025-12-29 -1.00 principal"});
    // Back over Christmas Day to Wednesday.
    loan.roll = Roll::previous;
    CHECK(lines(take(budget_of(Holidays::alsace_moselle), loan, "2025-12-01", "2025-12-24").movements) ==
          Lines{"2025-12-24 -1.00 principal"});
}

TEST_CASE("the money comes on the day typed, put off with the loan, and not for an existing loan") {
    Loan loan = loan_of(1'00, Rate(), 1);
    loan.bank = 1;
    loan.roll = Roll::next;
    from(loan, "2026-01-03", "2026-02-03", 3);  // a Saturday
    const Budget budget = budget_of(Holidays::france);
    CHECK(lines(take(budget, loan, "2026-01-01", "2026-01-31").movements) == Lines{"2026-01-03 1.00 drawdown"});
    loan.delay.months = 2;
    CHECK(lines(take(budget, loan, "2026-01-01", "2026-03-31").movements) == Lines{"2026-03-03 1.00 drawdown"});
    loan.existing = true;
    CHECK(lines(take(budget, loan, "2026-01-01", "2026-04-30").movements) == Lines{"2026-04-03 -1.00 principal"});
}

TEST_CASE("the parts of the capital and the fees move on their days, scaled and put off with the loan") {
    Loan loan = drawn_in_two();
    loan.bank = 1;
    loan.roll = Roll::next;
    loan.fees = {{day("2026-01-20"), euros(300'00), {}}, {day("2026-02-14"), euros(450'01), {}}};  // a Saturday
    const Budget budget = budget_of(Holidays::france);
    CHECK(lines(take(budget, loan, "2026-01-01", "2026-03-04").movements) ==
          Lines{"2026-01-20 12000.00 drawdown", "2026-01-20 -300.00 fees", "2026-02-14 -450.01 fees"});
    const Movement fee = take(budget, loan, "2026-01-20", "2026-01-20").movements.at(1);
    CHECK(fee.nature == Nature::charge);
    CHECK(fee.side == Side::payments);
    loan.scale = Rate(5, 1);  // 450.01 / 2 = 225.005
    loan.delay.months = 1;
    CHECK(lines(take(budget, loan, "2026-01-01", "2026-04-04").movements) ==
          Lines{"2026-02-20 6000.00 drawdown", "2026-02-20 -150.00 fees", "2026-03-14 -225.01 fees"});
    // 0.01 and 0.01 at 50 %: what is drawn is 0.005 and 0.01, rounded half up 0.01 and 0.01.
    loan.fees.clear();
    loan.capital = euros(2);
    loan.drawdowns = {{loan.start, euros(1), {}}, {loan.start, euros(1), {}}};
    CHECK(lines(take(budget, loan, "2026-01-01", "2026-04-04").movements) == Lines{"2026-02-20 0.01 drawdown"});
}

TEST_CASE("what is owed by the bank's schedule is what has been drawn, less what is repaid") {
    Loan loan = loan_of(200'00, Rate(), 0);
    loan.drawdowns = {{loan.start, euros(120'00), {}}, {day("2026-03-01"), euros(80'00), {}}};
    loan.bank_schedule = {{day("2026-02-15"), euros(20'00), euros(1'00), {}, {}},
                          {day("2026-03-15"), euros(180'00), euros(2'00), {}, {}}};
    CHECK(lines(loan) == Lines{"2026-02-15 20.00 1.00 0.00 | 100.00", "2026-03-15 180.00 2.00 0.00 | 0.00"});
}

TEST_CASE("an explanation tells of the parts of the capital, the fees and an insurance of an amount") {
    Loan loan = drawn_in_two();
    loan.bank = 1;
    loan.monthly_insurance = euros(6'00);
    loan.fees = {{day("2026-07-05"), euros(300'00), {}}};
    const Taken taken = take(budget_of(Holidays::france), loan, "2026-07-01", "2026-07-31");
    CHECK(lines(taken.movements) == Lines{"2026-07-05 -300.00 fees", "2026-07-05 -394.22 principal",
                                          "2026-07-05 -54.00 interest", "2026-07-05 -6.00 insurance"});
    CHECK(lines(taken.traces.at(0)) == Lines{"fee of the loan = 300.00", "fee paid on 5 July 2026 = -300.00"});
    CHECK(lines(taken.traces.at(2)) ==
          Lines{"capital of the loan = 24000.00",
                "interest: 12,000.00 × 3.6 % × 1 / 12, rounded half up to the cent = 36.00",
                "interest: 12,000.00 × 3.6 % × 15 / 360 days, rounded half up to the cent = 18.00",
                "instalment 5, paid on 5 July 2026 = -54.00"});
    CHECK(lines(taken.traces.at(3)) == Lines{"capital of the loan = 24000.00", "insurance: 6.00 a month × 1 = 6.00",
                                             "instalment 5, paid on 5 July 2026 = -6.00"});
    const Taken first = take(budget_of(Holidays::france), loan, "2026-06-20", "2026-06-20");
    CHECK(lines(first.traces.at(0)) ==
          Lines{"capital of the loan = 24000.00", "capital received on 20 June 2026 = 12000.00"});
}

TEST_CASE("deferred total interest moves no money") {
    Loan loan = hundred_thousand();
    loan.bank = 1;
    loan.deferral = Deferral::total;
    loan.deferred = 3;
    CHECK(lines(take(budget_of(Holidays::france), loan, "2026-01-16", "2026-05-14").movements).empty());
}

TEST_CASE("an explanation shows the annuity, the interest and the principal with their figures") {
    Loan loan = hundred_thousand();
    loan.bank = 1;
    loan.place.span = {SourceId{1}, 5, 9};
    const Taken taken = take(budget_of(Holidays::france), loan, "2026-03-01", "2026-03-31");
    CHECK(lines(taken.traces.at(0)) ==
          Lines{"capital of the loan = 100000.00",
                "constant instalment: 100,000.00 at 6 % × 1 / 12 each, in 12, rounded half up to the cent = 8606.64",
                "interest: 91,893.36 × 6 % × 1 / 12, rounded half up to the cent = 459.47",
                "principal: 8,606.64 − 459.47, never more than is owed = 8147.17",
                "instalment 2, paid on 15 March 2026 = -8147.17"});
    CHECK(lines(taken.traces.at(1)) == Lines{"capital of the loan = 100000.00",
                                             "interest: 91,893.36 × 6 % × 1 / 12, rounded half up to the cent = 459.47",
                                             "instalment 2, paid on 15 March 2026 = -459.47"});
    CHECK(taken.traces.at(0).steps().back().place == loan.place.span);
}

TEST_CASE("an explanation tells of what is not ordinary") {
    struct Case {
        const char* name;
        void (*change)(Loan&);
        const char* first;
        const char* last;
        std::size_t movement;
        Lines steps;
    };
    const Case cases[] = {
        {"the last instalment",
         [](Loan&) {},
         "2027-01-01",
         "2027-01-31",
         0,
         {"capital of the loan = 100000.00",
          "constant instalment: 100,000.00 at 6 % × 1 / 12 each, in 12, rounded half up to the cent = 8606.64",
          "the last instalment takes all that is still owed = 8563.87",
          "instalment 12, paid on 15 January 2027 = -8563.87"}},
        {"a broken first period",
         [](Loan& loan) { from(loan, "2026-01-15", "2026-03-05", 5); },
         "2026-03-01",
         "2026-03-31",
         0,
         {"capital of the loan = 100000.00",
          "constant instalment: 100,000.00 at 6 % × 1 / 12 each, in 12, rounded half up to the cent = 8606.64",
          "interest: 100,000.00 × 6 % × 1 / 12, rounded half up to the cent = 500.00",
          "principal: 8,606.64 − 500.00, as in a full period; the instalment differs by the interest = 8106.64",
          "instalment 1, paid on 5 March 2026 = -8106.64"}},
        {"the interest of a broken period",
         [](Loan& loan) { from(loan, "2026-01-15", "2026-03-05", 5); },
         "2026-03-01",
         "2026-03-31",
         1,
         {"capital of the loan = 100000.00",
          "interest: 100,000.00 × 6 % × 50 / 360 days, rounded half up to the cent = 833.33",
          "instalment 1, paid on 5 March 2026 = -833.33"}},
        {"a grown capital, put off, on a business day",
         [](Loan& loan) {
             loan.deferral = Deferral::total;
             loan.deferred = 1;
             loan.kind = LoanKind::constant_capital;
             loan.delay.days = -1;
             loan.roll = Roll::next;
         },
         "2026-03-15",
         "2026-03-31",
         0,
         {"capital of the loan = 100000.00", "the loan is put off: 15 March 2026 becomes 14 March 2026",
          "capital with the interest of 1 deferred instalment added = 100500.00",
          "capital in equal parts: 100,500.00 / 11, rounded half up to the cent = 9136.36",
          "instalment 2, due on 14 March 2026, paid on the business day 16 March 2026 = -9136.36"}},
        {"the drawdown of a scaled loan",
         [](Loan& loan) { loan.scale = Rate(12, 1); },
         "2026-01-15",
         "2026-01-15",
         0,
         {"capital of the loan: 100,000.00 × 120 %, rounded half up to the cent = 120000.00",
          "capital received on 15 January 2026 = 120000.00"}},
        {"an insurance on the initial capital",
         [](Loan& loan) { loan.insurance = Rate(36, 4); },
         "2026-03-01",
         "2026-03-31",
         2,
         {"capital of the loan = 100000.00",
          "insurance: initial capital 100,000.00 × 0.36 % × 1 / 12, rounded half up to the cent = 30.00",
          "instalment 2, paid on 15 March 2026 = -30.00"}},
        {"an insurance on what is owed",
         [](Loan& loan) {
             loan.insurance = Rate(36, 4);
             loan.insurance_base = InsuranceBase::outstanding;
         },
         "2026-03-01",
         "2026-03-31",
         2,
         {"capital of the loan = 100000.00",
          "insurance: capital owed 91,893.36 × 0.36 % × 1 / 12, rounded half up to the cent = 27.57",
          "instalment 2, paid on 15 March 2026 = -27.57"}},
    };
    for (const Case& row : cases) {
        CAPTURE(row.name);
        Loan loan = hundred_thousand();
        loan.bank = 1;
        row.change(loan);
        const Taken taken = take(budget_of(Holidays::france), loan, row.first, row.last);
        REQUIRE(taken.traces.size() > row.movement);
        CHECK(lines(taken.traces[row.movement]) == row.steps);
    }
}

TEST_CASE("an explanation shows the bank's row, its place and the difference") {
    Loan loan = with_bank_schedule();
    loan.bank = 1;
    const Taken taken = take(budget_of(Holidays::france), loan, "2026-03-01", "2026-03-31");
    const Trace& trace = taken.traces.at(0);
    CHECK(lines(trace) ==
          Lines{"the bank's schedule for 16 March 2026 = 2495.00",
                "the bank's instalment of 2,525.06 less the 2,525.05 that the terms give; the bank's wins = 0.01",
                "instalment 2, paid on 16 March 2026 = -2495.00"});
    CHECK(trace.steps().front().place == Span{SourceId{2}, 31, 60});
    CHECK(trace.steps().back().place == Span{SourceId{2}, 31, 60});
    loan.scale = Rate(5, 1);
    loan.instalments = 0;
    const Taken scaled = take(budget_of(Holidays::france), loan, "2026-03-01", "2026-03-31");
    CHECK(lines(scaled.traces.at(0)) ==
          Lines{"the bank's schedule for 16 March 2026 = 2495.00",
                "the capital owed before and after it × 50 %, each rounded half up to the cent: the difference = "
                "1247.50",
                "instalment 2, paid on 16 March 2026 = -1247.50"});
    CHECK(lines(scaled.traces.at(1)).at(1) == "× 50 %, rounded half up to the cent = 15.03");
}
