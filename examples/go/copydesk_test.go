// SPDX-License-Identifier: Apache-2.0

package copydesk

import (
	"context"
	"errors"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
)

func read(t *testing.T, text string, options Options) *Document {
	t.Helper()
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	document, err := a.Analyze(context.Background(), text, options)
	if err != nil {
		t.Fatal(err)
	}
	return document
}

func TestTheArticle(t *testing.T) {
	article, err := os.ReadFile(os.Getenv("COPYDESK_ARTICLE"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(article)
	d := read(t, text, Options{})
	found := false
	for _, q := range d.Quotes {
		found = found || q.Speaker != nil && q.Speaker.Name == "Ingrid Solheim" &&
			strings.HasPrefix(q.Text, "No ship will be turned away")
	}
	if !found || d.Length != len(text) {
		t.Error("no such quotation", d.Length)
	}
	for _, e := range d.Entities {
		if text[e.Start:e.End] != e.Text {
			t.Errorf("%q is not %q", text[e.Start:e.End], e.Text)
		}
	}
	a, _ := New()
	var all sync.WaitGroup
	for i := 0; i < 16; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			one, err := a.Analyze(context.Background(), text, Options{})
			if err != nil || !reflect.DeepEqual(one, d) {
				t.Error("another answer", err)
			}
		}()
	}
	all.Wait()
}

func TestOffsetsAreBytes(t *testing.T) {
	text := "Zo\u00eb wrote. \u201cIt is over,\u201d Ada Byron said."
	q := read(t, text, Options{Language: "en"}).Quotes[0]
	piece := text[q.Content[0].Start:q.Content[0].End]
	if strings.TrimSuffix(piece, ",") != "It is over" {
		t.Error(piece)
	}
}

func TestNamesOfTheCaller(t *testing.T) {
	names, err := NewGazetteer("Mo Tarn\tPERSON\tq1\n")
	if err != nil {
		t.Fatal(err)
	}
	d := read(t, "Mo Tarn said the bar was full.", Options{Names: names})
	if d.Entities[0].Value != "q1" {
		t.Error(d.Entities)
	}
	var why *Error
	if _, err = NewGazetteer("a\tORG\nb\tBAR\n"); !errors.As(err, &why) ||
		why.Code != "invalid" || why.Offset != 6 {
		t.Error(err)
	}
}

func TestFailures(t *testing.T) {
	a, _ := New()
	var why *Error
	_, err := a.Analyze(context.Background(), "abc", Options{MaxBytes: 2})
	if !errors.As(err, &why) || why.Code != "too_big" {
		t.Error(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	long := strings.Repeat("\"No,\" Ada Byron said on Tuesday. ", 300000)
	if _, err = a.Analyze(ctx, long, Options{}); !errors.Is(err,
		context.DeadlineExceeded) {
		t.Error(err)
	}
}
