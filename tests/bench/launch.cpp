// SPDX-License-Identifier: MIT
// launch COMMAND [ARGUMENT]...
//
// Runs it with its output and its messages thrown away, and prints its status, its seconds, those of the processor, and
// the peak of its memory in KiB. A process begins as a copy of the one that starts it, and its peak is at least that
// one's size: this one is as small as they come.
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int not_started = 127;

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double now() {
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2)
        return not_started;
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const double start = now();
    pid_t process = 0;
    if (posix_spawnp(&process, argv[1], &quiet, nullptr, argv + 1, environ) != 0)
        return not_started;
    int status = 0;
    rusage usage{};
    while (wait4(process, &status, 0, &usage) < 0) {
        if (errno != EINTR)
            return not_started;
    }
    const double wall = now() - start;
    std::printf("%d %.6f %.6f %ld\n", WIFEXITED(status) ? WEXITSTATUS(status) : not_started, wall,
                seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss);
    return 0;
}
