#include "sim/appraisal/evaluation_frame.hpp"
#include "sim/core/mathematics.hpp"
#include "sim/experiments/logit.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace foothold {

namespace {

constexpr double years_per_unit = 10.0;    // so that coefficients are of like size
constexpr double ridge = 1.0;              // so that rare people who settle it do no harm
constexpr double months_per_unit = 120.0;  // [month] of the calendar

/// What an evaluator can observe of somebody when support begins.
std::vector<double> observed(const Followed& it) {
    const auto is = [](bool condition) { return condition ? 1.0 : 0.0; };
    const double decades = static_cast<double>(it.age) / years_per_unit;
    return {
        decades,
        decades * decades,
        static_cast<double>(it.qualification),
        static_cast<double>(it.barriers),
        is(it.ill != 0),
        is(it.months_out > 0),
        logarithm(
            1.0 + static_cast<double>(std::max<std::int16_t>(it.months_out, 0)) / months_per_year),
        is(it.activity == Activity::searching),
        is(it.activity == Activity::inactive),
        is(it.activity == Activity::sick),
        is(it.activity == Activity::employed),
        is(it.composition == Composition::single),
        is(it.composition == Composition::lone_parent),
        is(it.composition == Composition::couple_with_children),
        is(it.universal_credit != 0),
        static_cast<double>(it.from) / months_per_unit};
}

bool varies(const std::vector<const Followed*>& people,
            const std::vector<std::vector<double>>& rows,
            std::size_t column,
            bool supported) {
    const double* first = nullptr;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if ((people[i]->supported != 0) != supported) {
            continue;
        }
        if (first != nullptr && rows[i][column] != *first) {
            return true;
        }
        first = &rows[i][column];
    }
    return false;
}

double product(const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Takes from a column what those of the base say already (Gram and Schmidt).
void take_out(std::vector<double>& column, const std::vector<std::vector<double>>& base) {
    for (const std::vector<double>& known : base) {
        const double share = product(column, known) / product(known, known);
        for (std::size_t i = 0; i < column.size(); ++i) {
            column[i] -= share * known[i];
        }
    }
}

/// Columns that can tell participants from others without settling it, and that do not follow from
/// those before: of the activities, say, one is the base.
std::vector<std::size_t> usable_columns(const std::vector<const Followed*>& people,
                                        const std::vector<std::vector<double>>& rows) {
    constexpr double nothing_new = 1e-6;  // share of a column's squares
    std::vector<std::vector<double>> base{std::vector<double>(rows.size(), 1.0)};
    std::vector<std::size_t> usable;
    for (std::size_t column = 0; !rows.empty() && column < rows.front().size(); ++column) {
        if (!varies(people, rows, column, true) || !varies(people, rows, column, false)) {
            continue;
        }
        std::vector<double> left;
        for (const std::vector<double>& row : rows) {
            left.push_back(row[column]);
        }
        const double all = product(left, left);
        take_out(left, base);
        if (product(left, left) > nothing_new * all) {
            base.push_back(std::move(left));
            usable.push_back(column);
        }
    }
    return usable;
}

}  // namespace

std::vector<double> propensity_of(const std::vector<const Followed*>& people) {
    std::vector<std::vector<double>> rows;
    for (const Followed* it : people) {
        rows.push_back(observed(*it));
    }
    const auto reduced = [](const std::vector<double>& row, const std::vector<std::size_t>& use) {
        std::vector<double> values{1.0};
        for (const std::size_t column : use) {
            values.push_back(row[column]);
        }
        return values;
    };
    const std::vector<std::size_t> usable = usable_columns(people, rows);
    LogitData data{usable.size() + 1, {}, {}};
    for (std::size_t i = 0; i < people.size(); ++i) {
        data.add(reduced(rows[i], usable), people[i]->supported != 0);
    }
    const LogitFit fit = fit_logit(data, ridge);
    std::vector<double> scores;
    for (std::size_t i = 0; fit.converged && i < people.size(); ++i) {
        const std::vector<double> row = reduced(rows[i], usable);
        double score = 0.0;
        for (std::size_t k = 0; k < row.size(); ++k) {
            score += row[k] * fit.coefficients[k];
        }
        scores.push_back(score);
    }
    return scores;
}

}  // namespace foothold
