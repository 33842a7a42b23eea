//! The licences of what the product contains: a row for each component, then the texts that its authors ship, each once.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use anyhow::{Context, Result};

use crate::dist::linked::Component;

const RULE: &str = "--------------------------------------------------------------------------------";

const HEAD: &str = "\
Vị Thế contains the following software and typefaces of others: the crates linked into
the binary and into the WebAssembly of the site, and what the site is bundled from.
The standard library of Rust, MIT OR Apache-2.0, is part of both; the crate
utoipa-swagger-ui-vendored holds Swagger UI, Apache-2.0, Copyright 2020-2021 SmartBear
Software Inc.

Name, version, licence, repository:
";

/// The whole document.
pub(super) fn text(components: &BTreeSet<Component>) -> Result<String> {
    let mut written = String::from(HEAD);
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut without = BTreeSet::new();
    for component in components {
        writeln!(written, "{}", row(component))?;
        let found = texts_in(&component.folder)?;
        if found.is_empty() {
            without.insert(called(component));
        }
        for (file, text) in found {
            let place = format!("{}: {file}", called(component));
            texts.entry(text).or_default().insert(place);
        }
    }
    if !without.is_empty() {
        writeln!(written, "\nThese name their licence and ship no text of it:")?;
        for name in without {
            writeln!(written, "{name}")?;
        }
    }
    // In the order of the components that a text is of first.
    let mut texts: Vec<_> = texts.into_iter().map(|(text, places)| (places, text)).collect();
    texts.sort();
    for (places, text) in texts {
        writeln!(written, "\n{RULE}")?;
        for place in places {
            writeln!(written, "{place}")?;
        }
        writeln!(written, "{RULE}\n\n{text}")?;
    }
    Ok(written)
}

/// `serde 1.0.228, MIT OR Apache-2.0, https://github.com/serde-rs/serde`
fn row(component: &Component) -> String {
    let licence = component.licence.as_deref().unwrap_or("no expression");
    let repository = component.repository.as_deref().unwrap_or("no repository");
    format!("{}, {licence}, {repository}", called(component))
}

fn called(component: &Component) -> String {
    format!("{} {}", component.name, component.version)
}

/// The licences and notices in a folder and below it, by their path there.
fn texts_in(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    collect(folder, "", &mut texts)?;
    Ok(texts)
}

fn collect(folder: &Path, prefix: &str, texts: &mut BTreeMap<String, String>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let kind = entry.file_type()?;
        if kind.is_dir() {
            collect(&entry.path(), &format!("{prefix}{name}/"), texts)?;
        } else if kind.is_file() && is_licence(&name) {
            let bytes = fs::read(entry.path()).with_context(|| entry.path().display().to_string())?;
            // Old texts are in Latin-1 here and there; what is not UTF-8 in them are names.
            texts.insert(format!("{prefix}{name}"), tidy(&String::from_utf8_lossy(&bytes)));
        }
    }
    Ok(())
}

/// Whether a file is a licence or a notice by its name: `LICENSE-MIT`, `license-apache-2.0`, `COPYING`, `LICENSE.md`.
fn is_licence(name: &str) -> bool {
    const BEGINNINGS: [&str; 6] = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];
    const SOURCES: [&str; 9] = ["c", "h", "html", "js", "json", "mjs", "py", "rs", "toml"];
    let name = name.to_ascii_uppercase();
    let is_source = name
        .rsplit_once('.')
        .is_some_and(|(_, extension)| SOURCES.iter().any(|source| source.eq_ignore_ascii_case(extension)));
    !is_source && BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
}

/// A text without what differs between two copies of it: ends of lines, spaces there, empty lines around it.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use std::{env, path::PathBuf, process};

    use super::*;
    use crate::dist::linked::Ecosystem;

    fn component(name: &str, folder: PathBuf) -> Component {
        Component {
            ecosystem: Ecosystem::Cargo,
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: Some("MIT".to_owned()),
            repository: None,
            folder,
        }
    }

    #[test]
    fn a_row_tells_what_is_not_given() {
        let mut component = component("serde", PathBuf::new());
        assert_eq!(row(&component), "serde 1.0.0, MIT, no repository");
        component.licence = None;
        component.repository = Some("https://example.org/serde".to_owned());
        assert_eq!(row(&component), "serde 1.0.0, no expression, https://example.org/serde");
    }

    #[test]
    fn licences_are_known_by_their_names() {
        for name in [
            "LICENSE",
            "LICENSE-MIT",
            "license-apache-2.0",
            "COPYING",
            "LICENSE.md",
            "NOTICE.txt",
            "UNLICENSE",
        ] {
            assert!(is_licence(name), "{name}");
        }
        for name in ["license.rs", "licenses.json", "README.md", "copyright.h", "MIT"] {
            assert!(!is_licence(name), "{name}");
        }
    }

    #[test]
    fn a_text_of_two_components_stands_once_and_a_missing_one_is_told() {
        let folder = env::temp_dir().join(format!("vithe-xtask-{}-licences", process::id()));
        let [one, other, none] = ["one", "other", "none"].map(|name| component(name, folder.join(name)));
        for (component, text) in [
            (&one, "MIT License\n\nCopyright A\n"),
            (&other, "MIT License  \r\n\r\nCopyright A"),
        ] {
            fs::create_dir_all(component.folder.join("inner")).unwrap();
            fs::write(component.folder.join("inner/LICENSE"), text).unwrap();
        }
        fs::create_dir_all(&none.folder).unwrap();
        let written = text(&BTreeSet::from([one, other, none])).unwrap();
        fs::remove_dir_all(folder).unwrap();
        assert_eq!(written.matches("Copyright A").count(), 1);
        assert!(
            written.contains("one 1.0.0: inner/LICENSE\nother 1.0.0: inner/LICENSE\n"),
            "{written}"
        );
        assert!(written.contains("ship no text of it:\nnone 1.0.0\n"), "{written}");
    }
}
