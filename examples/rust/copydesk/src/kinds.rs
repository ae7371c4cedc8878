// SPDX-License-Identifier: Apache-2.0
// kinds.rs - the enumerations of the C API, which may grow.
use crate::fixed;
use copydesk_sys as sys;
use std::fmt;

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident $string:ident { $($item:ident = $number:literal,)* })*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($item = $number,)*
            /// One that a later library knows.
            Unknown = -1,
        }

        impl $name {
            /// As the command prints it; "" if it is unknown.
            pub fn as_str(self) -> &'static str {
                fixed(unsafe { sys::$string(self as i32) })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl From<i32> for $name {
            fn from(number: i32) -> Self {
                match number {
                    $($number => Self::$item,)*
                    _ => Self::Unknown,
                }
            }
        }
    )* };
}

kinds! {
    /// What a name or a value is.
    EntityType copydesk_entity_type_string {
        Person = 1, Norp = 2, Org = 3, Gpe = 4, Loc = 5, Fac = 6, Event = 7, Law = 8, Work = 9,
        Product = 10, Date = 11, Time = 12, Money = 13, Percent = 14, Quantity = 15,
    }
    ParagraphKind copydesk_paragraph_kind_string {
        Body = 0, Headline = 1, Dateline = 2, Byline = 3, Caption = 4, Boilerplate = 5,
    }
    /// Whether all, some or none of the words stand in marks.
    QuoteKind copydesk_quote_kind_string {
        Direct = 0, Mixed = 1, Indirect = 2,
    }
    SpeakerKind copydesk_speaker_kind_string {
        Person = 0, Organization = 1, Document = 2, Group = 3, Unnamed = 4,
    }
    RepairKind copydesk_repair_kind_string {
        Encoding = 1, Mojibake = 2, HtmlEntity = 3, Control = 4, SoftHyphen = 5, ZeroWidth = 6,
        BidiControl = 7, Ligature = 8, LineBreak = 9, MissingOpen = 10, MissingClose = 11,
        WrongWay = 12, Straight = 13, Hyphenation = 14,
    }
}
