// SPDX-License-Identifier: MIT
#include <msp-coordinator/posts.hpp>

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

}  // namespace msp::app
