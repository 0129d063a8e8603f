#include "sim/core/philox_rows.hpp"

#include "sim/core/philox.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define FOOTHOLD_X86 1
#endif

namespace foothold {

namespace {

/// Rows from `from` on, one at a time.
void narrow(const PhiloxRows& batch, std::size_t from) {
    for (std::size_t i = from; i < batch.rows; ++i) {
        const auto words = philox4x32({batch.first + static_cast<std::uint32_t>(i),
                                       batch.counter[1],
                                       batch.counter[2],
                                       batch.counter[3] | (std::uint32_t{batch.lives[i]} << 16)},
                                      batch.key);
        for (std::size_t c = 0; c < words.size(); ++c) {
            batch.words[c][i * batch.stride] = words[c];
        }
    }
}

void plain(const PhiloxRows& batch) {
    narrow(batch, 0);
}

#ifdef FOOTHOLD_X86

/// The four words of a row, or one word of four rows.
void store_row(std::uint32_t* to, __m128i words) {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), words);
}

// Words live in the low halves of 64-bit lanes; what a round leaves in the high halves is never
// read.

__attribute__((target("avx512f"))) void eight_at_a_time(const PhiloxRows& batch) {
    const __m512i multiplier_a = _mm512_set1_epi64(0xD2511F53);
    const __m512i multiplier_b = _mm512_set1_epi64(0xCD9E8D57);
    const __m512i steps = _mm512_set_epi64(7, 6, 5, 4, 3, 2, 1, 0);
    std::size_t i = 0;
    for (; i + 8 <= batch.rows; i += 8) {
        const __m128i lives = _mm_loadu_si128(reinterpret_cast<const __m128i*>(batch.lives + i));
        __m512i c0 =
            _mm512_add_epi64(_mm512_set1_epi64(batch.first + static_cast<std::uint32_t>(i)), steps);
        __m512i c1 = _mm512_set1_epi64(batch.counter[1]);
        __m512i c2 = _mm512_set1_epi64(batch.counter[2]);
        __m512i c3 = _mm512_or_si512(_mm512_slli_epi64(_mm512_cvtepu16_epi64(lives), 16),
                                     _mm512_set1_epi64(batch.counter[3]));
        std::uint32_t k0 = batch.key[0];
        std::uint32_t k1 = batch.key[1];
        for (int round = 0; round < 10; ++round) {
            const __m512i a = _mm512_mul_epu32(c0, multiplier_a);
            const __m512i b = _mm512_mul_epu32(c2, multiplier_b);
            c0 = _mm512_xor_si512(_mm512_xor_si512(_mm512_srli_epi64(b, 32), c1),
                                  _mm512_set1_epi64(k0));
            c1 = b;
            c2 = _mm512_xor_si512(_mm512_xor_si512(_mm512_srli_epi64(a, 32), c3),
                                  _mm512_set1_epi64(k1));
            c3 = a;
            k0 += 0x9E3779B9U;
            k1 += 0xBB67AE85U;
        }
        if (batch.stride == 1) {
            const __m512i words[] = {c0, c1, c2, c3};
            for (std::size_t c = 0; c < batch.words.size(); ++c) {
                _mm256_storeu_si256(reinterpret_cast<__m256i*>(batch.words[c] + i),
                                    _mm512_cvtepi64_epi32(words[c]));
            }
            continue;
        }
        const __m512i low_half = _mm512_set1_epi64(0xFFFFFFFF);
        const __m512i first_two =
            _mm512_or_si512(_mm512_and_si512(c0, low_half), _mm512_slli_epi64(c1, 32));
        const __m512i last_two =
            _mm512_or_si512(_mm512_and_si512(c2, low_half), _mm512_slli_epi64(c3, 32));
        const __m512i even = _mm512_unpacklo_epi64(first_two, last_two);  // rows 0, 2, 4, 6
        const __m512i odd = _mm512_unpackhi_epi64(first_two, last_two);   // rows 1, 3, 5, 7
        std::uint32_t* row = batch.words[0] + i * batch.stride;
        store_row(row, _mm512_extracti32x4_epi32(even, 0));
        store_row(row + batch.stride, _mm512_extracti32x4_epi32(odd, 0));
        store_row(row + 2 * batch.stride, _mm512_extracti32x4_epi32(even, 1));
        store_row(row + 3 * batch.stride, _mm512_extracti32x4_epi32(odd, 1));
        store_row(row + 4 * batch.stride, _mm512_extracti32x4_epi32(even, 2));
        store_row(row + 5 * batch.stride, _mm512_extracti32x4_epi32(odd, 2));
        store_row(row + 6 * batch.stride, _mm512_extracti32x4_epi32(even, 3));
        store_row(row + 7 * batch.stride, _mm512_extracti32x4_epi32(odd, 3));
    }
    narrow(batch, i);
}

__attribute__((target("avx2"))) void four_at_a_time(const PhiloxRows& batch) {
    const __m256i multiplier_a = _mm256_set1_epi64x(0xD2511F53);
    const __m256i multiplier_b = _mm256_set1_epi64x(0xCD9E8D57);
    const __m256i steps = _mm256_set_epi64x(3, 2, 1, 0);
    const __m256i low_halves = _mm256_set_epi32(0, 0, 0, 0, 6, 4, 2, 0);
    std::size_t i = 0;
    for (; i + 4 <= batch.rows; i += 4) {
        const __m128i lives = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(batch.lives + i));
        __m256i c0 = _mm256_add_epi64(
            _mm256_set1_epi64x(batch.first + static_cast<std::uint32_t>(i)), steps);
        __m256i c1 = _mm256_set1_epi64x(batch.counter[1]);
        __m256i c2 = _mm256_set1_epi64x(batch.counter[2]);
        __m256i c3 = _mm256_or_si256(_mm256_slli_epi64(_mm256_cvtepu16_epi64(lives), 16),
                                     _mm256_set1_epi64x(batch.counter[3]));
        std::uint32_t k0 = batch.key[0];
        std::uint32_t k1 = batch.key[1];
        for (int round = 0; round < 10; ++round) {
            const __m256i a = _mm256_mul_epu32(c0, multiplier_a);
            const __m256i b = _mm256_mul_epu32(c2, multiplier_b);
            c0 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(b, 32), c1),
                                  _mm256_set1_epi64x(k0));
            c1 = b;
            c2 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(a, 32), c3),
                                  _mm256_set1_epi64x(k1));
            c3 = a;
            k0 += 0x9E3779B9U;
            k1 += 0xBB67AE85U;
        }
        if (batch.stride == 1) {
            const __m256i words[] = {c0, c1, c2, c3};
            for (std::size_t c = 0; c < batch.words.size(); ++c) {
                const __m256i packed = _mm256_permutevar8x32_epi32(words[c], low_halves);
                store_row(batch.words[c] + i, _mm256_castsi256_si128(packed));
            }
            continue;
        }
        const __m256i low_half = _mm256_set1_epi64x(0xFFFFFFFF);
        const __m256i first_two =
            _mm256_or_si256(_mm256_and_si256(c0, low_half), _mm256_slli_epi64(c1, 32));
        const __m256i last_two =
            _mm256_or_si256(_mm256_and_si256(c2, low_half), _mm256_slli_epi64(c3, 32));
        const __m256i even = _mm256_unpacklo_epi64(first_two, last_two);  // rows 0, 2
        const __m256i odd = _mm256_unpackhi_epi64(first_two, last_two);   // rows 1, 3
        std::uint32_t* row = batch.words[0] + i * batch.stride;
        store_row(row, _mm256_castsi256_si128(even));
        store_row(row + batch.stride, _mm256_castsi256_si128(odd));
        store_row(row + 2 * batch.stride, _mm256_extracti128_si256(even, 1));
        store_row(row + 3 * batch.stride, _mm256_extracti128_si256(odd, 1));
    }
    narrow(batch, i);
}

using Filler = void (*)(const PhiloxRows&);

Filler widest() {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx512f") ? eight_at_a_time
           : __builtin_cpu_supports("avx2")  ? four_at_a_time
                                             : plain;
}

#endif

}  // namespace

void philox_rows(const PhiloxRows& batch) {
#ifdef FOOTHOLD_X86
    static const Filler fill = widest();
    fill(batch);
#else
    plain(batch);
#endif
}

}  // namespace foothold
