// SPDX-License-Identifier: MIT
#include <support/inputs.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using msp::Diagnostics;
using msp::app::Inputs;
namespace fs = std::filesystem;

TEST_CASE("a file that is read is found by any name, and nothing else is") {
    std::string folder = (fs::temp_directory_path() / "msp-inputs-XXXXXX").string();
    REQUIRE(mkdtemp(folder.data()) != nullptr);
    const auto file = [&](const char* name) { return folder + '/' + name; };
    std::ofstream(file("read")) << "x";
    std::ofstream(file("other")) << "x";
    fs::create_hard_link(file("read"), file("hard"));
    fs::create_symlink("hard", file("soft"));

    Inputs inputs;
    inputs.add(file("soft"));
    inputs.add(file("absent"));
    inputs.add("/dev/null");
    Diagnostics diagnostics;
    for (const std::string& path : {file("read"), file("hard"), file("soft"), folder + "/./read"})
        CHECK(inputs.refuse(path, diagnostics));
    CHECK(diagnostics.errors() == 4);
    for (const std::string& path : {file("other"), file("absent"), file("new"), std::string("/dev/null"), folder})
        CHECK_FALSE(inputs.refuse(path, diagnostics));
    CHECK(diagnostics.errors() == 4);
    fs::remove_all(folder);
}
