//! A small valid package in memory. Tests start from it and break one thing.

use serde_json::json;

use crate::{
    files::{DESCRIPTOR, PackageFiles},
    finding::{Finding, FindingCode, Severity},
    package::{TABLE_FILES, table_schema},
    read_package,
};

/// The rows of the valid package, without headers. Three provinces, four indices, one year each or two.
const ROWS: &[(&str, &str)] = &[
    (
        "data/indices.csv",
        "pci,1,Chỉ số A,Index A,PCI,Nhà xuất bản,Publisher,points,2,2,Đo.,Measures.,Dẫn.,Cite.,Điều khoản.,Terms.,displayed,https://pci.example.org,1\n\
         papi,2,Chỉ số B,Index B,PAPI,Nhà xuất bản,Publisher,points,2,2,Đo.,Measures.,Dẫn.,Cite.,Điều khoản.,Terms.,displayed,https://papi.example.org,1\n\
         par,3,Chỉ số C,Index C,PAR INDEX,Nhà xuất bản,Publisher,points,2,2,Đo.,Measures.,Dẫn.,Cite.,Điều khoản.,Terms.,full,https://par.example.org,1\n\
         sipas,4,Chỉ số D,Index D,SIPAS,Nhà xuất bản,Publisher,percent,1,2,Đo.,Measures.,Dẫn.,Cite.,Điều khoản.,Terms.,full,https://sipas.example.org,1\n",
    ),
    (
        "data/hues.csv",
        "pci,light,#0072B2,#0072B2,#024E7C,#0B74B4,#4C9CD9,#91C4EE,#D8EBFB\n\
         pci,dark,#4FA6DE,#4FA6DE,#A9D7FD,#5CACEA,#3587C2,#2A628D,#254056\n\
         papi,light,#009E73,#007A58,#02593F,#04835F,#39AC83,#8BCFB1,#D6EFE3\n\
         papi,dark,#2DBE94,#2DBE94,#97E4C3,#4CBC92,#17966F,#1B6D51,#214537\n\
         par,light,#D55E00,#B84F00,#743611,#A9531F,#D17D51,#E9AF91,#FAE2D7\n\
         par,dark,#F08A3C,#F08A3C,#FEC1A3,#E18C60,#B9673C,#864C2E,#533526\n\
         sipas,light,#8F4FA8,#8F4FA8,#5F376F,#8B54A1,#B27DC7,#D2AEE1,#F0E2F6\n\
         sipas,dark,#BF8AD6,#BF8AD6,#E8BFFA,#C28DD8,#9C68B1,#714D80,#47354F\n",
    ),
    (
        "data/method_versions.csv",
        "pci,pci-2019,2019,2020,0,100,weighted_sum,,,,report\n\
         pci,pci-2021,2021,,0,100,weighted_sum,limited,Đổi.,Changed.,report\n\
         papi,papi-2021,2021,,2,20,sum,,,,report\n\
         par,par-2021,2021,,0,100,points,,,,report\n\
         sipas,sipas-2021,2021,,0,100,percent,,,,report\n",
    ),
    (
        "data/components.csv",
        "pci,overall,,0,1,2019,2021,0,100,points,0,0,,\n\
         pci,land,overall,1,2,2019,2021,1,10,points,0,0,,\n\
         pci,time,overall,1,3,2019,2021,1,10,points,0,1,,\n\
         pci,tier,,1,4,2019,2021,1,6,points,0,0,,\n\
         papi,overall,,0,1,2021,2021,2,20,points,1,0,,\n\
         papi,d1,overall,1,2,2021,2021,1,10,points,1,0,,\n\
         papi,d2,overall,1,3,2021,2021,1,10,points,0,0,,\n\
         papi,1.1,d1,2,4,2021,2021,0.5,5,points,0,0,,\n\
         papi,1.2,d1,2,5,2021,2021,0.5,5,points,0,0,,\n\
         par,overall,,0,1,2021,2021,0,100,points,0,0,,\n\
         par,1,overall,1,2,2021,2021,0,100,percent_of_maximum,0,0,,\n\
         par,p1,,1,3,2021,2021,0,60.5,points,0,0,,\n\
         par,p2,,1,4,2021,2021,0,10,points,0,0,,\n\
         par,p3,,1,5,2021,2021,0,23.5,points,0,0,,\n\
         par,p4,,1,6,2021,2021,0,6,points,0,0,,\n\
         sipas,overall,,0,1,2021,2021,0,100,percent,0,0,,\n",
    ),
    (
        "data/component_names.csv",
        "pci,overall,2019,2021,Tổng,Total,Tổng,Total,official\n\
         pci,land,2019,2021,Đất đai,Land,Đất đai,Land,official\n\
         pci,time,2019,2021,Thời gian,Time,Thời gian,Time,official\n\
         pci,tier,2019,2021,Nhóm,Tier,Nhóm,Tier,official\n\
         papi,overall,2021,2021,Tổng,Total,Tổng,Total,official\n\
         papi,d1,2021,2021,Tham gia,Participation,Tham gia,Participation,official\n\
         papi,d2,2021,2021,Minh bạch,Transparency,Minh bạch,Transparency,official\n\
         papi,1.1,2021,2021,Tri thức,Knowledge,Tri thức,Knowledge,translated\n\
         papi,1.2,2021,2021,Bầu cử,Elections,Bầu cử,Elections,translated\n\
         par,overall,2021,2021,Tổng,Total,Tổng,Total,official\n\
         par,1,2021,2021,Chỉ đạo,Direction,Chỉ đạo,Direction,official\n\
         par,p1,2021,2021,Thẩm định,Verified,Thẩm định,Verified,official\n\
         par,p2,2021,2021,Hài lòng,SIPAS,Hài lòng,SIPAS,official\n\
         par,p3,2021,2021,Lãnh đạo,Leaders,Lãnh đạo,Leaders,official\n\
         par,p4,2021,2021,Kinh tế,Economy,Kinh tế,Economy,official\n\
         sipas,overall,2021,2021,Tổng,Total,Tổng,Total,official\n",
    ),
    (
        "data/weights.csv",
        "pci,2021,land,0.4,recovered,report\n\
         pci,2021,time,0.6,recovered,report\n",
    ),
    (
        "data/maximum_points.csv",
        "par,2021,p1,60.5,report\npar,2021,p2,10,report\n",
    ),
    ("data/breaks.csv", "pci,overall,2021,limited,new_survey\n"),
    ("data/reasons.csv", "new_survey,Phiếu mới.,New survey.\n"),
    (
        "data/ranked_sets.csv",
        "pci,2021,,63,da-nang,member,,report\n\
         pci,2021,,63,khanh-hoa,member,,report\n\
         pci,2021,,63,hau-giang,member,,report\n\
         papi,2021,,63,da-nang,member,,report\n\
         papi,2021,,63,khanh-hoa,member,,report\n\
         papi,2021,,63,hau-giang,member,,report\n\
         par,2021,,63,da-nang,member,,report\n\
         par,2021,,63,khanh-hoa,member,,report\n\
         par,2021,,63,hau-giang,member,,report\n\
         sipas,2021,,63,da-nang,member,,report\n\
         sipas,2021,,63,khanh-hoa,member,,report\n\
         sipas,2021,,63,hau-giang,member,,report\n",
    ),
    (
        "data/provinces.csv",
        "da-nang,Đà Nẵng,Da Nang,ncc,48,VN-DN,1,,,16.1,108.1,\n\
         khanh-hoa,Khánh Hòa,Khanh Hoa,ncc,56,VN-34,0,,,12.3,109.1,\n\
         hau-giang,Hậu Giang,Hau Giang,md,93,VN-73,0,,,9.8,105.6,\n\
         ha-tay,Hà Tây,Ha Tay,md,,,0,,2008,,,\n",
    ),
    (
        "data/units2025.csv",
        "da-nang,Đà Nẵng,Da Nang,scch,48,1,16.1,108.1,\n\
         khanh-hoa,Khánh Hòa,Khanh Hoa,scch,56,0,12.3,109.1,\n",
    ),
    (
        "data/regions.csv",
        "63,ncc,Duyên hải miền Trung,Central Coast,Miền Trung,Central,1\n\
         63,md,Đồng bằng sông Cửu Long,Mekong Delta,ĐBSCL,Mekong,2\n\
         34,scch,Nam Trung Bộ,South Central,Nam Trung Bộ,South Central,1\n",
    ),
    (
        "data/aliases.csv",
        "63,da-nang,TP. Đà Nẵng\n63,hau-giang,Tỉnh Hậu Giang\n",
    ),
    (
        "data/successions.csv",
        "2008-08-01,63,ha-tay,63,hau-giang,merged\n\
         2025-07-01,63,da-nang,34,da-nang,unchanged\n\
         2025-07-01,63,khanh-hoa,34,khanh-hoa,unchanged\n\
         2025-07-01,63,hau-giang,34,khanh-hoa,merged\n",
    ),
    (
        "data/islands.csv",
        "Hoàng Sa,Hoang Sa,archipelago,da-nang,da-nang,16.5,112\n\
         Trường Sa,Truong Sa,archipelago,khanh-hoa,khanh-hoa,9.5,113.5\n",
    ),
    (
        "data/observations.csv",
        "pci,2021,63,province,da-nang,land,score,7,A,printed,1,report,\n\
         pci,2021,63,province,da-nang,time,score,8,A,printed,1,report,\n\
         pci,2021,63,province,da-nang,overall,score,76,A,printed,1,report,\n\
         pci,2021,63,province,da-nang,overall,rank,1,A,printed,1,report,\n\
         pci,2021,63,province,khanh-hoa,land,score,6,A,printed,1,report,\n\
         pci,2021,63,province,khanh-hoa,time,score,6.5,A,printed,1,report,\n\
         pci,2021,63,province,khanh-hoa,overall,score,63,A,printed,1,report,\n\
         pci,2021,63,province,khanh-hoa,overall,rank,2,A,printed,1,report,\n\
         pci,2021,63,province,hau-giang,overall,score,60,A,printed,1,report,\n\
         pci,2021,63,province,hau-giang,overall,rank,3,A,printed,1,report,\n\
         pci,2021,63,province,hau-giang,tier,tier,2,A,printed,1,report,\n\
         pci,2021,63,country,vn,overall,median,63,A,printed,1,report,\n\
         papi,2021,63,province,da-nang,1.1,score,1.25,A,secondary,1,report,\n\
         papi,2021,63,province,da-nang,1.2,score,1.5,A,secondary,1,report,\n\
         papi,2021,63,province,da-nang,d2,score,5.125,A,secondary,1,report,\n\
         papi,2021,63,province,da-nang,overall,score,7.88,A,article,1,press,\n\
         par,2021,63,province,hau-giang,overall,score,86.77,A,printed,1,report,\n\
         par,2021,63,province,hau-giang,overall,rank,2,A,printed,1,report,\n\
         par,2021,63,province,hau-giang,overall,regional_rank,1,A,printed,1,report,\n\
         par,2021,63,province,hau-giang,1,score,94.12,A,printed,1,report,\n\
         par,2021,63,province,hau-giang,p1,score,55,A,printed,1,report,\n\
         par,2021,63,province,hau-giang,p2,score,8.46,A,printed,1,report,\n\
         par,2021,63,province,hau-giang,p3,score,18.31,A,printed,1,report,\n\
         par,2021,63,province,hau-giang,p4,score,5,A,printed,1,report,\n\
         sipas,2021,63,province,hau-giang,overall,score,84.6,A,article,1,press,rounded in source\n\
         sipas,2021,63,region,md,overall,mean,85,A,printed,1,report,\n",
    ),
    ("data/notes.csv", "rounded in source,tài liệu đã làm tròn\n"),
    (
        "data/sampling_errors.csv",
        "papi,2021,63,da-nang,d1,standard_error,unweighted,0.2,points,report,\n",
    ),
    (
        "data/context.csv",
        "63,da-nang,2021,population_avg,1200.5,thousand,report,\n",
    ),
    (
        "data/indicators.csv",
        "pci,land.01,land,1,days,lower,correlation,-1,Số ngày chờ,,Days of waiting,,\n\
         pci,land.02,land,2,percent_of_firms,higher,correlation,1,Tỷ lệ (%),,Share (%),,\n",
    ),
    (
        "data/indicator_values.csv",
        "pci,2021,63,da-nang,land.01,10,report\n\
         pci,2021,63,khanh-hoa,land.01,12.5,report\n\
         pci,2021,63,da-nang,land.02,60.5,report\n\
         pci,2021,63,khanh-hoa,land.02,40,report\n",
    ),
    ("data/codes.csv", "pci,tier,1,Rất tốt,Excellent\npci,tier,2,Tốt,Good\n"),
    (
        "data/sources.csv",
        "report,Nhà xuất bản,Báo cáo,https://example.org/report,2024-05-01,,publisher\n\
         press,Báo,Bài báo,https://example.org/article,,,press\n",
    ),
    ("data/changes.csv", ""),
    ("data/known_exceptions.csv", ""),
];

/// Longitude and latitude of the south-western corner of a square.
type Corner = [f64; 2];

/// Squares of land, and of the archipelagos.
const SHAPES: &[(&str, Corner, Option<Corner>)] = &[
    ("da-nang", [108.0, 16.0], Some([112.0, 16.5])),
    ("khanh-hoa", [109.0, 12.0], Some([113.5, 9.5])),
    ("hau-giang", [105.5, 9.7], None),
];

fn square([longitude, latitude]: Corner) -> serde_json::Value {
    let (east, north) = (longitude + 0.25, latitude + 0.25);
    json!([[
        [longitude, latitude],
        [east, latitude],
        [east, north],
        [longitude, north],
        [longitude, latitude]
    ]])
}

fn shapes(slugs: &[&str]) -> String {
    let features: Vec<_> = SHAPES
        .iter()
        .filter(|(slug, ..)| slugs.contains(slug))
        .map(|(slug, land, islands)| {
            let geometry = match islands {
                None => json!({"type": "Polygon", "coordinates": square(*land)}),
                Some(islands) => json!({"type": "MultiPolygon", "coordinates": [square(*land), square(*islands)]}),
            };
            json!({"type": "Feature", "properties": {"slug": slug}, "geometry": geometry})
        })
        .collect();
    json!({"type": "FeatureCollection", "features": features}).to_string()
}

fn descriptor() -> String {
    let mut resources: Vec<_> = TABLE_FILES
        .iter()
        .map(|file| {
            let (columns, _) = table_schema(file).unwrap();
            let fields: Vec<_> = columns.iter().map(|column| json!({"name": column})).collect();
            json!({"name": "resource", "path": file, "schema": {"fields": fields}})
        })
        .collect();
    for file in ["geo/vn63.geojson", "geo/vn34.geojson"] {
        resources.push(json!({"name": "map", "path": file}));
    }
    json!({"version": "1.0.0", "created": "2026-01-02T00:00:00Z", "resources": resources}).to_string()
}

/// A package to break.
pub(crate) struct Fixture {
    pub(crate) files: PackageFiles,
}

impl Fixture {
    /// The valid package.
    pub(crate) fn new() -> Self {
        let mut files = PackageFiles::default();
        for (file, rows) in ROWS {
            let (columns, _) = table_schema(file).unwrap();
            files.insert(*file, format!("{}\n{rows}", columns.join(",")).into_bytes());
        }
        files.insert(
            "geo/vn63.geojson",
            shapes(&["da-nang", "khanh-hoa", "hau-giang"]).into_bytes(),
        );
        files.insert("geo/vn34.geojson", shapes(&["da-nang", "khanh-hoa"]).into_bytes());
        files.insert(DESCRIPTOR, descriptor().into_bytes());
        Self { files }
    }

    pub(crate) fn text(&self, file: &str) -> String {
        String::from_utf8(self.files.get(file).unwrap().to_vec()).unwrap()
    }

    /// Replaces a text that the file has exactly once.
    pub(crate) fn replace(mut self, file: &str, from: &str, to: &str) -> Self {
        let text = self.text(file);
        assert_eq!(text.matches(from).count(), 1, "{from:?} is not in {file} exactly once");
        self.files.insert(file, text.replace(from, to).into_bytes());
        self
    }

    /// Appends rows.
    pub(crate) fn append(mut self, file: &str, rows: &str) -> Self {
        let text = format!("{}{rows}\n", self.text(file));
        self.files.insert(file, text.into_bytes());
        self
    }

    /// What the reader says.
    pub(crate) fn reading(&self) -> Vec<Finding> {
        read_package(&self.files).err().unwrap_or_default()
    }

    /// What the checks say beyond what they say of the valid package.
    pub(crate) fn checking(&self) -> Vec<Finding> {
        let valid = crate::check_files(&Self::new().files).findings;
        crate::check_files(&self.files)
            .findings
            .into_iter()
            .filter(|finding| {
                !valid.iter().any(|other| {
                    other.code == finding.code && other.subject == finding.subject && other.severity == finding.severity
                })
            })
            .collect()
    }
}

/// A finding as code, file, row and column.
pub(crate) fn place(finding: &Finding) -> (FindingCode, &str, Option<u32>, Option<&str>) {
    (finding.code, &finding.file, finding.row, finding.column.as_deref())
}

/// Asserts that there is one finding and where.
#[track_caller]
pub(crate) fn assert_only(
    findings: &[Finding],
    severity: Severity,
    code: FindingCode,
    file: &str,
    row: Option<u32>,
    column: Option<&str>,
) {
    let places: Vec<_> = findings.iter().map(place).collect();
    assert_eq!(places, [(code, file, row, column)], "{findings:#?}");
    assert_eq!(findings[0].severity, severity);
    assert!(!findings[0].text_vi.is_empty() && findings[0].text_vi != findings[0].text_en);
}
