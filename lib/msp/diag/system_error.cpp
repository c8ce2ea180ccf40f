// SPDX-License-Identifier: MIT
#include <msp/diag/system_error.hpp>

#include <array>
#include <cerrno>

namespace msp {
namespace {

struct Reason {
    int error;
    const char* words;
};
constexpr auto reasons = std::to_array<Reason>({
    {EAGAIN, tr("it is in use, or the system is short of means")},
    {EBADF, tr("it is closed")},
    {EBUSY, tr("another program holds it")},
    {EDQUOT, tr("the disk quota is used up")},
    {EFBIG, tr("the file is larger than the system allows")},
    {EILSEQ, tr("its name has characters that the disk does not know")},
    {EINVAL, tr("the device does not do this")},
    {EIO, tr("the device failed")},
    {EISDIR, tr("it is a folder")},
    {ELOOP, tr("its links lead in a circle")},
    {EMFILE, tr("too many files are open")},
    {ENAMETOOLONG, tr("its name is too long")},
    {ENFILE, tr("too many files are open")},
    {ENODEV, tr("the device is not there")},
    {ENOENT, tr("its folder does not exist")},
    {ENOMEM, tr("the memory is full")},
    {ENOSPC, tr("the disk is full")},
    {ENOTDIR, tr("a part of its path is not a folder")},
    {ENXIO, tr("the device is not there")},
    {EOVERFLOW, tr("the file is larger than the system allows")},
    {EROFS, tr("the disk is read-only")},
    {ESTALE, tr("the network drive has lost it")},
    {ETIMEDOUT, tr("the network drive does not answer")},
    {ETXTBSY, tr("it is a program that is running")},
});

}  // namespace

Term reason_of(int error) {
    for (const Reason& known : reasons)
        if (known.error == error)
            return {known.words};
    return {tr("the system refuses, for a reason that has no name here")};
}

}  // namespace msp
