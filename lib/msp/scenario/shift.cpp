// SPDX-License-Identifier: MIT
#include <msp/budget/keys_aci_item.hpp>
#include <msp/budget/keys_grant.hpp>
#include <msp/budget/keys_line.hpp>
#include <msp/budget/keys_loan.hpp>
#include <msp/budget/keys_member.hpp>
#include <msp/budget/table.hpp>
#include <msp/dates/written_date.hpp>
#include <msp/read/written.hpp>
#include <msp/scenario/shift.hpp>

#include <optional>
#include <utility>

namespace msp {
namespace {

// The keys that hold an entry's own scale and delay.
struct Adjustable {
    const Key& scale;
    const Key& delay;
    const Key* date;  // of a single payment; null where there is none
};

template <Section section>
Adjustable adjustable_by(Slot<section> date) {
    return {row_of<section>("scale"_key), row_of<section>("delay"_key), &date.row()};
}

std::optional<Adjustable> adjustable(Section section) {
    if (section == Section::line)
        return adjustable_by<Section::line>("date"_key);
    if (section == Section::grant)
        return adjustable_by<Section::grant>("date"_key);
    if (section == Section::loan)
        return Adjustable{row_of<Section::loan>("scale"_key), row_of<Section::loan>("delay"_key), nullptr};
    if (section == Section::aci_item)
        return adjustable_by<Section::aci_item>("expected"_key);
    return std::nullopt;
}

// As a delay is written in the file.
std::string written(const Delay& delay) {
    return std::to_string(delay.months) + ' ' + month_forms[0].english + ' ' + std::to_string(delay.days) + ' ' +
           day_forms[0].english + (delay.end_of_month ? end_of_month.english : "");
}

// An amount; of one that changes with time all of them, or one.
bool is_amount(const Target& target) {
    if (target.key != nullptr && target.dated != nullptr && target.key != &row_of<Section::dated_value>("value"_key))
        return false;
    const Key* key = target.dated != nullptr ? target.dated : target.key;
    return key != nullptr && (key->type == KeyType::amount || key->type == KeyType::limits ||
                              (key->type == KeyType::timeline && key->unit == &unit::euros));
}

}  // namespace

std::vector<NodeId> Shift::values_of(const Target& target) {
    const Node& node = document()[target.node];
    const auto value = [&](NodeId step) { return msp::find<Section::dated_value>(document(), step, "value"_key); };
    std::vector<NodeId> found;
    if (node.kind == NodeKind::list) {
        for (NodeId step = node.child; step != no_node; step = document()[step].next)
            found.push_back(value(step));
    } else {
        found.push_back(node.kind == NodeKind::table ? value(target.node) : target.node);
    }
    std::erase(found, no_node);
    return found;
}

// What is no amount stays, a limit that there is not or a mistake that the decoder tells of.
void Shift::scale_amount(NodeId node, Rate factor, Span span) {
    const AmountResult amount = parse_amount(document()[node]);
    const Money* money = std::get_if<Money>(&amount);
    if (money == nullptr)
        return;
    Node made;
    made.kind = NodeKind::number;
    made.text = edit_.keep(plain(times(*money, factor, Rounding::half_up)));
    made.span = span;
    edit_.replace({no_node, node}, document().add(made));
}

void Shift::scale(const Target& target, Rate change, Span span) {
    const std::int64_t whole = change.denominator();
    const Rate factor(whole + change.digits(), change.scale());
    if (factor < Rate()) {
        diagnostics_.error("change.below-zero", {tr("a cut of more than 100 % turns the amount over"), {}}, span,
                           Message{tr("\"-100 %\" leaves nothing of it"), {}});
        return;
    }
    if (change == Rate()) {
        diagnostics_.add(changes_nothing(scenario_, span));
        return;
    }
    if (is_amount(target)) {
        for (const NodeId node : values_of(target))
            scale_amount(node, factor, span);
        return;
    }
    const auto keys = adjustable(target.section);
    if (!keys || (target.key != nullptr && target.key->type != KeyType::table)) {
        diagnostics_.error("change.target", {tr("what the path names has no amount to change"), {}}, path_,
                           Message{tr("name a line, a grant, a loan, an item of the ACI, or an amount"), {}});
        return;
    }
    Rate product = factor;
    const NodeId old = child(document(), target.node, keys->scale);
    if (old != no_node) {
        const RateResult before = parse_rate(document()[old].text);
        const Rate* rate = std::get_if<Rate>(&before);
        std::int64_t digits = 0;
        if (rate == nullptr || __builtin_mul_overflow(rate->digits(), factor.digits(), &digits) ||
            rate->scale() + factor.scale() > 18) {
            diagnostics_.error("change.scale", {tr("these changes of amount cannot be multiplied exactly"), {}}, span,
                               Message{tr("write fewer decimals"), {}});
            return;
        }
        product = Rate(digits, rate->scale() + factor.scale());
    }
    edit_.write(target.node, keys->scale, product.percent() + " %", NodeKind::text, span);
}

void Shift::move(const Target& target, const Delay& by, Span span) {
    if (target.key != nullptr && target.key->type == KeyType::date) {
        if (const auto date = parse_written_date(document()[target.node].text))
            move_to(target, delayed(*date, by), span);
        return;
    }
    const auto keys = adjustable(target.section);
    if (!keys || (target.key != nullptr && target.key->type != KeyType::table)) {
        diagnostics_.error("change.target", {tr("what the path names has no date to move"), {}}, path_,
                           Message{tr("name a line, a grant, a loan, an item of the ACI, or a date"), {}});
        return;
    }
    if (by == Delay()) {
        diagnostics_.add(changes_nothing(scenario_, span));
        return;
    }
    Delay sum = by;
    const NodeId old = child(document(), target.node, keys->delay);
    if (old != no_node) {
        if (const auto before = parse_delay(document()[old].text)) {
            if (before->end_of_month && by.days != 0) {
                diagnostics_.error("change.end-of-month",
                                   {tr("a delay to the end of a month cannot be moved by days"), {}}, span,
                                   Message{tr("move it by months, or set the delay"), {}});
                return;
            }
            sum.months += before->months;
            sum.days += before->days;
            sum.end_of_month = before->end_of_month;
        }
    }
    edit_.write(target.node, keys->delay, written(sum), NodeKind::text, span);
}

void Shift::move_to(const Target& target, Date date, Span span) {
    const auto is_so = [&](NodeId node) {
        return node != no_node && parse_written_date(document()[node].text) == date;
    };
    if (target.key != nullptr && target.key->type == KeyType::date) {
        if (is_so(target.node)) {
            diagnostics_.add(changes_nothing(scenario_, span));
            return;
        }
        Node node;
        node.kind = NodeKind::date;
        node.text = edit_.keep(iso(date));
        node.span = span;
        edit_.replace(target, document().add(node));
        return;
    }
    const auto keys = adjustable(target.section);
    const NodeId old = keys && keys->date != nullptr ? child(document(), target.node, *keys->date) : no_node;
    if (old == no_node && target.section != Section::aci_item) {
        diagnostics_.error("change.target", {tr("what the path names has no single date to move to another"), {}},
                           path_, Message{tr("move it by a delay such as \"2 months\""), {}});
        return;
    }
    const NodeId delay = child(document(), target.node, keys->delay);
    if (delay == no_node && is_so(old)) {
        diagnostics_.add(changes_nothing(scenario_, span));
        return;
    }
    edit_.write(target.node, *keys->date, iso(date), NodeKind::date, span);
    // The day itself is named: no delay of the entry or of a scenario below moves it further.
    if (delay != no_node)
        document().unlink(target.node, delay);
}

}  // namespace msp
