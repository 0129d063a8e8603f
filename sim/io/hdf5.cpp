#include "sim/io/hdf5.hpp"

#include "foothold/diagnostics.hpp"

#include "sim/io/hdf5_driver.hpp"

#include <hdf5.h>
#include <hdf5_hl.h>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace foothold::hdf5 {

namespace {

static_assert(std::is_same_v<hid_t, std::int64_t>);

/// Owns one identifier of the library.
class Handle {
  public:
    Handle(hid_t id, herr_t (*closer)(hid_t)) : id_(id), closer_(closer) {}

    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    ~Handle() { close(); }

    // A handle is what HDF5's functions take.
    // NOLINTNEXTLINE(google-explicit-constructor,hicpp-explicit-conversions)
    operator hid_t() const { return id_; }

    herr_t close() { return id_ < 0 ? 0 : closer_(std::exchange(id_, -1)); }

  private:
    hid_t id_;
    herr_t (*closer_)(hid_t);
};

/// What the library says went wrong: its innermost message, reduced to the system's own words if
/// it quotes them.
std::string innermost_error() {
    std::string found = "HDF5 does not say why";
    const auto keep_first = [](unsigned depth, const H5E_error2_t* error, void* text) -> herr_t {
        if (depth == 0 && error->desc != nullptr) {
            *static_cast<std::string*>(text) = error->desc;
        }
        return 0;
    };
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, &found);
    const std::string quote = "error message = '";
    if (const std::size_t at = found.find(quote); at != std::string::npos) {
        found.erase(0, at + quote.size());
        found.erase(std::min(found.find('\''), found.size()));
    }
    return found;
}

std::recursive_mutex& one_thread_at_a_time() {
    static std::recursive_mutex mutex;  // not every build of HDF5 is safe for threads
    return mutex;
}

hid_t type_in_memory(Kind kind) {
    switch (kind) {
    case Kind::int8:
        return H5T_NATIVE_INT8;
    case Kind::int32:
        return H5T_NATIVE_INT32;
    case Kind::int64:
        return H5T_NATIVE_INT64;
    case Kind::float64:
        return H5T_NATIVE_DOUBLE;
    }
    return H5I_INVALID_HID;
}

hid_t type_in_file(Kind kind) {
    switch (kind) {
    case Kind::int8:
        return H5T_STD_I8LE;
    case Kind::int32:
        return H5T_STD_I32LE;
    case Kind::int64:
        return H5T_STD_I64LE;
    case Kind::float64:
        return H5T_IEEE_F64LE;
    }
    return H5I_INVALID_HID;
}

/// The library's own type for sizes is as wide but not always the same.
std::vector<hsize_t> sizes(const Shape& shape) {
    return {shape.begin(), shape.end()};
}

hid_t new_text_type() {
    const hid_t type = H5Tcopy(H5T_C_S1);
    H5Tset_size(type, H5T_VARIABLE);
    H5Tset_cset(type, H5T_CSET_UTF8);
    return type;
}

bool is_text(hid_t type) {
    return H5Tget_class(type) == H5T_STRING && H5Tis_variable_str(type) > 0;
}

}  // namespace

File::File(std::filesystem::path path, PartFile* target)
    : alone_(one_thread_at_a_time()), path_(std::move(path)), target_(target) {
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);  // errors are ours to report
}

File::File(File&& other) noexcept
    : alone_(std::move(other.alone_)), path_(std::move(other.path_)), target_(other.target_),
      id_(std::exchange(other.id_, -1)) {}

File::~File() {
    if (id_ >= 0) {
        H5Fclose(id_);
    }
}

File File::create(PartFile& target) {
    File file(target.target(), &target);
    const Handle creation(file.checked(H5Pcreate(H5P_FILE_CREATE), "create"), H5Pclose);
    file.checked(H5Pset_obj_track_times(creation, false), "create");
    const Handle access(file.checked(H5Pcreate(H5P_FILE_ACCESS), "create"), H5Pclose);
    file.checked(write_into(access, target), "create");
    file.checked(H5Pset_libver_bounds(access, H5F_LIBVER_V110, H5F_LIBVER_V110), "create");
    file.checked(H5Pset_fclose_degree(access, H5F_CLOSE_STRONG), "create");
    file.id_ =
        file.checked(H5Fcreate(file.path_.c_str(), H5F_ACC_TRUNC, creation, access), "create");
    return file;
}

File File::open(const std::filesystem::path& path) {
    File file(path, nullptr);
    const Handle access(file.checked(H5Pcreate(H5P_FILE_ACCESS), "open"), H5Pclose);
    file.checked(H5Pset_file_locking(access, false, true), "open");
    file.checked(H5Pset_fclose_degree(access, H5F_CLOSE_STRONG), "open");
    file.id_ = file.checked(H5Fopen(path.c_str(), H5F_ACC_RDONLY, access), "open as HDF5");
    return file;
}

void File::close() {
    checked(H5Fclose(std::exchange(id_, -1)), "close");
}

void File::fail(const std::string& problem) const {
    throw IoError(path_.string(), problem);
}

std::int64_t File::checked(std::int64_t id, const std::string& doing) const {
    if (target_ != nullptr) {
        target_->check();  // "disk full" explains more than what follows from it
    }
    if (id < 0) {
        fail("cannot " + doing + ": " + innermost_error());
    }
    return id;
}

void File::create_group(const std::string& name) {
    const Handle creation(H5Pcreate(H5P_GROUP_CREATE), H5Pclose);
    checked(H5Pset_obj_track_times(creation, false), "create " + name);
    const Handle group(H5Gcreate2(id_, name.c_str(), H5P_DEFAULT, creation, H5P_DEFAULT), H5Gclose);
    checked(group, "create " + name);
}

bool File::has(const std::string& name) const {
    return H5Lexists(id_, name.c_str(), H5P_DEFAULT) > 0;
}

namespace {

Handle new_dataset(hid_t file, const std::string& name, hid_t type, const Storage& storage) {
    const int rank = static_cast<int>(storage.shape.size());
    const Handle space(H5Screate_simple(rank, sizes(storage.shape).data(), nullptr), H5Sclose);
    const Handle creation(H5Pcreate(H5P_DATASET_CREATE), H5Pclose);
    H5Pset_obj_track_times(creation, false);
    if (!storage.chunk.empty()) {
        H5Pset_chunk(creation, rank, sizes(storage.chunk).data());
        H5Pset_shuffle(creation);
        H5Pset_deflate(creation, storage.deflate);
        H5Pset_fletcher32(creation);
    }
    return {H5Dcreate2(file, name.c_str(), type, space, H5P_DEFAULT, creation, H5P_DEFAULT),
            H5Dclose};
}

/// A block as the library wants it: where in the file, and how much in memory.
struct Selection {
    Selection(hid_t dataset, const Block& block)
        : rank(static_cast<int>(block.extent.size())), file(H5Dget_space(dataset), H5Sclose),
          memory(H5Screate_simple(rank, sizes(block.extent).data(), nullptr), H5Sclose),
          fits(block.start.size() == block.extent.size() && H5Sget_simple_extent_ndims(file) == rank
               && H5Sselect_hyperslab(file,
                                      H5S_SELECT_SET,
                                      sizes(block.start).data(),
                                      nullptr,
                                      sizes(block.extent).data(),
                                      nullptr)
                      >= 0
               && H5Sselect_valid(file) > 0) {}

    int rank;
    Handle file;
    Handle memory;
    bool fits;
};

}  // namespace

void File::create(const std::string& dataset, Kind kind, const Storage& storage) {
    checked(new_dataset(id_, dataset, type_in_file(kind), storage), "create " + dataset);
}

void File::write(const std::string& dataset,
                 Kind kind,
                 const void* values,
                 std::uint64_t size,
                 const Block& where) {
    const std::string doing = "write " + dataset;
    Handle data(checked(H5Dopen2(id_, dataset.c_str(), H5P_DEFAULT), doing), H5Dclose);
    const Selection part(data, where);
    if (!part.fits || count(where.extent) != size) {
        fail("cannot " + doing + ": the values do not fit the block");
    }
    const hid_t type = type_in_memory(kind);
    checked(H5Dwrite(data, type, part.memory, part.file, H5P_DEFAULT, values), doing);
    checked(data.close(), doing);  // writes what is still in the cache
}

void File::read(const std::string& dataset, Kind kind, void* values, const Block& where) const {
    const std::string doing = "read " + dataset;
    const Handle data(checked(H5Dopen2(id_, dataset.c_str(), H5P_DEFAULT), doing), H5Dclose);
    const Selection part(data, where);
    if (!part.fits) {
        fail("cannot " + doing + ": it has not the expected shape");
    }
    const hid_t type = type_in_memory(kind);
    checked(H5Dread(data, type, part.memory, part.file, H5P_DEFAULT, values), doing);
}

std::uint64_t File::count(const Shape& extent) const {
    constexpr std::uint64_t most = std::uint64_t{1} << 36;  // more is a damaged file
    std::uint64_t product = 1;
    for (const std::uint64_t length : extent) {
        if (length != 0 && product > most / length) {
            fail("claims a dataset larger than any result; it is damaged");
        }
        product *= length;
    }
    return product;
}

Shape File::shape(const std::string& dataset) const {
    const std::string doing = "read " + dataset;
    const Handle data(checked(H5Dopen2(id_, dataset.c_str(), H5P_DEFAULT), doing), H5Dclose);
    const Handle space(checked(H5Dget_space(data), doing), H5Sclose);
    const auto axes = checked(H5Sget_simple_extent_ndims(space), doing);
    std::vector<hsize_t> lengths(static_cast<std::size_t>(axes));
    checked(H5Sget_simple_extent_dims(space, lengths.data(), nullptr), doing);
    return {lengths.begin(), lengths.end()};
}

void File::write_texts(const std::string& dataset, const std::vector<std::string>& texts) {
    std::vector<const char*> starts;
    for (const std::string& text : texts) {
        starts.push_back(text.c_str());
    }
    const Handle type(new_text_type(), H5Tclose);
    Handle data = new_dataset(id_, dataset, type, {{texts.size()}});
    checked(data, "create " + dataset);
    checked(H5Dwrite(data, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, starts.data()), "write " + dataset);
    checked(data.close(), "write " + dataset);
}

std::vector<std::string> File::read_texts(const std::string& dataset) const {
    const std::string doing = "read " + dataset;
    std::vector<char*> starts(count(shape(dataset)), nullptr);
    const Handle data(checked(H5Dopen2(id_, dataset.c_str(), H5P_DEFAULT), doing), H5Dclose);
    const Handle stored(H5Dget_type(data), H5Tclose);
    if (!is_text(stored)) {
        fail("cannot " + doing + ": it is not text");
    }
    const Handle type(new_text_type(), H5Tclose);
    checked(H5Dread(data, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, starts.data()), doing);
    std::vector<std::string> texts;
    for (const char* start : starts) {
        texts.emplace_back(start == nullptr ? "" : start);
    }
    const Handle space(H5Dget_space(data), H5Sclose);
    H5Dvlen_reclaim(type, space, H5P_DEFAULT, starts.data());
    return texts;
}

namespace {

/// Creates a one-valued attribute and returns it open.
Handle new_attribute(hid_t file, const std::string& object, const std::string& name, hid_t type) {
    const Handle space(H5Screate(H5S_SCALAR), H5Sclose);
    return {
        H5Acreate_by_name(
            file, object.c_str(), name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT),
        H5Aclose};
}

Handle
open_attribute(const File& file, hid_t id, const std::string& object, const std::string& name) {
    if (H5Aexists_by_name(id, object.c_str(), name.c_str(), H5P_DEFAULT) <= 0) {
        file.fail("has no attribute " + name + " on " + object);
    }
    return {H5Aopen_by_name(id, object.c_str(), name.c_str(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose};
}

bool is_single(hid_t attribute) {
    const Handle space(H5Aget_space(attribute), H5Sclose);
    return H5Sget_simple_extent_npoints(space) == 1;
}

}  // namespace

void File::set_text(const std::string& object, const std::string& name, const std::string& text) {
    const Handle type(new_text_type(), H5Tclose);
    const Handle attribute = new_attribute(id_, object, name, type);
    const char* start = text.c_str();
    checked(attribute, "create attribute " + name);
    checked(H5Awrite(attribute, type, &start), "write attribute " + name);
}

void File::set_number(const std::string& object, const std::string& name, std::int32_t number) {
    const Handle attribute = new_attribute(id_, object, name, H5T_STD_I32LE);
    checked(attribute, "create attribute " + name);
    checked(H5Awrite(attribute, H5T_NATIVE_INT32, &number), "write attribute " + name);
}

std::string File::text(const std::string& object, const std::string& name) const {
    const Handle attribute = open_attribute(*this, id_, object, name);
    const Handle stored(checked(H5Aget_type(attribute), "read attribute " + name), H5Tclose);
    if (!is_text(stored) || !is_single(attribute)) {
        fail("cannot read attribute " + name + ": it is not one text");
    }
    const Handle type(new_text_type(), H5Tclose);
    char* start = nullptr;
    checked(H5Aread(attribute, type, &start), "read attribute " + name);
    const std::string text = start == nullptr ? "" : start;
    H5free_memory(start);
    return text;
}

std::int32_t File::number(const std::string& object, const std::string& name) const {
    const Handle attribute = open_attribute(*this, id_, object, name);
    if (!is_single(attribute)) {
        fail("cannot read attribute " + name + ": it is not one number");
    }
    std::int32_t number = 0;
    checked(H5Aread(attribute, H5T_NATIVE_INT32, &number), "read attribute " + name);
    return number;
}

void File::make_scale(const std::string& dataset) {
    const std::string doing = "make a coordinate of " + dataset;
    const Handle data(checked(H5Dopen2(id_, dataset.c_str(), H5P_DEFAULT), doing), H5Dclose);
    const std::string axis = dataset.substr(dataset.rfind('/') + 1);
    checked(H5DSset_scale(data, axis.c_str()), doing);
}

void File::attach_scales(const std::string& dataset, const std::vector<std::string>& scales) {
    const std::string doing = "give coordinates to " + dataset;
    const Handle data(checked(H5Dopen2(id_, dataset.c_str(), H5P_DEFAULT), doing), H5Dclose);
    unsigned axis = 0;
    for (const std::string& name : scales) {
        const Handle scale(checked(H5Dopen2(id_, name.c_str(), H5P_DEFAULT), doing), H5Dclose);
        checked(H5DSattach_scale(data, scale, axis++), doing);
    }
}

}  // namespace foothold::hdf5
