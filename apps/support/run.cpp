// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/model/scenario.hpp>
#include <msp/report/json.hpp>
#include <msp/report/sheet_html.hpp>
#include <msp/report/styled_lines.hpp>
#include <msp/report/text_style.hpp>
#include <support/completion.hpp>
#include <support/environment.hpp>
#include <support/in_order.hpp>
#include <support/inputs.hpp>
#include <support/list.hpp>
#include <support/run.hpp>

#include <algorithm>
#include <array>
#include <csignal>
#include <exception>
#include <fcntl.h>
#include <malloc.h>
#include <map>
#include <memory>
#include <new>
#include <set>
#include <span>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace msp::app {

namespace {

using Ask = std::function<Status(Context&)>;

Diagnostic placeless(const char* id, Message message, Message help) {
    Diagnostic diagnostic;
    diagnostic.id = id;
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    return diagnostic;
}

// Why an answer broke off: the machine's memory, or a fault of ours.
Diagnostic breakdown(const std::exception& error) {
    if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr)
        return placeless(
            "memory", {tr("there is not enough memory for this answer"), {}},
            Message{tr("raise the limit (ulimit -v), or ask for fewer months, scenarios or files at once"), {}});
    return placeless("fault",
                     {tr("this is a fault of the program, not of your file: {what}"), {{"what", error.what()}}},
                     Message{tr("report it, with the command and the file if you may show it"), {}});
}

enum class Telling { all, errors, first_error };

std::string head(std::string_view about, Language language) {
    return visible(words({tr("{program}: "), {{"program", std::string(about)}}}, language));
}

std::string told(const Diagnostic& diagnostic, const std::string& head, const Sources& sources, Language language) {
    return (diagnostic.span.known() ? "" : head) + render(diagnostic, sources, language);
}

// In one line, without the excerpt, the notes and the help, and with the number of others. Empty where there is none.
std::string first_error(std::string_view about, const Diagnostics& diagnostics, const Sources& sources,
                        Language language) {
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
        if (diagnostic.severity == Severity::warning)
            continue;
        const std::string text = told(diagnostic, head(about, language), sources, language);
        return text.substr(0, text.find('\n')) + and_more(diagnostics.errors() - 1, language);
    }
    return "";
}

void print_first_error(std::string_view about, const Diagnostics& diagnostics, const Sources& sources,
                       Language language) {
    const std::string text = first_error(about, diagnostics, sources, language);
    if (text.empty())
        return;
    [[maybe_unused]] const int nobody_to_tell = write_all(STDERR_FILENO, text + '\n');
}

void print_diagnostics(std::string_view about, const Diagnostics& diagnostics, const Sources& sources,
                       Language language, Telling telling) {
    if (telling == Telling::first_error)
        return print_first_error(about, diagnostics, sources, language);
    const std::string name = head(about, language);
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
        if (telling == Telling::all || diagnostic.severity == Severity::error)
            text += told(diagnostic, name, sources, language);
    }
    if (const std::size_t more = diagnostics.dropped(); more != 0)
        text += name +
                words({tr("{n} more {n:problem is|problems are} not shown"), {{"n", static_cast<std::int64_t>(more)}}},
                      language) +
                '\n';
    [[maybe_unused]] const int nobody_to_tell = write_all(STDERR_FILENO, text);
}

void print_one(const Program& program, Diagnostic diagnostic, Language language) {
    Diagnostics diagnostics;
    diagnostics.add(std::move(diagnostic));
    print_diagnostics(program.name, diagnostics, Sources(), language, Telling::all);
}

// What an operand writes, followed so that nothing more than needed comes before or after it. An element of an array is
// indented and loses its last newline.
class Part {
 public:
    Part(Output& output, const char* element_start) : output_(output), element_start_(element_start) {}

    void write(std::string_view piece) {
        if (!std::exchange(begun_, true) && element_start_ != nullptr)
            output_.write(element_start_);
        if (element_start_ == nullptr) {
            output_.write(piece);
            return;
        }
        while (!piece.empty()) {
            if (newline_)
                output_.write("\n  ");
            const std::size_t end = piece.find('\n');
            output_.write(piece.substr(0, end));
            newline_ = end != std::string_view::npos;
            piece.remove_prefix(newline_ ? end + 1 : piece.size());
        }
    }
    [[nodiscard]] bool begun() const { return begun_; }

 private:
    Output& output_;
    const char* element_start_;
    bool begun_ = false;
    bool newline_ = false;
};

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

// Where cents matter, or where no table has amounts.
void check_rounding(const Program& program, const Options& options, Diagnostics& diagnostics) {
    if (!options.value("round"))
        return;
    constexpr auto of_all = std::to_array<NotRounded>({{"explain", tr("an explanation shows where each cent is from")},
                                                       {"check", tr("what is wrong with a file is said in words")}});
    const auto check = [&](const NotRounded& one) {
        if (!options.values(one.option).empty())
            diagnostics.error(
                "option.round-cents",
                {tr("--round does not go with --{option}: {why}"), {{"option", one.option}, {"why", Term{one.why}}}},
                {}, Message{tr("leave --round out"), {}});
    };
    std::ranges::for_each(of_all, check);
    std::ranges::for_each(program.not_rounded, check);
    if (!options.for_people())
        diagnostics.error("option.round-data",
                          {tr("--round is for tables that people read; {format} has every amount to the cent, for "
                              "programs"),
                           {{"format", std::string(extension_of(options.format()).substr(1))}}},
                          {}, Message{tr("leave --round out, or ask for text, html or xlsx"), {}});
}

// What no option says alone.
void check_together(const Options& options, Diagnostics& diagnostics) {
    if (options.value("explain") && options.format() == Format::csv)
        diagnostics.error("option.explain-csv", {tr("an explanation is no table, and CSV is one"), {}}, {},
                          Message{tr("leave --format out, or ask for json"), {}});
    for (const char* option : {"csv-dialect", "headers"}) {
        if (options.value(option) && options.format() != Format::csv)
            diagnostics.error("option.unused",
                              {tr("--{option} says how CSV is written, which is not asked for"), {{"option", option}}},
                              {}, Message{tr("--format csv asks for it"), {}});
    }
    if (options.value("input") && std::ranges::find(options.positional(), "-") == options.positional().end())
        diagnostics.error("option.unused", {tr("--input says how standard input is written, and none is read"), {}}, {},
                          Message{tr("- stands for standard input; a file's extension says how it is written"), {}});
    const std::vector<std::string>& scenarios = options.values("scenario");
    const std::set<std::string> different(scenarios.begin(), scenarios.end());
    for (const std::string& id : different) {
        const std::vector<std::string> layers = scenario_ids(id);
        const std::set<std::string> laid(layers.begin(), layers.end());
        if (laid.contains("base"))
            diagnostics.error("option.base", {tr("the base is always shown; --scenario names others"), {}});
        if (laid.size() != layers.size())
            diagnostics.error("option.scenario-twice", {tr("--scenario {id} lays a scenario on itself"), {{"id", id}}});
    }
    for (const std::string& id : different) {
        if (std::count(scenarios.begin(), scenarios.end(), id) > 1)
            diagnostics.error("option.scenario-twice", {tr("--scenario names {id} more than once"), {{"id", id}}});
    }
}

// A file opened for reading must never get the number of a closed standard output or error, where answers and messages
// would then end up. What stands in for standard output cannot be written to, so that writing to it fails as it should.
void fill_standard_files() {
    constexpr std::array modes = {O_WRONLY, O_RDONLY, O_WRONLY};
    for (int file = 0; file < static_cast<int>(modes.size()); ++file)
        if (fcntl(file, F_GETFD) < 0 && open("/dev/null", modes.at(static_cast<std::size_t>(file))) != file)
            return;
}

void write_alone(const std::string& text) {
    Output output("");
    output.write(text);
    output.commit();
}

Status answered(const Program& program, const std::function<Status(Run&)>& answer, Run& run) {
    Status status = Status::our_fault;
    try {
        status = answer(run);
    } catch (const NotWritten&) {
        throw;
    } catch (const Error& error) {
        status = Status::wrong_input;
        run.output().discard();
        print_one(program, error.diagnostic(), run.language());
    } catch (const std::exception& error) {
        run.output().discard();
        print_one(program, breakdown(error), run.language());
    }
    run.output().commit();
    return status;
}

Status run_parsed(const Program& program, Answer answer, const Options& options, Diagnostics diagnostics,
                  Language language) {
    if (options.flag("help") || options.flag("version")) {
        write_alone(options.flag("help") ? help_text(program, language)
                                         : std::string(program.name) + " " + version() + "\n");
        return Status::done;
    }
    Run run(program, options, language);
    run.check(diagnostics);
    if (diagnostics.has_errors()) {
        print_diagnostics(program.name, diagnostics, Sources(), language, Telling::all);
        return Status::wrong_input;
    }
    if (const std::optional<std::string> shell = options.value("completion")) {
        run.output().write(completion_text(program, *shell, options.language()));
        run.output().commit();
        return Status::done;
    }
    if (!options.value("list"))
        return answered(program, answer, run);
    return answered(
        program, [&program](Run& asked) { return show_list(asked, program); }, run);
}

Status run_guarded(const Program& program, Answer answer, std::span<char*> arguments) {
    const Language language = early_language(arguments);
    try {
        Diagnostics diagnostics;
        const Options options = parse(program, arguments, diagnostics);
        return run_parsed(program, answer, options, std::move(diagnostics), language);
    } catch (const NotWritten& failure) {
        if (!failure.silent())
            print_one(program, failure.diagnostic(), language);
        return Status::not_written;
    } catch (const std::exception& error) {
        print_one(program, breakdown(error), language);
        return Status::our_fault;
    }
}

}  // namespace

std::string and_more(std::size_t count, Language language) {
    return count == 0 ? "" : words({tr(" (and {n} more)"), {{"n", static_cast<std::int64_t>(count)}}}, language);
}

const char* version() {
    return MSP_VERSION;
}

void Context::speak(std::optional<Language> budget) {
    if (budget && !options.language())
        language = *budget;
}

std::string Context::stem() const {
    return stem_of(path);
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
        diagnostics.error(
            "option.own-file",
            {tr("each {operand} has an answer of its own in --format {format}"),
             {{"operand", Term{program_.operand}}, {"format", *options_.value("format")}}},
            {},
            Message{tr("name a folder that is there with --output"), {}});
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
        diagnostics.error(
            "output.no-folder",
            {tr("\"{path}\" is not a folder; --output names one where several files are read"), {{"path", path}}}, {},
            Message{tr("make the folder first"), {}});
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
        inputs.refuse(index_path(), diagnostics);
    std::map<std::string, std::string> answers;  // each with its operand
    for (const std::string& operand : std::span(operands).first(answers_)) {
        const std::string target = target_of(operand);
        const auto [before, fresh] = answers.try_emplace(target, operand);
        if (!fresh)
            diagnostics.error("output.one-name",
                              {tr("the answers for \"{first}\" and \"{second}\" would both be \"{path}\""),
                               {{"first", before->second}, {"second", operand}, {"path", target}}});
        inputs.refuse(target, diagnostics);
        if (has_index() && target == index_path())
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
            context.titled = [this](std::string of_page, std::string file) {
                title = std::move(of_page);
                page = std::move(file);
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

std::string Run::index_path() const {
    return (folder_ + "index").append(extension_of(options_.format()));
}

Status Run::write_index() const {
    HtmlPage page(language_);
    page.lines(heading(words({tr("{n} {n:page|pages} of {program}"),
                              {{"n", static_cast<std::int64_t>(pages_.size())}, {"program", program_.name}}},
                             language_),
                       endless_style(language_)));
    std::vector<HtmlPage::Link> links;
    for (const auto& [file, title] : pages_)
        links.push_back({file, title});
    page.links(links);
    try {
        Output file(index_path());
        file.write(page.document(program_.name));
        file.commit();
    } catch (const NotWritten& failure) {
        if (!failure.silent())
            print_one(program_, failure.diagnostic(), language_);
        return Status::not_written;
    }
    return Status::done;
}

Status Run::alone(std::size_t index, const Ask& ask) {
    Turn turn(*this, index, !any_written_);
    Part part(turn.own ? *turn.own : output_, element_start());
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
        Part part(output_, element_start());
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
            print_one(program_, failure.diagnostic(), context.language);
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
    Part part(output_, element_start());
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

int run(const Program& program, Answer answer, int argc, char** argv) noexcept {
    // glibc keeps small freed blocks apart and joins them all whenever a larger one is asked for: of a budget of
    // 100,000 lines that is a tenth of the time. Joined at once they cost nothing that shows.
    mallopt(M_MXFAST, 0);
    fill_standard_files();
    std::signal(SIGXFSZ, SIG_IGN);  // too large a file is then an error of write()
    try {
        const std::size_t count = argc > 1 ? static_cast<std::size_t>(argc) - 1 : 0;
        return static_cast<int>(run_guarded(program, answer, {argv + (count == 0 ? 0 : 1), count}));
    } catch (const std::bad_alloc&) {  // not even enough to say so in one language
        [[maybe_unused]] const int nobody_to_tell =
            write_all(STDERR_FILENO, "msp: not enough memory; mémoire insuffisante\n");
        return static_cast<int>(Status::our_fault);
    } catch (...) {
        [[maybe_unused]] const int nobody_to_tell =
            write_all(STDERR_FILENO, "msp: fault of the program: nothing more is known\n");
        return static_cast<int>(Status::our_fault);
    }
}

}  // namespace msp::app
