#pragma once

#include "sim/io/part_file.hpp"

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

/// The door to HDF5: what we need of it, with every failure an IoError. Files are reproducible byte
/// for byte (no object times) and in the format of HDF5 1.10,
/// which has checksums on its indexes too.
namespace foothold::hdf5 {

/// One number per axis, outermost first.
using Shape = std::vector<std::uint64_t>;

/// Part of a dataset: where it starts and how far it extends along each axis.
struct Block {
    Shape start;
    Shape extent;
};

/// How a dataset lies in the file. With chunks it is shuffled, deflated and has checksums.
struct Storage {
    Shape shape;
    Shape chunk = {};  // empty: in one piece, as it is
    unsigned deflate = 4;
};

enum class Kind { int8, int32, int64, float64 };

template <class T>
concept Number = std::same_as<T, std::int8_t> || std::same_as<T, std::int32_t> || std::
    same_as<T, std::int64_t> || std::same_as<T, double>;

template <Number T>
inline constexpr Kind kind_of = std::same_as<T, std::int8_t>    ? Kind::int8
                                : std::same_as<T, std::int32_t> ? Kind::int32
                                : std::same_as<T, std::int64_t> ? Kind::int64
                                                                : Kind::float64;

/// The block that is everything.
inline Block all_of(const Shape& shape) {
    return {Shape(shape.size(), 0), shape};
}

/// An open file. Names are absolute, e.g. "/summary/workless". One thread at a time: whoever opens
/// a file waits until other threads have closed theirs.
class File {
  public:
    /// Writes into `target`, which must outlive the file and is then to be kept.
    static File create(PartFile& target);

    /// For reading only, and without locks, which network file systems often refuse.
    static File open(const std::filesystem::path& path);

    File(File&& other) noexcept;
    File& operator=(File&&) = delete;
    ~File();

    /// Ends writing. Throws IoError if anything did not reach `target`.
    void close();

    void create_group(const std::string& name);
    bool has(const std::string& name) const;

    void create(const std::string& dataset, Kind kind, const Storage& storage);

    /// Numbers are converted between the kind in the file and the kind in memory.
    template <Number T>
    void write(const std::string& dataset, const std::vector<T>& values, const Block& where) {
        write(dataset, kind_of<T>, values.data(), values.size(), where);
    }

    template <Number T>
    std::vector<T> read(const std::string& dataset, const Block& where) const {
        std::vector<T> values(count(where.extent));
        read(dataset, kind_of<T>, values.data(), where);
        return values;
    }

    /// Creates and fills, or reads, a dataset in one piece.
    template <Number T>
    void write_all(const std::string& dataset, const std::vector<T>& values, const Shape& shape) {
        create(dataset, kind_of<T>, {shape});
        write(dataset, values, all_of(shape));
    }

    template <Number T>
    std::vector<T> read_all(const std::string& dataset) const {
        return read<T>(dataset, all_of(shape(dataset)));
    }

    Shape shape(const std::string& dataset) const;

    /// Lists of UTF-8 text of any length: fixed-length text is not read everywhere.
    void write_texts(const std::string& dataset, const std::vector<std::string>& texts);
    std::vector<std::string> read_texts(const std::string& dataset) const;

    /// Attributes of a group ("/" is the file's own) or dataset.
    void set_text(const std::string& object, const std::string& name, const std::string& text);
    void set_number(const std::string& object, const std::string& name, std::int32_t number);
    std::string text(const std::string& object, const std::string& name) const;
    std::int32_t number(const std::string& object, const std::string& name) const;

    /// Makes a one-dimensional dataset the coordinate of the axis that bears its name.
    void make_scale(const std::string& dataset);

    /// Says which coordinates a dataset's axes have, outermost first.
    void attach_scales(const std::string& dataset, const std::vector<std::string>& scales);

    /// Throws IoError about this file.
    [[noreturn]] void fail(const std::string& problem) const;

  private:
    File(std::filesystem::path path, PartFile* target);

    void write(const std::string& dataset,
               Kind kind,
               const void* values,
               std::uint64_t size,
               const Block& where);
    void read(const std::string& dataset, Kind kind, void* values, const Block& where) const;
    std::uint64_t count(const Shape& extent) const;
    std::int64_t checked(std::int64_t id, const std::string& doing) const;

    std::unique_lock<std::recursive_mutex> alone_;
    std::filesystem::path path_;
    PartFile* target_ = nullptr;  // null when reading
    std::int64_t id_ = -1;
};

}  // namespace foothold::hdf5
