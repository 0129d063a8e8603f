#pragma once

namespace foothold {

/// From now on Ctrl-C asks to stop instead of killing.
void listen_for_stop();

bool stop_is_asked();

}  // namespace foothold
