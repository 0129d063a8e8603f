#include "sim/core/mathematics.hpp"

#include <array>
#include <cstddef>

namespace foothold {

namespace {

template <std::size_t N>
double polynomial(const std::array<double, N>& highest_first, double x) {
    double sum = 0.0;
    for (const double coefficient : highest_first) {
        sum = sum * x + coefficient;
    }
    return sum;
}

constexpr std::array centre_top{2509.0809287301226727,
                                33430.575583588128105,
                                67265.770927008700853,
                                45921.953931549871457,
                                13731.693765509461125,
                                1971.5909503065514427,
                                133.14166789178437745,
                                3.387132872796366608};
constexpr std::array centre_bottom{5226.495278852545925,
                                   28729.085735721942674,
                                   39307.89580009271061,
                                   21213.794301586595867,
                                   5394.1960214247511077,
                                   687.1870074920579083,
                                   42.313330701600911252,
                                   1.0};
constexpr std::array near_top{7.7454501427834140764e-4,
                              0.0227238449892691845833,
                              0.24178072517745061177,
                              1.27045825245236838258,
                              3.64784832476320460504,
                              5.7694972214606914055,
                              4.6303378461565452959,
                              1.42343711074968357734};
constexpr std::array near_bottom{1.05075007164441684324e-9,
                                 5.475938084995344946e-4,
                                 0.0151986665636164571966,
                                 0.14810397642748007459,
                                 0.68976733498510000455,
                                 1.6763848301838038494,
                                 2.05319162663775882187,
                                 1.0};
constexpr std::array far_top{2.01033439929228813265e-7,
                             2.71155556874348757815e-5,
                             0.0012426609473880784386,
                             0.026532189526576123093,
                             0.29656057182850489123,
                             1.7848265399172913358,
                             5.4637849111641143699,
                             6.6579046435011037772};
constexpr std::array far_bottom{2.04426310338993978564e-15,
                                1.4215117583164458887e-7,
                                1.8463183175100546818e-5,
                                7.868691311456132591e-4,
                                0.0148753612908506148525,
                                0.13692988092273580531,
                                0.59983220655588793769,
                                1.0};

constexpr std::array hart_top{0.0352624965998911,
                              0.700383064443688,
                              6.37396220353165,
                              33.912866078383,
                              112.079291497871,
                              221.213596169931,
                              220.206867912376};
constexpr std::array hart_bottom{0.0883883476483184,
                                 1.75566716318264,
                                 16.064177579207,
                                 86.7807322029461,
                                 296.564248779674,
                                 637.333633378831,
                                 793.826512519948,
                                 440.413735824752};

}  // namespace

double normal_quantile(double u) {
    const double q = u - 0.5;
    if (q >= -0.425 && q <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(centre_top, r) / polynomial(centre_bottom, r);
    }
    const double tail = q < 0.0 ? u : 1.0 - u;
    const double r = std::sqrt(-logarithm(tail));
    const double value = r <= 5.0 ? polynomial(near_top, r - 1.6) / polynomial(near_bottom, r - 1.6)
                                  : polynomial(far_top, r - 5.0) / polynomial(far_bottom, r - 5.0);
    return q < 0.0 ? -value : value;
}

double normal_share_below(double x) {
    const double a = x < 0.0 ? -x : x;
    double tail = 0.0;
    if (a < 7.07106781186547) {
        tail = exponential(-a * a * 0.5) * polynomial(hart_top, a) / polynomial(hart_bottom, a);
    } else if (a < 37.0) {
        const double b = a + 1.0 / (a + 2.0 / (a + 3.0 / (a + 4.0 / (a + 0.65))));
        tail = exponential(-a * a * 0.5) / b / 2.506628274631;
    }
    return x > 0.0 ? 1.0 - tail : tail;
}

}  // namespace foothold
