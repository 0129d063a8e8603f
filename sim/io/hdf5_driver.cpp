#include "sim/io/hdf5_driver.hpp"

#include <hdf5.h>

#include <limits>

namespace foothold::hdf5 {

namespace {

struct DriverFile {
    H5FD_t library;  // HDF5's own part, which must come first
    PartFile* part;
    haddr_t allocated;
};

PartFile& part_of(const H5FD_t* file) {
    return *reinterpret_cast<const DriverFile*>(file)->part;
}

H5FD_t* open_driver_file(const char*, unsigned, hid_t access, haddr_t) {
    PartFile* part = *static_cast<PartFile* const*>(H5Pget_driver_info(access));
    return &(new DriverFile{{}, part, 0})->library;
}

herr_t close_driver_file(H5FD_t* file) {
    delete reinterpret_cast<DriverFile*>(file);
    return 0;
}

herr_t truncate_driver_file(H5FD_t* file, hid_t, hbool_t) {
    const haddr_t allocated = reinterpret_cast<DriverFile*>(file)->allocated;
    if (part_of(file).size() != allocated) {
        part_of(file).resize(allocated);
    }
    return 0;
}

H5FD_class_t part_file_driver() {
    H5FD_class_t driver = {};
#ifdef H5FD_CLASS_VERSION  // HDF5 1.14
    driver.version = H5FD_CLASS_VERSION;
    driver.value = 512;  // the first of those open to anyone
#endif
    driver.name = "foothold_part_file";
    driver.maxaddr = std::numeric_limits<std::int64_t>::max();
    driver.fc_degree = H5F_CLOSE_STRONG;
    driver.fapl_size = sizeof(PartFile*);
    driver.open = open_driver_file;
    driver.close = close_driver_file;
    driver.truncate = truncate_driver_file;
    driver.query = [](const H5FD_t*, unsigned long* flags) -> herr_t {
        *flags = H5FD_FEAT_AGGREGATE_METADATA | H5FD_FEAT_ACCUMULATE_METADATA | H5FD_FEAT_DATA_SIEVE
                 | H5FD_FEAT_AGGREGATE_SMALLDATA | H5FD_FEAT_DEFAULT_VFD_COMPATIBLE;
        return 0;
    };
    driver.get_eoa = [](const H5FD_t* file, H5FD_mem_t) {
        return reinterpret_cast<const DriverFile*>(file)->allocated;
    };
    driver.set_eoa = [](H5FD_t* file, H5FD_mem_t, haddr_t allocated) -> herr_t {
        reinterpret_cast<DriverFile*>(file)->allocated = allocated;
        return 0;
    };
    driver.get_eof = [](const H5FD_t* file, H5FD_mem_t) -> haddr_t { return part_of(file).size(); };
    driver.read = [](H5FD_t* f, H5FD_mem_t, hid_t, haddr_t at, size_t size, void* to) -> herr_t {
        part_of(f).read_at(at, to, size);
        return 0;
    };
    driver.write =
        [](H5FD_t* f, H5FD_mem_t, hid_t, haddr_t at, size_t size, const void* from) -> herr_t {
        part_of(f).write_at(at, from, size);
        return 0;
    };
    return driver;
}

hid_t registered_driver() {
    static const H5FD_class_t driver = part_file_driver();
    static const hid_t id = H5FDregister(&driver);
    return id;
}

}  // namespace

int write_into(std::int64_t access_list, PartFile& target) {
    PartFile* const part = &target;
    return H5Pset_driver(access_list, registered_driver(), &part);
}

}  // namespace foothold::hdf5
