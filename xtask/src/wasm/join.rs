//! Chunks of WebAssembly written anew: several as one, without custom sections and with numbers as short as they get.
//!
//! It knows of chunks what the splitter makes of them: each has the types of the whole program, imports memory, table and
//! globals, imports and exports no function (they meet in the table), and fills its own places of table and memory.

use std::{convert::Infallible, ops::Range};

use anyhow::{Result, anyhow, bail, ensure};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, ImportSection, Module, RawSection,
    SectionId,
    reencode::{Error, Reencode},
};
use wasmparser::{Import, Parser, Payload, TypeRef};

/// Chunks of one program as one module that does what all of them do.
pub(super) fn join<'a>(chunks: impl IntoIterator<Item = &'a [u8]>) -> Result<Vec<u8>> {
    let mut joined = Joined::default();
    for chunk in chunks {
        joined.add(chunk)?;
    }
    Ok(joined.finish())
}

#[derive(Default)]
struct Joined<'a> {
    types: Option<&'a [u8]>,
    imports: Vec<Import<'a>>,
    functions: FunctionSection,
    elements: ElementSection,
    code: CodeSection,
    data: DataSection,
}

impl<'a> Joined<'a> {
    fn add(&mut self, chunk: &'a [u8]) -> Result<()> {
        let mut places = Places {
            functions: self.functions.len(),
            data: self.data.len(),
            ..Places::default()
        };
        for payload in Parser::new(0).parse_all(chunk) {
            match payload? {
                Payload::TypeSection(reader) => {
                    let types = bytes(chunk, reader.range())?;
                    ensure!(
                        *self.types.get_or_insert(types) == types,
                        "chunks of different programs"
                    );
                }
                Payload::ImportSection(reader) => {
                    for import in reader.into_imports() {
                        self.import(import?, &mut places)?;
                    }
                }
                Payload::FunctionSection(reader) => places.parse_function_section(&mut self.functions, reader)?,
                Payload::ElementSection(reader) => places.parse_element_section(&mut self.elements, reader)?,
                Payload::CodeSectionStart { range, .. } => {
                    let reader = wasmparser::CodeSectionReader::new(wasmparser::BinaryReader::new(
                        bytes(chunk, range.clone())?,
                        range.start,
                    ))?;
                    places.parse_code_section(&mut self.code, reader)?;
                }
                Payload::DataSection(reader) => places.parse_data_section(&mut self.data, reader)?,
                Payload::ExportSection(reader) => ensure!(reader.count() == 0, "a chunk with exports"),
                Payload::Version { .. }
                | Payload::DataCountSection { .. }
                | Payload::CodeSectionEntry(_)
                | Payload::CustomSection(_)
                | Payload::End(_) => {}
                other => bail!("a chunk with {other:?}"),
            }
        }
        Ok(())
    }

    /// Imports something once for all chunks, and notes its number.
    fn import(&mut self, import: Import<'a>, places: &mut Places) -> Result<()> {
        let known = self.imports.iter().position(|known| *known == import);
        let position = known.unwrap_or_else(|| {
            self.imports.push(import);
            self.imports.len() - 1
        });
        let of_kind = |is_kind: fn(&TypeRef) -> bool| {
            let before = self.imports[..position].iter().filter(|import| is_kind(&import.ty));
            u32::try_from(before.count())
        };
        match import.ty {
            TypeRef::Global(_) => places.globals.push(of_kind(|ty| matches!(ty, TypeRef::Global(_)))?),
            TypeRef::Memory(_) => places.memories.push(of_kind(|ty| matches!(ty, TypeRef::Memory(_)))?),
            TypeRef::Table(_) => places.tables.push(of_kind(|ty| matches!(ty, TypeRef::Table(_)))?),
            other => bail!("a chunk that imports {other:?}"),
        }
        Ok(())
    }

    fn finish(self) -> Vec<u8> {
        let mut imports = ImportSection::new();
        let mut module = Module::new();
        if let Some(data) = self.types {
            module.section(&RawSection {
                id: SectionId::Type.into(),
                data,
            });
        }
        for import in self.imports {
            // The kinds that `import` lets through are known to the encoder.
            if let Ok(ty) = wasm_encoder::EntityType::try_from(import.ty) {
                imports.import(import.module, import.name, ty);
            }
        }
        module
            .section(&imports)
            .section(&self.functions)
            .section(&self.elements)
            .section(&DataCountSection { count: self.data.len() })
            .section(&self.code)
            .section(&self.data);
        module.finish()
    }
}

/// Where in the joined module stands what a chunk counts from zero.
#[derive(Default)]
struct Places {
    functions: u32,
    data: u32,
    globals: Vec<u32>,
    memories: Vec<u32>,
    tables: Vec<u32>,
}

impl Reencode for Places {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(self.functions + function)
    }

    fn data_index(&mut self, data: u32) -> Result<u32, Error> {
        Ok(self.data + data)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error> {
        imported(&self.globals, global)
    }

    fn memory_index(&mut self, memory: u32) -> Result<u32, Error> {
        imported(&self.memories, memory)
    }

    fn table_index(&mut self, table: u32) -> Result<u32, Error> {
        imported(&self.tables, table)
    }
}

fn imported(places: &[u32], number: u32) -> Result<u32, Error> {
    usize::try_from(number)
        .ok()
        .and_then(|number| places.get(number).copied())
        .ok_or(Error::InvalidConstExpr)
}

fn bytes(module: &[u8], range: Range<u64>) -> Result<&[u8]> {
    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
    module
        .get(range)
        .ok_or_else(|| anyhow!("a section ends after its module"))
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        ConstExpr, ElementSegment, Elements, EntityType, Function, GlobalType, MemoryType, RefType, TableType,
        TypeSection, ValType,
    };

    use super::*;

    const MEMORY: EntityType = EntityType::Memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    const TABLE: EntityType = EntityType::Table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 4,
        maximum: None,
        shared: false,
    });
    const STACK: EntityType = EntityType::Global(GlobalType {
        val_type: ValType::I32,
        mutable: true,
        shared: false,
    });

    /// A chunk with one function that calls itself and gives what a global holds, put into the table at `place`.
    fn chunk(imports: &[(&str, EntityType)], global: Option<u32>, place: i32, data: &[u8]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut import_section = ImportSection::new();
        for (name, ty) in imports {
            import_section.import("__wasm_split", name, *ty);
        }
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut elements = ElementSection::new();
        elements.segment(ElementSegment {
            mode: wasm_encoder::ElementMode::Active {
                table: Some(0),
                offset: &ConstExpr::i32_const(place),
            },
            elements: Elements::Functions((&[0]).into()),
        });
        let mut code = CodeSection::new();
        let mut function = Function::new([]);
        let mut body = function.instructions();
        body.call(0);
        if let Some(global) = global {
            body.global_get(global).i32_add();
        }
        body.end();
        code.function(&function);
        let mut data_section = DataSection::new();
        data_section.active(0, &ConstExpr::i32_const(place * 16), data.iter().copied());
        let mut module = Module::new();
        module
            .section(&types)
            .section(&import_section)
            .section(&functions)
            .section(&elements)
            .section(&DataCountSection { count: 1 })
            .section(&code)
            .section(&data_section)
            .section(&wasm_encoder::CustomSection {
                name: "name".into(),
                data: (&[1, 2, 3]).into(),
            });
        module.finish()
    }

    /// What a module says of itself: imports, the calls and globals of its functions, and where they stand in the table.
    fn described(module: &[u8]) -> Vec<String> {
        let mut said = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::ImportSection(reader) => {
                    said.extend(reader.into_imports().map(|import| import.unwrap().name.to_owned()));
                }
                Payload::CodeSectionEntry(body) => {
                    let operators = body.get_operators_reader().unwrap().into_iter();
                    said.push(format!("{:?}", operators.collect::<Result<Vec<_>, _>>().unwrap()));
                }
                Payload::ElementSection(reader) => {
                    for element in reader {
                        let wasmparser::ElementItems::Functions(functions) = element.unwrap().items else {
                            unreachable!("only functions are written")
                        };
                        said.push(format!(
                            "{:?}",
                            functions.into_iter().collect::<Result<Vec<_>, _>>().unwrap()
                        ));
                    }
                }
                Payload::DataSection(reader) => {
                    said.extend(reader.into_iter().map(|data| format!("{:?}", data.unwrap().data)));
                }
                Payload::CustomSection(reader) => said.push(reader.name().to_owned()),
                _ => {}
            }
        }
        said
    }

    #[test]
    fn functions_globals_and_data_are_counted_on() {
        let one = chunk(&[("memory", MEMORY), ("table", TABLE)], None, 1, &[1]);
        let other = [("stack", STACK), ("table", TABLE), ("memory", MEMORY)];
        let two = chunk(&other, Some(0), 2, &[2]);
        let joined = join([one.as_slice(), two.as_slice()]).unwrap();
        assert_eq!(
            described(&joined),
            [
                "memory",
                "table",
                "stack",
                "[0]",
                "[1]",
                "[Call { function_index: 0 }, End]",
                "[Call { function_index: 1 }, GlobalGet { global_index: 0 }, I32Add, End]",
                "[1]",
                "[2]",
            ]
        );
    }

    #[test]
    fn one_chunk_alone_loses_its_custom_sections_and_nothing_else() {
        let named = chunk(&[("memory", MEMORY), ("table", TABLE)], None, 1, &[1]);
        let plain = join([named.as_slice()]).unwrap();
        let mut expected = described(&named);
        assert_eq!(expected.pop().as_deref(), Some("name"));
        assert_eq!(described(&plain), expected);
        assert_eq!(join([plain.as_slice()]).unwrap(), plain);
    }

    #[test]
    fn chunks_of_different_programs_are_refused() {
        let chunk = chunk(&[("memory", MEMORY), ("table", TABLE)], None, 1, &[1]);
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut other = Module::new();
        other.section(&types);
        assert!(join([chunk.as_slice(), other.finish().as_slice()]).is_err());
    }
}
