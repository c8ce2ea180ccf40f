// SPDX-License-Identifier: MIT
#include <msp/diag/source.hpp>
#include <msp/diag/utf8.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace msp {

namespace {

// A long text is counted once; any place is then at most this many bytes from a checkpoint.
constexpr std::size_t checkpoint_distance = 512;

// LF, CR LF and a lone CR end a line; of CR LF it is the LF that does.
bool ends_line(std::string_view text, std::size_t at) {
    return text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'));
}

}  // namespace

// Counts on from byte `from` to byte `to`.
void Sources::Checkpoint::advance(std::string_view text, std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < to; ++at) {
        if (ends_line(text, at)) {
            ++line;
            line_begin = static_cast<std::uint32_t>(at + 1);
            characters = 0;
        } else if (!continues_character(text[at])) {
            ++characters;
        }
    }
}

SourceId Sources::add(std::string name, std::string text, std::string dropped) {
    Source& source = sources_.emplace_back();
    source.name = std::move(name);
    source.own = std::move(text);
    source.text = source.own;
    source.dropped = std::move(dropped);
    return SourceId{static_cast<std::uint32_t>(sources_.size())};
}

SourceId Sources::add_typed(std::string option, std::string value) {
    const SourceId id = add(std::move(option), std::move(value));
    sources_.back().read = false;
    return id;
}

SourceId Sources::add_view(std::string name, std::string_view text, std::shared_ptr<const void> owner) {
    const SourceId id = add(std::move(name), {});
    sources_.back().text = text;
    sources_.back().owner = std::move(owner);
    return id;
}

SourceId Sources::add_excerpt(std::string name, std::size_t first_line, std::string lines) {
    const SourceId id = add(std::move(name), std::move(lines));
    sources_.back().lines_before = first_line - 1;
    sources_.back().read = false;
    return id;
}

void Sources::borrow(const Sources& lender) {
    for (const Source& lent : lender.sources_) {
        Source& source = sources_.emplace_back();
        source.name = lent.name;
        source.text = lent.text;
        source.dropped = lent.dropped;
    }
}

// So many, or all that the text has.
void Sources::count_to(const Source& source, std::size_t checkpoints) {
    Checkpoint checkpoint = source.checkpoints.empty() ? Checkpoint() : source.checkpoints.back();
    while (source.checkpoints.size() < checkpoints) {
        const std::size_t begin = source.checkpoints.size() * checkpoint_distance;
        if (begin + checkpoint_distance >= source.text.size())
            return;
        checkpoint.advance(source.text, begin, begin + checkpoint_distance);
        source.checkpoints.push_back(checkpoint);
    }
}

const Sources::Source& Sources::at(SourceId id) const {
    return sources_.at(static_cast<std::size_t>(id) - 1);
}

std::string_view Sources::name(SourceId id) const {
    return id == SourceId::nowhere ? std::string_view() : at(id).name;
}

std::vector<SourceId> Sources::all() const {
    std::vector<SourceId> ids;
    for (std::size_t i = 1; i <= sources_.size(); ++i) {
        if (sources_[i - 1].read)
            ids.push_back(static_cast<SourceId>(i));
    }
    return ids;
}

std::string_view Sources::dropped(SourceId id) const {
    return id == SourceId::nowhere ? std::string_view() : at(id).dropped;
}

std::string_view Sources::text(SourceId id) const {
    return id == SourceId::nowhere ? std::string_view() : at(id).text;
}

std::string_view Sources::text(Span span) const {
    const std::string_view whole = text(span.source);
    const std::size_t begin = std::min<std::size_t>(span.begin, whole.size());
    const std::size_t end = std::clamp<std::size_t>(span.end, begin, whole.size());
    return whole.substr(begin, end - begin);
}

Sources::Checkpoint Sources::count(SourceId id, std::size_t offset) const {
    Checkpoint here;
    if (id == SourceId::nowhere)
        return here;
    const Source& source = at(id);
    count_to(source, offset / checkpoint_distance);
    const std::size_t passed = std::min(offset / checkpoint_distance, source.checkpoints.size());
    if (passed != 0)
        here = source.checkpoints[passed - 1];
    here.advance(source.text, passed * checkpoint_distance, offset);
    return here;
}

Position Sources::position(SourceId id, std::size_t offset) const {
    const Checkpoint here = count(id, character_begin(text(id), offset));
    const std::size_t before = id == SourceId::nowhere ? 0 : at(id).lines_before;
    return {before + here.line + 1, here.characters + std::size_t{1}};
}

Span Sources::line(SourceId id, std::size_t offset) const {
    if (id == SourceId::nowhere)
        return {};
    const Source& source = at(id);
    const std::string_view text = source.text;
    offset = std::min(offset, text.size());
    count_to(source, text.size() / checkpoint_distance);
    const Checkpoint here = count(id, offset);
    // The line ends before the first checkpoint of a later line, so the search begins at the one before that.
    const auto later =
        std::upper_bound(source.checkpoints.begin(), source.checkpoints.end(), here.line,
                         [](std::uint32_t line, const Checkpoint& checkpoint) { return line < checkpoint.line; });
    const auto skipped = static_cast<std::size_t>(std::distance(source.checkpoints.begin(), later));
    std::size_t end = std::max(offset, skipped * checkpoint_distance);
    while (end < text.size() && !ends_line(text, end))
        ++end;
    if (end < text.size() && text[end] == '\n' && end > here.line_begin && text[end - 1] == '\r')
        --end;
    return {id, here.line_begin, static_cast<std::uint32_t>(end)};
}

std::string_view Sources::keep(std::string text) {
    return kept_.emplace_back(std::move(text));
}

std::string Sources::place(Span span) const {
    if (!span.known())
        return {};
    const auto [line, column] = position(span.source, span.begin);
    return std::string(name(span.source)) + ':' + std::to_string(line) + ':' + std::to_string(column);
}

}  // namespace msp
