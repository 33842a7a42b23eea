//! Rebuilds the crate when a file of the package changes: the files are compiled in by a macro that cargo does not watch.

fn main() {
    for path in ["data", "geo", "datapackage.json"] {
        println!("cargo::rerun-if-changed={path}");
    }
}
