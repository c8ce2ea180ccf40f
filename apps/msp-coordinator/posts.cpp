// SPDX-License-Identifier: MIT
#include <msp-coordinator/posts.hpp>
#include <optional>

namespace msp::app {

std::vector<std::string_view> ids_of_posts(const Budget& budget) {
    std::vector<std::string_view> ids;
    for (const Post& post : budget.posts)
        ids.emplace_back(budget.items[post.item].id);
    return ids;
}

Status no_such_post(Context& context, const std::string& id, const Budget& budget) {
    context.diagnostics.error("post.unknown", {tr("there is no post \"{id}\""), {{"id", id}}}, {},
                              what_there_is(id, ids_of_posts(budget)));
    return Status::wrong_input;
}

bool as_of_in_plan(Context& context, const Budget& budget) {
    const std::optional<Date> as_of = context.options.as_of();
    if (!as_of || *as_of >= budget.first_day())
        return true;
    context.diagnostics.error("as-of.before", {tr("{day} lies before the first day of the budget, {date}"),
                                               {{"day", *as_of}, {"date", budget.first_day()}}});
    return false;
}

}  // namespace msp::app
