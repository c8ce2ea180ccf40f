// SPDX-License-Identifier: MIT
#include <msp-forecast/contradictions.hpp>
#include <support/new_file.hpp>

namespace msp::app {
namespace {

void check_files(const Options& options, const Settings& settings, Diagnostics& found) {
    if (options.value("init"))
        refuse_old_file(options, "--init", found);
    if (!settings.actuals.empty() && options.positional().size() > 1)
        found.error("option.actuals", {tr("--actuals goes with one budget"), {}}, {},
                    Message{tr("ask for each budget with the exports of its own books"), {}});
    if ((settings.view == ViewKind::due || settings.view == ViewKind::landing) && settings.actuals.empty())
        found.error("option.books",
                    {tr("--{view} needs the books"), {{"view", options.spoken("view " + *options.value("view"))}}}, {},
                    Message{tr("name their exports with --actuals"), {}});
}

// It has several views, of which CSV and JSON have one.
void refuse_beside_pack(const Options& options, Diagnostics& found) {
    for (const char* const other : {"view", "since", "explain"}) {
        if (options.value(other))
            found.error(
                "option.pack",
                {tr("--pack has several views, and --{other} asks for one"), {{"other", options.spoken(other)}}}, {},
                Message{tr("leave one of them out"), {}});
    }
    if (!options.for_people())
        found.error("option.pack", {tr("--pack is for people, and this format has one view"), {}}, {},
                    Message{tr("leave --format out for a workbook; html and text have all of it too"), {}});
}

// What is asked beside a view, or instead of one.
void check_question(const Options& options, const Settings& settings, Diagnostics& found) {
    if (settings.within && !settings.watches() && settings.view != ViewKind::contracts)
        found.error("option.within", {tr("--within goes with --fail-on, --fail-below or --view contracts"), {}});
    if (options.format() == Format::ics && (settings.view != ViewKind::calendar || settings.explain))
        found.error("option.ics", {tr("--format ics has the view calendar alone"), {}}, {},
                    Message{tr("leave --view out, or choose another format"), {}});
    if (settings.since && options.value("view"))
        found.error("option.bridge", {tr("--since shows what changed, and --view something else"), {}}, {},
                    Message{tr("leave one of them out"), {}});
    if (settings.packs())
        refuse_beside_pack(options, found);
    if (settings.since && settings.count == Count::hoped)
        found.error("option.bridge", {tr("the forecast that was kept has no hoped-for money"), {}}, {},
                    Message{tr("leave --count hoped out"), {}});
}

void check_view(const Options& options, const Settings& settings, Diagnostics& found) {
    if (settings.voted && settings.view != ViewKind::grant_budget)
        found.error("option.voted", {tr("--voted goes with --view grant-budget"), {}}, {},
                    Message{tr("msp-actuals holds the books against a voted budget"), {}});
    if (settings.of_exercises() && options.value("by"))
        found.error("option.by", {tr("--{view} is by exercise, and goes with no --by"),
                                  {{"view", options.spoken("view " + *options.value("view"))}}});
    if (settings.of_entities() && settings.bank)
        found.error("option.bank-exercise",
                    {tr("--{view} is of an entity, and not of one of its accounts"),
                     {{"view", options.spoken("view " + *options.value("view"))}}},
                    {}, Message{tr("leave --bank out, or choose an entity with --entity"), {}});
    if (settings.view == ViewKind::loans && options.value("by"))
        found.error("option.by", {tr("--view loans goes with --by year, for their totals, or with no --by"), {}});
}

}  // namespace

Diagnostics contradictions(const Options& options, const Settings& settings) {
    Diagnostics found;
    check_files(options, settings, found);
    check_question(options, settings, found);
    check_view(options, settings, found);
    return found;
}

}  // namespace msp::app
