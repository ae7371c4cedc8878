// SPDX-License-Identifier: Apache-2.0
// The crate on the example article, which COPYDESK_ARTICLE names.
use copydesk::{normalize, Analyzer, Cancel, Options};

const TEXT: &str = "Zo\u{EB} wrote. \u{201C}It is over,\u{201D} Ada Byron said on Tuesday.";

#[test]
fn the_article() {
    let article = std::fs::read_to_string(std::env::var("COPYDESK_ARTICLE").unwrap()).unwrap();
    let analyzer = Analyzer::new().unwrap();
    let document = analyzer.analyze(article.as_bytes()).unwrap();
    assert!(document.quotes().any(|q| {
        q.speaker().is_some_and(|s| s.name() == "Ingrid Solheim")
            && q.text().starts_with("No ship will be turned away")
    }));
    assert_eq!(document.length(), article.len());
    assert_eq!((document.language(), document.encoding()), ("en", "UTF-8"));
    for entity in document.entities() {
        assert_eq!(&article[entity.span()], entity.text());
    }
    for name in document.names() {
        assert!(!name.mentions().is_empty());
        assert!(name.titles().all(|t| !t.is_empty()));
    }
    assert!(!analyzer.model_id().is_empty());
}

#[test]
fn spans_are_ranges_of_the_input() {
    let analyzer = Analyzer::new().unwrap();
    let options = Options { tokens: true, normalized: true, ..Options::default() };
    let document = analyzer.analyze_with(TEXT.as_bytes(), &options).unwrap();
    let quote = document.quotes().next().unwrap();
    let content = quote.content().next().unwrap();
    assert_eq!(TEXT[content].trim_end_matches(','), "It is over");
    assert_eq!(&TEXT[quote.cue().unwrap()], "said");
    assert_eq!(&TEXT[quote.speaker().unwrap().span()], "Ada Byron");
    assert!(document.tokens().len() > 8);
    assert_eq!(document.normalized(), TEXT);
    assert!(document.to_json().unwrap().starts_with("{\"length\":"));
}

#[test]
fn threads_share_an_analyzer() {
    let analyzer = Analyzer::new().unwrap();
    let one = analyzer.analyze(TEXT.as_bytes()).unwrap().to_json().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..25 {
                    let document = analyzer.analyze(TEXT.as_bytes()).unwrap();
                    assert_eq!(document.to_json().unwrap(), one);
                }
            });
        }
    });
}

#[test]
fn failures_are_errors() {
    let analyzer = Analyzer::new().unwrap();
    let small = Options { max_bytes: 2, ..Options::default() };
    assert_eq!(analyzer.analyze_with(b"abc", &small).err().unwrap().code(), "too_big");
    let cancel = Cancel::new().unwrap();
    cancel.request();
    let stopped = Options { cancel: Some(&cancel), ..Options::default() };
    assert_eq!(analyzer.analyze_with(b"abc", &stopped).err().unwrap().code(), "cancelled");
    let charset = Options { charset: Some("none"), ..Options::default() };
    assert_eq!(analyzer.analyze_with(b"abc", &charset).err().unwrap().code(), "invalid");
    assert!(analyzer.analyze(b"").is_ok());
}

#[test]
fn clean_text_leads_back() {
    let clean = normalize("Zoe\u{308} &amp; co".as_bytes()).unwrap();
    assert_eq!(clean.text(), "Zo\u{EB} & co");
    assert_eq!(clean.encoding(), "UTF-8");
    assert_eq!(clean.to_source(2..4), 2..5);
    assert_eq!(clean.to_clean(2..5), 2..4);
}
