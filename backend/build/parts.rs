//! Packs the normalized form of the bundled figures: every part compressed at the highest level, which takes seconds, and a
//! list of them that `src/data/bundled.rs` compiles in.

use std::{env, error::Error, fmt::Write as _, fs, io::Write as _, path::Path};

use brotli::{CompressorWriter, enc::BrotliEncoderParams};
use vithe_datasets::{PackageFiles, parts, read_package};

pub(crate) fn pack(folder: &Path) -> Result<(), Box<dyn Error>> {
    // The figures are compiled into this program, so the same program packs the same: nothing to do when only the site or a
    // source of the server has changed.
    let program = env::current_exe()?;
    let stamp = format!("{} {:?}", program.display(), fs::metadata(&program)?.modified()?);
    let stamp_file = folder.join("parts.stamp");
    if fs::read_to_string(&stamp_file).is_ok_and(|packed| packed == stamp) {
        return Ok(());
    }
    let package = read_package(&PackageFiles::embedded()).map_err(|findings| format!("{findings:#?}"))?;
    let mut list = String::from("[\n");
    for (part, bytes) in parts(&package)? {
        let file = folder.join(format!("{part}.br"));
        fs::write(&file, compress(&bytes)?)?;
        let file = file.display().to_string();
        writeln!(
            list,
            "    ({:?}, include_bytes!({file:?}).as_slice()),",
            part.to_string()
        )?;
    }
    list.push(']');
    fs::write(folder.join("parts.rs"), list)?;
    fs::write(stamp_file, stamp)?;
    Ok(())
}

fn compress(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut writer = CompressorWriter::with_params(Vec::new(), 4096, &parameters);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}
