// SPDX-License-Identifier: MIT
#include <msp/report/aci_words.hpp>
#include <msp/report/premise_words.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

namespace msp {
namespace {

using KeyWord = std::pair<std::string_view, const char*>;

// By name, whichever tables have it: a key of one name means one thing.
constexpr auto key_words = std::to_array<KeyWord>({
    {"absences", tr("absences")},
    {"aci", tr("ACI")},
    {"advance", tr("advance")},
    {"advance_crisis", tr("advance with the actions of a crisis")},
    {"advance_day", tr("day of the advance")},
    {"advance_ipa", tr("advance with the complements of an IPA")},
    {"aid", tr("public aid")},
    {"ald_over_75", tr("patients in ALD, 75 and over")},
    {"ald_under_75", tr("patients in ALD under 75")},
    {"alsace_moselle", tr("scheme of Alsace-Moselle")},
    {"ame", tr("beneficiaries of the AME")},
    {"ame_national", tr("national share of the AME")},
    {"amount", tr("amount")},
    {"amounts", tr("dated amount")},
    {"amplitude", tr("hours open on each weekday")},
    {"annual", tr("amount of twelve months")},
    {"arrives", tr("delay until it arrives")},
    {"as", tr("paid as")},
    {"associates", tr("associates")},
    {"assume", tr("taken to hold")},
    {"balance", tr("balance")},
    {"balance_day", tr("day of the balance")},
    {"band", tr("band")},
    {"bank", tr("account")},
    {"base", tr("taken on")},
    {"basis", tr("count of days")},
    {"bonuses", tr("bonus")},
    {"books", tr("books")},
    {"business_day", tr("where the day is no business day")},
    {"by", tr("way of recovery")},
    {"c2s", tr("beneficiaries of the C2S")},
    {"c2s_national", tr("national share of the C2S")},
    {"call", tr("advances of members")},
    {"calls", tr("calls")},
    {"cap", tr("most for one beneficiary")},
    {"capital", tr("capital")},
    {"case_rate", tr("rate of cases studied")},
    {"cases", tr("cases studied")},
    {"ceiling", tr("growth of the ceiling each January")},
    {"change", tr("change in the exercise")},
    {"charges", tr("calls for funds")},
    {"closed", tr("closed")},
    {"closed_weeks", tr("weeks closed in school holidays")},
    {"closed_weeks_outside", tr("weeks closed outside school holidays")},
    {"concerned", tr("patients concerned")},
    {"concertation_date", tr("start of concertation")},
    {"concertation_meetings", tr("fewer meetings of concertation")},
    {"contract", tr("contract from")},
    {"contributions", tr("rhythm of contributions")},
    {"cost", tr("cost")},
    {"count", tr("count of members and patients")},
    {"covers", tr("days that it is for")},
    {"crisis", tr("declared crisis")},
    {"current_account", tr("current accounts of members")},
    {"date", tr("date")},
    {"dates", tr("days and shares")},
    {"day", tr("day")},
    {"death_cover_in_csg", tr("cover of executives in the base of the CSG")},
    {"declared_payroll_tax", tr("taxe sur les salaires declared")},
    {"deferral", tr("deferral")},
    {"delay", tr("delay of payment")},
    {"depreciation", tr("depreciation")},
    {"derogation", tr("derogation")},
    {"distribution", tr("distribution of the ACI")},
    {"doctors", tr("doctors")},
    {"drawdowns", tr("drawdown")},
    {"each", tr("each year on")},
    {"employee", tr("employee's rate")},
    {"employer", tr("employer's share")},
    {"entity", tr("entity")},
    {"envelope", tr("envelope")},
    {"every", tr("how often")},
    {"evidence", tr("documents due by")},
    {"executive", tr("executive")},
    {"exempt", tr("exemptions")},
    {"exercise", tr("exercise")},
    {"expected", tr("expected on")},
    {"expense", tr("payments")},
    {"fee", tr("fee of the invoice")},
    {"fees", tr("fees of the bank")},
    {"first", tr("first instalment")},
    {"fixed_term", tr("fixed term")},
    {"floor", tr("floor")},
    {"forecast", tr("period")},
    {"form", tr("form")},
    {"from", tr("from")},
    {"fte", tr("part of a full-time job")},
    {"grant", tr("grants")},
    {"gross", tr("gross pay a month")},
    {"headcount", tr("employees")},
    {"health", tr("health cover")},
    {"holidays", tr("public holidays")},
    {"hourly", tr("price or pay of an hour")},
    {"hours", tr("hours a week")},
    {"idcc1147", tr("convention of medical practices")},
    {"income", tr("receipts")},
    {"index", tr("indexation")},
    {"instalments", tr("instalments")},
    {"insurance", tr("insurance")},
    {"invoice", tr("invoiced a month")},
    {"ipa", tr("IPA in the team")},
    {"kept", tr("part of the time that stays")},
    {"key", tr("keys of shared charges")},
    {"kind", tr("kind")},
    {"leaving", tr("end of the contract")},
    {"list", tr("the doctor's list")},
    {"loan", tr("loans")},
    {"lumps", tr("lump sum")},
    {"meal_vouchers", tr("meal vouchers")},
    {"meetings", tr("meetings held")},
    {"member", tr("members")},
    {"minimum", tr("minimum of the convention")},
    {"month_hours", tr("hours of a month in the reduction")},
    {"months", tr("months")},
    {"notified", tr("notified")},
    {"number", tr("number")},
    {"opening", tr("opening balance")},
    {"options", tr("what no text settles")},
    {"outstanding", tr("capital still owed")},
    {"over_75", tr("patients of 75 and over, not in ALD")},
    {"overdraft", tr("agreed overdraft")},
    {"overdraft_rate", tr("rate of the overdraft")},
    {"overdue", tr("overdue, with --actuals")},
    {"paid", tr("payments of members")},
    {"paid_to", tr("paid to")},
    {"participation", tr("participations")},
    {"patients", tr("patients")},
    {"patients_on", tr("counted on")},
    {"pay_day", tr("pay day")},
    {"payment_day", tr("day of payment")},
    {"payroll_fee", tr("price of a payslip")},
    {"payroll_tax", tr("taxe sur les salaires")},
    {"plan", tr("planned")},
    {"points", tr("points typed")},
    {"post", tr("posts")},
    {"precarity", tr("precarity")},
    {"premium", tr("premium")},
    {"proration", tr("first year counts by")},
    {"provident", tr("provident cover")},
    {"raises", tr("raise")},
    {"rate", tr("rate")},
    {"rates", tr("rate of an hour or point")},
    {"reached", tr("reached")},
    {"received", tr("received")},
    {"recovery", tr("recovery")},
    {"reduction", tr("general reduction settled")},
    {"regional", tr("missions of the PRS")},
    {"renewed", tr("renewed from")},
    {"reserve", tr("reserve")},
    {"room", tr("rooms")},
    {"round", tr("calls rounded to")},
    {"rounding", tr("rounding of the year")},
    {"saturday", tr("open on Saturday")},
    {"scale", tr("multiplied by")},
    {"schedule", tr("schedule of the bank")},
    {"settled", tr("settlement")},
    {"share", tr("share")},
    {"shared", tr("borne by")},
    {"si_from", tr("software counts from")},
    {"since", tr("since")},
    {"smic", tr("growth of the minimum wage each January")},
    {"spent", tr("real costs of shared lines")},
    {"state", tr("state")},
    {"steps", tr("revision")},
    {"themes", tr("themes")},
    {"third_party", tr("third parties")},
    {"thirteenth", tr("thirteenth month in month")},
    {"times", tr("number of payments")},
    {"training", tr("training")},
    {"transfer", tr("transfers")},
    {"travel", tr("travel a month")},
    {"unscheduled", tr("unscheduled care")},
    {"until", tr("until")},
    {"value", tr("value")},
    {"vat", tr("VAT of the invoice")},
    {"voted", tr("voted on")},
    {"weeks", tr("weeks a year")},
    {"work_accident", tr("rate for work accidents")},
    {"year", tr("year")},
    {"year_end", tr("last day of the exercise")},
    {"years", tr("years")},
});

// Of topics whose key is the name of something else too, or of one thing where there may be several.
constexpr auto topic_names =
    std::to_array<KeyWord>({{"bank", tr("accounts")}, {"employer", tr("employers")}, {"entity", tr("entities")}});

const char* text_of(RuleFact fact) {
    switch (fact) {
        case RuleFact::text:
            return tr("text that holds");
        case RuleFact::point:
            return tr("value of a point");
        case RuleFact::advance_share:
            return tr("share of the advance");
        case RuleFact::precarity_cap:
            return tr("most that precarity adds");
        case RuleFact::patients:
            return tr("patients of the associated doctors");
        case RuleFact::associates:
            return tr("associates who count");
        case RuleFact::doctors:
            return tr("associated doctors");
        case RuleFact::indicator:
            return tr("paid for {label}");
        case RuleFact::taken_over:
            return tr("{label}, of which this year says nothing");
        case RuleFact::advance:
            return tr("advance on {day}");
        case RuleFact::balance:
            return tr("balance on {day}");
        case RuleFact::known_until:
            return tr("rates known until");
        case RuleFact::minimum_wage:
            return tr("minimum wage an hour from {day} on");
        case RuleFact::ceiling:
            return tr("ceiling of a month from {day} on");
        case RuleFact::contribution:
            return tr("{label}, employer");
        case RuleFact::employee_contribution:
            return tr("{label}, employee");
        case RuleFact::reduction:
            return tr("general reduction, largest coefficient from {day} on");
        case RuleFact::tax_rate:
            return tr("taxe sur les salaires, rate of band {n}");
        case RuleFact::tax_band:
            return tr("taxe sur les salaires, yearly pay that ends band {n}, from {day} on");
        case RuleFact::aid_year:
            return tr("{label}, year {n} of the contract");
    }
    return "";
}

struct ShowValue {
    Language language;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(Money amount) const { return words({"{amount}", {{"amount", amount}}}, language); }
    std::string operator()(Rate rate) const {
        return words({"{rate} %", {{"rate", Decimal{rate.percent()}}}}, language);
    }
    std::string operator()(const Quotient& count) const { return count_figure(count, language); }
    std::string operator()(Date date) const { return words({"{date}", {{"date", date}}}, language); }
};

}  // namespace

const char* word_of_key(std::string_view english) {
    const auto* found = std::ranges::lower_bound(key_words, english, {}, &KeyWord::first);
    return found == key_words.end() || found->first != english ? nullptr : found->second;
}

std::string topic_words(const Key& topic, Language language) {
    const auto* own = std::ranges::find(topic_names, topic.english, &KeyWord::first);
    const char* word = own == topic_names.end() ? word_of_key(topic.english) : own->second;
    std::string text(word == nullptr ? std::string_view(topic.name(language)) : translate(word, language));
    if (!text.empty() && 'a' <= text.front() && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string premise_words(const StatedValue& value, Language language) {
    std::string text;
    const auto add = [&](const Key& key) {
        const char* word = word_of_key(key.english);
        text += (text.empty() ? "" : ", ") +
                std::string(word == nullptr ? std::string_view(key.name(language)) : translate(word, language));
    };
    for (const Key* table : value.within) {
        if (std::string_view(table->english) != "year" && table != value.topic)
            add(*table);
    }
    if (value.key != value.topic)
        add(*value.key);
    return text;
}

std::string premise_words(const RulePremise& rule, Language language) {
    Message message = {text_of(rule.fact), {{"label", rule.label}, {"n", rule.number}}};
    if (rule.day)
        message.arguments.emplace_back("day", *rule.day);
    return words(message, language);
}

std::string premise_value(const RulePremise& rule, Language language) {
    if (rule.fact == RuleFact::text)
        return rule.label;
    if (rule.fact == RuleFact::taken_over)
        return std::string(translate(tr("as in an earlier year"), language));
    return std::visit(ShowValue{language}, rule.value);
}

}  // namespace msp
