// SPDX-License-Identifier: MIT
#include <msp/diag/system_error.hpp>
#include <support/output.hpp>

#include <climits>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace msp::app {

namespace {

// The file to remove when a signal ends the program; a signal handler can reach nothing else. One at a time.
std::array<char, PATH_MAX> unfinished_path;
std::atomic<bool> unfinished{false};
static_assert(std::atomic<bool>::is_always_lock_free);
constexpr std::array ending_signals = {SIGHUP, SIGINT, SIGPIPE, SIGTERM};

extern "C" void remove_unfinished(int signal) {
    if (unfinished.exchange(false))
        unlink(unfinished_path.data());
    raise(signal);  // SA_RESETHAND: this time it ends the program, when the handler returns
}

void guard(const std::string& path) {
    if (path.size() >= unfinished_path.size())
        return;
    std::copy_n(path.c_str(), path.size() + 1, unfinished_path.begin());
    unfinished = true;
    for (const int signal : ending_signals) {
        struct sigaction old {};
        struct sigaction action {};
        action.sa_handler = remove_unfinished;
        action.sa_flags = static_cast<int>(SA_RESETHAND);
        if (sigaction(signal, nullptr, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(signal, &action, nullptr);
    }
}

// Keeps those signals waiting while it lives: one that came between the making of a file and guard() would leave it.
class SignalsHeld {
 public:
    SignalsHeld() {
        sigset_t held;
        sigemptyset(&held);
        for (const int signal : ending_signals)
            sigaddset(&held, signal);
        sigprocmask(SIG_BLOCK, &held, &before_);
    }
    ~SignalsHeld() { sigprocmask(SIG_SETMASK, &before_, nullptr); }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
    sigset_t before_{};
};

// Whoever may not write to a file may have read it.
Argument reason(int error) {
    if (error == EACCES || error == EPERM)
        return Term{tr("it is write-protected, or its folder is")};
    return reason_of(error);
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

bool same_file(const struct stat& a, const struct stat& b) {
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

// Where a link leads; empty where no path leads there (an entry of /proc/self/fd).
std::string resolved(const std::string& path, const struct stat& found) {
    const std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr), &std::free);
    struct stat there {};
    if (!real || stat(real.get(), &there) != 0 || !same_file(there, found))
        return {};
    return real.get();
}

// The new file belongs to whom the old one did, as far as we may say so, and has its mode.
int take_over(int file, const struct stat& old) {
    struct stat fresh {};
    if (fstat(file, &fresh) != 0)
        return errno;
    [[maybe_unused]] const bool owner_kept = (fresh.st_uid == old.st_uid && fresh.st_gid == old.st_gid) ||
                                             fchown(file, old.st_uid, old.st_gid) == 0 ||
                                             fchown(file, static_cast<uid_t>(-1), old.st_gid) == 0;
    return fchmod(file, old.st_mode & 07777) == 0 ? 0 : errno;
}

// Of the first of the variables that says anything; nothing is the locale C.
bool locale_is_utf8() {
    for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0')
            continue;
        std::string locale(value);
        std::erase(locale, '-');
        for (char& letter : locale)
            letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        return locale.find(".utf8") != std::string::npos;
    }
    return false;
}

}  // namespace

int write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            struct pollfd ready {
                file, POLLOUT, 0
            };
            if (poll(&ready, 1, -1) < 0 && errno != EINTR)
                return errno;
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return 0;
}

bool NotWritten::silent() const {
    return error_ == EPIPE;
}

Diagnostic NotWritten::diagnostic() const {
    Diagnostic diagnostic;
    diagnostic.id = "output.not-written";
    if (path_.empty())
        diagnostic.message = {tr("the answer cannot be written to standard output: {reason}"),
                              {{"reason", reason(error_)}}};
    else
        diagnostic.message = {tr("\"{path}\" cannot be written: {reason}"),
                              {{"path", path_}, {"reason", reason(error_)}}};
    if (!parts_.empty() && error_ == ENOSPC)
        diagnostic.help = Message{tr("its parts are made in {folder} first; TMPDIR names another folder for them"),
                                  {{"folder", parts_}}};
    return diagnostic;
}

Output::Output(std::string path) : path_(path == "-" ? std::string() : std::move(path)) {}

Output::~Output() {
    abandon();
}

void Output::write(std::string_view bytes) {
    if (refused_)
        return;
    begun_ = true;
    buffer_ += bytes;
    if (buffer_.size() >= held_back)
        flush();
}

TextSink Output::sink() {
    return [this](std::string_view bytes) { write(bytes); };
}

void Output::keep() {
    kept_ = buffer_.size();
    kept_any_ = begun_;
}

void Output::discard() {
    buffer_.resize(kept_);
    if (!kept_any_)
        abandon();
}

void Output::refuse() {
    refused_ = true;
    buffer_.clear();
    abandon();
}

void Output::flush() {
    if (file_ < 0)
        open();
    const int error = write_all(file_, buffer_);
    buffer_.clear();
    kept_ = 0;
    if (error != 0)
        fail(error);
}

void Output::open() {
    struct stat found {};
    struct stat standard {};
    if (path_.empty()) {
        file_ = STDOUT_FILENO;
        return;
    }
    if (stat(path_.c_str(), &found) != 0) {
        if (errno != ENOENT)
            fail(errno);
        if (lstat(path_.c_str(), &found) == 0)
            return open_in_place(O_CREAT | O_TRUNC);  // a link that leads nowhere yet
        return open_beside(path_, nullptr);
    }
    if (S_ISDIR(found.st_mode))
        fail(EISDIR);
    if (!S_ISREG(found.st_mode))
        return open_in_place(0);
    if (fstat(STDOUT_FILENO, &standard) == 0 && same_file(found, standard)) {
        path_.clear();  // /dev/stdout
        file_ = STDOUT_FILENO;
        return;
    }
    const std::string target = resolved(path_, found);
    if (target.empty())
        return open_in_place(O_TRUNC);
    if (faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)
        fail(errno);
    open_beside(target, &found);
}

void Output::open_in_place(int more_flags) {
    do {
        file_ = ::open(path_.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC | more_flags, 0666);
    } while (file_ < 0 && errno == EINTR);
    if (file_ < 0)
        fail(errno);
    struct stat opened {};
    regular_ = fstat(file_, &opened) == 0 && S_ISREG(opened.st_mode);
}

void Output::open_beside(const std::string& target, const struct ::stat* old) {
    const std::string stem = folder_of(target) + ".msp-" + std::to_string(getpid()) + '-';
    const mode_t mode = old == nullptr ? 0666 : old->st_mode & 0600;
    const SignalsHeld held;
    for (int number = 1; file_ < 0; ++number) {
        temporary_ = stem + std::to_string(number);
        file_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (file_ < 0 && errno != EEXIST && errno != EINTR) {
            const int error = errno;
            temporary_.clear();
            fail(error);
        }
    }
    guard(temporary_);
    target_ = target;
    in_step_ = true;
    regular_ = true;
    if (const int error = old == nullptr ? 0 : take_over(file_, *old); error != 0)
        fail(error);
}

void Output::close_checked(bool synchronize) {
    const int error = synchronize && fsync(file_) != 0 ? errno : 0;
    const int file = std::exchange(file_, -1);
    if (close(file) != 0 && errno != EINTR && error == 0)
        fail(errno);
    if (error != 0)
        fail(error);
}

void Output::commit() {
    if (!begun_)
        return;
    flush();
    begun_ = false;
    close_checked(regular_ && file_ != STDOUT_FILENO);
    if (!in_step_)
        return;
    if (rename(temporary_.c_str(), target_.c_str()) != 0)
        fail(errno);
    unfinished = false;
    in_step_ = false;
}

void Output::abandon() noexcept {
    if (file_ > STDERR_FILENO)
        close(file_);
    file_ = -1;
    if (in_step_ && unlink(temporary_.c_str()) == 0)
        unfinished = false;
    in_step_ = false;
    begun_ = false;
}

void Output::fail(int error) const {
    throw NotWritten(path_, error);
}

bool Output::terminal() const {
    return path_.empty() && isatty(STDOUT_FILENO) == 1;
}

std::size_t Output::width() const {
    struct winsize size {};
    return terminal() && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool Output::colour() const {
    const char* refused = std::getenv("NO_COLOR");
    const char* kind = std::getenv("TERM");
    const bool dumb = kind != nullptr && std::string_view(kind) == "dumb";
    return terminal() && !dumb && (refused == nullptr || *refused == '\0');
}

bool Output::blocks() const {
    const char* kind = std::getenv("TERM");
    const bool console = kind != nullptr && std::string_view(kind) == "linux";
    return !terminal() || (locale_is_utf8() && !console);
}

}  // namespace msp::app
