// SPDX-License-Identifier: MIT
#include <msp/report/premise_words.hpp>

#include <doctest/doctest.h>

#include <string>

using namespace msp;

TEST_CASE("every key that a plan rests on has a word for the reader") {
    for (std::size_t i = 0; i < section_count; ++i) {
        const auto section = static_cast<Section>(i);
        for (const Key& key : keys_of(section)) {
            CAPTURE(std::string(name_of(section)));
            CAPTURE(std::string(key.english));
            if (states_something(section, key))
                CHECK(word_of_key(key.english) != nullptr);
        }
    }
}
