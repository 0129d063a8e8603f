#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

namespace foothold {

/// A file in the making: NAME.part beside where NAME will be. It becomes NAME only when it is whole
/// and on the disk, so a NAME that exists is complete, whenever the machine was switched off.
class PartFile {
  public:
    /// Creates NAME.part, in place of what a killed run may have left. Throws IoError.
    explicit PartFile(std::filesystem::path target);

    /// Removes NAME.part unless it was kept.
    ~PartFile();

    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    const std::filesystem::path& target() const { return target_; }

    /// Failures are remembered rather than thrown, for callers that cannot cope with either;
    /// after the first nothing more is written. `check` throws them.
    void write_at(std::uint64_t offset, const void* bytes, std::size_t size) noexcept;
    void resize(std::uint64_t size) noexcept;

    /// What lies beyond the end reads as zeros.
    void read_at(std::uint64_t offset, void* bytes, std::size_t size) noexcept;

    std::uint64_t size() const noexcept { return size_; }

    /// Throws IoError if anything failed so far.
    void check() const;

    /// Makes it durable and gives it its name. Throws IoError, and then NAME is as it was.
    void keep();

  private:
    void note_failure() noexcept;
    void close_descriptor() noexcept;
    bool is_still_ours() const noexcept;

    std::filesystem::path target_;
    std::filesystem::path part_;
    int descriptor_ = -1;
    int failure_ = 0;         // errno of the first failure; 0 while all is well
    std::uint64_t size_ = 0;  // [byte]
    bool kept_ = false;
};

/// Writes a small file in one go, as durably as a PartFile. Throws IoError.
void write_whole(const std::filesystem::path& path, std::string_view text);

}  // namespace foothold
