//! Putting together what the browser loads: names that carry the hash of the content, and the manifest that tells
//! the backend under which path each file is found.
//!
//! `assets/` and `manifest.json` are for the browser, `server/` is for the backend alone and keeps plain names.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    compress::{Compressor, ENCODINGS, is_compressible},
    fingerprint::{hash, hash_all, read_tree, short},
};

const ASSETS: &str = "assets";
const SERVER: &str = "server";
const MANIFEST: &str = "manifest.json";

/// The files of the site by their path in the output folder, and the manifest.
#[derive(Debug, Default)]
pub(crate) struct Site {
    files: BTreeMap<String, Vec<u8>>,
    manifest: BTreeMap<String, String>,
}

impl Site {
    /// Adds a file for the browser under a name with its hash: `a/site.css` becomes `assets/a/site.<hash>.css`.
    pub(crate) fn add(&mut self, name: &str, bytes: Vec<u8>) -> Result<()> {
        let path = format!("{ASSETS}/{}", hashed_name(name, &hash(&bytes)));
        self.insert(name, path, bytes)
    }

    /// Adds files that refer to each other by relative paths, in a folder whose name carries one hash of them all.
    pub(crate) fn add_bundle(&mut self, bundle: &str, files: BTreeMap<String, Vec<u8>>) -> Result<()> {
        let all = hash_all(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
        for (name, bytes) in files {
            let path = format!("{ASSETS}/{bundle}-{}/{name}", short(&all));
            self.insert(&name, path, bytes)?;
        }
        Ok(())
    }

    /// Adds a style sheet; what it refers to by `url()` must have been added before.
    pub(crate) fn add_style_sheet(&mut self, name: &str, css: &str) -> Result<()> {
        let css = rewrite_urls(css, |target| {
            let base = target.rsplit('/').next().unwrap_or(target);
            let path = self
                .manifest
                .get(base)
                .with_context(|| format!("{name} refers to {target}, which the site does not have"))?;
            // Style sheets stand in `assets/` themselves.
            Ok(path.trim_start_matches("assets/").to_owned())
        })?;
        self.add(name, css.into_bytes())
    }

    /// Adds a file that only the backend reads.
    pub(crate) fn add_for_server(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.insert(format!("{SERVER}/{name}"), bytes);
    }

    /// Adds the compressed forms beside every file for the browser.
    pub(crate) fn compress(&mut self, compressor: &mut Compressor) -> Result<()> {
        let mut compressed = BTreeMap::new();
        for path in self.manifest.values().filter(|path| is_compressible(path)) {
            for encoding in ENCODINGS {
                if let Some(bytes) = compressor.compress(&self.files[path], encoding)? {
                    compressed.insert(format!("{path}.{encoding}"), bytes);
                }
            }
        }
        self.files.append(&mut compressed);
        Ok(())
    }

    /// Writes what differs and removes what is no longer part of the site.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let manifest = serde_json::to_vec_pretty(&self.manifest)?;
        let mut wanted: BTreeMap<&str, &[u8]> = self
            .files
            .iter()
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
            .collect();
        for part in [ASSETS, SERVER] {
            for (path, bytes) in read_tree(&folder.join(part))? {
                let path = format!("{part}/{path}");
                match wanted.get(path.as_str()) {
                    Some(new) if *new == bytes => {
                        wanted.remove(path.as_str());
                    }
                    Some(_) => {}
                    None => fs::remove_file(folder.join(path))?,
                }
            }
            remove_empty_folders(&folder.join(part))?;
        }
        let kept = fs::read(folder.join(MANIFEST)).is_ok_and(|old| old == manifest);
        if !kept {
            wanted.insert(MANIFEST, &manifest);
        }
        for (path, bytes) in wanted {
            let path = folder.join(path);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&path, bytes).with_context(|| path.display().to_string())?;
        }
        Ok(())
    }

    fn insert(&mut self, name: &str, path: String, bytes: Vec<u8>) -> Result<()> {
        ensure!(
            self.manifest.insert(name.to_owned(), path.clone()).is_none(),
            "two files of the site are called {name}"
        );
        self.files.insert(path, bytes);
        Ok(())
    }
}

/// The manifest that [`Site::write`] left in a folder.
pub(crate) fn read_manifest(folder: &Path) -> Result<BTreeMap<String, String>> {
    let path = folder.join(MANIFEST);
    let text = fs::read_to_string(&path)
        .with_context(|| format!("{} cannot be read: run cargo xtask assets", path.display()))?;
    serde_json::from_str(&text).with_context(|| path.display().to_string())
}

/// Whether a path ends in an extension, given in lower case and without its dot.
pub(crate) fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

fn hashed_name(name: &str, hash: &str) -> String {
    let (folder, file) = name
        .rsplit_once('/')
        .map_or(("", name), |(folder, file)| (folder, file));
    let separator = if folder.is_empty() { "" } else { "/" };
    match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => {
            format!("{folder}{separator}{stem}.{}.{extension}", short(hash))
        }
        _ => format!("{folder}{separator}{file}.{}", short(hash)),
    }
}

fn remove_empty_folders(folder: &Path) -> Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            remove_empty_folders(&entry.path())?;
            if fs::read_dir(entry.path())?.next().is_none() {
                fs::remove_dir(entry.path())?;
            }
        }
    }
    Ok(())
}

/// The targets of all `url()` of a style sheet that name files.
pub(crate) fn url_targets(css: &str) -> Result<Vec<String>> {
    let mut targets = Vec::new();
    rewrite_urls(css, |target| {
        targets.push(target.to_owned());
        Ok(target.to_owned())
    })?;
    Ok(targets)
}

/// Replaces the targets of `url()`; `data:` addresses and fragments of the page stay as they are.
fn rewrite_urls(css: &str, mut replace: impl FnMut(&str) -> Result<String>) -> Result<String> {
    const OPEN: &str = "url(";
    let mut written = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find(OPEN) {
        let (before, after) = rest.split_at(start + OPEN.len());
        written.push_str(before);
        let inner = after.trim_start();
        let quote = inner.chars().next().filter(|first| matches!(first, '"' | '\''));
        let (target, tail) = if let Some(quote) = quote {
            let Some((target, tail)) = inner[1..].split_once(quote) else {
                bail!("a url( with an open quotation mark");
            };
            let Some((_, tail)) = tail.split_once(')') else {
                bail!("url({quote}{target}{quote} is not closed");
            };
            (target, tail)
        } else {
            let Some((target, tail)) = inner.split_once(')') else {
                bail!("a url( is not closed");
            };
            (target.trim_end(), tail)
        };
        let is_file = !target.starts_with("data:") && !target.starts_with('#');
        if is_file {
            written.push_str(&replace(target)?);
        } else {
            // Quoted again: a data address may contain brackets.
            written.extend(quote);
            written.push_str(target);
            written.extend(quote);
        }
        written.push(')');
        rest = tail;
    }
    written.push_str(rest);
    Ok(written)
}

#[cfg(test)]
mod tests {
    use std::{env, process};

    use super::*;

    fn site() -> Site {
        let mut site = Site::default();
        site.add("text.woff2", b"font".to_vec()).unwrap();
        site
    }

    #[test]
    fn a_name_carries_the_hash_before_its_extension() {
        let digits = "0123456789abcdef";
        assert_eq!(hashed_name("site.css", digits), "site.0123456789.css");
        assert_eq!(hashed_name("icons/a.b.svg", digits), "icons/a.b.0123456789.svg");
        assert_eq!(hashed_name("LICENSE", digits), "LICENSE.0123456789");
        assert_eq!(hashed_name(".hidden", digits), ".hidden.0123456789");
    }

    #[test]
    fn style_sheets_refer_to_hashed_files() {
        let mut site = site();
        let font = site.manifest["text.woff2"].clone();
        let css = "a{src:url( \"fonts/text.woff2\" ) format('woff2')}b{src:url(text.woff2)}";
        site.add_style_sheet("site.css", css).unwrap();
        let sheet = &site.files[&site.manifest["site.css"]];
        let name = font.trim_start_matches("assets/");
        assert_eq!(
            String::from_utf8_lossy(sheet),
            format!("a{{src:url({name}) format('woff2')}}b{{src:url({name})}}")
        );
    }

    #[test]
    fn addresses_inside_a_style_sheet_stay() {
        let css = "a{b:url(\"data:image/svg+xml,<svg>)</svg>\")}c{d:url(#mask)}";
        assert_eq!(rewrite_urls(css, |_| bail!("no file is named")).unwrap(), css);
    }

    #[test]
    fn a_style_sheet_that_names_an_unknown_file_is_an_error() {
        let error = site().add_style_sheet("site.css", "a{src:url(x.woff2)}").unwrap_err();
        assert!(error.to_string().contains("x.woff2"), "{error}");
    }

    #[test]
    fn a_url_that_is_not_closed_is_an_error() {
        for css in ["a{b:url(x", "a{b:url('x)}", "a{b:url('x'"] {
            assert!(url_targets(css).is_err(), "{css}");
        }
    }

    #[test]
    fn a_bundle_moves_as_one_when_any_of_its_files_changes() {
        let bundle = |wasm: &[u8]| {
            let mut site = Site::default();
            let files = [("site.js", &b"js"[..]), ("site_bg.wasm", wasm)];
            let files = files.map(|(name, bytes)| (name.to_owned(), bytes.to_vec()));
            site.add_bundle("site", files.into()).unwrap();
            site.manifest
        };
        let (one, two) = (bundle(b"1"), bundle(b"2"));
        assert_ne!(one["site.js"], two["site.js"]);
        let folder = one["site.js"].trim_end_matches("site.js");
        assert_eq!(one["site_bg.wasm"], format!("{folder}site_bg.wasm"));
    }

    #[test]
    fn two_files_of_one_name_are_an_error() {
        assert!(site().add("text.woff2", b"other".to_vec()).is_err());
    }

    #[test]
    fn writing_replaces_an_earlier_site_and_leaves_other_files() {
        let folder = env::temp_dir().join(format!("vithe-xtask-{}-site", process::id()));
        let mut old = Site::default();
        old.add_bundle("site", [("site.js".to_owned(), b"old".to_vec())].into())
            .unwrap();
        old.write(&folder).unwrap();
        fs::write(folder.join("note"), "kept").unwrap();

        let mut new = site();
        new.add_for_server("engine.js", b"engine".to_vec());
        new.write(&folder).unwrap();
        let found = read_tree(&folder).unwrap();
        let mut expected: Vec<&str> = new
            .files
            .keys()
            .map(String::as_str)
            .chain(["manifest.json", "note"])
            .collect();
        expected.sort_unstable();
        assert_eq!(found.keys().map(String::as_str).collect::<Vec<_>>(), expected);
        assert_eq!(read_manifest(&folder).unwrap(), new.manifest);
        assert_eq!(fs::read_dir(folder.join("assets")).unwrap().count(), 1);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn compressed_forms_stand_beside_files_for_the_browser_only() {
        let store = env::temp_dir().join(format!("vithe-xtask-{}-store", process::id()));
        let mut site = site();
        site.add("long.js", vec![b' '; 2000]).unwrap();
        site.add_for_server("engine.js", vec![b' '; 2000]);
        site.compress(&mut Compressor::new(store.clone()).unwrap()).unwrap();
        let compressed: Vec<&str> = site
            .files
            .keys()
            .filter(|path| ENCODINGS.iter().any(|encoding| has_extension(path, encoding)))
            .map(String::as_str)
            .collect();
        let path = &site.manifest["long.js"];
        assert_eq!(compressed, [format!("{path}.br"), format!("{path}.gz")]);
        fs::remove_dir_all(store).unwrap();
    }
}
