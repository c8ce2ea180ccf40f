// SPDX-License-Identifier: MIT
#include <msp/actuals/openings.hpp>
#include <msp/ledger/check.hpp>
#include <support/books.hpp>
#include <support/exports.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace msp::app {
namespace {

class BooksReader {
 public:
    BooksReader(Context& context, const Budget& budget) : context_(context), budget_(budget) {}

    std::optional<std::deque<EntityExport>> read(std::span<const std::string> paths) {
        bool all = true;
        for (const std::string& path : paths) {
            std::optional<Export> read = read_export(context_, path);
            if (!read) {
                all = false;
                continue;
            }
            const bool unreadable = read->findings.count(Gravity::unreadable) != 0;
            tell_findings(context_, read->findings, read->ledger.source(), read->ledger.form(), false);
            all = !unreadable && !is_twin(path, read->ledger) && all;
            const std::optional<EntityIndex> entity = entity_of(path);
            if (entity)
                exports_.push_back({path, *entity, std::move(read->ledger)});
            all = entity && all;
        }
        put_in_order();
        return all ? std::optional(std::move(exports_)) : std::nullopt;
    }

 private:
    // Of each entity the older first.
    void put_in_order() {
        std::deque<EntityExport> ordered;
        for (std::size_t entity = 0; entity < budget_.entities.size(); ++entity) {
            std::vector<EntityExport*> own;
            std::vector<const Fec*> ledgers;
            for (EntityExport& each : exports_) {
                if (each.entity != entity)
                    continue;
                own.push_back(&each);
                ledgers.push_back(&each.ledger);
            }
            for (const std::size_t i : oldest_first(ledgers))
                ordered.push_back(std::move(*own[i]));
        }
        exports_ = std::move(ordered);
    }

    // The same file twice would count twice, and so would an earlier export of what a later one has too.
    bool is_twin(const std::string& path, const Fec& ledger) {
        for (const EntityExport& each : exports_) {
            const bool same = each.ledger.text() == ledger.text();
            if (!same && !has_first_line_of(each.ledger, ledger) && !has_first_line_of(ledger, each.ledger))
                continue;
            context_.diagnostics.error("actuals.twice",
                                       {same ? tr("{file} and {other} are the same")
                                             : tr("{file} and {other} have the same entries, which would count twice"),
                                        {{"file", path}, {"other", each.file}}},
                                       {},
                                       same ? Message{tr("name each export once"), {}}
                                            : Message{tr("name the latest export of an exercise alone"), {}});
            return true;
        }
        return false;
    }

    // After its header, as it is written: with its journal, number and day no other entry is the same.
    static bool has_first_line_of(const Fec& one, const Fec& other) {
        const std::string_view text = other.text();
        const std::size_t begin = text.find('\n');
        if (begin == std::string_view::npos)
            return false;
        const std::string_view line = text.substr(begin, text.find('\n', begin + 1) - begin);
        return line.size() > 2 && one.text().find(line) != std::string_view::npos;
    }

    // By the SIREN in the file's name; the only one of the budget needs none.
    std::optional<EntityIndex> entity_of(const std::string& path) {
        const std::vector<Entity>& entities = budget_.entities;
        const std::optional<LedgerName> name = ledger_name(path);
        const std::string siren = name && is_siren(name->siren) ? std::string(name->siren) : std::string();
        const auto found = std::ranges::find(entities, siren, &Entity::siren);
        if (!siren.empty() && found != entities.end())
            return static_cast<EntityIndex>(found - entities.begin());
        if (entities.size() == 1 && (siren.empty() || entities.front().siren.empty()))
            return EntityIndex{0};
        context_.diagnostics.error(
            "actuals.entity",
            {siren.empty() ? tr("nothing says whose books {file} are: its name has no SIREN")
                           : tr("{file} has the SIREN {siren}, and no entity of the budget has it"),
             {{"file", path}, {"siren", siren}}},
            {},
            Message{tr("give the entity its siren in the budget, and the file a name such as "
                       "123456782FEC20261231.txt"),
                    {}});
        return std::nullopt;
    }

    Context& context_;
    const Budget& budget_;
    std::deque<EntityExport> exports_;
};

void tell_transfer(Context& context, const Budget& budget, const std::string& file, const Fec& ledger,
                   const UnclearTransfer& unclear) {
    const Item& first = budget.items[unclear.first];
    const Item& second = budget.items[unclear.second];
    context.diagnostics.warning(
        "actuals.transfer",
        {tr("{n} {n:entry|entries} of {file} may be {line} or {other}, and {n:is|are} held against neither: the "
            "first "
            "in line {number}"),
         {{"n", unclear.count},
          {"file", file},
          {"line", first.id},
          {"other", second.id},
          {"number", std::int64_t{ledger.number_of(unclear.line)}}}},
        second.place.span,
        Message{tr("give them a rule each, by the account that the money passes or by words of its label"), {}},
        {{first.place.span, {tr("the other transfer"), {}}}});
}

}  // namespace

std::optional<std::deque<EntityExport>> read_books(Context& context, const Budget& budget,
                                                   std::span<const std::string> paths) {
    return BooksReader(context, budget).read(paths);
}

std::vector<EntityIndex> AllBooks::with_books() const {
    std::vector<EntityIndex> all;
    for (const EntityBooks& each : entities)
        all.push_back(each.entity);
    return all;
}

void tell_before_opening(const Case& of, std::span<const EntityIndex> with_books, Diagnostics& found) {
    const Budget& budget = of.budget;
    if (budget.aci && std::ranges::find(with_books, budget.banks[budget.aci->bank].entity) == with_books.end())
        check_before_opening(of, found);
}

const EntityBooks* AllBooks::of(EntityIndex entity) const {
    const auto found = std::ranges::find(entities, entity, &EntityBooks::entity);
    return found == entities.end() ? nullptr : &*found;
}

AllBooks books_by_entity(const Budget& budget, const std::deque<EntityExport>& exports) {
    AllBooks all;
    for (std::size_t i = 0; i < budget.entities.size(); ++i) {
        EntityBooks books;
        books.entity = static_cast<EntityIndex>(i);
        std::vector<const Fec*> ledgers;
        for (const EntityExport& each : exports) {
            if (each.entity != books.entity)
                continue;
            books.files.push_back(each.file);
            ledgers.push_back(&each.ledger);
        }
        if (ledgers.empty())
            continue;
        books.ledgers = &all.ledgers.emplace_back(ledgers);
        all.entities.push_back(std::move(books));
    }
    return all;
}

void tell_tie(Context& context, const Budget& budget, const std::string& file, const MapTie& tie, std::int64_t number,
              const std::string& label) {
    context.diagnostics.error(
        "actuals.tie",
        {tr("{line} and {other} take the same money of {file}, line {number}: \"{label}\""),
         {{"line", budget.items[tie.second->item].id},
          {"other", budget.items[tie.first->item].id},
          {"file", file},
          {"number", number},
          {"label", label}}},
        tie.second->place.span,
        Message{tr("give one of them a longer account or another condition; a rule with more conditions wins"), {}},
        {{tie.first->place.span, {tr("the other rule"), {}}}});
}

void tell_mapping(Context& context, const Budget& budget, const std::string& file, const Fec& ledger,
                  const CashTotals& totals) {
    for (const MapTie& tie : totals.ties)
        tell_tie(context, budget, file, tie, ledger.number_of(tie.line),
                 ledger.text(ledger.lines()[tie.line], LedgerColumn::label));
    if (totals.unclear_transfer)
        tell_transfer(context, budget, file, ledger, *totals.unclear_transfer);
}

void tell_without_cash(Context& context, const Entity& entity, std::span<const std::string> files) {
    context.diagnostics.warning(
        "actuals.no-cash",
        {tr("nothing in the books of {entity} moves money: {file} has no account of a bank or cash box"),
         {{"entity", entity.title()}, {"file", files.front()}}},
        {},
        Message{tr("those are 512, 514 to 517, 519, 53, 54 and what a bank of the budget names as its account; export "
                   "the journals of the banks too"),
                {}});
}

namespace {

void tell_without_rule(const Budget& budget, const Rolling::WithoutRule& without, Diagnostics& found) {
    const Item& item = budget.items[without.item];
    const Message untaken = {tr("no rule takes money of the books of {entity} for {line}: what was due of it stays "
                                "expected"),
                             {{"entity", budget.entities[without.entity].title()}, {"line", item.id}}};
    if (without.alike == 0) {
        found.warning("actuals.no-rule", untaken, item.place.span,
                      Message{tr("name its accounts with match, or in a [[map]] of that entity; where its money "
                                 "is in the books it counts twice"),
                              {}});
        return;
    }
    found.warning("actuals.no-rule",
                  {tr("no rule takes money of the books of {entity} for {line}, and {n} {n:amount|amounts} of no "
                      "rule {n:is|are} like what was due of it: {amount} may count twice"),
                   {{"entity", budget.entities[without.entity].title()},
                    {"line", item.id},
                    {"n", without.alike},
                    {"amount", without.twice}}},
                  item.place.span,
                  Message{tr("if that is so, name its account: match = [\"{account}\"], or in a [[map]] of that "
                             "entity"),
                          {{"account", without.account}}});
}

}  // namespace

void tell_rolled(const Budget& budget, const Rolling& rolling, Diagnostics& found) {
    for (const Rolling::Idle& each : rolling.idle) {
        const std::string& line = budget.items[each.item].id;
        if (each.without_books)
            found.warning(
                "closed.no-books",
                {tr("{line} closes {day}, and no books that are named tell of it: what falls due stays planned"),
                 {{"line", line}, {"day", each.day.date}}},
                each.day.place.span, Message{tr("name the export of its entity with --actuals too"), {}});
        else
            found.warning(
                "closed.nothing",
                {tr("nothing of {line} falls due on {day}, which it closes"), {{"line", line}, {"day", each.day.date}}},
                each.day.place.span,
                Message{tr("msp-forecast --actuals --view due shows the days on which it falls due"), {}});
    }
    for (const Rolling::Received& each : rolling.received)
        found.warning("aci.booked",
                      {tr("of the {part} of {year} the budget has {typed} received on days of the books, and they "
                          "have {booked}: theirs counts"),
                       {{"part", Term{each.part == msp::Part::advance ? tr("advance") : tr("balance")}},
                        {"year", std::int64_t{each.year}},
                        {"typed", each.typed},
                        {"booked", each.booked}}},
                      each.place.span, Message{tr("correct the amount, or the rule that takes it in the books"), {}});
    for (const Rolling::WithoutRule& each : rolling.without_rule)
        tell_without_rule(budget, each, found);
}

// Of the next year's opening the first ones.
void tell_differences(Context& context, const Ledgers& ledgers, std::span<const std::string> files) {
    constexpr std::size_t most = 10;
    const std::vector<OpeningDifference> found = opening_differences(ledgers);
    const auto place = [&](std::size_t part, std::optional<std::uint32_t> line) {
        if (!line)
            return files[part];
        const std::uint32_t own = *line - ledgers.first_of(part);
        return files[part] + ':' + std::to_string(ledgers[part].number_of(own));
    };
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i)
        context.diagnostics.warning(
            "actuals.opening",
            {tr("account {account} ends with {closing} ({before}), and the year after begins with {opening} "
                "({after})"),
             {{"account", found[i].account},
              {"closing", found[i].closing},
              {"before", place(found[i].before, found[i].closed)},
              {"opening", found[i].opening},
              {"after", place(found[i].after, found[i].opened)}}},
            {}, Message{tr("export both years again: one of them changed since, or is not complete"), {}});
    if (found.size() > most)
        context.diagnostics.warning("actuals.opening",
                                    {tr("{n} more accounts begin with another balance than the one they ended with"),
                                     {{"n", static_cast<std::int64_t>(found.size() - most)}}});
}

}  // namespace msp::app
