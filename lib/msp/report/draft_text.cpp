// SPDX-License-Identifier: MIT
#include <msp/report/draft_text.hpp>
#include <msp/report/forecast.hpp>
#include <msp/report/text_style.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {
namespace {

constexpr std::size_t comment_width = 96;

// A text in quotes; accounts of an export may hold anything.
std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += static_cast<unsigned char>(c) < ' ' || c == '\x7f' ? ' ' : c;
    }
    return out += '"';
}

std::string list_of(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts)
        out += (out.empty() ? "" : ", ") + quoted(text);
    return '[' + out + ']';
}

std::string told_of(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts)
        out += (out.empty() ? "" : ", ") + text;
    return out;
}

class DraftWriter {
 public:
    DraftWriter(std::span<const DraftedEntity> entities, const Catalogue& catalogue, Language language)
        : entities_(entities), catalogue_(catalogue), language_(language) {
        std::size_t banks = 0;
        for (const DraftedEntity& entity : entities)
            banks += entity.draft->banks.size();
        several_banks_ = banks != 1;
    }

    std::string run() {
        head();
        for (std::size_t i = 0; i < entities_.size(); ++i)
            entity(i);
        for (std::size_t i = 0; i < entities_.size(); ++i)
            banks(i);
        section(tr("Receipts"));
        for (const DraftedEntity& each : entities_)
            receipts(*each.draft);
        section(tr("Payments"));
        for (const DraftedEntity& each : entities_) {
            for (const DraftLine& of : each.draft->lines) {
                if (of.kind == DraftKind::expense || of.kind == DraftKind::transfer)
                    line(*each.draft, of);
            }
        }
        for (const DraftedEntity& each : entities_)
            left(each);
        return std::move(out_);
    }

 private:
    void comment(const Message& message) { remark(words(message, language_)); }
    void remark(std::string_view sentences) {
        for (const std::string& line : lines_within(sentences, comment_width))
            out_ += "# " + line + '\n';
    }
    void section(const char* title) { out_ += "\n# ---- " + std::string(translate(title, language_)) + '\n'; }
    void key(std::string_view name, const std::string& value) { out_.append(name).append(" = ").append(value) += '\n'; }

    void head() {
        std::vector<std::string> files;
        for (const DraftedEntity& entity : entities_)
            files.push_back(entity.file);
        comment({tr("A budget drafted from {files}: what moved cash there comes again a year later. Look at each line; "
                    "its comment says where its amount is from."),
                 {{"files", told_of(files)}}});
        out_ += "#\n#     msp-forecast --check budget.toml\n#     msp-actuals budget.toml";
        for (const std::string& file : files)
            out_ += ' ' + file;
        out_ += "\n#\n";
        comment({tr("All keys: man msp-budget. How the books are mapped to lines: man msp-fec."), {}});
        out_ += "\nschema = 1\n";
        key("lang", language_ == Language::french ? "\"fr\"" : "\"en\"");
    }

    [[nodiscard]] std::string entity_id(std::size_t index) const {
        return (language_ == Language::french ? "entite-" : "entity-") + std::to_string(index + 1);
    }

    void entity(std::size_t index) {
        const DraftedEntity& of = entities_[index];
        const bool several = entities_.size() > 1;
        out_ += '\n';
        comment({tr("The export has neither its name nor its form: type them as name and form."), {}});
        out_ += several ? "[[entity]]\n" : "[entity]\n";
        if (several)
            key("id", quoted(entity_id(index)));
        if (!of.siren.empty())
            key("siren", quoted(of.siren));
        if (of.closing && iso(*of.closing).substr(5) != "12-31")
            key("year_end", quoted(iso(*of.closing).substr(5)));
    }

    void banks(std::size_t index) {
        const BudgetDraft& draft = *entities_[index].draft;
        out_ += '\n';
        comment({tr("{file}: {opening} at the beginning, {placed} of the lines below and {left} of none (at the end) "
                    "make {closing} on {day}."),
                 {{"file", entities_[index].file},
                  {"opening", draft.opening},
                  {"placed", draft.placed},
                  {"left", draft.not_placed},
                  {"closing", draft.closing},
                  {"day", draft.until}}});
        if (draft.later_count != 0)
            comment({tr("Of {file} {n} {n:entry|entries} after {day} {n:is|are} not used: {amount}."),
                     {{"file", entities_[index].file},
                      {"n", draft.later_count},
                      {"day", draft.until},
                      {"amount", draft.later}}});
        if (draft.on_the_way != Money())
            comment({tr("Of it {amount} is on the way (511, 58) and on no account yet: plan it by hand."),
                     {{"amount", draft.on_the_way}}});
        if (!draft.opened)
            comment({tr("The export has no opening balances: type what the bank says instead."), {}});
        if (draft.seen.count() < 12)
            comment({tr("The export has {n} {n:month|months}: what comes once a year may be missing."),
                     {{"n", std::int64_t{draft.seen.count()}}}});
        if (!draft.seen.whole)
            comment({tr("Its last month is not over: --as-of names another day to read the books to."), {}});
        for (const DraftBank& bank : draft.banks) {
            out_ += several_banks_ ? "\n[[bank]]\n" : "[bank]\n";
            if (several_banks_)
                key("id", quoted(bank.id));
            if (entities_.size() > 1)
                key("entity", quoted(entity_id(index)));
            key("opening", plain(bank.opening));
            key("date", iso(draft.opens));
            key("account", quoted(bank.account));
        }
    }

    void receipts(const BudgetDraft& draft) {
        if (draft.aci)
            aci(draft, *draft.aci);
        for (const DraftLine& of : draft.lines) {
            if (of.kind == DraftKind::income)
                line(draft, of);
        }
    }

    void bank(const BudgetDraft& draft, std::size_t index, std::string_view name = "bank") {
        if (several_banks_)
            key(name, quoted(draft.banks[index].id));
    }

    void aci(const BudgetDraft& draft, const AciDraft& of) {
        out_ += '\n';
        comment(
            {tr("{accounts}: {came} on {n} {n:day|days}. The same is assumed; once the CPAM has told, write notified "
                "instead of amount."),
             {{"accounts", told_of(of.accounts)}, {"came", of.came}, {"n", of.days}}});
        if (!of.balance)
            comment({tr("The books do not tell the balance of the year before from the advance: all of it stands as "
                        "advance."),
                     {}});
        out_ += "[aci]\n";
        bank(draft, of.bank);
        key("match", list_of(of.accounts));
        const auto year_of = [](const DayAmount& each) { return each.date.fields().year; };
        const auto part = [this](std::string_view name, const DayAmount& each) {
            key(name, "{ amount = " + plain(each.amount) + ", expected = " + iso(each.date) + " }");
        };
        int open = 0;  // the year whose table is written
        const auto begin_year = [&](int year) {
            if (year == open)
                return;
            open = year;
            out_ += "\n[[aci.year]]\n";
            key("year", std::to_string(year));
        };
        if (of.balance) {
            begin_year(year_of(*of.balance) - 1);
            part("balance", *of.balance);
        }
        if (of.advance) {
            begin_year(year_of(*of.advance));
            part("advance", *of.advance);
        }
    }

    void begin(const BudgetDraft& draft, const DraftLine& of, std::string_view table) {
        out_.append("[[").append(table) += "]]\n";
        const std::string& label = name_of(catalogue_.categories[of.category], language_);
        key("id", quoted(of.id));
        const bool alone = of.id == id_of(of) || of.accounts.empty();
        key("label", quoted(alone ? label : label + " (" + of.accounts.front() + ')'));
        key("category", quoted(id_of(of)));
        bank(draft, of.bank);
        if (of.kind == DraftKind::transfer)
            bank(draft, of.paid_to, "paid_to");
    }

    // Of its category, in the language of the keys.
    [[nodiscard]] const std::string& id_of(const DraftLine& of) const {
        const Category& category = catalogue_.categories[of.category];
        return language_ == Language::french && !category.french_id.empty() ? category.french_id : category.id;
    }

    void line(const BudgetDraft& draft, const DraftLine& of) {
        out_ += '\n';
        origin(of);
        begin(draft, of,
              of.kind == DraftKind::income     ? "income"
              : of.kind == DraftKind::transfer ? "transfer"
                                               : "expense");
        const Rhythm& rhythm = of.rhythm;
        if (rhythm.step == 0) {
            dated("amounts", rhythm.dated);
            key("until", quoted(iso(draft.seen.last + 12)));
        } else {
            key(rhythm.from == AmountFrom::spread ? "annual" : "amount", plain(rhythm.amount));
            key("every", every(rhythm));
            key("day", rhythm.day == 31 ? "\"last\"" : std::to_string(rhythm.day));
            if (rhythm.roll != Roll::none)
                key("business_day", rhythm.roll == Roll::next ? "\"next\"" : "\"previous\"");
        }
        // What came once, or on days of its own, may not come again.
        if (of.kind == DraftKind::income && (rhythm.step == 0 || rhythm.step == 12))
            key("state", "\"assumed\"");
        if (!of.accounts.empty())
            key("match", list_of(of.accounts));
    }

    void dated(std::string_view name, const std::vector<DayAmount>& amounts) {
        out_.append(name) += " = [\n";
        for (const DayAmount& each : amounts)
            out_ += "    { date = " + iso(each.date) + ", amount = " + plain(each.amount) + " },\n";
        out_ += "]\n";
    }

    static std::string every(const Rhythm& rhythm) {
        if (rhythm.step == 1)
            return "\"month\"";
        std::string months;
        for (unsigned month = 1; month <= 12; ++month) {
            const int after = static_cast<int>(month) - static_cast<int>(rhythm.first.month()) + 12;
            if (after % rhythm.step == 0)
                months += (months.empty() ? "" : ", ") + std::to_string(month);
        }
        return "{ months = [" + months + "] }";
    }

    // Where the amount of a line is from.
    void origin(const DraftLine& of) {
        std::vector<const char*> sentences = {of.days == 1 ? tr("{accounts}: once, on {first}, {came}.")
                                              : of.least == of.most
                                                  ? tr("{accounts}: {n} times {most}.")
                                                  : tr("{accounts}: {n} times, from {least} to {most}, in all {came}."),
                                              made(of.rhythm)};
        if (of.rhythm.later)
            sentences.push_back(tr("It began on {first}, and a whole year of it is planned."));
        if (of.rhythm.one_more)
            sentences.push_back(tr("One of them is of the month before or after: twelve are planned."));
        if (of.estimated)
            sentences.push_back(tr("Some of it is an estimate, by other invoices of the same party."));
        std::string text;
        for (const char* sentence : sentences) {
            if (*sentence != '\0')
                text += (text.empty() ? "" : " ") +
                        words({sentence,
                               {{"accounts", of.accounts.empty() ? of.id : told_of(of.accounts)},
                                {"n", of.days},
                                {"least", of.least},
                                {"most", of.most},
                                {"came", absolute(of.came)},
                                {"first", of.first}}},
                              language_);
        }
        remark(text);
    }

    static const char* made(const Rhythm& rhythm) {
        if (rhythm.step == 12)
            return tr("If it does not come back each year, take it out.");
        switch (rhythm.from) {
            case AmountFrom::each:
                return "";
            case AmountFrom::latest:
                return tr("The latest amount stands here.");
            case AmountFrom::spread:
                return tr("A year of it is spread evenly.");
            case AmountFrom::dated:
                return rhythm.by_month ? tr("It has no rhythm: the sums of the months come a year later.")
                                       : tr("It has no rhythm: each comes a year later.");
        }
        return "";
    }

    static const char* reason(LeftBecause because) {
        switch (because) {
            case LeftBecause::no_invoice:
                return tr("no invoice says what it is for");
            case LeftBecause::rare:
                return tr("capital, loans, investment and current accounts do not come back by themselves");
            case LeftBecause::nothing:
                return tr("it came and went");
            case LeftBecause::unbalanced:
                return tr("the entry does not balance");
            case LeftBecause::earlier:
                return tr("more than twelve months before the last");
            case LeftBecause::several_banks:
                return tr("between more than two accounts of cash at once");
        }
        return "";
    }

    void left(const DraftedEntity& entity) {
        if (entity.draft->left.empty())
            return;
        section(tr("Not placed: these are of no line, and have no rule"));
        for (const LeftMoney& each : entity.draft->left)
            comment(
                {each.account.empty()
                     ? tr("{n} {n:movement|movements}, {in} in and {out} out, first in line {line} of {file}: {why}.")
                     : tr("{account}: {n} {n:movement|movements}, {in} in and {out} out, first in line {line} of "
                          "{file}: {why}."),
                 {{"account", each.account},
                  {"n", each.count},
                  {"in", each.in},
                  {"out", absolute(each.out)},
                  {"line", std::int64_t{each.line}},
                  {"file", entity.file},
                  {"why", Term{reason(each.because)}}}});
    }

    std::span<const DraftedEntity> entities_;
    const Catalogue& catalogue_;
    Language language_;
    bool several_banks_ = false;
    std::string out_;
};

}  // namespace

std::string drafted_budget(std::span<const DraftedEntity> entities, const Catalogue& catalogue, Language language) {
    return DraftWriter(entities, catalogue, language).run();
}

}  // namespace msp
