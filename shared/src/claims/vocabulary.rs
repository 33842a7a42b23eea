//! The fixed words of claims in both languages, folded: lower case, without marks. Names that are data are in the lexicon.

use crate::{IndexId, api::check::Direction};

/// Names of the indices, beside those of the registry.
pub(super) const INDEX_NAMES: &[(&str, IndexId)] = &[
    ("pci", IndexId::Pci),
    ("nang luc canh tranh cap tinh", IndexId::Pci),
    ("chi so nang luc canh tranh", IndexId::Pci),
    ("provincial competitiveness index", IndexId::Pci),
    ("papi", IndexId::Papi),
    ("hieu qua quan tri va hanh chinh cong", IndexId::Papi),
    ("hieu qua quan tri hanh chinh cong", IndexId::Papi),
    (
        "provincial governance and public administration performance",
        IndexId::Papi,
    ),
    ("par index", IndexId::Par),
    ("parindex", IndexId::Par),
    ("par", IndexId::Par),
    ("chi so cai cach hanh chinh", IndexId::Par),
    ("chi so cchc", IndexId::Par),
    ("public administration reform index", IndexId::Par),
    ("sipas", IndexId::Sipas),
    ("chi so hai long", IndexId::Sipas),
    ("chi so su hai long", IndexId::Sipas),
    ("muc do hai long", IndexId::Sipas),
    ("hai long ve su phuc vu hanh chinh", IndexId::Sipas),
    ("satisfaction index", IndexId::Sipas),
];

/// Indices that nothing is on record of.
pub(super) const FOREIGN_INDICES: &[&str] = &[
    "dti",
    "chuyen doi so cap tinh",
    "chi so chuyen doi so",
    "ddci",
    "pgi",
    "chi so xanh",
    "ict index",
    "pii",
    "chi so doi moi sang tao",
    "gii",
    "hdi",
    "grdp",
    "iip",
    "cpi",
    "chi so san xuat cong nghiep",
    "chi so gia tieu dung",
    "provincial green index",
    "digital transformation index",
];

/// Names that contain the name of a province and mean something else.
pub(super) const FALSE_PROVINCES: &[&str] = &[
    "thai binh duong",
    "dien bien phu",
    "chu tich ho chi minh",
    "tu tuong ho chi minh",
    "bac ho",
    "hoc vien chinh tri quoc gia ho chi minh",
    "doan tncs ho chi minh",
    "doan thanh nien cong san ho chi minh",
];

/// Other names of components: as the publishers and the press write them beside the names of the registry.
pub(super) const COMPONENT_NAMES: &[(&str, IndexId, &str)] = &[
    (
        "tinh nang dong tien phong cua chinh quyen tinh",
        IndexId::Pci,
        "proactivity",
    ),
    (
        "tinh nang dong va tien phong cua chinh quyen tinh",
        IndexId::Pci,
        "proactivity",
    ),
    ("tinh nang dong tien phong", IndexId::Pci, "proactivity"),
    ("tinh nang dong tien phong cua chinh quyen", IndexId::Pci, "proactivity"),
    ("thiet che phap ly va an ninh trat tu", IndexId::Pci, "legal"),
    ("chi phi gia nhap thi truong", IndexId::Pci, "entry"),
    ("tiep can dat dai va su on dinh trong su dung dat", IndexId::Pci, "land"),
    ("tinh minh bach va tiep can thong tin", IndexId::Pci, "transparency"),
    ("chinh sach ho tro doanh nghiep", IndexId::Pci, "support"),
    ("land access", IndexId::Pci, "land"),
    ("informal costs", IndexId::Pci, "informal"),
    ("labor training", IndexId::Pci, "labor"),
    ("legal institutions and security", IndexId::Pci, "legal"),
    ("tham gia cua nguoi dan", IndexId::Papi, "d1"),
    ("cong khai minh bach trong ra quyet dinh", IndexId::Papi, "d2"),
    ("cung ung dich vu cong", IndexId::Papi, "d6"),
    ("dao tao", IndexId::Par, "5"),
];

/// Names of regions, beside those of the registry, by the identifier of the region.
pub(super) const REGION_NAMES: &[(&str, &str)] = &[
    ("dbscl", "md"),
    ("mien tay", "md"),
    ("tay nam bo", "md"),
    ("dbsh", "rrd"),
    ("mien nui phia bac", "nmm"),
    ("trung du mien nui phia bac", "nmm"),
    ("duyen hai mien trung", "ncc"),
    ("southeast", "se"),
];

/// Which way a word says that a score or rank went; ranks that get smaller have risen.
pub(super) fn direction(word: &str) -> Option<Direction> {
    match word {
        "tang" | "up" | "rose" | "rise" | "risen" | "rises" | "rising" | "increase" | "increased" | "increases"
        | "increasing" | "gain" | "gained" | "gains" | "gaining" | "climb" | "climbed" | "climbs" | "climbing"
        | "improved" | "improves" | "improvement" | "improving" | "improve" | "won" | "jumped" | "jump"
        | "advanced" | "higher" | "better" | "cao" | "vuot" | "added" | "grew" => Some(Direction::Up),
        "giam" | "tut" | "sut" | "roi" | "mat" | "hut" | "down" | "fell" | "fall" | "falls" | "fallen" | "falling"
        | "drop" | "dropped" | "drops" | "dropping" | "decrease" | "decreased" | "decreases" | "decline"
        | "declined" | "declines" | "declining" | "lost" | "loses" | "loss" | "slipped" | "slips" | "slid"
        | "lower" | "worse" | "thap" => Some(Direction::Down),
        _ => None,
    }
}

/// A word after which a level stands, not a change.
pub(super) fn announces_level(word: &str) -> bool {
    matches!(
        word,
        "dat"
            | "voi"
            | "score"
            | "scores"
            | "scored"
            | "scoring"
            | "reached"
            | "reaching"
            | "reaches"
            | "at"
            | "with"
            | "o"
            | "stood"
            | "stands"
            | "nhung"
            | "but"
            | "va"
            | "and"
            | "diem"
            | "so"
    )
}

/// A word that leads to where a change ends.
pub(super) fn leads_to(word: &str) -> bool {
    matches!(word, "len" | "xuong" | "con" | "to" | "den" | "thanh")
}

/// A word after which the place in a ranking stands.
pub(super) fn announces_rank(word: &str) -> bool {
    matches!(
        word,
        "thu"
            | "hang"
            | "tri"
            | "rank"
            | "ranks"
            | "ranked"
            | "ranking"
            | "position"
            | "place"
            | "placed"
            | "no"
            | "spot"
    )
}

/// What may stand between a province and its index without being its figure.
pub(super) fn is_target(words: (&str, &str)) -> bool {
    matches!(
        words,
        ("muc", "tieu")
            | ("phan", "dau")
            | ("du", "kien")
            | ("ke", "hoach")
            | ("ky", "vong")
            | ("huong", "toi")
            | ("quyet", "tam")
    ) || matches!(
        words.0,
        "target" | "targets" | "aims" | "aim" | "aiming" | "goal" | "expects" | "strives"
    )
}

/// Words of a value of the country or of a group.
pub(super) fn is_national(words: (&str, &str)) -> bool {
    matches!(
        words,
        ("trung", "vi" | "binh") | ("binh", "quan") | ("cao" | "thap", "nhat")
    ) || matches!(
        words.0,
        "median" | "average" | "mean" | "highest" | "lowest" | "maximum" | "minimum"
    )
}

/// Words of a part of a change, of a weight, of a distance: figures of an analysis.
pub(super) fn is_analysis(words: (&str, &str)) -> bool {
    matches!(
        words,
        ("dong", "gop")
            | ("trong", "so")
            | ("khoang", "cach")
            | ("keo", "tong")
            | ("giup", _)
            | ("lam", "mat" | "giam")
    ) || matches!(
        words.0,
        "contributed" | "contributes" | "contribution" | "weight" | "weights" | "distance" | "residual"
    )
}

/// Words of a change that is taken apart: what stands behind them in the sentence are parts of it.
pub(super) fn is_breakdown(words: (&str, &str)) -> bool {
    matches!(words, ("doi", "chung") | ("muc", "dong") | ("national", "shift")) || words.0 == "contributions"
}

/// Words of an assumption.
pub(super) fn is_assumption(words: (&str, &str)) -> bool {
    matches!(words, ("gia", "su" | "dinh")) || matches!(words.0, "neu" | "if" | "would" | "could")
}

/// A word that makes a number a rough one.
pub(super) fn is_rough(word: &str) -> bool {
    matches!(
        word,
        "tren"
            | "hon"
            | "gan"
            | "khoang"
            | "xi"
            | "duoi"
            | "over"
            | "nearly"
            | "about"
            | "almost"
            | "around"
            | "above"
            | "below"
            | "than"
            | "roughly"
            | "approximately"
    )
}

/// A word before the name of someone that is compared with.
pub(super) fn compares(word: &str) -> bool {
    matches!(
        word,
        "voi"
            | "sau"
            | "tren"
            | "duoi"
            | "hon"
            | "kem"
            | "vuot"
            | "qua"
            | "after"
            | "behind"
            | "than"
            | "above"
            | "below"
            | "cach"
            | "overtook"
            | "overtaking"
            | "passed"
            | "ahead"
    )
}

/// What is counted among the parts of an index.
pub(super) fn is_part_word(word: &str, next: &str) -> bool {
    matches!(
        (word, next),
        ("tieu", "chi")
            | ("chi", "so" | "tieu")
            | ("noi", "dung")
            | ("linh", "vuc")
            | ("thanh", "phan")
            | ("yeu", "to")
    ) || matches!(
        word,
        "truc" | "criteria" | "components" | "sub" | "dimensions" | "areas" | "factors" | "indicators" | "subindices"
    )
}

/// What is counted otherwise: nothing of an index.
pub(super) fn is_counted_thing(word: &str) -> bool {
    matches!(
        word,
        "nhiem"
            | "ho"
            | "xa"
            | "huyen"
            | "so"
            | "nam"
            | "nguoi"
            | "doanh"
            | "dn"
            | "thu"
            | "ty"
            | "trieu"
            | "dong"
            | "chi"
            | "cac"
            | "tong"
            | "hoc"
            | "firms"
            | "people"
            | "respondents"
            | "of"
            | "cau"
            | "can"
            | "don"
            | "co"
    )
}

/// Number words.
pub(super) fn numeral(word: &str) -> Option<u16> {
    Some(match word {
        "mot" | "nhat" | "one" | "first" => 1,
        "hai" | "nhi" | "two" | "second" => 2,
        "ba" | "three" | "third" => 3,
        "bon" | "tu" | "four" | "fourth" => 4,
        "nam" | "five" | "fifth" => 5,
        "sau" | "six" | "sixth" => 6,
        "bay" | "seven" | "seventh" => 7,
        "tam" | "eight" | "eighth" => 8,
        "chin" | "nine" | "ninth" => 9,
        "muoi" | "ten" | "tenth" => 10,
        _ => return None,
    })
}

/// What a change of rank is counted in.
pub(super) fn is_place_unit(word: &str, next: &str) -> bool {
    matches!(
        word,
        "bac"
            | "hang"
            | "place"
            | "places"
            | "position"
            | "positions"
            | "rank"
            | "ranks"
            | "spot"
            | "spots"
            | "rung"
            | "rungs"
            | "notches"
    ) || (word, next) == ("vi", "tri")
        || (word, next) == ("thu", "hang")
}

/// A word that begins another statement.
pub(super) fn joins(word: &str) -> bool {
    matches!(
        word,
        "va" | "and" | "nhung" | "but" | "while" | "whereas" | "trong" | "con" | "dong"
    )
}
