#pragma once

#include <string_view>

namespace foothold {

/// Which program made a result. Every run stores all three.

/// The release, e.g. "0.1.0".
std::string_view version();

/// The commit it was built from, "-dirty" added when files were changed since; "unknown" outside
/// git.
std::string_view revision();

/// A digest of the model's sources (layers core to engine): equal digests give equal numbers.
std::string_view model_digest();

/// Who compiled it, e.g. "gcc 12.2.0".
std::string_view compiler();

}  // namespace foothold
