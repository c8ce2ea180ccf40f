// SPDX-License-Identifier: MIT
// CAMT.053 (ISO 20022, BankToCustomerStatement), whatever its version: elements by their local names. What makes XML
// dangerous has no place in a statement and is refused: a document type, with it all entities but those of XML itself,
// and depth without end.
#include <msp/ledger/values.hpp>
#include <msp/statement/reading.hpp>

#include <pugixml.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <utility>

namespace msp {
namespace {

constexpr int deepest = 64;  // the standard's elements stand within a dozen

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& each : node) {
        if (local_name(each) == name)
            return each;
    }
    return {};
}

pugi::xml_node at(pugi::xml_node node, std::initializer_list<std::string_view> path) {
    for (const std::string_view name : path)
        node = child(node, name);
    return node;
}

std::string_view text_of(const pugi::xml_node& node) {
    return trimmed(node.child_value());
}

// Where a document type begins, or an element that is too deep; nothing where there is neither.
struct XmlRefusal {
    std::size_t at;
    bool deep;
};
std::optional<XmlRefusal> refusal_in(std::string_view text) {
    int depth = 0;
    std::size_t at = 0;
    const auto skip = [&](std::string_view end) { at = std::min(text.find(end, at), text.size()); };
    while ((at = text.find('<', at)) != std::string_view::npos) {
        const std::size_t begin = at;
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("<!--")) {
            skip("-->");
        } else if (rest.starts_with("<![CDATA[")) {
            skip("]]>");
        } else if (rest.starts_with("<?")) {
            skip("?>");
        } else if (rest.starts_with("<!")) {
            return XmlRefusal{begin, false};
        } else {
            for (char quote = 0; at < text.size() && (quote != 0 || text[at] != '>'); ++at) {
                const bool mark = text[at] == '"' || text[at] == '\'';
                if (mark)
                    quote = quote == 0 ? text[at] : quote == text[at] ? '\0' : quote;
            }
            if (rest.starts_with("</"))
                --depth;
            else if (text[at - 1] != '/' && ++depth > deepest)
                return XmlRefusal{begin, true};
        }
    }
    return std::nullopt;
}

class CamtReader {
 public:
    explicit CamtReader(const StatementReading& reading) : reading_(reading) {}

    Statements read() {
        const std::string_view text = reading_.text();
        if (const std::optional<XmlRefusal> found = refusal_in(text)) {
            reading_.error("bank-file.markup",
                           found->deep
                               ? Message{tr("elements stand more than {n} deep here"), {{"n", std::int64_t{deepest}}}}
                               : Message{tr("a document type has no place in a statement"), {}},
                           reading_.span(text.substr(found->at, 1)),
                           Message{tr("such a file is not read: it may be an attack; export it again"), {}});
            return {};
        }
        pugi::xml_document document;
        const pugi::xml_parse_result result =
            document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
        if (!result) {
            const std::size_t place = std::min(static_cast<std::size_t>(result.offset), text.size());
            reading_.error("bank-file.markup", {tr("the XML is broken here"), {}}, reading_.span(text.substr(place, 1)),
                           Message{tr("the file was cut or changed; export it again"), {}});
            return {};
        }
        const pugi::xml_node root = document.document_element();
        const pugi::xml_node message = child(root, "BkToCstmrStmt");
        for (const pugi::xml_node& each : message) {
            if (local_name(each) == "Stmt")
                statement(each);
        }
        if (statements_.empty())
            reading_.error(
                "bank-file.order", {tr("there is no statement of an account in this file"), {}},
                place(message ? message : root),
                Message{tr("CAMT.053 has <Stmt> in <BkToCstmrStmt>; CAMT.052 and 054 are no statements"), {}});
        return std::move(statements_);
    }

 private:
    // Of its name; of a leaf, what it holds.
    [[nodiscard]] Span place(const pugi::xml_node& node) const {
        const std::string_view text = reading_.text();
        const pugi::xml_node value = node.first_child();
        const bool leaf = value && value.type() == pugi::node_pcdata;
        const pugi::xml_node& of = leaf ? value : node;
        const std::size_t begin =
            std::min(static_cast<std::size_t>(std::max<std::ptrdiff_t>(of.offset_debug(), 0)), text.size());
        const std::string_view rest = text.substr(begin);
        return reading_.span(rest.substr(0, leaf ? rest.find('<') : std::strlen(node.name())));
    }
    // Of an element that should be there, or of what it should be in.
    [[nodiscard]] Span place(const pugi::xml_node& node, const pugi::xml_node& outer) const {
        return place(node ? node : outer);
    }

    void statement(const pugi::xml_node& of) {
        AccountStatement& made = statements_.emplace_back();
        const pugi::xml_node id = at(of, {"Acct", "Id"});
        const std::string iban = plain_iban(text_of(child(id, "IBAN")));
        const std::string other = plain_iban(text_of(at(id, {"Othr", "Id"})));
        if (!iban.empty() || is_iban(other))
            made.account.iban = iban.empty() ? other : iban;
        else
            made.account.number = other;
        balances(of, made);
        for (const pugi::xml_node& each : of) {
            if (local_name(each) == "Ntry")
                entry(each, made);
        }
    }

    // Booked ones; of a statement in pages, interim ones stand for those that are on another page.
    void balances(const pugi::xml_node& of, AccountStatement& to) {
        std::vector<StatementBalance> interim;
        std::optional<StatementBalance> before;
        for (const pugi::xml_node& each : of) {
            if (local_name(each) != "Bal")
                continue;
            const std::string_view code = text_of(at(each, {"Tp", "CdOrPrtry", "Cd"}));
            if (code != "OPBD" && code != "CLBD" && code != "PRCD" && code != "ITBD")
                continue;
            const std::optional<StatementBalance> found = balance(each);
            if (!found)
                continue;
            if (code == "OPBD")
                to.opening = found;
            else if (code == "CLBD")
                to.closing = found;
            else if (code == "PRCD")
                before = found;
            else
                interim.push_back(*found);
        }
        if (!to.opening)
            to.opening = before;
        if (!to.opening && !interim.empty() && (to.closing || interim.size() > 1))
            to.opening = interim.front();
        if (!to.closing && !interim.empty() && to.opening)
            to.closing = interim.back();
    }

    [[nodiscard]] std::optional<StatementBalance> balance(const pugi::xml_node& of) {
        const std::optional<Money> amount = signed_amount(of);
        const std::optional<Date> on = day(child(of, "Dt"), of);
        return amount && on ? std::optional(StatementBalance{*amount, *on, place(child(of, "Amt"), of)}) : std::nullopt;
    }

    // The amount has no sign; who it is for says it, of a reversal too.
    [[nodiscard]] std::optional<Money> signed_amount(const pugi::xml_node& of) {
        const pugi::xml_node written = child(of, "Amt");
        const pugi::xml_node side = child(of, "CdtDbtInd");
        const Span where = place(written, of);
        const bool euro = reading_.is_euro(written.attribute("Ccy").value(), where);
        std::optional<Money> amount = reading_.amount(text_of(written), where);
        const bool credit = text_of(side) == "CRDT";
        if (!credit && text_of(side) != "DBIT") {
            reading_.error("bank-file.record", {tr("CdtDbtInd is neither CRDT nor DBIT"), {}}, place(side, of),
                           Message{tr("the file was changed; export it again"), {}});
            return std::nullopt;
        }
        if (amount && amount->negative()) {
            reading_.error("bank-file.record", {tr("an amount of CAMT.053 has no sign: CdtDbtInd says it"), {}}, where,
                           Message{tr("the file was changed; export it again"), {}});
            return std::nullopt;
        }
        if (!euro || !amount)
            return std::nullopt;
        return credit ? *amount : -*amount;
    }

    // As it is written, whatever time and zone stand behind it.
    [[nodiscard]] std::optional<Date> day(const pugi::xml_node& of, const pugi::xml_node& outer) {
        constexpr std::size_t of_day = 10;
        const pugi::xml_node plain = child(of, "Dt");
        const pugi::xml_node written = plain ? plain : child(of, "DtTm");
        return reading_.iso_day(text_of(written).substr(0, of_day), place(written, outer));
    }

    // Whether it is booked; what else there is, is to come.
    [[nodiscard]] bool booked(const pugi::xml_node& of, AccountStatement& to) {
        const pugi::xml_node status = child(of, "Sts");
        const pugi::xml_node code = child(status, "Cd");
        const std::string_view word = text_of(code ? code : status);
        if (word.empty() || word == "BOOK")
            return true;
        if (word == "PDNG" || word == "INFO" || word == "FUTR")
            ++to.pending;
        else
            reading_.error("bank-file.record", {tr("{word} is no status of an entry"), {{"word", std::string(word)}}},
                           place(code ? code : status), Message{tr("BOOK, PDNG, INFO and FUTR are"), {}});
        return false;
    }

    void entry(const pugi::xml_node& of, AccountStatement& to) {
        if (!booked(of, to))
            return;
        const std::optional<Money> amount = signed_amount(of);
        const std::optional<Date> on = day(child(of, "BookgDt"), of);
        if (!amount || !on)
            return;
        StatementEntry made;
        made.amount = *amount;
        made.date = *on;
        if (child(of, "ValDt"))
            made.value_date = day(child(of, "ValDt"), of);
        words(of, made);
        made.place = place(of);
        made.line = reading_.line(made.place);
        to.entries.push_back(std::move(made));
    }

    // Of a batch, which is one booking, those of the bank, else of its first transaction.
    static void words(const pugi::xml_node& of, StatementEntry& to) {
        const pugi::xml_node details = child(of, "NtryDtls");
        const pugi::xml_node transaction = child(details, "TxDtls");
        const bool batch = std::ranges::count(details, std::string_view("TxDtls"), local_name) > 1;
        const std::string bank = one_line(text_of(child(of, "AddtlNtryInf")));
        if (batch)
            to.label = bank;
        for (const pugi::xml_node& each : child(transaction, "RmtInf")) {
            if (local_name(each) == "Ustrd" && (!batch || bank.empty()))
                add_words(to.label, text_of(each));
        }
        add_words(to.label, bank);
        const pugi::xml_node parties = child(transaction, "RltdPties");
        const pugi::xml_node party = child(parties, to.amount.negative() ? "Cdtr" : "Dbtr");
        const pugi::xml_node name = child(party, "Nm");
        if (!batch)
            add_words(to.label, text_of(name ? name : at(party, {"Pty", "Nm"})));
        const std::string_view end_to_end = text_of(at(transaction, {"Refs", "EndToEndId"}));
        const bool given = !batch && !end_to_end.empty() && end_to_end != "NOTPROVIDED";
        to.reference = one_line(given ? end_to_end : text_of(child(of, "AcctSvcrRef")));
    }

    const StatementReading& reading_;
    Statements statements_;
};

}  // namespace

bool is_camt(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && text[begin] == '<' && !is_ofx(text);
}

Statements read_camt(const StatementReading& reading) {
    return CamtReader(reading).read();
}

}  // namespace msp
