#include "sim/io/job_months.hpp"

#include "sim/io/hdf5.hpp"

namespace foothold {

namespace {

constexpr std::size_t months_per_year = 12;

/// Adds one arm of one replicate. `employed` has shape [time * neighbourhoods + neighbourhood].
void add_years(const std::vector<std::int64_t>& employed, std::size_t times, JobMonths& found) {
    std::vector<std::int64_t> sum(found.neighbourhoods);
    for (std::size_t time = 1; time < times; ++time) {
        for (std::size_t n = 0; n < found.neighbourhoods; ++n) {
            sum[n] += employed[time * found.neighbourhoods + n];
        }
        if (time % months_per_year == 0 || time + 1 == times) {
            found.values.insert(found.values.end(), sum.begin(), sum.end());
        }
    }
}

}  // namespace

JobMonths read_job_months(const std::filesystem::path& results) {
    const std::string dataset = "/summary/employed";
    const hdf5::File file = hdf5::File::open(results);
    if (!file.has("/summary") || !file.has(dataset)) {
        file.fail("does not hold who is in work in each neighbourhood (" + dataset + ")");
    }
    const hdf5::Shape shape = file.shape(dataset);  // arm, replicate, time, neighbourhood
    JobMonths found{
        shape.at(1), (shape.at(2) - 1 + months_per_year - 1) / months_per_year, shape.at(3), {}};
    for (std::size_t arm = 0; arm < shape[0]; ++arm) {
        for (std::size_t replicate = 0; replicate < shape[1]; ++replicate) {
            const hdf5::Block block{{arm, replicate, 0, 0}, {1, 1, shape[2], shape[3]}};
            add_years(file.read<std::int64_t>(dataset, block), shape[2], found);
        }
    }
    return found;
}

}  // namespace foothold
