// SPDX-License-Identifier: Apache-2.0

// Package copydesk says who said what in news text, through libcopydesk.
// Offsets count bytes, as Go's strings do: text[s.Start:s.End] is the piece.
// An Analyzer may be used by any number of goroutines.
package copydesk

/*
#cgo LDFLAGS: -lcopydesk
#include <copydesk.h>
#include <stdlib.h>

static copydesk_status read_text(const copydesk_analyzer *analyzer,
                                 const char *text, size_t len,
                                 const char *language, uint64_t max_bytes,
                                 const copydesk_cancel *cancel,
                                 const copydesk_gazetteer *names, char **json,
                                 size_t *size, copydesk_error *err) {
  copydesk_options options = COPYDESK_OPTIONS_INIT;
  copydesk_document *document = NULL;
  copydesk_status status;
  options.language = language;
  options.max_bytes = max_bytes;
  options.cancel = cancel;
  options.gazetteer = names;
  status = copydesk_analyze(analyzer, text, len, &options, &document, err);
  if (status == COPYDESK_OK) {
    status = copydesk_document_json(document, COPYDESK_JSON_EXPLAIN, NULL,
                                    json, size, err);
  }
  copydesk_document_free(document);
  return status;
}
*/
import "C"

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"unsafe"
)

// Error is what a failed call returns.
type Error struct {
	Code    string // "too_big"
	Offset  uint64 // into the input, in bytes
	Message string
}

func (e *Error) Error() string {
	return fmt.Sprintf("copydesk: %s (%s, at byte %d)", e.Message, e.Code,
		e.Offset)
}

func failed(status C.copydesk_status, err *C.copydesk_error) error {
	if status == C.COPYDESK_OK {
		return nil
	}
	return &Error{C.GoString(C.copydesk_status_string(status)),
		uint64(err.offset), C.GoString(err.message)}
}

// Span is a half-open range of the input, in JSON [start, end].
type Span struct{ Start, End int }

// UnmarshalJSON reads [start, end].
func (s *Span) UnmarshalJSON(data []byte) error {
	var both [2]int
	err := json.Unmarshal(data, &both)
	s.Start, s.End = both[0], both[1]
	return err
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
	Type, Name string
	Titles     []string
	Mentions   []int // indices into Entities
}

// Speaker is who said it.
type Speaker struct {
	Span       Span // the source phrase: "he"
	Name, Kind string
	ID         *int // index into Names
	Confidence float64
}

// Quote is one quotation.
type Quote struct {
	Kind, Text string
	Content    []Span
	Speaker    *Speaker
	Cue        *Span
	Parent     *int // index into Quotes
	Confidence float64
}

// Document is all that was found in one text.
type Document struct {
	Length             int
	Language, Encoding string
	Sentences          []Span
	Entities           []Entity
	Names              []Name
	Quotes             []Quote
}

// Gazetteer holds names that the caller knows.
type Gazetteer struct{ handle *C.copydesk_gazetteer }

// NewGazetteer reads lines "name TAB TYPE TAB id"; the id comes back as
// Entity.Value.
func NewGazetteer(lines string) (*Gazetteer, error) {
	data := C.CString(lines)
	defer C.free(unsafe.Pointer(data))
	var err C.copydesk_error
	g := &Gazetteer{}
	status := C.copydesk_gazetteer_load(data, C.size_t(len(lines)), &g.handle,
		&err)
	if status != C.COPYDESK_OK {
		return nil, failed(status, &err)
	}
	runtime.SetFinalizer(g, func(g *Gazetteer) {
		C.copydesk_gazetteer_free(g.handle)
	})
	return g, nil
}

// Options of one call; the zero value is the usual.
type Options struct {
	Language string     // BCP 47; "" finds out
	MaxBytes uint64     // refuse longer text; 0 is 256 MiB
	Names    *Gazetteer // names of the caller
}

// Analyzer reads texts, with the model inside the library.
type Analyzer struct{ handle *C.copydesk_analyzer }

// New makes an analyzer; a few milliseconds.
func New() (*Analyzer, error) {
	var err C.copydesk_error
	a := &Analyzer{}
	status := C.copydesk_analyzer_new(nil, &a.handle, &err)
	if status != C.COPYDESK_OK {
		return nil, failed(status, &err)
	}
	runtime.SetFinalizer(a, func(a *Analyzer) {
		C.copydesk_analyzer_free(a.handle)
	})
	return a, nil
}

// Analyze reads one text in any encoding. When ctx is done, it stops at its
// next step and returns ctx.Err().
func (a *Analyzer) Analyze(ctx context.Context, text string,
	options Options) (*Document, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var why C.copydesk_error
	var cancel *C.copydesk_cancel
	if s := C.copydesk_cancel_new(&cancel, &why); s != C.COPYDESK_OK {
		return nil, failed(s, &why)
	}
	finished, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		select {
		case <-ctx.Done():
			C.copydesk_cancel_request(cancel)
		case <-finished:
		}
	}()
	data := C.CString(text)
	defer C.free(unsafe.Pointer(data))
	var language *C.char
	if options.Language != "" {
		language = C.CString(options.Language)
		defer C.free(unsafe.Pointer(language))
	}
	var names *C.copydesk_gazetteer
	if options.Names != nil {
		names = options.Names.handle
	}
	var out *C.char
	var size C.size_t
	status := C.read_text(a.handle, data, C.size_t(len(text)), language,
		C.uint64_t(options.MaxBytes), cancel, names, &out, &size, &why)
	close(finished)
	<-gone
	C.copydesk_cancel_free(cancel)
	runtime.KeepAlive(a)
	runtime.KeepAlive(options.Names)
	if status == C.COPYDESK_ECANCELLED {
		return nil, ctx.Err()
	}
	if status != C.COPYDESK_OK {
		return nil, failed(status, &why)
	}
	defer C.copydesk_string_free(out)
	document := &Document{}
	err := json.Unmarshal(unsafe.Slice((*byte)(unsafe.Pointer(out)), int(size)),
		document)
	return document, err
}
