//! Tables as workbooks, read back as a spreadsheet reads them.

use std::io::Cursor;

use axum::http::{Method, StatusCode};
use calamine::{Data, Range, Reader as _, Xlsx, open_workbook_from_rs};
use vithe::state::Settings;
use vithe_shared::{Language, Year};

use crate::{
    support::{Answer, catalog, get, get_in, send, server, server_with},
    tables::{TABLES, in_form},
};

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn open(answer: &Answer) -> Xlsx<Cursor<&[u8]>> {
    open_workbook_from_rs(Cursor::new(&*answer.body)).unwrap()
}

/// The cells of a sheet.
fn cells(answer: &Answer, name: &str) -> Range<Data> {
    open(answer).worksheet_range(name).unwrap()
}

/// The texts of the sheet about the table, a line each.
fn about(answer: &Answer, name: &str) -> Vec<String> {
    let line = |row: &[Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | ");
    cells(answer, name).rows().map(line).collect()
}

#[tokio::test]
async fn a_workbook_has_the_table_with_typed_cells() {
    let answer = get("/api/v1/rankings.xlsx?index=pci&year=2021&region=md").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("content-type"), WORKBOOK);
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"pci_overall_md_2021_vi.xlsx\""
    );
    assert_eq!(answer.header("vary"), "Accept-Encoding, Accept-Language");
    assert_eq!(open(&answer).sheet_names(), ["Số liệu", "Nguồn"]);
    let table = cells(&answer, "Số liệu");
    let rows: Vec<&[Data]> = table.rows().collect();
    assert_eq!(rows.len(), 14);
    let column = |name: &str| rows[0].iter().position(|cell| *cell == name).unwrap();
    let text = |text: &str| Data::String(text.to_owned());
    let own = rows.iter().find(|row| row[column("province")] == "hau-giang").unwrap();
    assert_eq!(own[column("province_name")], text("Hậu Giang"));
    assert_eq!(own[column("score")], Data::Float(63.8));
    assert_eq!(own[column("year")], Data::Float(2021.0));
    assert_eq!(
        (&own[column("rank")], &own[column("rank_n")]),
        (&Data::Float(38.0), &Data::Float(63.0))
    );
    assert_eq!(own[column("rank_best")], Data::Empty);
    // Codes are texts, also those of digits.
    assert_eq!(
        (&own[column("gso_code")], &own[column("borders")]),
        (&text("93"), &text("63"))
    );
}

/// Cell by cell what the CSV says, of every table.
#[tokio::test]
async fn a_workbook_says_what_the_csv_says() {
    for table in TABLES {
        let workbook = get(&in_form(table, "xlsx")).await;
        assert_eq!(workbook.status, StatusCode::OK, "{table}");
        let range = cells(&workbook, "Số liệu");
        let file = get(&in_form(table, "csv")).await;
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&*file.body);
        let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(range.height(), lines.len(), "{table}");
        for (row, line) in range.rows().zip(&lines) {
            let written = row.iter().map(|cell| match cell {
                Data::Empty => String::new(),
                Data::Bool(flag) => flag.to_string(),
                Data::Float(number) => number.to_string(),
                Data::String(text) => text.clone(),
                other => panic!("{table}: {other:?}"),
            });
            assert_eq!(written.collect::<Vec<_>>(), line.iter().collect::<Vec<_>>(), "{table}");
        }
    }
}

#[tokio::test]
async fn flags_are_true_or_false() {
    let answer = get("/api/v1/peers/hau-giang.xlsx?index=pci&year=2023").await;
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"pci_peers_hau-giang_2023_vi.xlsx\""
    );
    let table = cells(&answer, "Số liệu");
    let column = table
        .rows()
        .next()
        .unwrap()
        .iter()
        .position(|cell| *cell == "is_like")
        .unwrap();
    assert_eq!(table.get((1, column)), Some(&Data::Bool(true)));
}

#[tokio::test]
async fn the_source_is_told_in_the_language_of_the_client() {
    let address = "/api/v1/rankings.xlsx?index=pci&year=2021";
    let vi = about(&get_in("vi", address).await, "Nguồn");
    let en = about(&get_in("en", address).await, "Source");
    let info = catalog().index(vithe_shared::IndexId::Pci).unwrap().info();
    let version = format!("{}, {}", catalog().version(), catalog().date());
    for (lines, told) in [
        (
            &vi,
            [
                "Bảng xếp hạng: PCI 2021",
                &info.publisher_vi,
                &info.cited(Some(Year(2021)), Language::Vi),
                &info.terms_vi,
                "gso_code | Mã đơn vị hành chính",
            ],
        ),
        (
            &en,
            [
                "League table: PCI 2021",
                &info.publisher_en,
                &info.cited(Some(Year(2021)), Language::En),
                &info.terms_en,
                "gso_code | Code of the General Statistics Office",
            ],
        ),
    ] {
        for text in told.into_iter().chain([
            version.as_str(),
            "pci-2021",
            "/api/v1/rankings.xlsx?index=pci&year=2021",
            "pcivietnam.vn",
        ]) {
            assert!(lines.iter().any(|line| line.contains(text)), "{text}: {lines:#?}");
        }
    }
    // The table itself is the same in both.
    let [one, other] = [("vi", "Số liệu"), ("en", "Data")];
    let one = cells(&get_in(one.0, address).await, one.1);
    let other = cells(&get_in(other.0, address).await, other.1);
    assert_eq!(one, other);
}

#[tokio::test]
async fn an_address_names_the_language_before_the_client_does() {
    let address = "/api/v1/rankings.xlsx?index=pci&year=2021";
    let named = get_in("vi", &format!("{address}&lang=en")).await;
    let lines = about(&named, "Source");
    assert!(
        lines.iter().any(|line| line.ends_with(&format!("{address}&lang=en"))),
        "{lines:#?}"
    );
    assert!(named.header("content-disposition").contains("_2021_en.xlsx"));
    assert_eq!(named.header("vary"), "Accept-Encoding");
    // It is the workbook that an English client gets without a name.
    let asked = get_in("en", address).await;
    assert_eq!(asked.header("vary"), "Accept-Encoding, Accept-Language");
    assert_eq!((asked.header("etag"), &asked.body), (named.header("etag"), &named.body));
    // Problems are told in it, too; what it cannot be is one.
    let unknown = "/api/v1/rankings.xlsx?index=pci&year=1999";
    let named = get_in("vi", &format!("{unknown}&lang=en")).await;
    assert_eq!(named.json()["detail"], get_in("en", unknown).await.json()["detail"]);
    let malformed = get_in("vi", &format!("{address}&lang=fr")).await;
    assert_eq!(
        (
            malformed.status,
            &malformed.json()["code"],
            &malformed.json()["errors"][0]["pointer"]
        ),
        (StatusCode::BAD_REQUEST, &"malformed_parameter".into(), &"lang".into())
    );
    // A table for programs has no language.
    let csv = get(&format!("{}&lang=en", address.replace(".xlsx", ".csv"))).await;
    assert_eq!(
        (csv.status, &csv.json()["code"]),
        (StatusCode::BAD_REQUEST, &"unknown_parameter".into())
    );
}

#[tokio::test]
async fn every_document_that_a_line_names_is_told() {
    for table in [
        "/api/v1/observations.xlsx?index=par&province=hau-giang",
        "/api/v1/discrepancies.xlsx?index=par",
        "/api/v1/rankings.xlsx?index=sipas&year=2023",
    ] {
        let answer = get(table).await;
        let about = about(&answer, "Nguồn");
        let range = cells(&answer, "Số liệu");
        let mut rows = range.rows();
        let header = rows.next().unwrap();
        let column = header
            .iter()
            .position(|cell| *cell == "source_id" || *cell == "claim_source_id")
            .unwrap();
        let mut ids: Vec<String> = rows
            .map(|row| row[column].to_string())
            .filter(|id| !id.is_empty())
            .collect();
        ids.sort();
        ids.dedup();
        assert!(!ids.is_empty(), "{table}");
        for id in ids {
            assert!(
                about.iter().any(|line| line.starts_with(&format!("{id} | "))),
                "{table}: {id}"
            );
        }
    }
}

#[tokio::test]
async fn columns_of_components_are_told_by_name() {
    let lines = about(&get("/api/v1/matrix.xlsx?index=papi&year=2021").await, "Nguồn");
    let papi = catalog().index(vithe_shared::IndexId::Papi).unwrap();
    let component = papi.component(&"d4".parse().unwrap()).unwrap();
    let name = &component.name_in(vithe_shared::Year(2021)).unwrap().name_vi;
    assert!(lines.contains(&format!("d4_score | Điểm: {name}")), "{lines:#?}");
    assert!(lines.contains(&format!("d4_rank_n | Số đơn vị được xếp hạng: {name}")));
}

#[tokio::test]
async fn a_table_without_lines_is_a_workbook_too() {
    let answer = get("/api/v1/peers/hau-giang.xlsx?index=par").await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(cells(&answer, "Số liệu").height(), 1);
}

#[tokio::test]
async fn the_address_is_whole_where_the_site_knows_its_own() {
    let settings = Settings {
        figure_workers: 0,
        public_origin: Some("https://vithe.example".to_owned()),
        ..Settings::default()
    };
    let address = "/api/v1/sources.xlsx";
    let answer = send(&server_with(settings), Method::GET, address, &[]).await;
    let lines = about(&answer, "Nguồn");
    assert!(
        lines.contains(&"Địa chỉ của bảng | https://vithe.example/api/v1/sources.xlsx?lang=vi".to_owned()),
        "{lines:#?}"
    );
}

#[tokio::test]
async fn the_same_workbook_has_the_same_bytes_and_tag() {
    let address = "/api/v1/matrix.xlsx?index=papi&year=2021";
    let (one, other) = (get(address).await, get(address).await);
    assert_eq!(one.body, other.body);
    assert_eq!(one.header("etag"), other.header("etag"));
    let english = get_in("en", address).await;
    assert_ne!(one.header("etag"), english.header("etag"));
    let held = [("if-none-match", one.header("etag"))];
    assert_eq!(
        send(&server(), Method::GET, address, &held).await.status,
        StatusCode::NOT_MODIFIED
    );
    // It is compressed as it is.
    let packed = send(&server(), Method::GET, address, &[("accept-encoding", "br, gzip")]).await;
    assert_eq!((packed.header("content-encoding"), &packed.body), ("", &one.body));
}

#[tokio::test]
async fn a_workbook_is_also_given_by_accept() {
    let server = server();
    let address = "/api/v1/rankings?index=pci&year=2021";
    let answer = send(&server, Method::GET, address, &[("accept", WORKBOOK)]).await;
    assert_eq!(answer.header("content-type"), WORKBOOK);
    assert_eq!(answer.header("vary"), "Accept, Accept-Encoding, Accept-Language");
    let refused = send(&server, Method::GET, "/api/v1/overview", &[("accept", WORKBOOK)]).await;
    assert_eq!(refused.status, StatusCode::NOT_ACCEPTABLE);
    // The spreadsheet of a CSV is not asked of a workbook.
    let asked = get("/api/v1/rankings.xlsx?index=pci&excel=vi").await;
    assert_eq!(
        (asked.status, &asked.json()["code"]),
        (StatusCode::BAD_REQUEST, &"unknown_parameter".into())
    );
}
