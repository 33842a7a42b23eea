//! Which of its three widths a figure has in a window: the same rule for pictures and live charts.

/// Up to this width of the window a figure has its narrow form.
pub(crate) const NARROW_MEDIA: &str = "(max-width: 600px)";
/// Up to this width of the window a figure is at most half a page wide.
pub(crate) const MEDIUM_MEDIA: &str = "(max-width: 1040px)";
