// SPDX-License-Identifier: Apache-2.0

// Package copydesk says who said what in news text, through libcopydesk.
// Offsets count bytes, as Go's strings do: text[s.Start:s.End] is the piece.
// An Analyzer may be used by any number of goroutines.
package copydesk

/*
#cgo LDFLAGS: -lcopydesk
#include <copydesk.h>
#include <stdlib.h>
*/
import "C"

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
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
	e := &Error{Code: C.GoString(C.copydesk_status_string(status))}
	if err.message != nil {
		e.Offset, e.Message = uint64(err.offset), C.GoString(err.message)
	}
	return e
}

// Version is that of the library, UnicodeVersion of its Unicode data.
var (
	Version        = C.GoString(C.copydesk_version_string())
	UnicodeVersion = C.GoString(C.copydesk_unicode_version())
)

// Unit is what the numbers of a span count.
type Unit int32

// The units: of the input as it was passed in, or as decoded.
const (
	Bytes      Unit = C.COPYDESK_BYTES
	UTF16      Unit = C.COPYDESK_UTF16
	CodePoints Unit = C.COPYDESK_CODEPOINTS
)

// Known is a name that the caller knows.
type Known struct {
	Name, Type string // "Ada Byron", "PERSON"
	ID         string // comes back as Entity.Value and Name.CallerID
}

// Gazetteer holds names that are found whatever the model says.
type Gazetteer struct{ handle *C.copydesk_gazetteer }

// NewGazetteer makes one of names.
func NewGazetteer(names []Known) (*Gazetteer, error) {
	var lines strings.Builder
	for _, n := range names {
		if strings.ContainsAny(n.Name+n.Type+n.ID, "\t\r\n") {
			return nil, fmt.Errorf("copydesk: a tab or line break in %q", n)
		}
		if strings.HasPrefix(n.Name, "#") || strings.HasPrefix(n.Name, "\\") {
			lines.WriteByte('\\')
		}
		lines.WriteString(n.Name + "\t" + n.Type + "\t" + n.ID + "\n")
	}
	return LoadGazetteer(lines.String())
}

// LoadGazetteer reads lines "name TAB TYPE TAB id", the format of the
// command's --gazetteer.
func LoadGazetteer(lines string) (*Gazetteer, error) {
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

// Len is how many names there are.
func (g *Gazetteer) Len() int {
	defer runtime.KeepAlive(g)
	return int(C.copydesk_gazetteer_size(g.handle))
}

// Given is a name that a recognizer of the caller's found.
type Given struct {
	Span
	Type string
}

// Options of one call; the zero value is the usual.
type Options struct {
	Language      string  // BCP 47; "" finds out
	Charset       string  // IANA name; "" finds out
	Offsets       Unit    // of every span
	Tokens        bool    // fill Document.Tokens
	Normalized    bool    // fill Document.Normalized
	Attributions  bool    // thoughts, beliefs and plans are quotations, too
	MinConfidence float32 // leave out entities below
	MaxBytes      uint64  // refuse longer text; 0 is 256 MiB
	MaxEntities   uint32  // refuse more; 0: no limit
	MaxQuotes     uint32
	MaxDepth      uint32     // refuse deeper nesting
	Names         *Gazetteer // names of the caller
	Entities      []Given    // in place of the model's names, unless nil
}

// What a call is given, in C's own memory.
type call struct {
	options C.copydesk_options
	owned   []unsafe.Pointer
}

func (c *call) string(s string) *C.char {
	if s == "" {
		return nil
	}
	data := C.CString(s)
	c.owned = append(c.owned, unsafe.Pointer(data))
	return data
}

func (c *call) free() {
	for _, p := range c.owned {
		C.free(p)
	}
}

func flag(wanted bool, bit C.uint32_t) C.uint32_t {
	if wanted {
		return bit
	}
	return 0
}

func typeOf(name string) C.copydesk_entity_type {
	t := C.copydesk_entity_type(C.COPYDESK_PRODUCT)
	for t > 0 && C.GoString(C.copydesk_entity_type_string(t)) != name {
		t--
	}
	return t // 0, which no name is, if there is none
}

func (o *Options) call(cancel *C.copydesk_cancel) *call {
	c := &call{}
	c.options = C.copydesk_options{
		struct_size: C.uint32_t(unsafe.Sizeof(c.options)),
		flags: flag(o.Tokens, C.COPYDESK_FLAG_TOKENS) |
			flag(o.Normalized, C.COPYDESK_FLAG_NORMALIZED),
		offsets:        C.copydesk_offset_unit(o.Offsets),
		min_confidence: C.float(o.MinConfidence),
		max_bytes:      C.uint64_t(o.MaxBytes),
		language:       c.string(o.Language),
		charset:        c.string(o.Charset),
		cancel:         cancel,
		max_entities:   C.uint32_t(o.MaxEntities),
		max_quotes:     C.uint32_t(o.MaxQuotes),
		max_depth:      C.uint32_t(o.MaxDepth),
	}
	if o.Attributions {
		c.options.quote_style = C.COPYDESK_ATTRIBUTIONS
	}
	if o.Names != nil {
		c.options.gazetteer = o.Names.handle
	}
	if o.Entities != nil {
		n := len(o.Entities)
		given := (*C.copydesk_given_entity)(C.calloc(C.size_t(n+1),
			C.size_t(unsafe.Sizeof(C.copydesk_given_entity{}))))
		c.owned = append(c.owned, unsafe.Pointer(given))
		for i, slot := range unsafe.Slice(given, n) {
			e := o.Entities[i]
			slot.span = cSpan(e.Span)
			slot._type = typeOf(e.Type)
			unsafe.Slice(given, n)[i] = slot
		}
		c.options.given = given
		c.options.given_count = C.uint64_t(n)
	}
	return c
}

// Analyzer reads texts.
type Analyzer struct{ handle *C.copydesk_analyzer }

// New makes an analyzer with the model inside the library; a few milliseconds.
func New() (*Analyzer, error) { return newAnalyzer(nil) }

// NewWithModel makes one with a model of the caller's.
func NewWithModel(model []byte) (*Analyzer, error) {
	var err C.copydesk_error
	var loaded *C.copydesk_model
	data := C.CBytes(model)
	defer C.free(data)
	status := C.copydesk_model_load(data, C.size_t(len(model)), &loaded, &err)
	if status != C.COPYDESK_OK {
		return nil, failed(status, &err)
	}
	defer C.copydesk_model_free(loaded)
	return newAnalyzer(loaded)
}

func newAnalyzer(model *C.copydesk_model) (*Analyzer, error) {
	var err C.copydesk_error
	a := &Analyzer{}
	status := C.copydesk_analyzer_new(model, &a.handle, &err)
	if status != C.COPYDESK_OK {
		return nil, failed(status, &err)
	}
	runtime.SetFinalizer(a, func(a *Analyzer) {
		C.copydesk_analyzer_free(a.handle)
	})
	return a, nil
}

// ModelID identifies the model: "en-2026.11-1a2b3c4d".
func (a *Analyzer) ModelID() string {
	defer runtime.KeepAlive(a)
	return C.GoString(C.copydesk_analyzer_model_id(a.handle))
}

// Runs what can be stopped by ctx.
func cancellable(ctx context.Context,
	run func(cancel *C.copydesk_cancel) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var why C.copydesk_error
	var cancel *C.copydesk_cancel
	if s := C.copydesk_cancel_new(&cancel, &why); s != C.COPYDESK_OK {
		return failed(s, &why)
	}
	defer C.copydesk_cancel_free(cancel)
	finished, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		select {
		case <-ctx.Done():
			C.copydesk_cancel_request(cancel)
		case <-finished:
		}
	}()
	err := run(cancel)
	close(finished)
	<-gone
	var e *Error
	if errors.As(err, &e) && e.Code == "cancelled" {
		return ctx.Err()
	}
	return err
}

// Reads one text and uses the document before it is freed.
func (a *Analyzer) read(ctx context.Context, text string, options *Options,
	use func(document *C.copydesk_document, data *C.char) error) error {
	return cancellable(ctx, func(cancel *C.copydesk_cancel) error {
		c := options.call(cancel)
		defer c.free()
		data := C.CString(text)
		defer C.free(unsafe.Pointer(data))
		var document *C.copydesk_document
		var why C.copydesk_error
		status := C.copydesk_analyze(a.handle, data, C.size_t(len(text)),
			&c.options, &document, &why)
		runtime.KeepAlive(a)
		runtime.KeepAlive(options.Names)
		if status != C.COPYDESK_OK {
			return failed(status, &why)
		}
		defer C.copydesk_document_free(document)
		return use(document, data)
	})
}

func bytesOf(data *C.char, size C.size_t) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(data)), int(size))
}

// A copy of a string that the library made, which is freed.
func taken(out *C.char, size C.size_t) []byte {
	defer C.copydesk_string_free(out)
	return append([]byte(nil), bytesOf(out, size)...)
}

func documentOf(handle *C.copydesk_document) (*Document, error) {
	var out *C.char
	var size C.size_t
	var why C.copydesk_error
	if s := C.copydesk_document_json(handle, C.COPYDESK_JSON_EXPLAIN, nil,
		&out, &size, &why); s != C.COPYDESK_OK {
		return nil, failed(s, &why)
	}
	d := &Document{JSON: taken(out, size)}
	return d, json.Unmarshal(d.JSON, d)
}

// Analyze reads one text in any encoding. When ctx is done, it stops at its
// next step and returns ctx.Err().
func (a *Analyzer) Analyze(ctx context.Context, text string,
	options Options) (document *Document, err error) {
	err = a.read(ctx, text, &options,
		func(handle *C.copydesk_document, _ *C.char) (err error) {
			document, err = documentOf(handle)
			return err
		})
	return document, err
}

// HTML reads one text in UTF-8 and shows it as a page that marks quotations
// and names. Options.Offsets do not matter.
func (a *Analyzer) HTML(ctx context.Context, text, title string,
	options Options) (page string, err error) {
	options.Offsets, options.Charset = Bytes, "UTF-8"
	name := C.CString(title)
	defer C.free(unsafe.Pointer(name))
	err = a.read(ctx, text, &options,
		func(handle *C.copydesk_document, data *C.char) error {
			var out *C.char
			var size C.size_t
			var why C.copydesk_error
			if s := C.copydesk_document_html(handle, data, C.size_t(len(text)),
				name, &out, &size, &why); s != C.COPYDESK_OK {
				return failed(s, &why)
			}
			page = string(taken(out, size))
			return nil
		})
	return page, err
}

// Result is what became of one of many texts: a document or an error.
type Result struct {
	Document *Document
	Err      error
}

// AnalyzeMany reads texts on up to threads threads of the library's own; the
// results stand in the order of the texts. Options.Entities, which are of one
// text, have to be nil.
func (a *Analyzer) AnalyzeMany(ctx context.Context, texts []string,
	options Options, threads int) ([]Result, error) {
	n := len(texts)
	results := make([]Result, n)
	err := cancellable(ctx, func(cancel *C.copydesk_cancel) error {
		c := options.call(cancel)
		defer c.free()
		room := func(size uintptr) unsafe.Pointer {
			p := C.calloc(C.size_t(n+1), C.size_t(size))
			c.owned = append(c.owned, p)
			return p
		}
		var s C.copydesk_string
		var e C.copydesk_error
		var d *C.copydesk_document
		inputs := (*C.copydesk_string)(room(unsafe.Sizeof(s)))
		failures := (*C.copydesk_error)(room(unsafe.Sizeof(e)))
		documents := (**C.copydesk_document)(room(unsafe.Sizeof(d)))
		for i, text := range texts {
			data := C.CString(text)
			c.owned = append(c.owned, unsafe.Pointer(data))
			unsafe.Slice(inputs, n)[i] = C.copydesk_string{data: data,
				size: C.size_t(len(text))}
		}
		status := C.copydesk_analyze_many(a.handle, inputs, C.size_t(n),
			&c.options, C.uint32_t(threads), documents, failures)
		runtime.KeepAlive(a)
		runtime.KeepAlive(options.Names)
		for i, handle := range unsafe.Slice(documents, n) {
			why := &unsafe.Slice(failures, n)[i]
			if handle == nil {
				results[i].Err = failed(why.status, why)
				continue
			}
			results[i].Document, results[i].Err = documentOf(handle)
			C.copydesk_document_free(handle)
		}
		wrong := options.Entities != nil && status == C.COPYDESK_EINVAL
		if wrong || status == C.COPYDESK_ECANCELLED {
			return failed(status, &e) // the call itself was wrong, or stopped
		}
		return nil
	})
	return results, err
}
