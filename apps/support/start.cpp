// SPDX-License-Identifier: MIT
#include <support/completion.hpp>
#include <support/environment.hpp>
#include <support/list.hpp>
#include <support/messages.hpp>
#include <support/run.hpp>

#include <array>
#include <csignal>
#include <exception>
#include <fcntl.h>
#include <malloc.h>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <unistd.h>
#include <utility>

namespace msp::app {
namespace {

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
        print_one(program.name, error.diagnostic(), run.language());
    } catch (const std::exception& error) {
        run.output().discard();
        print_one(program.name, breakdown(error), run.language());
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
            print_one(program.name, failure.diagnostic(), language);
        return Status::not_written;
    } catch (const std::exception& error) {
        print_one(program.name, breakdown(error), language);
        return Status::our_fault;
    }
}

}  // namespace

const char* version() {
    return MSP_VERSION;
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
