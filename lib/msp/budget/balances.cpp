// SPDX-License-Identifier: MIT
#include <msp/budget/balances.hpp>
#include <msp/budget/keys_budget.hpp>
#include <msp/budget/keys_entity.hpp>
#include <msp/budget/keys_files.hpp>
#include <msp/budget/table.hpp>
#include <msp/dates/written_date.hpp>
#include <msp/diag/listed.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace msp {
namespace {

// The tables of a key that holds one or several.
std::vector<NodeId> tables_of(const Document& document, Slot<Section::budget> key) {
    const NodeId held = find(document, Document::root(), key);
    if (held == no_node)
        return {};
    if (document[held].kind == NodeKind::table)
        return {held};
    std::vector<NodeId> tables;
    for (NodeId node = document[held].child; node != no_node; node = document[node].next)
        tables.push_back(node);
    return tables;
}

template <Section section>
std::string text_of(const Document& document, NodeId table, Slot<section> key, std::string fallback) {
    const NodeId node = find(document, table, key);
    return node == no_node ? std::move(fallback) : std::string(document[node].text);
}

struct Account {
    NodeId bank = no_node;
    std::string id;
    std::string entity;
    std::string entity_name;
    NodeId row = no_node;  // of the last balance that counts
    Date evening;
    bool later = false;  // there are balances that do not count yet
};

std::vector<Account> accounts_of(const Document& document) {
    const std::vector<NodeId> entities = tables_of(document, "entity"_key);
    const std::string only = FieldIn<Section::entity, "id">::fallback();
    std::vector<Account> accounts;
    for (const NodeId bank : tables_of(document, "bank"_key)) {
        Account& account = accounts.emplace_back();
        account.bank = bank;
        account.id = text_of<Section::bank>(document, bank, "id"_key, FieldIn<Section::bank, "id">::fallback());
        account.entity = text_of<Section::bank>(document, bank, "entity"_key, "");
        for (const NodeId entity : entities) {
            const std::string id = text_of<Section::entity>(document, entity, "id"_key, only);
            if (entities.size() > 1 && id != account.entity)
                continue;
            account.entity = id;
            account.entity_name = text_of<Section::entity>(document, entity, "name"_key, id);
        }
        if (account.entity.empty())
            account.entity = only;
    }
    return accounts;
}

// "firm/tilleuls.toml" is meant by that, by "tilleuls.toml" and by "tilleuls".
bool names_file(std::string_view written, std::string_view path) {
    const std::string_view base = path.substr(path.rfind('/') + 1);
    return written == path || written == base || written == base.substr(0, base.rfind('.'));
}

using Balance = Table<Section::balance>;

void write_key(Document& document, NodeId bank, Slot<Section::bank> key, const Node& value) {
    NodeId node = find(document, bank, key);
    if (node == no_node) {
        Node made;
        const char* banks = row_of<Section::budget>("bank"_key).english;
        const bool french = document.find(Document::root(), banks) == no_node;
        made.key = key.row().name(french ? Language::french : Language::english);
        made.key_span = value.span;
        node = document.append(bank, document.add(made));
        document.mark_as_added(node);
    }
    Node written = value;
    written.child = no_node;
    document.overwrite(node, written);
}

class Typist {
 public:
    Typist(Document& document, const Document& rows, const Openings& openings, Sources& sources,
           Diagnostics& diagnostics)
        : document_(document),
          rows_(rows),
          openings_(openings),
          sources_(sources),
          reading_{rows, sources, diagnostics},
          accounts_(accounts_of(document)) {}

    void run() {
        for (NodeId row = rows_[Document::root()].child; row != no_node; row = rows_[row].next) {
            Balance table(reading_, {row});
            if (openings_.several && !table["file"_key].has())
                return nobodys(table);
            take(table, row);
        }
        for (Account& account : accounts_)
            settle(account);
    }

 private:
    void nobodys(Balance& table) {
        reading_.error("balances.file", {tr("this row does not say of which budget it is"), {}}, table.span(),
                       Message{tr("where several budgets are read, each row names its file in a column {key}"),
                               {{"key", table["file"_key].name()}}});
    }

    void take(Balance& table, NodeId row) {
        const std::string file = table["file"_key].read().value_or("");
        if (!file.empty() && !names_file(file, openings_.budget))
            return;
        const std::optional<Date> evening = table["date"_key].read();
        Account* account = account_of(table);
        if (!table["balance"_key].read() || !evening || account == nullptr)
            return;
        if (openings_.as_of && *evening >= *openings_.as_of) {
            account->later = true;
        } else if (account->row == no_node || account->evening < *evening) {
            account->row = row;
            account->evening = *evening;
        } else if (account->evening == *evening &&
                   cell(account->row, "balance"_key).text != cell(row, "balance"_key).text) {
            reading_.error("balances.twice", {tr("this account has another balance on the same day"), {}},
                           table["balance"_key].span(), {},
                           {{cell(account->row, "balance"_key).span, {tr("first said here"), {}}}});
        }
    }

    [[nodiscard]] const Node& cell(NodeId row, Slot<Section::balance> key) const {
        return rows_[find(rows_, row, key)];
    }

    // The one that the row names by its bank, its entity, both, or neither where there is one only.
    Account* account_of(Balance& table) {
        const std::string bank = table["bank"_key].read().value_or("");
        const std::string entity = table["entity"_key].read().value_or("");
        const auto fits = [&](const Account& account) {
            return (bank.empty() || bank == account.id) &&
                   (entity.empty() || entity == account.entity || entity == account.entity_name);
        };
        const auto found = std::ranges::find_if(accounts_, fits);
        if (found == accounts_.end()) {
            const Span wrong = bank.empty() ? table["entity"_key].span() : table["bank"_key].span();
            reading_.error("balances.account", {tr("this budget has no such account"), {}}, wrong, accounts());
            return nullptr;
        }
        if (std::find_if(found + 1, accounts_.end(), fits) == accounts_.end())
            return &*found;
        reading_.error("balances.account", {tr("this row fits several accounts"), {}}, table.span(), accounts());
        return nullptr;
    }

    [[nodiscard]] Message accounts() const {
        std::string known =
            listed(accounts_, [&](const Account& account) { return account.entity + ' ' + account.id; });
        return {tr("the accounts are, entity and bank: {ids}"), {{"ids", std::move(known)}}};
    }

    void settle(const Account& account) {
        const Span place = document_[account.bank].span;
        if (account.row == no_node && account.later) {
            reading_.error("balances.late",
                           {tr("all balances of {bank} are those of {day} or later"),
                            {{"bank", account.id}, {"day", *openings_.as_of}}},
                           place, Message{tr("a balance is that of the evening, and counts from the next day on"), {}});
            return;
        }
        if (account.row == no_node) {
            reading_.warn("balances.none",
                          {tr("the file of balances has none of {bank}: its opening stays as typed here"),
                           {{"bank", account.id}}},
                          place);
            return;
        }
        const NodeId typed = find<Section::bank>(document_, account.bank, "date"_key);
        const std::optional<Date> opened = typed == no_node ? std::nullopt : parse_written_date(document_[typed].text);
        if (opened && *opened > account.evening + 1) {
            reading_.warn("balances.older",
                          {tr("the last balance of {bank} in the file is older than the one typed here, which stays"),
                           {{"bank", account.id}}},
                          document_[typed].span);
            return;
        }
        write_key(document_, account.bank, "opening"_key, cell(account.row, "balance"_key));
        Node first = cell(account.row, "date"_key);
        first.kind = NodeKind::date;
        first.text = sources_.keep(iso(account.evening + 1));
        write_key(document_, account.bank, "date"_key, first);
    }

    Document& document_;
    const Document& rows_;
    const Openings& openings_;
    Sources& sources_;
    Reading reading_;
    std::vector<Account> accounts_;
};

}  // namespace

void type_openings(Document& document, const Document& rows, const Openings& openings, Sources& sources,
                   Diagnostics& diagnostics) {
    Typist(document, rows, openings, sources, diagnostics).run();
}

void suppose_openings(Document& document) {
    for (const NodeId bank : tables_of(document, "bank"_key)) {
        if (document[bank].kind != NodeKind::table)
            continue;
        Node value;
        value.span = document[bank].span;
        value.kind = NodeKind::number;
        value.text = "0";
        if (find<Section::bank>(document, bank, "opening"_key) == no_node)
            write_key(document, bank, "opening"_key, value);
        value.kind = NodeKind::date;
        value.text = "2000-01-01";
        if (find<Section::bank>(document, bank, "date"_key) == no_node)
            write_key(document, bank, "date"_key, value);
    }
}

}  // namespace msp
