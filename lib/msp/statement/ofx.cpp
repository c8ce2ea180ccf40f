// SPDX-License-Identifier: MIT
// OFX 1 (SGML, whose leaves are not closed) and 2 (XML), by one scanner: a tag, and the text up to the next one. What a
// leaf holds stands before the next tag or line end, whether the tag is closed or not. There is a library that reads
// OFX; its amounts are binary floats and its days moments of a time zone, so that neither is what the bank wrote.
#include <msp/ledger/values.hpp>
#include <msp/statement/reading.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace msp {
namespace {

bool is_name(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
}

std::string upper(std::string_view name) {
    std::string out(name);
    for (char& c : out)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return out;
}

// The five of XML, and those of characters by their number that are ASCII.
std::string unescaped(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 6> known = {
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&#39;", '\''}}};
    std::string out;
    while (!text.empty()) {
        const auto entity = std::ranges::find_if(known, [&](const auto& each) { return text.starts_with(each.first); });
        out += entity != known.end() ? entity->second : text.front();
        text.remove_prefix(entity != known.end() ? entity->first.size() : 1);
    }
    return out;
}

struct OfxTag {
    std::string name;  // in capitals
    std::string_view written;
    std::string_view text;  // behind it, without blanks around it
    bool closes = false;
};

class OfxScanner {
 public:
    explicit OfxScanner(std::string_view text) : text_(text) {}

    // Steps over what is no tag: the header, declarations, comments.
    std::optional<OfxTag> next() {
        while (at_ < text_.size()) {
            at_ = text_.find('<', at_);
            if (at_ == std::string_view::npos)
                break;
            const std::size_t end = text_.find('>', at_);
            if (end == std::string_view::npos)
                break;
            OfxTag tag;
            tag.written = text_.substr(at_, end + 1 - at_);
            at_ = end + 1;
            std::string_view name = tag.written.substr(1, tag.written.size() - 2);
            if (name.starts_with('/')) {
                tag.closes = true;
                name.remove_prefix(1);
            }
            if (name.empty() || !std::ranges::all_of(name, is_name))
                continue;
            tag.name = upper(name);
            tag.text = trimmed(text_.substr(at_, std::min(text_.find_first_of("<\r\n", at_), text_.size()) - at_));
            return tag;
        }
        at_ = text_.size();
        return std::nullopt;
    }

 private:
    std::string_view text_;
    std::size_t at_ = 0;
};

// A leaf, and where it stands.
struct OfxValue {
    std::string text;
    Span place;
};

class OfxReader {
 public:
    explicit OfxReader(const StatementReading& reading) : reading_(reading), scanner_(reading.text()) {}

    Statements read() {
        while (const std::optional<OfxTag> tag = scanner_.next()) {
            if (tag->closes)
                closed(*tag);
            else if (!tag->text.empty())
                leaf(*tag);
            else
                opened(*tag);
        }
        if (!complete_)
            reading_.error("bank-file.order", {tr("the statement does not end: </OFX> is missing"), {}}, end_of_text(),
                           Message{tr("the file was cut; export it again"), {}});
        else if (statements_.empty())
            reading_.error("bank-file.order", {tr("there is no statement of an account in this file"), {}},
                           end_of_text(), Message{tr("<STMTRS> begins one; export the movements of an account"), {}});
        return std::move(statements_);
    }

 private:
    [[nodiscard]] Span end_of_text() const { return reading_.span(reading_.text().substr(reading_.text().size())); }

    // Containers, and leaves that hold nothing.
    void opened(const OfxTag& tag) {
        if (tag.name == "STMTRS" || tag.name == "CCSTMTRS") {
            statements_.emplace_back();
            place_ = reading_.span(tag.written);
            inside_ = true;
        } else if (tag.name == "STMTTRN" || tag.name == "LEDGERBAL") {
            begin(tag);
        } else if (tag.name == "STMTTRNP" && inside_) {
            ++statements_.back().pending;
        } else if (tag.name == "TRNAMT" || tag.name == "DTPOSTED") {
            leaf(tag);
        }
    }

    // Its leaves are collected; what is in it is read where it ends.
    void begin(const OfxTag& tag) {
        finish();
        open_ = tag.name;
        place_ = reading_.span(tag.written);
        values_.clear();
    }

    void leaf(const OfxTag& tag) {
        const Span place = tag.text.empty() ? reading_.span(tag.written) : reading_.span(tag.text);
        if (!open_.empty()) {
            values_.emplace_back(tag.name, OfxValue{unescaped(tag.text), place});
            return;
        }
        if (!inside_)
            return;
        BankAccount& account = statements_.back().account;
        if (tag.name == "CURDEF")
            (void)reading_.is_euro(tag.text, place);
        else if (tag.name == "BANKID")
            account.bank = tag.text;
        else if (tag.name == "BRANCHID")
            account.branch = tag.text;
        else if (tag.name == "ACCTID")
            account_number(account, tag.text);
    }

    // Some banks write the IBAN as the number.
    static void account_number(BankAccount& account, std::string_view text) {
        const std::string plain = plain_iban(text);
        if (is_iban(plain))
            account.iban = plain;
        else
            account.number = plain;
    }

    void closed(const OfxTag& tag) {
        if (tag.name == "STMTTRN" || tag.name == "LEDGERBAL" || tag.name == "BANKTRANLIST")
            finish();
        if (tag.name == "STMTRS" || tag.name == "CCSTMTRS") {
            finish();
            inside_ = false;
        }
        complete_ = complete_ || tag.name == "OFX";
    }

    [[nodiscard]] OfxValue value(std::string_view name) const {
        const auto found = std::ranges::find(values_, name, &std::pair<std::string, OfxValue>::first);
        return found != values_.end() ? found->second : OfxValue{{}, place_};
    }

    void finish() {
        const std::string of = std::exchange(open_, {});
        if (of.empty())
            return;
        if (!inside_) {
            reading_.error("bank-file.order", {tr("no account is open here"), {}}, place_,
                           Message{tr("<STMTRS> begins the statement of an account"), {}});
            return;
        }
        if (of == "STMTTRN")
            movement();
        else
            balance();
    }

    // 20260105, whatever time and zone stand behind it: it is the bank's day.
    [[nodiscard]] std::optional<Date> day(const OfxValue& of) const {
        constexpr std::size_t digits = 8;
        const std::string_view text = of.text;
        if (text.size() < digits || (text.size() > digits && !is_time(text.substr(digits)))) {
            reading_.no_day(text, of.place);
            return std::nullopt;
        }
        return reading_.iso_day(text.substr(0, digits), of.place);
    }
    [[nodiscard]] static bool is_time(std::string_view text) {
        return text.substr(0, text.find('[')).find_first_not_of("0123456789.:") == std::string_view::npos;
    }

    void movement() {
        const OfxValue posted = value("DTPOSTED");
        const OfxValue amount_value = value("TRNAMT");
        const std::optional<Date> on = day(posted);
        const std::optional<Money> amount = reading_.amount(amount_value.text, amount_value.place);
        const OfxValue currency = value("CURSYM");
        if (!reading_.is_euro(currency.text, currency.place) || !on || !amount)
            return;
        StatementEntry made;
        made.date = *on;
        made.amount = *amount;
        const std::string name = one_line(value("NAME").text);
        const std::string memo = one_line(value("MEMO").text);
        const std::string number = one_line(value("CHECKNUM").text);
        made.label = name.empty() ? memo : name;
        made.reference = !number.empty() ? number : name.empty() ? "" : memo;
        made.place = place_;
        made.line = reading_.line(place_);
        statements_.back().entries.push_back(std::move(made));
    }

    // Banks that have no balance leave its leaves empty.
    void balance() {
        const OfxValue amount_value = value("BALAMT");
        const OfxValue as_of = value("DTASOF");
        if (amount_value.text.empty() && as_of.text.empty())
            return;
        const std::optional<Date> on = day(as_of);
        const std::optional<Money> amount = reading_.amount(amount_value.text, amount_value.place);
        if (on && amount)
            statements_.back().closing = StatementBalance{*amount, *on, place_};
    }

    const StatementReading& reading_;
    OfxScanner scanner_;
    Statements statements_;
    bool inside_ = false;    // a statement
    bool complete_ = false;  // the file ends as it should
    std::string open_;       // the movement or balance whose leaves are collected
    Span place_;             // of it
    std::vector<std::pair<std::string, OfxValue>> values_;
};

}  // namespace

bool is_ofx(std::string_view text) {
    constexpr std::size_t of_head = 4096;  // bytes
    const std::string head = upper(text.substr(0, of_head));
    return head.find("<OFX>") != std::string::npos || head.find("OFXHEADER") != std::string::npos;
}

Statements read_ofx(const StatementReading& reading) {
    return OfxReader(reading).read();
}

}  // namespace msp
