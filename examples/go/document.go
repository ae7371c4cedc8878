// SPDX-License-Identifier: Apache-2.0

package copydesk

import "encoding/json"

// Span is a half-open range of the input, in JSON [start, end].
type Span struct{ Start, End int }

// UnmarshalJSON reads [start, end].
func (s *Span) UnmarshalJSON(data []byte) error {
	var both [2]int
	err := json.Unmarshal(data, &both)
	s.Start, s.End = both[0], both[1]
	return err
}

// Paragraph is a block of the text: "headline", "dateline", "byline", "body",
// "caption" or "boilerplate".
type Paragraph struct {
	Start, End int
	Kind       string
	Reason     string // what decided the kind
}

// Entity is one mention of a name, or one value.
type Entity struct {
	Start, End        int
	Text, Type, Value string
	ID                *int // index into Names; nil for values
	Confidence        float64
}

// Name is one person, organization, place: all its mentions together.
type Name struct {
	Type, Name   string
	Titles       []string
	Mentions     []int  // indices into Entities
	CallerID     string `json:"caller_id"` // in the caller's gazetteer
	Quotes       []int  // whose speaker it is: indices into Quotes
	Affiliations []int  // bodies, places, peoples of a person: into Names
	Gender       string // what the text tells of a person: "male", "female", ""
}

// Speaker is who said it.
type Speaker struct {
	Span       Span // the source phrase: "he"
	Name, Kind string
	ID         *int // index into Names
	Confidence float64
}

// Quote is one quotation: "direct", "mixed" or "indirect".
type Quote struct {
	Kind, Text string
	Content    []Span
	Speaker    *Speaker
	Cue        *Span
	Parent     *int // index into Quotes
	Confidence float64
	Rule       string // which decision found it
}

// Repair is something that was understood differently from how it stands.
type Repair struct {
	Start, End int // the same where something was missing
	Kind       string
	Text       string // what it was read as
}

// Document is all that was found in one text.
type Document struct {
	JSON               []byte `json:"-"` // as `copydesk analyze` prints it
	Length             int
	Language, Encoding string
	Paragraphs         []Paragraph
	Sentences          []Span
	Tokens             []Span
	Entities           []Entity
	Names              []Name
	Quotes             []Quote
	Repairs            []Repair
	Normalized         string
}

// FindName is the name with that id in the caller's gazetteer, or nil.
func (d *Document) FindName(callerID string) *Name {
	for i := range d.Names {
		if callerID != "" && d.Names[i].CallerID == callerID {
			return &d.Names[i]
		}
	}
	return nil
}
