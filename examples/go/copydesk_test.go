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

func TestOffsetsInOtherUnits(t *testing.T) {
	text := "\U0001F389 \u201cIt is over,\u201d Ada Byron said."
	for _, r := range []struct {
		unit               Unit
		length, start, end int
	}{{Bytes, len(text), 8, 18}, {UTF16, 32, 4, 14}, {CodePoints, 31, 3, 13}} {
		d := read(t, text, Options{Offsets: r.unit})
		if d.Length != r.length || d.Quotes[0].Content[0] != (Span{r.start, r.end}) {
			t.Error(r, d.Length, d.Quotes[0].Content)
		}
	}
}

func TestAllThatWasFound(t *testing.T) {
	text := "Ada Byron &amp; Co. met Oslo's mayor.\n\n\"Yes,\" she said."
	d := read(t, text, Options{Tokens: true, Normalized: true})
	if len(d.Tokens) < 10 || !strings.HasPrefix(d.Normalized, "Ada Byron & Co.") ||
		len(d.Repairs) != 1 || d.Repairs[0].Kind != "html_entity" ||
		len(d.Paragraphs) != 2 || d.Paragraphs[0].Reason == "" ||
		d.Quotes[0].Rule == "" || !strings.HasPrefix(string(d.JSON), "{\"length\":") {
		t.Errorf("%+v", d)
	}
	a, _ := New()
	page, err := a.HTML(context.Background(), text, "a < b", Options{})
	if err != nil || !strings.Contains(page, "<title>a &lt; b</title>") ||
		!strings.Contains(page, "class=\"quote direct") {
		t.Error(page, err)
	}
	if a.ModelID() == "" || Version == "" || UnicodeVersion == "" {
		t.Error("no versions")
	}
}

func TestNamesOfTheCaller(t *testing.T) {
	names, err := NewGazetteer([]Known{{"#Door", "ORG", "bar-1"},
		{"Mo Tarn", "PERSON", "p-1"}})
	if err != nil || names.Len() != 2 {
		t.Fatal(err)
	}
	text := "At #Door, Mo Tarn said the bar was full. \"I left,\" Mo Tarn said."
	d := read(t, text, Options{Names: names})
	if e := d.Entities[0]; e.Value != "bar-1" || e.Type != "ORG" {
		t.Error(d.Entities)
	}
	tarn := d.FindName("p-1")
	if tarn == nil || tarn.Name != "Mo Tarn" || len(tarn.Quotes) != 2 ||
		len(tarn.Affiliations) != 0 || d.FindName("p-2") != nil {
		t.Errorf("%+v", tarn)
	}
	var why *Error
	if _, err = LoadGazetteer("a\tORG\nb\tBAR\n"); !errors.As(err, &why) ||
		why.Code != "invalid" || why.Offset != 6 {
		t.Error(err)
	}
	if _, err = NewGazetteer([]Known{{"a\tb", "ORG", ""}}); err == nil {
		t.Error("a tab in a name")
	}
}

func TestNamesThatTheCallerFound(t *testing.T) {
	text := "At Blue Bar, Mo Tarn said the bar was full."
	d := read(t, text, Options{Entities: []Given{{Span{3, 11}, "FAC"}}})
	if len(d.Entities) != 1 || d.Entities[0].Text != "Blue Bar" ||
		d.Entities[0].Type != "FAC" {
		t.Error(d.Entities)
	}
	if d = read(t, text, Options{Entities: []Given{}}); len(d.Entities) != 0 {
		t.Error(d.Entities)
	}
	a, _ := New()
	for _, bad := range []Given{{Span{3, 11}, "BAR"}, {Span{3, 2}, "FAC"}} {
		var why *Error
		_, err := a.Analyze(context.Background(), text,
			Options{Entities: []Given{bad}})
		if !errors.As(err, &why) || why.Code != "invalid" {
			t.Error(bad, err)
		}
	}
	if _, err := a.AnalyzeMany(context.Background(), []string{text},
		Options{Entities: []Given{}}, 2); err == nil {
		t.Error("entities of one text for many")
	}
}

func TestThoughtsCountIfAskedFor(t *testing.T) {
	text := "Mo Tarn believes that the mayor will resign."
	if d := read(t, text, Options{}); len(d.Quotes) != 0 {
		t.Error(d.Quotes)
	}
	d := read(t, text, Options{Attributions: true})
	if len(d.Quotes) != 1 || d.Quotes[0].Text != "that the mayor will resign" {
		t.Error(d.Quotes)
	}
}

func TestManyTexts(t *testing.T) {
	a, _ := New()
	texts := []string{"\"Yes,\" Ada Byron said.", strings.Repeat("x", 99), ""}
	results, err := a.AnalyzeMany(context.Background(), texts,
		Options{MaxBytes: 50}, 3)
	var why *Error
	if err != nil || !errors.As(results[1].Err, &why) || why.Code != "too_big" ||
		results[1].Document != nil || results[2].Err != nil {
		t.Fatal(results, err)
	}
	if d := read(t, texts[0], Options{}); !reflect.DeepEqual(d,
		results[0].Document) {
		t.Error("another answer")
	}
	if results, err = a.AnalyzeMany(context.Background(), nil, Options{},
		1); err != nil || len(results) != 0 {
		t.Error(results, err)
	}
}

func TestCleanText(t *testing.T) {
	clean, err := Normalize("Zoe\u0308 &amp; \u201cno\u201d",
		NormalizeOptions{PlainMarks: true, Changes: true, Offsets: CodePoints})
	if err != nil {
		t.Fatal(err)
	}
	if clean.Text != "Zo\u00eb & \"no\"" || clean.Encoding != "UTF-8" ||
		clean.Length != 10 || clean.SourceLength != 15 ||
		len(clean.Repairs) != 1 || clean.Repairs[0].Text != "&" ||
		len(clean.Changes) != 4 ||
		clean.Changes[0] != (Change{Span{2, 3}, Span{2, 4}}) {
		t.Errorf("%+v", clean)
	}
	if clean.ToSource(Span{2, 3}) != (Span{2, 4}) ||
		clean.ToClean(Span{2, 4}) != (Span{2, 3}) {
		t.Error("another way back")
	}
	if _, err = Normalize("abc", NormalizeOptions{MaxBytes: 2}); err == nil {
		t.Error("too big")
	}
	if clean, err = Normalize("", NormalizeOptions{}); err != nil ||
		clean.Text != "" {
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
	for _, limit := range []Options{{MaxEntities: 1}, {MaxQuotes: 1}} {
		_, err = a.Analyze(context.Background(),
			"\"A,\" Ada Byron said in Oslo. \"B,\" Mo Tarn said.", limit)
		if !errors.As(err, &why) || why.Code != "too_many" {
			t.Error(limit, err)
		}
	}
	if _, err = NewWithModel([]byte("no model")); !errors.As(err, &why) ||
		why.Code != "bad_model" {
		t.Error(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
	defer cancel()
	long := strings.Repeat("\"No,\" Ada Byron said on Tuesday. ", 300000)
	if _, err = a.Analyze(ctx, long, Options{}); !errors.Is(err,
		context.DeadlineExceeded) {
		t.Error(err)
	}
	if _, err = a.AnalyzeMany(ctx, []string{long}, Options{}, 1); !errors.Is(err,
		context.DeadlineExceeded) {
		t.Error(err)
	}
}
