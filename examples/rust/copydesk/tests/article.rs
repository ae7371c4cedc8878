// SPDX-License-Identifier: Apache-2.0
// The crate on the example article, which COPYDESK_ARTICLE names.
use copydesk::{
    normalize, normalize_with, Analyzer, Cancel, Change, EntityType, Gazetteer, Given,
    NormalizeOptions, Options, ParagraphKind, QuoteKind, RepairKind, SpeakerKind, Unit,
};

const TEXT: &str = "Zo\u{EB} wrote. \u{201C}It is over,\u{201D} Ada Byron said on Tuesday.";

#[test]
fn the_article() {
    let article = std::fs::read_to_string(std::env::var("COPYDESK_ARTICLE").unwrap()).unwrap();
    let analyzer = Analyzer::new().unwrap();
    let document = analyzer.analyze(article.as_bytes()).unwrap();
    assert!(document.quotes().any(|q| {
        q.speaker().map_or(false, |s| s.name() == "Ingrid Solheim")
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
    let html = document.to_html(&article, "Harbour").unwrap();
    assert!(html.contains("<title>Harbour</title>") && html.contains("class=\"quote"));

    let texts = vec![article.as_bytes(); 9];
    let many = analyzer.analyze_many(&texts, &Options::default(), 4);
    let json = document.to_json().unwrap();
    assert!(many.iter().all(|d| d.as_ref().unwrap().to_json().unwrap() == json));
}

#[test]
fn kinds_are_enumerations() {
    let analyzer = Analyzer::new().unwrap();
    let document = analyzer.analyze(TEXT.as_bytes()).unwrap();
    let quote = document.quotes().next().unwrap();
    assert_eq!(quote.kind(), QuoteKind::Direct);
    assert_eq!(quote.speaker().unwrap().kind(), SpeakerKind::Person);
    assert!(!quote.rule().is_empty());
    let paragraph = document.paragraphs().next().unwrap();
    assert_eq!(paragraph.kind, ParagraphKind::Body);
    assert!(!paragraph.reason.is_empty());
    let byron = document.entities().find(|e| e.text() == "Ada Byron").unwrap();
    assert_eq!((byron.kind(), byron.kind().to_string().as_str()), (EntityType::Person, "PERSON"));
    assert_eq!(EntityType::from(99), EntityType::Unknown);
}

#[test]
fn offsets_in_other_units() {
    let analyzer = Analyzer::new().unwrap();
    let text = "\u{1F389} \u{201C}It is over,\u{201D} Ada Byron said.";
    for (offsets, length) in [(Unit::Bytes, text.len()), (Unit::Utf16, text.encode_utf16().count())]
    {
        let options = Options { offsets, ..Options::default() };
        assert_eq!(analyzer.analyze_with(text.as_bytes(), &options).unwrap().length(), length);
    }
    let points = Options { offsets: Unit::CodePoints, ..Options::default() };
    let document = analyzer.analyze_with(text.as_bytes(), &points).unwrap();
    assert_eq!(document.quotes().next().unwrap().content().next().unwrap(), 3..13);
    assert!(document.to_html(text, "").is_err());
}

#[test]
fn the_caller_knows_names() {
    let analyzer = Analyzer::new().unwrap();
    let text = "At #Door, Mo Tarn said the bar was full. \"I left,\" Mo Tarn said.";
    let names = Gazetteer::new([
        ("#Door", EntityType::Org, "bar-1"),
        ("Mo Tarn", EntityType::Person, "p-1"),
    ])
    .unwrap();
    assert_eq!(names.len(), 2);
    let options = Options { names: Some(&names), ..Options::default() };
    let document = analyzer.analyze_with(text.as_bytes(), &options).unwrap();
    let first = document.entities().next().unwrap();
    assert_eq!((first.text(), first.kind(), first.value()), ("#Door", EntityType::Org, "bar-1"));
    let at = document.find_name("p-1").unwrap();
    let tarn = document.names().nth(at).unwrap();
    assert_eq!((tarn.caller_id(), tarn.text()), ("p-1", "Mo Tarn"));
    assert_eq!(tarn.quotes(), [0, 1]);
    assert!(tarn.affiliations().is_empty());
    assert_eq!(document.find_name("p-2"), None);
    let many = analyzer.analyze_many(&[text], &options, 1);
    assert!(many[0].as_ref().unwrap().find_name("bar-1").is_some());

    assert_eq!(Gazetteer::new([("a\tb", EntityType::Org, "")]).err().unwrap().code(), "invalid");
    assert_eq!(Gazetteer::load("a\tORG\nb\tBAR\n").err().unwrap().offset(), 6);
    assert!(Gazetteer::load("").unwrap().is_empty());
}

#[test]
fn the_caller_recognizes_names() {
    let analyzer = Analyzer::new().unwrap();
    let text = b"At Blue Bar, Mo Tarn said the bar was full.";
    let given = [Given { span: 3..11, kind: EntityType::Fac }];
    let options = Options { entities: Some(&given), ..Options::default() };
    let document = analyzer.analyze_with(text, &options).unwrap();
    let found: Vec<_> = document.entities().map(|e| (e.span(), e.kind())).collect();
    assert_eq!(found, [(3..11, EntityType::Fac)]);
    let none = Options { entities: Some(&[]), ..Options::default() };
    assert_eq!(analyzer.analyze_with(text, &none).unwrap().entities().len(), 0);
    let bad = [Given { span: 3..11, kind: EntityType::Date }];
    let options = Options { entities: Some(&bad), ..Options::default() };
    assert_eq!(analyzer.analyze_with(text, &options).err().unwrap().code(), "invalid");
    assert_eq!(
        analyzer.analyze_many(&[text], &none, 2)[0].as_ref().err().unwrap().code(),
        "invalid"
    );
}

#[test]
fn thoughts_count_if_asked_for() {
    let analyzer = Analyzer::new().unwrap();
    let text = b"Mo Tarn believes that the mayor will resign.";
    assert_eq!(analyzer.analyze(text).unwrap().quotes().len(), 0);
    let options = Options { attributions: true, ..Options::default() };
    let document = analyzer.analyze_with(text, &options).unwrap();
    assert_eq!(document.quotes().next().unwrap().text(), "that the mayor will resign");
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
    cancel.reset();
    assert!(analyzer.analyze_with(b"abc", &stopped).is_ok());
    let text = "\u{201C}No,\u{201D} Ada Byron said on Tuesday. ".repeat(200_000);
    std::thread::scope(|scope| {
        let call = scope.spawn(|| analyzer.analyze_with(text.as_bytes(), &stopped).err());
        std::thread::sleep(std::time::Duration::from_millis(5));
        cancel.request();
        assert_eq!(call.join().unwrap().unwrap().code(), "cancelled");
    });
    for (limit, text) in [
        (Options { max_entities: 1, ..Options::default() }, "Ada Byron met Mo Tarn in Oslo."),
        (Options { max_quotes: 1, ..Options::default() }, "\"A,\" Bo said. \"B,\" Bo said."),
    ] {
        let many = analyzer.analyze_many(&[text, "abc"], &limit, 2);
        assert_eq!(many[0].as_ref().err().unwrap().code(), "too_many");
        assert!(many[1].is_ok());
    }
    assert_eq!(Analyzer::with_model(b"no model").err().unwrap().code(), "bad_model");
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
    assert_eq!((clean.length(), clean.source_length()), (9, 14));
    assert_eq!(clean.repairs().next().unwrap().kind, RepairKind::HtmlEntity);
    assert_eq!(clean.changes().len(), 0);

    let options = NormalizeOptions {
        offsets: Unit::CodePoints,
        plain_marks: true,
        changes: true,
        ..NormalizeOptions::default()
    };
    let clean = normalize_with("Zoe\u{308} \u{201C}no\u{201D}".as_bytes(), &options).unwrap();
    assert_eq!(clean.text(), "Zo\u{EB} \"no\"");
    assert_eq!(clean.changes().next().unwrap(), Change { clean: 2..3, source: 2..4 });
    assert_eq!(clean.changes().len(), 3);
    let small = NormalizeOptions { max_bytes: 2, ..NormalizeOptions::default() };
    assert_eq!(normalize_with(b"abc", &small).err().unwrap().code(), "too_big");
}
