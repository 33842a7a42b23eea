//! The compiled module taken apart: the main module, and a chunk for every name that `wasm_split` gives in the sources,
//! loaded when it is first called. A program without such names passes unchanged, apart from its relocations.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context, Result, anyhow};

use super::join::join;

/// The script through which the main module loads its chunks.
pub(super) const LOADER: &str = "split.js";

/// What several chunks have in common.
const SHARED: &str = "shared.wasm";

/// Splits a module that was linked with its relocations: the main module goes to `main`, for wasm-bindgen; the chunks and
/// [`LOADER`], which imports `glue` from beside it, go to `folder`. What chunks have in common is one file, [`SHARED`]: the
/// splitter would make one for each set of them.
pub(super) fn split(module: &[u8], main: &Path, folder: &Path, glue: &str) -> Result<()> {
    let glue = format!("./{glue}");
    let loader = format!("./{LOADER}");
    let mut options = wasm_split_cli_support::Options::new(module);
    options.output_dir = folder;
    options.main_out_path = main;
    options.main_module = &glue;
    options.link_name = &loader;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("the WebAssembly cannot be split: {error:#}"))?;
    let mut shared = BTreeMap::new();
    for path in split.split_modules {
        let chunk = fs::read(&path)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Some(number) = number_of_shared(&name) {
            fs::remove_file(&path)?;
            shared.insert(number, chunk);
        } else {
            fs::write(&path, join([chunk.as_slice()]).with_context(|| name.clone())?)?;
        }
    }
    if !shared.is_empty() {
        let numbers: Vec<u32> = shared.keys().copied().collect();
        let joined = join(shared.values().map(Vec::as_slice)).context(SHARED)?;
        fs::write(folder.join(SHARED), joined)?;
        let path = folder.join(LOADER);
        fs::write(&path, load_as_one(&fs::read_to_string(&path)?, &numbers)?)?;
    }
    Ok(())
}

/// The number in the name of a file that several chunks have in common.
fn number_of_shared(name: &str) -> Option<u32> {
    name.strip_prefix("chunk_")?.strip_suffix(".wasm")?.parse().ok()
}

/// The loader with one file in place of the shared chunks: the first one loads it, the others wait for the first.
fn load_as_one(loader: &str, numbers: &[u32]) -> Result<String> {
    const OPEN: &str = " = makeLoad(";
    const CLOSE: &str = ", []);";
    let mut script = loader.to_owned();
    for number in numbers {
        let unknown = || format!("the loader of chunk {number} is not as expected of this version of the splitter");
        let start = format!("const __chunk_{number}{OPEN}");
        let begin = script.find(&start).with_context(unknown)?;
        let end = begin + script[begin..].find(CLOSE).with_context(unknown)? + CLOSE.len();
        let file = format!("./chunk_{number}.wasm");
        let statement = if *number == numbers[0] {
            let statement = script[begin..end].replace(&file, &format!("./{SHARED}"));
            (statement != script[begin..end])
                .then_some(statement)
                .with_context(unknown)?
        } else {
            format!("const __chunk_{number} = __chunk_{};", numbers[0])
        };
        script.replace_range(begin..end, &statement);
    }
    Ok(script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_chunks_are_told_by_their_names() {
        assert_eq!(number_of_shared("chunk_12.wasm"), Some(12));
        assert_eq!(number_of_shared("split_chunk_12.wasm"), None);
    }

    fn chunk(number: u32) -> String {
        format!(
            "/* a, b */\nconst __chunk_{number} = makeLoad(() => {{\n    const src = fetch(new URL(\"./chunk_{number}.wasm\", \
             import.meta.url));\n    return async (imports) => (load(src, imports));\n}}\n, []);\n"
        )
    }

    #[test]
    fn all_shared_chunks_are_loaded_by_the_first() {
        let after = "export const a = wrap(makeLoad(f, [__chunk_1, __chunk_2]));\n";
        let loader = format!("{}{}{after}", chunk(1), chunk(2));
        let first = chunk(1).replace("chunk_1.wasm", SHARED);
        assert_eq!(
            load_as_one(&loader, &[1, 2]).unwrap(),
            format!("{first}/* a, b */\nconst __chunk_2 = __chunk_1;\n{after}")
        );
    }

    #[test]
    fn a_loader_of_another_form_is_an_error() {
        assert!(load_as_one(&chunk(1), &[2]).is_err());
        assert!(load_as_one("const __chunk_1 = makeLoad(() => {}, []);", &[1]).is_err());
    }
}
