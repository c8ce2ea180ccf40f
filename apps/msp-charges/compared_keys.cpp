// SPDX-License-Identifier: MIT
#include <msp/budget/named_key.hpp>
#include <msp/diag/utf8.hpp>
#include <support/answer.hpp>
#include <support/receipt.hpp>

#include <msp-charges/compared_keys.hpp>
#include <msp-charges/results.hpp>
#include <string>
#include <utility>

namespace msp::app {
namespace {

class ComparedKeys {
 public:
    ComparedKeys(Context& context, const ChargesSettings& settings, const std::vector<Case>& cases)
        : context_(context), settings_(settings), cases_(cases) {}

    Status run() {
        std::vector<std::vector<ShareKey>> keys;  // by case
        for (const Case& one : cases_) {
            keys.emplace_back();
            for (const std::string& name : settings_.compared) {
                if (std::optional<ShareKey> key = key_named(one.budget, name))
                    keys.back().push_back(std::move(*key));
                else
                    return unknown_key(one.budget, name);
            }
        }
        std::vector<ComparisonResult> results;
        each_entity(cases_, settings_, context_.options,
                    [&](const Case& of, EntityIndex entity, std::int16_t exercise) {
                        results.push_back(comparison(
                            of, entity, exercise, keys[static_cast<std::size_t>(&of - cases_.data())], settings_.rise));
                    });
        show_comparisons(results);
        return Status::done;
    }

 private:
    Status unknown_key(const Budget& budget, const std::string& name) {
        const std::vector<std::string> known = key_names(budget, context_.language);
        context_.diagnostics.error(
            "compare.unknown", {tr("{key} is no key of the budget, and no figure that members have"), {{"key", name}}},
            {}, what_there_is(name, {known.begin(), known.end()}));
        return Status::wrong_input;
    }

    void show_comparisons(const std::vector<ComparisonResult>& results) {
        const Language language = context_.language;
        const bool years = settings_.rise.has_value();
        std::vector<Part> parts = {Prose{[this] { return context_.several ? visible(context_.path) + "\n\n" : ""; }}};
        const auto prose = [&](auto write) {
            parts.emplace_back(Prose{[this, write] { return write(style_of(context_)) + '\n'; }});
        };
        for (const ComparisonResult& result : results) {
            parts.emplace_back(Prose{
                [this, &result] { return heading(comparison_title(result, context_.language), style_of(context_)); }});
            if (result.now.shares.lines.empty()) {
                prose([&result](const TextStyle& style) { return charges_rules(result.now, style); });
                continue;
            }
            parts.emplace_back(Table{compared_members_sheet(result, language), SheetIn::text});
            parts.emplace_back(Table{compared_keys_sheet({&result, 1}, language), SheetIn::text});
            prose([&result](const TextStyle& style) { return comparison_rules(result, style); });
            for (const TriedKey& key : result.keys) {
                if (!years)
                    break;
                parts.emplace_back(Table{transition_years_sheet(result, key, language), SheetIn::text});
                prose([&result, &key](const TextStyle& style) { return transition_rules(result, key, style); });
            }
        }
        parts.emplace_back(Table{comparison_sheet(results, language), years ? SheetIn::json : SheetIn::csv_and_json});
        parts.emplace_back(Table{compared_keys_sheet(results, language), SheetIn::json});
        if (years)
            parts.emplace_back(Table{transition_sheet(results, language), SheetIn::csv_and_json});
        parts.emplace_back(Members{[this](Json& json) { write_receipt(json, charges_program, context_); }});
        answer(context_, parts);
    }

    Context& context_;
    const ChargesSettings& settings_;
    const std::vector<Case>& cases_;
};

}  // namespace

Status compared_keys(Context& context, const ChargesSettings& settings, const std::vector<Case>& cases) {
    return ComparedKeys(context, settings, cases).run();
}

}  // namespace msp::app
