// SPDX-License-Identifier: MIT
#include <support/new_file.hpp>

#include <string>
#include <unistd.h>

namespace msp::app {

void refuse_old_file(const Options& options, const char* option, Diagnostics& diagnostics) {
    const std::string target = options.value("output").value_or("-");
    if (target != "-" && access(target.c_str(), F_OK) == 0)
        diagnostics.error(
            "output.exists",
            {tr("\"{file}\" is there already, and {option} begins a new file"), {{"file", target}, {"option", option}}},
            {}, Message{tr("give another name, or remove the old file first"), {}});
}

Language keys_language(const Options& options, Language of_run) {
    const auto keys = options.value("keys");
    if (!keys)
        return of_run;
    return *keys == "fr" ? Language::french : Language::english;
}

}  // namespace msp::app
