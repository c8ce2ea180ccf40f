// SPDX-License-Identifier: MIT
// Where an answer goes: standard output, or the file of --output. A file is replaced in one step by commit(), keeping
// its mode, or stays as it was; a device, pipe or the target of a link is written through. Nothing is ever lost
// silently.
#pragma once

#include <msp/diag/diagnostic.hpp>
#include <msp/report/csv.hpp>

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <utility>

namespace msp::app {

// The system refused; where nobody reads any more (EPIPE), there is nobody to tell.
class NotWritten : public std::exception {
 public:
    // `path` is empty for standard output, `error` an errno; `parts` a folder where parts of it were being made.
    NotWritten(std::string path, int error, std::string parts = {})
        : path_(std::move(path)), error_(error), parts_(std::move(parts)) {}
    [[nodiscard]] const char* what() const noexcept override { return "the result could not be written"; }
    [[nodiscard]] bool silent() const;
    [[nodiscard]] Diagnostic diagnostic() const;

 private:
    std::string path_;
    int error_;
    std::string parts_;
};

class Output {
 public:
    // `path` as typed; empty or "-" is standard output. Nothing is opened before something leaves.
    explicit Output(std::string path);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    // This much is held back before anything leaves, so that an answer which fails on its way leaves no half of it.
    static constexpr std::size_t held_back = std::size_t{4} << 20;  // bytes

    // All three may throw NotWritten.
    void write(std::string_view bytes);
    [[nodiscard]] TextSink sink();
    // Puts everything into its place and closes it. Standard output is closed too, since that may be when a full disk
    // shows; a file to which nothing was written is not touched.
    void commit();

    // What was written so far is to stay, whatever fails later.
    void keep();
    // Drops what was written since keep(), as far as it has not left; a file that keeps nothing stays as it was.
    void discard();
    // Drops even what was kept, and all that follows: the file must not be touched.
    void refuse();

    // Standard output is a terminal and is where this goes.
    [[nodiscard]] bool terminal() const;
    // Columns of the terminal; 0 where there is none or it does not know.
    [[nodiscard]] std::size_t width() const;
    // On a terminal, unless NO_COLOR is set and not empty or TERM is "dumb".
    [[nodiscard]] bool colour() const;
    // Not on a terminal whose characters are not those of UTF-8 (LC_ALL, LC_CTYPE, LANG) or which is the console of the
    // kernel, whose fonts have no eighths of a block. What goes elsewhere is UTF-8 whatever the locale.
    [[nodiscard]] bool blocks() const;

 private:
    void open();
    void open_in_place(int more_flags);
    void open_beside(const std::string& target, const struct ::stat* old);
    void flush();
    void close_checked(bool synchronize);
    void abandon() noexcept;
    [[noreturn]] void fail(int error) const;

    std::string path_;  // empty: standard output
    int file_ = -1;
    bool begun_ = false;    // something was written and not dropped
    bool in_step_ = false;  // written to temporary_, then renamed to target_
    bool regular_ = false;
    bool refused_ = false;
    std::string target_;
    std::string temporary_;
    std::string buffer_;
    std::size_t kept_ = 0;  // bytes of buffer_
    bool kept_any_ = false;
};

// Writes everything to a descriptor, waiting where it must; 0 or an errno.
[[nodiscard]] int write_all(int file, std::string_view bytes);

}  // namespace msp::app
