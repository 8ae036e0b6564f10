//! Headings that stand for something else than a question.

/// What Google puts into a sheet besides the questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Besides {
    Timestamp,
    Email,
    Score,
}

/// What a heading stands for, as [`plain`] gives it.
pub(super) fn besides(plain: &str) -> Option<Besides> {
    match plain {
        "timestamp" => Some(Besides::Timestamp),
        "email address" | "username" | "email" => Some(Besides::Email),
        "score" | "total score" => Some(Besides::Score),
        _ => None,
    }
}

/// A heading without case, blanks beyond one, or the sign that guards against formulas.
pub(super) fn plain(heading: &str) -> String {
    let heading = heading.strip_prefix('\'').unwrap_or(heading);
    heading.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
