//! Keys that others hang on addresses: networks and newsletters that count clicks, and scripts that step past caches. They
//! mean nothing here, so that no query that is read has them, and no address that is written passes them on.

use std::borrow::Cow;

/// Keys of one name.
const NAMES: [&str; 4] = ["fbclid", "gclid", "zarsrc", "_"];

/// What keys of campaigns begin with.
const CAMPAIGN: &str = "utm_";

/// Whether a key counts readers: `utm_source`, `fbclid`, or a bare number such as `?1732`.
pub(super) fn is_tracking(key: &str, value: &str) -> bool {
    let is_bare_number = value.is_empty() && !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    is_bare_number || key.starts_with(CAMPAIGN) || NAMES.contains(&key)
}

/// A query string as it was written, without the keys that count readers.
///
/// ```
/// use vithe_shared::query::without_tracking;
/// assert_eq!(without_tracking("y=2021&utm_source=zalo&p=hau-giang~can-tho&1732"), "y=2021&p=hau-giang~can-tho");
/// ```
pub fn without_tracking(query: &str) -> Cow<'_, str> {
    let is_kept = |pair: &&str| {
        form_urlencoded::parse(pair.as_bytes())
            .next()
            .is_none_or(|(key, value)| !is_tracking(&key, &value))
    };
    if query.split('&').all(|pair| is_kept(&pair)) {
        return Cow::Borrowed(query);
    }
    let kept: Vec<&str> = query.split('&').filter(is_kept).collect();
    Cow::Owned(kept.join("&"))
}
