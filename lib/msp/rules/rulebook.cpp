// SPDX-License-Identifier: MIT
#include <msp/rules/catalogue.hpp>
#include <msp/rules/rulebook.hpp>

#include <utility>

namespace msp {

Rulebook::Rulebook(std::optional<std::string> folder, RuleKinds kinds) : folder_(std::move(folder)), kinds_(kinds) {}

const Rulebook::Reading<Law>& Rulebook::reading(const LawNeeds& needs) {
    const std::lock_guard lock(mutex_);
    if (!index_)
        index_.emplace(folder_, kinds_);
    const auto [entry, fresh] = laws_.try_emplace(index_->selection(needs));
    if (fresh) {
        Diagnostics told_later;
        entry->second.value = index_->read(needs, entry->second.sources, told_later);
    }
    return entry->second;
}

const Law* Rulebook::law(const LawNeeds& needs) {
    const Reading<Law>& read = reading(needs);
    return read.value ? &*read.value : nullptr;
}

const Law* Rulebook::law(const LawNeeds& needs, Sources& sources, Diagnostics& diagnostics) {
    const Reading<Law>& read = reading(needs);
    if (!read.value) {
        (void)index_->read(needs, sources, diagnostics);
        return nullptr;
    }
    sources.borrow(read.sources);
    return &*read.value;
}

const Catalogue* Rulebook::catalogue(Sources& sources, Diagnostics& diagnostics) {
    if (!folder_)
        return &shipped_catalogue();
    const std::lock_guard lock(mutex_);
    if (!catalogue_) {
        Diagnostics told_later;
        catalogue_.emplace();
        catalogue_->value = shipped_catalogue(*folder_, catalogue_->sources, told_later);
    }
    if (!catalogue_->value) {
        (void)shipped_catalogue(*folder_, sources, diagnostics);
        return nullptr;
    }
    sources.borrow(catalogue_->sources);
    return &*catalogue_->value;
}

}  // namespace msp
