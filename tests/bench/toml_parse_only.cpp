// SPDX-License-Identifier: MIT
// What the forecast is measured against: parses one file with toml++, destroys the tree, and does nothing else.
#include <toml++/toml.h>

#include <cstdio>

int main(int argc, char** argv) {
    if (argc != 2)
        return 2;
    try {
        const toml::table table = toml::parse_file(argv[1]);
        return table.empty() ? 1 : 0;
    } catch (const toml::parse_error& error) {
        std::fprintf(stderr, "%s: %s\n", argv[1], error.what());
        return 2;
    }
}
