// SPDX-License-Identifier: MIT
#include <msp/budget/decoders.hpp>
#include <msp/budget/keys_cover.hpp>
#include <msp/budget/keys_employer.hpp>
#include <msp/budget/keys_post.hpp>
#include <msp/budget/keys_rule.hpp>
#include <msp/budget/suggest.hpp>

#include <algorithm>
#include <utility>

namespace msp {
namespace {

constexpr unsigned cover_day = 15;
constexpr unsigned last_of_month = 31;
constexpr Rate full_time_hours = Rate(35, 0);

// What holds first holds from the beginning, whatever day it names.
template <typename Value>
void begin_at_once(Timeline<Value>& values) {
    if (!values.steps.empty())
        values.steps.front().from = Date::first();
}

template <typename Field>
Timeline<Rate> dated_values(const Field& field) {
    Timeline<Rate> values = field.read().value_or(Timeline<Rate>());
    begin_at_once(values);
    return values;
}

template <typename Field>
Timeline<Money> dated_amounts(const Field& field) {
    constexpr Money euro = Money::from_cents(100);
    Timeline<Money> found;
    for (const auto& step : dated_values(field).steps)
        found.steps.push_back({step.from, times(euro, step.value, Rounding::half_up)});  // whole cents as they are
    return found;
}

template <typename Table>
void insurer(Table& table, CoverContract& contract) {
    contract.rhythm = table["every"_key].template value<CallRhythm>();
    contract.day = table["day"_key].read().value_or(cover_day);
    contract.place = {table.span()};
}

// Of full time, exactly.
std::optional<AidFte> part_of_full_time(Rate hours) {
    if (hours == full_time_hours)
        return AidFte::whole;
    return Rate(hours.digits() * 2, hours.scale()) == full_time_hours ? std::optional(AidFte::half) : std::nullopt;
}

class EmployerDecoder {
 public:
    EmployerDecoder(Decoding& decoding, TableNode<Section::employer> node)
        : decoding_(decoding), table_(decoding.reading, node) {}

    Employer run() {
        employer_.place = {table_.span()};
        employer_.entity = decoding_.entity_of(table_["entity"_key]);
        kind();
        employer_.work_accident = dated_values(table_["work_accident"_key]);
        employer_.work_accident_place = {table_["work_accident"_key].span()};
        (void)table_["headcount"_key].read();
        employer_.alsace_moselle = decoding_.budget.entities[employer_.entity].holidays == Holidays::alsace_moselle;
        employer_.rhythm = table_["contributions"_key].value<CallRhythm>();
        employer_.pay_day = table_["pay_day"_key].read().value_or(last_of_month);
        employer_.reduction = table_["reduction"_key].value<ReductionCourse>();
        employer_.tolerated_hours = table_["month_hours"_key].value<MonthHours>() == MonthHours::tolerated;
        employer_.payroll_tax = table_["payroll_tax"_key].value();
        declared_taxes();
        employer_.idcc1147 = table_["idcc1147"_key].value();
        employer_.death_cover_in_csg = table_["death_cover_in_csg"_key].value();
        employer_.payroll_fee = table_["payroll_fee"_key].value();
        employer_.minimum = dated_amounts(table_["minimum"_key]);
        covers();
        growth();
        return std::move(employer_);
    }

 private:
    void kind() {
        const EntityForm form = decoding_.budget.entities[employer_.entity].form;
        if (const auto typed = table_["kind"_key].read<EmployerKind>())
            employer_.kind = *typed;
        else if (form == EntityForm::association)
            employer_.kind = EmployerKind::association;
        else if (form != EntityForm::sisa && !table_["kind"_key].has())
            table_["kind"_key].missing();
    }

    void covers() {
        if (table_["health"_key].has()) {
            auto table = table_["health"_key].inner();
            CoverContract contract;
            contract.premium = dated_amounts(table["premium"_key]);
            contract.employer = table["employer"_key].value();
            insurer(table, contract);
            if (contract.employer < Rate(5, 1))
                decoding_.reading.error("employer.health",
                                        {tr("the employer bears at least half of the health cover"), {}},
                                        table["employer"_key].span());
            employer_.health = std::move(contract);
        }
        if (table_["provident"_key].has()) {
            auto table = table_["provident"_key].inner();
            CoverContract contract;
            contract.employer = table["employer"_key].read().value_or(Rate());
            contract.employee = table["employee"_key].value();
            contract.base = table["base"_key].value<CoverBase>();
            insurer(table, contract);
            employer_.provident = std::move(contract);
        }
    }

    void declared_taxes() {
        for (const auto node : table_["declared_payroll_tax"_key].tables()) {
            Table<Section::declared_tax> table(decoding_.reading, node);
            const auto year = table["year"_key].read();
            const auto due = table["amount"_key].read();
            if (!year || !due)
                continue;
            if (const DeclaredTax* other = employer_.declared(static_cast<int>(*year)))
                decoding_.reading.error("employer.tax",
                                        {tr("the taxe sur les salaires of {year} is said twice"), {{"year", *year}}},
                                        table.span(), Message{tr("keep one amount for each year"), {}},
                                        {{other->place.span, {tr("first said here"), {}}}});
            else
                employer_.declared_taxes.push_back({static_cast<std::int16_t>(*year), *due, {table.span()}});
        }
        if (!employer_.payroll_tax && !employer_.declared_taxes.empty())
            decoding_.reading.error(
                "employer.tax",
                {tr("no taxe sur les salaires is due, and what was due for a year decides nothing"), {}},
                table_["declared_payroll_tax"_key].span(), {},
                {{table_["payroll_tax"_key].span(), {tr("so it is said here"), {}}}});
    }

    void growth() {
        if (!table_["assume"_key].has())
            return;
        auto table = table_["assume"_key].inner();
        const auto read = [&](const auto& field) {
            const Rate rate = field.value();
            if (rate > Rate(1, 1))
                decoding_.reading.error("employer.growth",
                                        {tr("{key} grows by at most 10 % a year"), {{"key", field.name()}}},
                                        field.span());
            return rate;
        };
        employer_.assume = PayrollGrowth{read(table["smic"_key]), read(table["ceiling"_key])};
    }

    Decoding& decoding_;
    Table<Section::employer> table_;
    Employer employer_;
};

class PostDecoder {
 public:
    PostDecoder(Decoding& decoding, TableNode<Section::post> node)
        : decoding_(decoding), reading_(decoding.reading), table_(decoding.reading, node) {}

    std::optional<Post> run() {
        post_.form = table_["form"_key].value<PostForm>();
        post_.item = decoding_.add_item(table_, Origin::payroll, Side::payments, category());
        post_.bank = decoding_.bank_of(table_["entity"_key], table_["bank"_key]);
        decoding_.match(table_["match"_key], post_.item, post_.bank);
        post_.place = {table_.span()};
        keys_of_form();
        const bool known = !post_.employed() || employer();
        days();
        pay();
        hours();
        raises();
        if (post_.employed())
            contract();
        if (post_.form != PostForm::employee)
            invoice();
        shared();
        return known && !post_.gross.steps.empty() ? std::optional(std::move(post_)) : std::nullopt;
    }

 private:
    [[nodiscard]] CategoryIndex category() const {
        if (post_.employed())
            return decoding_.shipped_category("payroll-net");
        return decoding_.shipped_category(post_.form == PostForm::seconded ? "payroll-other" : "meetings");
    }

    void refuse(const char* text, std::initializer_list<const AnyField*> fields) {
        for (const AnyField* field : fields) {
            if (field->has())
                reading_.error("post.form", {text, {{"key", field->name()}}}, field->span(), {},
                               {{table_["form"_key].has() ? table_["form"_key].span() : table_.span(),
                                 {tr("the form of this post"), {}}}});
        }
    }

    void keys_of_form() {
        const auto gross = table_["gross"_key];
        const auto invoice = table_["invoice"_key];
        const auto weeks = table_["weeks"_key];
        const auto kept = table_["kept"_key];
        const auto fee = table_["fee"_key];
        const auto vat = table_["vat"_key];
        const auto every = table_["every"_key];
        const auto delay = table_["delay"_key];
        if (post_.form != PostForm::shared)
            refuse(tr("{key} is for a post that is shared"), {&kept});
        if (post_.form == PostForm::employee)
            refuse(tr("{key} is for a post that is invoiced or shared"), {&fee, &vat, &every, &delay});
        if (post_.employed())
            return refuse(tr("{key} is for a post that is invoiced"), {&invoice, &weeks});
        const auto executive = table_["executive"_key];
        const auto fixed_term = table_["fixed_term"_key];
        const auto thirteenth = table_["thirteenth"_key];
        const auto bonuses = table_["bonuses"_key];
        const auto absences = table_["absences"_key];
        const auto leaving = table_["leaving"_key];
        const auto minimum = table_["minimum"_key];
        const auto training = table_["training"_key];
        const auto health = table_["health"_key];
        const auto provident = table_["provident"_key];
        const auto vouchers = table_["meal_vouchers"_key];
        const auto travel = table_["travel"_key];
        refuse(tr("{key} is for a post that the entity employs"),
               {&gross, &executive, &fixed_term, &thirteenth, &bonuses, &absences, &leaving, &minimum, &training,
                &health, &provident, &vouchers, &travel});
    }

    void contract() {
        post_.executive = table_["executive"_key].value();
        post_.fixed_term = table_["fixed_term"_key].value();
        if (const auto month = table_["thirteenth"_key].read())
            post_.thirteenth = static_cast<unsigned>(*month);
        post_.bonuses = in_contract(table_["bonuses"_key]);
        post_.training = decoding_.dated(table_["training"_key].tables());
        post_.health = table_["health"_key].value();
        post_.provident = table_["provident"_key].value();
        post_.travel = table_["travel"_key].value();
        post_.minimum = dated_amounts(table_["minimum"_key]);
        vouchers();
        absences();
        leaving();
    }

    void invoice() {
        constexpr Rate usual_vat = Rate(20, 2);
        InvoiceTerms& terms = post_.invoice;
        post_.weeks = table_["weeks"_key].value();
        terms.fee = table_["fee"_key].value();
        terms.vat = table_["vat"_key].read().value_or(post_.form == PostForm::professional ? Rate() : usual_vat);
        terms.rhythm = table_["every"_key].value<CallRhythm>();
        terms.delay = table_["delay"_key].read().value_or(Delay());
        const auto kept = table_["kept"_key];
        terms.kept = kept.read().value_or(Rate());
        if (post_.form == PostForm::shared && !kept.has())
            kept.missing();
    }

    void absences() {
        for (const auto node : table_["absences"_key].tables()) {
            Table<Section::post_absence> table(reading_, node);
            const auto from = table["from"_key].read();
            const auto until = table["until"_key].read();
            const auto kept = table["kept_days"_key];
            const auto withheld = table["withheld"_key];
            const PostAbsence absence{from.value_or(Date()), until.value_or(Date()),           kept.read().value_or(0),
                                      withheld.read(),       table["replacement"_key].value(), {table.span()}};
            if (!kept.has() && !withheld.has())
                kept.missing();
            if (!from || !until)
                continue;
            if (kept.has() && withheld.has())
                reading_.error(
                    "post.absence", {tr("an absence has days whose pay is kept, or an amount that is withheld"), {}},
                    withheld.span(), Message{tr("leave one of them out"), {}}, {{kept.span(), {tr("the days"), {}}}});
            else if (withheld.has() && Month::of(*from) != Month::of(*until))
                reading_.error("post.absence",
                               {tr("what is withheld is of one month, and this absence is of several"), {}},
                               withheld.span(), Message{tr("write an absence for each month"), {}});
            if (*until < *from)
                comes_before(table["until"_key], table["from"_key]);
            else if (*from < post_.from || (post_.until && *until > *post_.until))
                reading_.error("post.absence", {tr("this absence is not within the days of the contract"), {}},
                               table.span(), {}, {{table_["from"_key].span(), {tr("the first day"), {}}}});
            else if (!post_.absences.empty() && *from <= post_.absences.back().until)
                reading_.error("post.absence", {tr("this absence begins before the one before it ends"), {}},
                               table.span(), Message{tr("write them in the order of their days, or as one"), {}},
                               {{post_.absences.back().place.span, {tr("the one before"), {}}}});
            else
                post_.absences.push_back(absence);
        }
    }

    void leaving() {
        needs(table_["leaving"_key], table_["until"_key]);
        post_.leaving = decoding_.dated(table_["leaving"_key].tables());
        for (const DatedAmount& cost : post_.leaving) {
            if (cost.date < post_.from)
                reading_.error("post.leaving", {tr("a contract costs nothing at its end before its first day"), {}},
                               cost.place.span, {}, {{table_["from"_key].span(), {tr("the first day"), {}}}});
        }
    }

    bool employer() {
        const EntityIndex entity = decoding_.budget.banks[post_.bank].entity;
        const auto& all = decoding_.budget.employers;
        const auto found = std::ranges::find(all, entity, &Employer::entity);
        if (found == all.end()) {
            reading_.error(
                "post.employer",
                {tr("nothing is said of {entity} as an employer"),
                 {{"entity", decoding_.budget.entities[entity].title()}}},
                table_.span(),
                Message{tr("add the employer's table, with the work accident rate that is notified to it: {table}"),
                        {{"table", std::string(reading_.keys_in(table_.span().source) == Language::french
                                                   ? "[employeur] at_mp = \"1,00 %\""
                                                   : "[employer] work_accident = \"1.00 %\"")}}});
            return false;
        }
        post_.employer = static_cast<std::size_t>(found - all.begin());
        return true;
    }

    void days() {
        const auto from = table_["from"_key];
        const auto until = table_["until"_key];
        post_.from = from.read(DayOfMonth::first).value_or(Date());
        post_.until = until.read(DayOfMonth::last);
        if (from.has() && post_.until && *post_.until < post_.from)
            comes_before(until, from);
        if (table_["fixed_term"_key].value() && !until.has())
            until.missing();
    }

    void pay() {
        if (post_.employed())
            pay(table_["gross"_key]);
        else
            pay(table_["invoice"_key]);
    }

    // A month's, or an hour's instead.
    template <typename Monthly>
    void pay(const Monthly& monthly) {
        const auto hourly = table_["hourly"_key];
        contradiction(monthly, hourly);
        if (!monthly.has() && !hourly.has())
            reading_.error(
                "key.missing",
                {tr("{one} or {other} is missing here"), {{"one", monthly.name()}, {"other", hourly.name()}}},
                table_.span());
        post_.hourly = hourly.has();
        post_.gross = post_.hourly ? dated_amounts(hourly) : dated_amounts(monthly);
        post_.gross_place = {post_.hourly ? hourly.span() : monthly.span()};
    }

    void hours() {
        const auto fte = table_["fte"_key];
        const auto hours = table_["hours"_key];
        contradiction(fte, hours);
        if (hours.has())
            post_.hours = dated_values(hours);
        else if (fte.has())
            post_.hours = dated_values(fte);
        for (auto& step : post_.hours.steps) {
            if (step.value <= Rate())
                reading_.error("post.hours", {tr("a post has more than no hours"), {}},
                               hours.has() ? hours.span() : fte.span(),
                               Message{tr("end the post with its last day, or leave it out"), {}});
            if (!hours.has())
                step.value = Rate(step.value.digits() * full_time_hours.digits(), step.value.scale());
        }
        if (post_.hours.steps.empty())
            post_.hours.steps.push_back({Date::first(), full_time_hours});
    }

    void raises() {
        for (const auto node : table_["raises"_key].tables()) {
            Table<Section::raise> table(reading_, node);
            contradiction(table["rate"_key], table["amount"_key]);
            if (!table["rate"_key].has() && !table["amount"_key].has())
                reading_.error("key.missing",
                               {tr("{one} or {other} is missing here"),
                                {{"one", table["rate"_key].name()}, {"other", table["amount"_key].name()}}},
                               table.span());
            const auto date = table["date"_key].read();
            const Raise raise{date.value_or(Date()),
                              table["rate"_key].read(),
                              table["amount"_key].read(),
                              {table["date"_key].span()}};
            if (date && (raise.rate || raise.amount))
                add(raise);
        }
    }

    // Two raises of one day, or one on a day of new pay, do not say what the pay is.
    void add(const Raise& raise) {
        const auto overlap = [&](Message message, Span other, const char* label) {
            reading_.error("post.raises", std::move(message), raise.place.span,
                           Message{tr("write the raises in the order of their days, one for each"), {}},
                           {{other, {label, {}}}});
        };
        if (raise.date <= post_.from)
            overlap({tr("this raise does not come after the first day of the contract"), {}}, table_["from"_key].span(),
                    tr("the first day"));
        else if (!post_.raises.empty() && raise.date <= post_.raises.back().date)
            overlap({tr("this raise does not come after the one before it"), {}}, post_.raises.back().place.span,
                    tr("the one before"));
        else if (std::ranges::find(post_.gross.steps, raise.date, &Timeline<Money>::Step::from) !=
                 post_.gross.steps.end())
            overlap({tr("on the day of this raise another pay is given"), {}}, post_.gross_place.span, tr("the pay"));
        else if (post_.until && raise.date > *post_.until)
            reading_.error("post.raises", {tr("this raise comes after the last day of the contract"), {}},
                           raise.place.span, Message{tr("leave it out, or correct the days"), {}},
                           {{table_["until"_key].span(), {tr("the last day"), {}}}});
        post_.raises.push_back(raise);
    }

    std::vector<DatedAmount> in_contract(const FieldIn<Section::post, "bonuses">& list) {
        std::vector<DatedAmount> found = decoding_.dated(list.tables());
        for (const DatedAmount& bonus : found) {
            if (bonus.date < post_.from || (post_.until && bonus.date > *post_.until))
                reading_.error("post.bonus", {tr("this bonus is not within the days of the contract"), {}},
                               bonus.place.span, {}, {{table_["from"_key].span(), {tr("the first day"), {}}}});
        }
        return found;
    }

    void shared() {
        post_.charged = decoding_.charged_line(table_["shared"_key], post_.item, post_.bank, post_.place);
        if (post_.charged)
            post_.charged->covers.kind = CoversKind::month;
    }

    void vouchers() {
        if (!table_["meal_vouchers"_key].has())
            return;
        auto table = table_["meal_vouchers"_key].inner();
        MealVouchers vouchers;
        vouchers.number = table["number"_key].read().value_or(0);
        vouchers.value = table["value"_key].read().value_or(Money());
        vouchers.employer = table["employer"_key].value();
        if (vouchers.employer < Rate(5, 1) || vouchers.employer > Rate(6, 1))
            reading_.error("post.voucher-share", {tr("the employer pays 50 % to 60 % of a meal voucher"), {}},
                           table["employer"_key].span());
        post_.vouchers = vouchers;
    }

    Decoding& decoding_;
    Reading& reading_;
    Table<Section::post> table_;
    Post post_;
};

}  // namespace

void decode_employers(Decoding& decoding, Root& root) {
    std::vector<Employer>& all = decoding.budget.employers;
    for (const auto node : decoding.bounded(root["employer"_key], root["employer"_key].tables())) {
        Employer employer = EmployerDecoder(decoding, node).run();
        const auto other = std::ranges::find(all, employer.entity, &Employer::entity);
        if (other != all.end())
            decoding.reading.error("employer.twice",
                                   {tr("the employer {entity} is described twice"),
                                    {{"entity", decoding.budget.entities[employer.entity].title()}}},
                                   employer.place.span, Message{tr("keep one table for each entity"), {}},
                                   {{other->place.span, {tr("first said here"), {}}}});
        else
            all.push_back(std::move(employer));
    }
}

void decode_post(Decoding& decoding, TableNode<Section::post> node) {
    if (std::optional<Post> post = PostDecoder(decoding, node).run())
        decoding.budget.posts.push_back(std::move(*post));
}

void link_aids(Decoding& decoding) {
    Budget& budget = decoding.budget;
    for (const Decoding::Earned& earned : decoding.earned) {
        const auto found = std::ranges::find_if(
            budget.posts, [&](const Post& post) { return budget.items[post.item].id == earned.post; });
        if (found == budget.posts.end()) {
            const auto item = budget.item(earned.post);
            if (item && budget.items[*item].origin == Origin::payroll)
                continue;  // of a post with an error of its own
            std::vector<std::string_view> known;
            for (const Post& post : budget.posts)
                known.push_back(budget.items[post.item].id);
            decoding.reading.error_once(
                "id.unknown", earned.key + ' ' + earned.post,
                {tr("{key} names \"{id}\", which is not there"), {{"key", earned.key}, {"id", earned.post}}},
                earned.span, [&] { return help_for_id(earned.post, known); });
            continue;
        }
        GrantAid& aid = *budget.grants[earned.grant].aid;
        aid.post = static_cast<std::size_t>(found - budget.posts.begin());
        if (!aid.contract) {
            aid.contract = found->from;
            aid.contract_place = found->place;
        }
        if (!aid.fte) {
            aid.fte = part_of_full_time(*found->hours.on(*aid.contract));
            aid.fte_place = found->place;
        }
        // A year that the post does not last is not counted on.
        if (!aid.until && found->until)
            aid.until = add_months(*found->until + 1, -12);
    }
}

}  // namespace msp
