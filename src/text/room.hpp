// SPDX-License-Identifier: Apache-2.0
// room.hpp - unicode/room.hpp, for this room and those after it.
#ifndef COPYDESK_SRC_TEXT_ROOM_HPP_
#define COPYDESK_SRC_TEXT_ROOM_HPP_

#include "unicode/room.hpp"

namespace copydesk::text {

using unicode::give_back;
using unicode::make_room;
using unicode::make_room_if_full;

}  // namespace copydesk::text

#endif  // COPYDESK_SRC_TEXT_ROOM_HPP_
