// SPDX-License-Identifier: MIT
#include <msp/budget/suggest.hpp>
#include <msp/diag/diagnostic.hpp>
#include <msp/diag/listed.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace msp {
namespace {

struct MeantName {
    std::size_t index;
    std::string name;
};

// Of things with a name in each language, the one nearest to what was typed.
template <typename Named>
std::optional<MeantName> meant(std::span<const Named> all, std::string_view typed, std::optional<Language> language) {
    std::vector<std::string_view> names;
    names.reserve(2 * all.size());
    for (const Named& named : all) {
        names.emplace_back(named.english);
        names.emplace_back(named.french);
    }
    std::optional<std::string> near = nearest(typed, names);
    if (!near)
        return std::nullopt;
    const auto index = static_cast<std::size_t>(std::ranges::find(names, *near) - names.begin()) / 2;
    if (language)
        near = *language == Language::french ? all[index].french : all[index].english;
    return MeantName{index, std::move(*near)};
}

// What a category may be called.
class CategoryNames {
 public:
    void add(std::string_view name, const Category& category) {
        names_.push_back(name);
        named_.push_back(&category);
    }
    [[nodiscard]] const Category* nearest_to(std::string_view typed) const {
        const std::optional<std::string> near = nearest(typed, names_);
        return near ? named_[static_cast<std::size_t>(std::ranges::find(names_, *near) - names_.begin())] : nullptr;
    }

 private:
    std::vector<std::string_view> names_;
    std::vector<const Category*> named_;
};

// Those that say something alone.
std::vector<std::string_view> words_within(std::string_view label) {
    constexpr std::size_t least = 5;
    std::vector<std::string_view> found;
    for (std::size_t begin = 0; begin < label.size();) {
        const std::size_t end = std::min(label.find_first_of(" ,'():", begin), label.size());
        if (end - begin >= least)
            found.push_back(label.substr(begin, end - begin));
        begin = end + 1;
    }
    return found;
}

}  // namespace

std::optional<MeantKey> meant_key(Section section, std::string_view typed, std::optional<Language> language) {
    std::optional<MeantName> found = meant(keys_of(section), typed, language);
    if (!found)
        return std::nullopt;
    return MeantKey{static_cast<int>(found->index), std::move(found->name)};
}

std::optional<std::string> meant_word(std::span<const Word> words, std::string_view typed,
                                      std::optional<Language> language) {
    std::optional<MeantName> found = meant(words, typed, language);
    if (!found)
        return std::nullopt;
    return std::move(found->name);
}

std::string listed_keys(Section section, std::optional<Language> language) {
    return listed(keys_of(section),
                  [&](const Key& key) { return std::string(language == Language::french ? key.french : key.english); });
}

Message help_for_key(Section section, std::string_view typed, std::optional<Language> language) {
    if (std::optional<MeantKey> near = meant_key(section, typed, language))
        return {tr("did you mean {key}?"), {{"key", std::move(near->name)}}};
    return {tr("the keys known here are: {keys}"), {{"keys", listed_keys(section, language)}}};
}

Message help_for_id(std::string_view typed, const std::vector<std::string_view>& known) {
    constexpr std::size_t most_listed = 20;
    if (known.empty())
        return {tr("this budget has none"), {}};
    if (std::optional<Message> help = did_you_mean(typed, known))
        return std::move(*help);
    if (known.size() > most_listed)
        return {tr("look at the ids in the file: there are {n}"), {{"n", static_cast<std::int64_t>(known.size())}}};
    std::string list;
    for (auto id = known.begin(); id != known.end(); ++id)
        if (std::find(known.begin(), id, *id) == id)
            list += (list.empty() ? "" : ", ") + std::string(*id);
    return {tr("there is {ids}"), {{"ids", std::move(list)}}};
}

Message help_for_category(std::string_view typed, const std::vector<Category>& categories, bool french) {
    CategoryNames whole;
    CategoryNames parts;
    for (const Category& category : categories) {
        for (const std::string* name : {&category.id, &category.french_id, &category.french, &category.english})
            whole.add(*name, category);
        for (const std::string* label : {&category.french, &category.english})
            for (const std::string_view word : words_within(*label))
                parts.add(word, category);
    }
    const Category* meant = whole.nearest_to(typed);
    if (meant == nullptr)
        meant = parts.nearest_to(typed);
    if (meant == nullptr)
        return {tr("msp-budget(5) lists the categories"), {}};
    return {tr("did you mean {key}?"), {{"key", french ? meant->french_id : meant->id}}};
}

std::string allowed(std::span<const Word> words, bool french) {
    return listed(words, [&](const Word& word) { return std::string(french ? word.french : word.english); });
}

}  // namespace msp
