// SPDX-License-Identifier: MIT
// Private to the module: finds what is equal among a million, in eight bytes each. What is compared stays where it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace msp {

class Groups {
 public:
    // The index of the one with this hash for which same(index) holds; nothing where there is none.
    template <typename Same>
    [[nodiscard]] std::optional<std::uint32_t> known(std::uint64_t hash, Same same) const {
        if (slots_.empty())
            return std::nullopt;
        const auto print = static_cast<std::uint32_t>(hash >> 32);
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = start(print, mask); slots_[at].after != 0; at = (at + 1) & mask) {
            if (slots_[at].print == print && same(slots_[at].after - 1))
                return slots_[at].after - 1;
        }
        return std::nullopt;
    }

    // The index of the one with this hash for which same(index) holds; else `fresh`, which is kept from now on.
    template <typename Same>
    std::uint32_t find(std::uint64_t hash, std::uint32_t fresh, Same same) {
        if ((count_ + 1) * 4 > slots_.size() * 3)
            grow();
        const auto print = static_cast<std::uint32_t>(hash >> 32);
        const std::size_t mask = slots_.size() - 1;
        std::size_t at = start(print, mask);
        for (; slots_[at].after != 0; at = (at + 1) & mask) {
            if (slots_[at].print == print && same(slots_[at].after - 1))
                return slots_[at].after - 1;
        }
        slots_[at] = {print, fresh + 1};
        ++count_;
        return fresh;
    }

 private:
    struct Slot {
        std::uint32_t print = 0;
        std::uint32_t after = 0;  // the index, from 1; 0: free
    };

    // Spreads prints that are near to each other.
    static std::size_t start(std::uint32_t print, std::size_t mask) {
        return static_cast<std::size_t>((print * std::uint64_t{0x9e3779b97f4a7c15U}) >> 32U) & mask;
    }
    void grow() {
        constexpr std::size_t least = 64;
        std::vector<Slot> old(slots_.empty() ? least : slots_.size() * 2);
        old.swap(slots_);
        const std::size_t mask = slots_.size() - 1;
        for (const Slot& slot : old) {
            if (slot.after == 0)
                continue;
            std::size_t at = start(slot.print, mask);
            while (slots_[at].after != 0)
                at = (at + 1) & mask;
            slots_[at] = slot;
        }
    }

    std::vector<Slot> slots_;
    std::size_t count_ = 0;
};

[[nodiscard]] inline std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
    return (a ^ (b + 0x9e3779b97f4a7c15U + (a << 6U) + (a >> 2U))) * std::uint64_t{0xff51afd7ed558ccdU};
}

// Texts by number, as they stand in the file.
class Names {
 public:
    std::uint32_t number_of(std::string_view text) {
        const auto next = static_cast<std::uint32_t>(all_.size());
        const std::uint32_t found = groups_.find(mixed(std::hash<std::string_view>()(text), 0), next,
                                                 [&](std::uint32_t index) { return all_[index] == text; });
        if (found == next)
            all_.push_back(text);
        return found;
    }
    [[nodiscard]] const std::vector<std::string_view>& all() const { return all_; }

 private:
    Groups groups_;
    std::vector<std::string_view> all_;
};

}  // namespace msp
