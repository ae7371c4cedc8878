// SPDX-License-Identifier: Apache-2.0
// speaker_kinds.hpp - person, group, organization: what kind of speaker a noun
// or a name tells.
#ifndef COPYDESK_SRC_PEOPLE_SPEAKER_KINDS_HPP_
#define COPYDESK_SRC_PEOPLE_SPEAKER_KINDS_HPP_

#include "copydesk/document.hpp"
#include "people/lexicon.hpp"

namespace copydesk::people {

inline speaker_kind speaker_kind_of(noun_kind k, bool plural) {
  switch (k) {
    case noun_kind::people:
      return speaker_kind::group;
    case noun_kind::organization:
    case noun_kind::place:
      return plural ? speaker_kind::group : speaker_kind::organization;
    case noun_kind::document:
      return speaker_kind::document;
    default:
      return plural ? speaker_kind::group : speaker_kind::unnamed;
  }
}

inline speaker_kind speaker_kind_of(entity_type t) {
  switch (t) {
    case entity_type::person:
      return speaker_kind::person;
    case entity_type::norp:
      return speaker_kind::group;
    case entity_type::law:
    case entity_type::work:
      return speaker_kind::document;
    default:
      return speaker_kind::organization;
  }
}

}  // namespace copydesk::people

#endif  // COPYDESK_SRC_PEOPLE_SPEAKER_KINDS_HPP_
