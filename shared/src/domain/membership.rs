//! Whether a unit takes part in a ranking.

/// Whether a unit belongs to the ranked set of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Membership {
    /// Ranked.
    Member,
    /// Withheld by the publisher: takes no part in n.
    Withheld,
    /// Not part of the set.
    #[default]
    Outside,
}

impl Membership {
    /// Its letter in a dataset.
    pub const fn letter(self) -> char {
        match self {
            Self::Member => 'm',
            Self::Withheld => 'w',
            Self::Outside => '-',
        }
    }

    /// What a letter of a dataset means.
    pub const fn of_letter(letter: char) -> Self {
        match letter {
            'm' => Self::Member,
            'w' => Self::Withheld,
            _ => Self::Outside,
        }
    }
}
