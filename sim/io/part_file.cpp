#include "sim/io/part_file.hpp"

#include "foothold/diagnostics.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

namespace foothold {

namespace {

std::string reason(int failure) {
    return std::generic_category().message(failure);
}

[[noreturn]] void fail(const std::filesystem::path& path, int failure) {
    throw IoError(path.string(), "cannot be written: " + reason(failure));
}

/// A new name is on the disk only when its folder is.
void make_folder_durable(const std::filesystem::path& file) {
    const std::filesystem::path parent = file.parent_path();
    const int folder = open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_CLOEXEC);
    if (folder < 0) {
        fail(file, errno);
    }
    const int failure = fsync(folder) == 0 ? 0 : errno;
    close(folder);
    if (failure != 0 && failure != EINVAL) {  // some network file systems cannot, and say EINVAL
        fail(file, failure);
    }
}

}  // namespace

PartFile::PartFile(std::filesystem::path target) : target_(std::move(target)), part_(target_) {
    part_ += ".part";
    std::error_code ignored;
    const auto there = std::filesystem::status(target_, ignored).type();
    if (there != std::filesystem::file_type::not_found && there != std::filesystem::file_type::none
        && there != std::filesystem::file_type::regular) {
        throw IoError(target_.string(), "cannot be written: it is there and not a file");
    }
    // A new file rather than the old one emptied: should two processes make the same file, each
    // writes its own and one of them finds out before it is named.
    if (unlink(part_.c_str()) != 0 && errno != ENOENT) {
        fail(target_, errno);
    }
    constexpr mode_t readable_by_all = 0666;  // less the user's umask
    descriptor_ = open(part_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, readable_by_all);
    if (descriptor_ < 0) {
        fail(target_, errno);
    }
}

PartFile::~PartFile() {
    if (!kept_ && is_still_ours()) {
        unlink(part_.c_str());
    }
    close_descriptor();
}

void PartFile::note_failure() noexcept {
    failure_ = errno != 0 ? errno : EIO;
}

void PartFile::close_descriptor() noexcept {
    if (descriptor_ >= 0 && close(std::exchange(descriptor_, -1)) != 0 && failure_ == 0) {
        note_failure();
    }
}

bool PartFile::is_still_ours() const noexcept {
    struct stat opened = {};
    struct stat named = {};
    return descriptor_ >= 0 && fstat(descriptor_, &opened) == 0 && stat(part_.c_str(), &named) == 0
           && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

void PartFile::write_at(std::uint64_t offset, const void* bytes, std::size_t size) noexcept {
    size_ = std::max(size_, offset + size);
    const char* next = static_cast<const char*>(bytes);
    while (size > 0 && failure_ == 0) {
        errno = 0;
        const ssize_t written = pwrite(descriptor_, next, size, static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return note_failure();
        }
        next += written;
        offset += static_cast<std::uint64_t>(written);
        size -= static_cast<std::size_t>(written);
    }
}

void PartFile::resize(std::uint64_t size) noexcept {
    size_ = size;
    if (failure_ == 0 && ftruncate(descriptor_, static_cast<off_t>(size)) != 0) {
        note_failure();
    }
}

void PartFile::read_at(std::uint64_t offset, void* bytes, std::size_t size) noexcept {
    char* next = static_cast<char*>(bytes);
    while (size > 0 && failure_ == 0) {
        const ssize_t got = pread(descriptor_, next, size, static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            note_failure();
        }
        if (got <= 0) {
            break;
        }
        next += got;
        offset += static_cast<std::uint64_t>(got);
        size -= static_cast<std::size_t>(got);
    }
    std::memset(next, 0, size);
}

void PartFile::check() const {
    if (failure_ != 0) {
        fail(target_, failure_);
    }
}

void PartFile::keep() {
    if (failure_ == 0 && fsync(descriptor_) != 0) {
        note_failure();
    }
    check();
    if (!is_still_ours()) {
        throw IoError(target_.string(), "another process is writing this file; let one of them");
    }
    if (std::rename(part_.c_str(), target_.c_str()) != 0) {
        fail(target_, errno);
    }
    kept_ = true;
    close_descriptor();
    check();
    make_folder_durable(target_);
}

void write_whole(const std::filesystem::path& path, std::string_view text) {
    PartFile part(path);
    part.write_at(0, text.data(), text.size());
    part.keep();
}

}  // namespace foothold
