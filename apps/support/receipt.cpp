// SPDX-License-Identifier: MIT
#include <msp/read/digest.hpp>
#include <support/receipt.hpp>

#include <string>

namespace msp::app {
namespace {

void write_inputs(Json& json, const Sources& sources) {
    json.begin_array("inputs");
    for (const SourceId source : sources.all()) {
        json.begin_object();
        json.text("file", sources.name(source));
        json.text("sha256", sha256(sources, source));
        json.end_object();
    }
    json.end_array();
}

void write_options(Json& json, const Program& program, const Options& options) {
    json.begin_object("options");
    for (const Option* option : all_options(program)) {
        const std::string_view name = option->name;
        // Neither changes what is answered.
        if (name == "output" || name == "jobs" || options.values(name).empty())
            continue;
        json.key(name);
        if (option->is_flag()) {
            json.boolean(true);
            continue;
        }
        json.begin_array();
        for (const std::string& value : options.values(name))
            json.text(value);
        json.end_array();
    }
    json.end_object();
}

}  // namespace

void write_receipt(Json& json, const Program& program, const Context& context) {
    json.begin_object("receipt");
    json.text("program", std::string(program.name) + " " + version());
    write_inputs(json, context.sources);
    write_options(json, program, context.options);
    json.end_object();
}

}  // namespace msp::app
