// SPDX-License-Identifier: MIT
#include <msp/diag/utf8.hpp>
#include <msp/model/scenario.hpp>
#include <support/list.hpp>
#include <support/run.hpp>

#include <algorithm>
#include <array>
#include <csignal>
#include <exception>
#include <fcntl.h>
#include <set>
#include <span>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace msp::app {

namespace {

using Ask = std::function<Status(Context&)>;

Diagnostic placeless(const char* id, Message message, std::optional<Message> help = std::nullopt) {
    Diagnostic diagnostic;
    diagnostic.id = id;
    diagnostic.message = std::move(message);
    diagnostic.help = std::move(help);
    return diagnostic;
}

Diagnostic fault(const char* what) {
    return placeless("fault", {tr("this is a fault of the program, not of your file: {what}"), {{"what", what}}},
                     Message{tr("report it, with the command and the file if you may show it"), {}});
}

void print_diagnostics(std::string_view about, const Diagnostics& diagnostics, const Sources& sources,
                       Language language, bool quiet) {
    const std::string name = visible(words({tr("{program}: "), {{"program", std::string(about)}}}, language));
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) {
        if (quiet && diagnostic.severity == Severity::warning)
            continue;
        if (!diagnostic.span.known())
            text += name;
        text += render(diagnostic, sources, language);
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
    print_diagnostics(program.name, diagnostics, Sources(), language, false);
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

// Both are there, and are one regular file.
bool same_regular_file(const std::string& a, const std::string& b) {
    struct stat found_a {};
    struct stat found_b {};
    return stat(a.c_str(), &found_a) == 0 && stat(b.c_str(), &found_b) == 0 && S_ISREG(found_a.st_mode) &&
           found_a.st_dev == found_b.st_dev && found_a.st_ino == found_b.st_ino;
}

// "b/msp.toml" is "msp.csv" in CSV.
std::string answer_name(const std::string& operand, Format format) {
    std::string name = operand == "-" ? "stdin" : operand.substr(operand.rfind('/') + 1);
    const std::size_t point = name.rfind('.');
    if (point != std::string::npos && point != 0)
        name.resize(point);
    switch (format) {
        case Format::text:
            return name + ".txt";
        case Format::csv:
            return name + ".csv";
        case Format::json:
            return name + ".json";
    }
    return name;
}

std::string output_path(const Options& options) {
    return options.value("output").value_or("");
}

// What no option says alone.
void check_together(const Options& options, Diagnostics& diagnostics) {
    if (options.value("explain") && options.format() == Format::csv)
        diagnostics.add(placeless("option.explain-csv", {tr("--explain answers in text or JSON"), {}}));
    const std::vector<std::string>& scenarios = options.values("scenario");
    const std::set<std::string> different(scenarios.begin(), scenarios.end());
    for (const std::string& id : different) {
        const std::vector<std::string> layers = scenario_ids(id);
        const std::set<std::string> laid(layers.begin(), layers.end());
        if (laid.contains("base"))
            diagnostics.add(placeless("option.base", {tr("the base is always shown; --scenario names others"), {}}));
        if (laid.size() != layers.size())
            diagnostics.add(
                placeless("option.scenario-twice", {tr("--scenario {id} lays a scenario on itself"), {{"id", id}}}));
    }
    for (const std::string& id : different) {
        if (std::count(scenarios.begin(), scenarios.end(), id) > 1)
            diagnostics.add(
                placeless("option.scenario-twice", {tr("--scenario names {id} more than once"), {{"id", id}}}));
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
        print_one(program, fault(error.what()), run.language());
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
        print_diagnostics(program.name, diagnostics, Sources(), language, false);
        return Status::wrong_input;
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
        print_one(program, fault(error.what()), language);
        return Status::our_fault;
    }
}

}  // namespace

const char* version() {
    return MSP_VERSION;
}

void Context::speak(std::optional<Language> budget) {
    if (budget && !options.language())
        language = *budget;
}

Run::Run(const Program& program, const Options& options, Language first_language)
    : program_(program),
      options_(options),
      language_(first_language),
      folder_(folder_path(output_path(options))),
      output_(folder_.empty() ? output_path(options) : "") {}

void Run::check(Diagnostics& diagnostics) const {
    check_together(options_, diagnostics);
    const std::vector<std::string>& operands = options_.positional();
    const std::string path = output_path(options_);
    if (several() && options_.value("explain"))
        diagnostics.add(
            placeless("option.explain-several",
                      {tr("--explain answers for one {operand}, but {n} are given"),
                       {{"operand", Term{program_.operand}}, {"n", static_cast<std::int64_t>(operands.size())}}}));
    if (several() && !path.empty() && folder_.empty()) {
        diagnostics.add(placeless(
            "output.no-folder",
            {tr("\"{path}\" is not a folder; --output names one where several files are read"), {{"path", path}}},
            Message{tr("make the folder first"), {}}));
        return;
    }
    std::vector<std::string> targets;
    for (const std::string& operand : operands) {
        const std::string target = folder_.empty() ? path : folder_ + answer_name(operand, options_.format());
        const auto before = std::find(targets.begin(), targets.end(), target);
        if (before != targets.end() && !folder_.empty())
            diagnostics.add(placeless("output.one-name",
                                      {tr("the answers for \"{first}\" and \"{second}\" would both be \"{path}\""),
                                       {{"first", operands[static_cast<std::size_t>(before - targets.begin())]},
                                        {"second", operand},
                                        {"path", target}}}));
        targets.push_back(target);
    }
    for (const std::string& operand : operands)
        for (const std::string& target : targets)
            if (same_regular_file(operand, target))
                diagnostics.add(
                    placeless("output.is-input",
                              {tr("the answer would be written over \"{path}\", which is read"), {{"path", operand}}}));
}

bool Run::is_array() const {
    return several() && folder_.empty() && options_.format() == Format::json && !options_.flag("check");
}

Status Run::each(const Ask& ask) {
    Status highest = Status::done;
    for (const std::string& path : options_.positional())
        highest = std::max(highest, one(path, ask));
    if (is_array())
        output_.write(any_written_ ? "\n]\n" : "[]\n");
    return highest;
}

Status Run::one(const std::string& path, const Ask& ask) {
    std::optional<Output> own;
    if (!folder_.empty())
        own.emplace(folder_ + answer_name(path, options_.format()));
    Output& output = own ? *own : output_;
    const char* element_start = any_written_ ? ",\n  " : "[\n  ";
    Part part(output, is_array() ? element_start : nullptr);

    Context context{.options = options_, .path = path, .language = language_};
    context.several = several();
    context.heading = own || !any_written_;
    context.sink = [&part](std::string_view piece) { part.write(piece); };
    context.width = output.width();
    context.colour = output.colour();

    Status status = ask_guarded(context, ask);
    if (overwrites(own ? folder_ + answer_name(path, options_.format()) : output_path(options_), context.sources,
                   context.diagnostics))
        status = std::max(status, Status::wrong_input);
    print(context.diagnostics, context.sources, context.language, several() ? path : "");
    if (status >= Status::wrong_input) {
        output.discard();
        return status;
    }
    output.keep();
    any_written_ = any_written_ || (!own && part.begun());
    try {
        if (own)
            own->commit();
    } catch (const NotWritten& failure) {
        if (!failure.silent())
            print_one(program_, failure.diagnostic(), context.language);
        status = Status::not_written;
    }
    return status;
}

bool Run::overwrites(const std::string& target, const Sources& read, Diagnostics& diagnostics) {
    const std::size_t before = diagnostics.errors();
    for (const SourceId id : read.all()) {
        const std::string name(read.name(id));
        if (!target.empty() && same_regular_file(name, target))
            diagnostics.add(
                placeless("output.is-input",
                          {tr("the answer would be written over \"{path}\", which is read"), {{"path", name}}}));
    }
    return diagnostics.errors() != before;
}

bool Run::overwrites(const Sources& read, Diagnostics& diagnostics) const {
    return overwrites(output_path(options_), read, diagnostics);
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
        context.diagnostics.add(fault(error.what()));
        return Status::our_fault;
    }
}

void Run::print(const Diagnostics& diagnostics, const Sources& sources, Language language,
                std::string_view about) const {
    print_diagnostics(about.empty() ? program_.name : about, diagnostics, sources, language, options_.flag("quiet"));
}

int run(const Program& program, Answer answer, int argc, char** argv) noexcept {
    fill_standard_files();
    std::signal(SIGXFSZ, SIG_IGN);  // too large a file is then an error of write()
    try {
        const std::size_t count = argc > 1 ? static_cast<std::size_t>(argc) - 1 : 0;
        return static_cast<int>(run_guarded(program, answer, {argv + (count == 0 ? 0 : 1), count}));
    } catch (...) {
        [[maybe_unused]] const int nobody_to_tell =
            write_all(STDERR_FILENO, "msp: fault of the program: nothing more is known\n");
        return static_cast<int>(Status::our_fault);
    }
}

}  // namespace msp::app
