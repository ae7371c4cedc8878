// SPDX-License-Identifier: Apache-2.0

package copydesk

// #include <copydesk.h>
// #include <stdlib.h>
import "C"

import (
	"math"
	"runtime"
	"unsafe"
)

// Change is a place where the clean text and the input differ.
type Change struct {
	Clean  Span // empty if the source was left out
	Source Span // empty if nothing stood there
}

// NormalizeOptions say what is done beyond decoding, repair and NFC.
type NormalizeOptions struct {
	Charset       string // IANA name; "" finds out
	Offsets       Unit   // of every span, on both sides
	MaxBytes      uint64 // refuse longer text; 0 is 256 MiB
	KeepDamage    bool   // decode, but repair nothing
	NFKC          bool
	FoldCase      bool
	PlainMarks    bool // quotation marks to " and '
	PlainDashes   bool
	PlainSpaces   bool
	PlainEllipses bool
	PlainDigits   bool
	Changes       bool // fill CleanText.Changes
}

// CleanText is clean text and the way back.
type CleanText struct {
	Text, Encoding       string
	Length, SourceLength int // in the unit of the offsets
	Repairs              []Repair
	Changes              []Change
	handle               *C.copydesk_text
}

func cSpan(s Span) C.copydesk_span {
	end := func(n int) C.uint32_t { // past 32 bits is past the end
		if n < 0 || n > math.MaxUint32 {
			return math.MaxUint32
		}
		return C.uint32_t(n)
	}
	return C.copydesk_span{begin: end(s.Start), end: end(s.End)}
}

func goSpan(s C.copydesk_span) Span { return Span{int(s.begin), int(s.end)} }

func goString(s C.copydesk_string) string {
	return string(bytesOf(s.data, s.size))
}

// Normalize decodes, repairs and normalizes a text of any encoding.
func Normalize(text string, o NormalizeOptions) (*CleanText, error) {
	c := &call{}
	defer c.free()
	var how C.copydesk_normalize_options
	how.struct_size = C.uint32_t(unsafe.Sizeof(how))
	for bit, wanted := range []bool{o.KeepDamage, o.NFKC, o.FoldCase,
		o.PlainMarks, o.PlainDashes, o.PlainSpaces, o.PlainEllipses,
		o.PlainDigits, o.Changes} {
		how.flags |= flag(wanted, 1<<bit)
	}
	how.offsets = C.copydesk_offset_unit(o.Offsets)
	how.max_bytes = C.uint64_t(o.MaxBytes)
	how.charset = c.string(o.Charset)
	var why C.copydesk_error
	t := &CleanText{}
	status := C.copydesk_normalize(c.string(text), C.size_t(len(text)), &how,
		&t.handle, &why)
	if status != C.COPYDESK_OK {
		return nil, failed(status, &why)
	}
	runtime.SetFinalizer(t, func(t *CleanText) { C.copydesk_text_free(t.handle) })
	t.Text = goString(C.copydesk_text_string(t.handle))
	t.Encoding = C.GoString(C.copydesk_text_encoding(t.handle))
	t.Length = int(C.copydesk_text_length(t.handle))
	t.SourceLength = int(C.copydesk_text_source_length(t.handle))
	var n C.size_t
	repairs := C.copydesk_text_repairs(t.handle, &n)
	for _, r := range unsafe.Slice(repairs, int(n)) {
		t.Repairs = append(t.Repairs, Repair{int(r.span.begin),
			int(r.span.end), C.GoString(C.copydesk_repair_kind_string(r.kind)),
			goString(r.text)})
	}
	changes := C.copydesk_text_changes(t.handle, &n)
	for _, change := range unsafe.Slice(changes, int(n)) {
		t.Changes = append(t.Changes, Change{goSpan(change.clean),
			goSpan(change.source)})
	}
	return t, nil
}

// ToSource is the part of the input that a part of Text came from.
func (t *CleanText) ToSource(clean Span) Span {
	defer runtime.KeepAlive(t)
	return goSpan(C.copydesk_text_to_source(t.handle, cSpan(clean)))
}

// ToClean is the part of Text that a part of the input became.
func (t *CleanText) ToClean(source Span) Span {
	defer runtime.KeepAlive(t)
	return goSpan(C.copydesk_text_to_clean(t.handle, cSpan(source)))
}
