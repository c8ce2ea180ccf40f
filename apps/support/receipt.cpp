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

// Neither changes what is answered.
bool is_told(const Option& option, const Options& options) {
    const std::string_view name = option.name;
    return name != "output" && name != "jobs" && !options.values(option.name).empty();
}

void write_options(Json& json, const Program& program, const Options& options) {
    json.begin_object("options");
    for (const Option* option : all_options(program)) {
        if (!is_told(*option, options))
            continue;
        const std::string_view name = option->name;
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

std::string receipt_text(const Program& program, const Context& context, const TextStyle& style) {
    std::string asked = std::string(program.name) + " " + version();
    for (const Option* option : all_options(program)) {
        if (!is_told(*option, context.options))
            continue;
        if (option->is_flag())
            asked.append(" --").append(option->name);
        for (const std::string& value :
             option->is_flag() ? std::vector<std::string>() : context.options.values(option->name))
            asked.append(" --").append(option->name).append(" ").append(value);
    }
    std::string out = heading(tell(tr("Receipt"), style), style) +
                      wrapped(tell({tr("Made by {program}."), {{"program", asked}}}, style), 0, style.width);
    for (const SourceId source : context.sources.all())
        out += wrapped(
            tell({tr("{file}: SHA-256 {digest}"),
                  {{"file", std::string(context.sources.name(source))}, {"digest", sha256(context.sources, source)}}},
                 style),
            0, style.width);
    return out;
}

}  // namespace msp::app
