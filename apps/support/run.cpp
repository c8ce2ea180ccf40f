// SPDX-License-Identifier: MIT
#include <msp/diag/listed.hpp>
#include <msp/report/json.hpp>
#include <msp/report/sheet_html.hpp>
#include <support/answer_part.hpp>
#include <support/budgets.hpp>
#include <support/in_order.hpp>
#include <support/inputs.hpp>
#include <support/messages.hpp>
#include <support/option_checks.hpp>
#include <support/page_list.hpp>
#include <support/run.hpp>

#include <algorithm>
#include <exception>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace msp::app {

namespace {

using Ask = std::function<Status(Context&)>;

// With a slash at its end; empty where it is not a folder.
std::string folder_path(const std::string& path) {
    struct stat found {};
    if (stat(path.c_str(), &found) != 0 || !S_ISDIR(found.st_mode))
        return {};
    return path.ends_with('/') ? path : path + '/';
}

// "b/msp.toml" is "msp".
std::string stem_of(const std::string& operand) {
    std::string name = operand == "-" ? "stdin" : operand.substr(operand.rfind('/') + 1);
    const std::size_t point = name.rfind('.');
    if (point != std::string::npos && point != 0)
        name.resize(point);
    return name;
}

std::string output_path(const Options& options) {
    return options.value("output").value_or("");
}

// What the titles of all pages say alike: "Statements of charges, exercise 2026".
std::string said_by_all(const std::vector<std::pair<std::string, std::string>>& pages) {
    constexpr std::string_view between = ", ";
    const auto parts_of = [&](std::string_view title) {
        std::vector<std::string_view> parts;
        for (std::size_t end = 0; end != std::string_view::npos;) {
            end = title.find(between);
            parts.push_back(title.substr(0, end));
            title.remove_prefix(end == std::string_view::npos ? title.size() : end + between.size());
        }
        return parts;
    };
    std::vector<std::string_view> alike = parts_of(pages.front().second);
    for (const auto& [file, title] : pages) {
        const std::vector<std::string_view> parts = parts_of(title);
        std::erase_if(alike, [&](std::string_view part) { return std::ranges::find(parts, part) == parts.end(); });
    }
    return listed(alike);
}

}  // namespace

void Context::speak(std::optional<Language> budget) {
    if (budget && !options.language())
        language = *budget;
}

std::string Context::stem() const {
    return stem_of(path);
}

std::string Context::page_name() const {
    return entities.empty() ? stem() : listed(entities);
}

Run::Run(const Program& program, const Options& options, Language first_language)
    : program_(program),
      options_(options),
      language_(first_language),
      answers_(program.one_answer != nullptr && program.one_answer(options)
                   ? std::min<std::size_t>(1, options.positional().size())
                   : options.positional().size()),
      folder_(folder_path(output_path(options))),
      output_(folder_.empty() ? output_path(options) : ""),
      rules_(options.value("law")) {}

void Run::check(Diagnostics& diagnostics) const {
    if (!diagnostics.has_errors())  // values are read, which have to be right
        refuse_unused(program_, options_, diagnostics);
    check_rounding(program_, options_, diagnostics);
    check_together(options_, diagnostics);
    const std::vector<std::string>& operands = options_.positional();
    const std::string path = output_path(options_);
    if (several() && options_.value("explain"))
        diagnostics.error("option.explain-several",
                          {tr("--explain answers for one {operand}, but {n} are given"),
                           {{"operand", Term{program_.operand}}, {"n", static_cast<std::int64_t>(operands.size())}}});
    if (several() && options_.whole_files() && folder_.empty() && path.empty())
        diagnostics.error("option.own-file",
                          {tr("each {operand} has an answer of its own in --format {format}"),
                           {{"operand", Term{program_.operand}}, {"format", *options_.value("format")}}},
                          {}, Message{tr("name a folder that is there with --output"), {}});
    else if (options_.format() == Format::xlsx && folder_.empty() && output_.terminal())
        diagnostics.error("option.workbook-terminal", {tr("a workbook is no text for a terminal"), {}}, {},
                          Message{tr("name a file with --output, or a pipe"), {}});
    if (options_.whole_files() && options_.flag("check"))
        diagnostics.error(
            "option.check-format",
            {tr("--check answers in sentences, no file of --format {format}"), {{"format", *options_.value("format")}}},
            {}, Message{tr("leave --format out"), {}});
    const bool one_table = program_.one_table != nullptr && program_.one_table(options_);
    if (several() && !path.empty() && folder_.empty() && !one_table) {
        diagnostics.error("output.no-folder",
                          {access(path.c_str(), F_OK) == 0
                               ? tr("\"{path}\" is not a folder; --output names one where several files are read")
                               : tr("there is no folder \"{path}\"; --output names one where several files are read"),
                           {{"path", path}}},
                          {}, Message{tr("make the folder first"), {}});
        return;
    }
    Inputs inputs;
    for (const std::string& operand : operands)
        inputs.add(operand);
    if (folder_.empty()) {
        inputs.refuse(path, diagnostics);
        return;
    }
    if (has_index())
        inputs.refuse(index().path(), diagnostics);
    std::map<std::string, std::string> answers;  // each with its operand
    for (const std::string& operand : std::span(operands).first(answers_)) {
        const std::string target = target_of(operand);
        const auto [before, fresh] = answers.try_emplace(target, operand);
        if (!fresh)  // of an answer in parts, each file has a name that only begins so
            diagnostics.error("output.one-name",
                              {tr("the answers for \"{first}\" and \"{second}\" would both be called \"{name}\" in the "
                                  "folder \"{path}\""),
                               {{"first", before->second},
                                {"second", operand},
                                {"name", stem_of(operand)},
                                {"path", output_path(options_)}}},
                              {}, Message{tr("name one of the files otherwise, or ask for it alone"), {}});
        inputs.refuse(target, diagnostics);
        if (has_index() && target == index().path())
            diagnostics.error("output.index",
                              {tr("the answer for \"{operand}\" would be \"{path}\", which lists all answers"),
                               {{"operand", operand}, {"path", target}}},
                              {}, Message{tr("name the file otherwise, or answer it alone"), {}});
    }
}

std::string Run::target_of(const std::string& operand) const {
    return folder_.empty() ? output_path(options_)
                           : (folder_ + stem_of(operand)).append(extension_of(options_.format()));
}

bool Run::is_array() const {
    return together() && options_.format() == Format::json && !options_.flag("check");
}

// One operand, from when it is asked until that is told.
struct Run::Turn {
    Turn(Run& run, std::size_t index, bool heading)
        : path(run.options_.positional()[index]),
          own(run.folder_.empty() ? nullptr : std::make_unique<Output>(run.target_of(path))),
          context(run.context_for(path, own ? *own : run.output_)) {
        context.index = index;
        context.heading = heading || own;
        if (own)
            context.titled = [this, &run](std::string of_page, std::string file) {
                title = std::move(of_page);
                page = std::move(file);
                if (run.has_index())
                    run.warn_of_pages(*this);
            };
    }

    const std::string& path;
    std::unique_ptr<Output> own;  // its file in the folder of --output
    Context context;
    Status status = Status::our_fault;
    std::optional<bool> refused;  // the answer would be written over something that was read
    std::string held;             // of the answer, where it waits for others
    std::string title;            // of the page, in HTML
    std::string page;             // its file, in the folder
};

Status Run::each(const Ask& ask, Answers answers) {
    Status highest = Status::done;
    if (has_index() && refuses_left_pages())
        return Status::wrong_input;
    const std::size_t count = answers_;
    std::size_t next = 0;
    // Until somebody has written the heading of a table, nobody knows whether the next one has to.
    const auto apart = [&] { return answers == Answers::later || !folder_.empty() || any_written_; };
    for (; next < count && (options_.jobs() == 1 || !apart()); ++next)
        highest = std::max(highest, alone(next, ask));
    if (next < count)
        highest = std::max(highest, at_once(next, ask));
    if (is_array())
        output_.write("\n]\n");
    if (has_index() && !pages_.empty())
        highest = std::max(highest, write_index());
    return highest;
}

bool Run::has_index() const {
    return !folder_.empty() && several() && options_.format() == Format::html;
}

PageList Run::index() const {
    return {folder_, std::string(index_name).append(extension_of(options_.format()))};
}

// What the list of all leads to so far, by the operand whose answer that was: of two names the longer one, so that
// "sisa-2-2026.html" is of "sisa-2" and not of "sisa". What is left is of no operand, and no answer can list it again.
void Run::sort_old_pages() {
    const std::span operands = std::span(options_.positional()).first(answers_);
    old_pages_.resize(answers_);
    for (std::string& page : listed_pages(index())) {
        std::size_t of = answers_;
        std::size_t longest = 0;
        for (std::size_t i = 0; i < answers_; ++i) {
            const std::string stem = stem_of(operands[i]);
            const bool is_of = page.starts_with(stem + '-') || page.starts_with(stem + '.');
            if (is_of && stem.size() > longest) {
                of = i;
                longest = stem.size();
            }
        }
        (of == answers_ ? left_pages_ : old_pages_[of]).push_back(std::move(page));
    }
}

std::optional<Diagnostic> Run::left_pages() const {
    return unlisted(index(), left_pages_,
                    Message{tr("delete pages that are out of date, or ask for all of them at once"), {}});
}

// Before anything is written, as --strict demands; without it they are told once the list is written over.
bool Run::refuses_left_pages() {
    sort_old_pages();
    Context all = context();
    if (std::optional<Diagnostic> left = left_pages())
        all.diagnostics.add(std::move(*left));
    if (!refuses_warnings(all))
        return false;
    print(all.diagnostics, all.sources, language_);
    return true;
}

void Run::warn_of_pages(Turn& turn) const {
    std::vector<std::string> others = old_pages_[turn.context.index];
    std::erase(others, turn.page);
    std::optional<Diagnostic> left =
        unlisted(index(), others,
                 Message{tr("delete pages that are out of date, or write another exercise to another folder"), {}});
    if (!left)
        return;
    turn.context.diagnostics.add(std::move(*left));
    static_cast<void>(refuses_warnings(turn.context));
}

Status Run::write_index() const {
    const std::string alike = said_by_all(pages_);
    const Message named = {
        alike.empty() ? tr("{n} {n:page|pages} of {program}") : tr("{alike}: {n} {n:page|pages} of {program}"),
        {{"alike", alike}, {"n", static_cast<std::int64_t>(pages_.size())}, {"program", program_.name}}};
    std::vector<HtmlPage::Link> links;
    for (const auto& [file, title] : pages_)
        links.push_back({file, title});
    try {
        write_page_list(index(), words(named, language_), links, language_, program_.name);
    } catch (const NotWritten& failure) {
        if (!failure.silent())
            print_one(program_.name, failure.diagnostic(), language_);
        return Status::not_written;
    }
    if (const std::optional<Diagnostic> left = left_pages(); left && !options_.flag("quiet"))
        print_one(program_.name, *left, language_);
    return Status::done;
}

Status Run::alone(std::size_t index, const Ask& ask) {
    Turn turn(*this, index, !any_written_);
    AnswerPart part(turn.own ? *turn.own : output_, element_start());
    answer(turn, ask, [&](std::string_view piece) { part.write(piece); });
    return tell(turn, part.begun());
}

Status Run::at_once(std::size_t first, const Ask& ask) {
    Status highest = Status::done;
    std::vector<std::unique_ptr<Turn>> turns(answers_);
    const auto work = [&](std::size_t index) {
        turns[index] = std::make_unique<Turn>(*this, index, false);
        Turn& turn = *turns[index];
        answer(turn, ask,
               [&turn](std::string_view piece) { turn.own ? turn.own->write(piece) : void(turn.held.append(piece)); });
    };
    const auto finish = [&](std::size_t index) {
        const std::unique_ptr<Turn> turn = std::move(turns[index]);
        AnswerPart part(output_, element_start());
        if (!turn->held.empty())
            part.write(turn->held);
        highest = std::max(highest, tell(*turn, part.begun()));
    };
    in_order(first, turns.size(), options_.jobs(), work, finish);
    return highest;
}

Context Run::context_for(std::string path, Output& output) {
    Context context{.options = options_, .rules = rules_, .path = std::move(path), .language = language_};
    context.sink = output.sink();
    context.several = several();
    context.folder = folder_;
    context.terminal = output.terminal();
    context.width = output.width();
    context.colour = output.colour();
    context.blocks = output.blocks();
    context.as_of = options_.as_of();
    return context;
}

bool Run::refuses(Turn& turn) const {
    if (!turn.refused)
        turn.refused = overwrites(turn.path, turn.context.sources, turn.context.diagnostics);
    return *turn.refused;
}

void Run::answer(Turn& turn, const Ask& ask, const TextSink& sink) const {
    // Every input is read before the first piece of an answer.
    turn.context.sink = [&](std::string_view piece) {
        if (!refuses(turn))
            sink(piece);
    };
    turn.status = ask_guarded(turn.context, ask);
    if (refuses(turn))
        turn.status = std::max(turn.status, Status::wrong_input);
}

Status Run::tell(Turn& turn, bool begun) {
    Output& output = turn.own ? *turn.own : output_;
    const Context& context = turn.context;
    if (refuses(turn))
        output.refuse();
    [[maybe_unused]] const int nobody_to_tell = write_all(STDERR_FILENO, context.alerts);
    print(context.diagnostics, context.sources, context.language, several() ? turn.path : "");
    if (turn.status >= Status::wrong_input) {
        output.discard();
        if (has_index() && turn.title.empty()) {
            const std::vector<std::string>& own = old_pages_[context.index];
            left_pages_.insert(left_pages_.end(), own.begin(), own.end());
        }
        if (is_array())
            write_unanswered(context);
        return turn.status;
    }
    output.keep();
    any_written_ = any_written_ || (!turn.own && begun);
    try {
        if (turn.own)
            turn.own->commit();
        if (!turn.title.empty())
            pages_.emplace_back(turn.page, turn.title);
    } catch (const NotWritten& failure) {
        if (!failure.silent())
            print_one(program_.name, failure.diagnostic(), context.language);
        return Status::not_written;
    }
    return turn.status;
}

const char* Run::element_start() const {
    if (!is_array())
        return nullptr;
    return any_written_ ? ",\n  " : "[\n  ";
}

// In an array an operand with errors has an element too: of forty nobody misses one that is absent.
void Run::write_unanswered(const Context& context) {
    AnswerPart part(output_, element_start());
    Json json([&part](std::string_view piece) { part.write(piece); });
    json.begin_object();
    json.text("file", context.path);
    json.text("status", "error");
    json.text("message", first_error(context.path, context.diagnostics, context.sources, context.language));
    json.end_object();
    json.finish();
    output_.keep();
    any_written_ = true;
}

bool Run::overwrites(const std::string& operand, const Sources& read, Diagnostics& diagnostics) const {
    Inputs inputs;
    inputs.add(read);
    return inputs.refuse(target_of(operand), diagnostics);
}

Status Run::ask_guarded(Context& context, const Ask& ask) const {
    const Status errors_found = options_.flag("check") ? Status::answer_is_no : Status::wrong_input;
    try {
        const Status status = ask(context);
        return context.diagnostics.has_errors() ? std::max(status, errors_found) : status;
    } catch (const Error& error) {
        context.diagnostics.add(error.diagnostic());
        return errors_found;
    } catch (const NotWritten& failure) {
        if (folder_.empty())
            throw;
        if (!failure.silent())
            context.diagnostics.add(failure.diagnostic());
        return Status::not_written;
    } catch (const std::exception& error) {
        context.diagnostics.add(breakdown(error));
        return Status::our_fault;
    }
}

void Run::print(const Diagnostics& diagnostics, const Sources& sources, Language language,
                std::string_view about) const {
    const Telling quiet = several() ? Telling::first_error : Telling::errors;
    print_diagnostics(about.empty() ? program_.name : about, diagnostics, sources, language,
                      options_.flag("quiet") ? quiet : Telling::all);
}

}  // namespace msp::app
