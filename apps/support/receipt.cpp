// SPDX-License-Identifier: MIT
#include <msp/read/digest.hpp>
#include <support/receipt.hpp>

#include <string>

namespace msp::app {
namespace {

void write_inputs(Json& json, const Sources& sources) {
    json.key("inputs");
    json.begin_array();
    for (const SourceId source : sources.all()) {
        json.begin_object();
        json.key("file");
        json.text(sources.name(source));
        json.key("sha256");
        json.text(sha256(sources, source));
        json.end_object();
    }
    json.end_array();
}

void write_options(Json& json, const Program& program, const Options& options) {
    json.key("options");
    json.begin_object();
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
    json.key("receipt");
    json.begin_object();
    json.key("program");
    json.text(std::string(program.name) + " " + version());
    write_inputs(json, context.sources);
    write_options(json, program, context.options);
    json.end_object();
}

}  // namespace msp::app
