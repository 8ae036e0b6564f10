//! Which options a cell names. Cells join options with signs that options may hold themselves, so
//! the options that the form knows decide where one ends, and what could be split in two ways is
//! not split.

use std::collections::HashMap;

use super::Dialect;

/// Most parts that a cell is split into; no tick-box question has more options.
const MOST_PARTS: usize = 5_000;

/// The known options of one question, or the columns of one grid.
pub(super) struct Options {
    ids: Vec<String>,
    exact: HashMap<String, usize>,
    /// Without case and blanks beyond one; none where two options would be the same.
    loose: HashMap<String, Option<usize>>,
    /// Most joiners in any label, for each of [`JOINERS`].
    longest: [usize; 2],
}

const JOINERS: [&str; 2] = [";", ", "];

/// What a cell names.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Options by their place in the form, in its order, and what is left over.
    Options(Vec<usize>, Option<String>),
    /// The cell can be split in two ways.
    TwoWays,
}

/// How many ways there are to split the parts up to a place, and the last option of one of them.
#[derive(Clone, Copy, Default)]
struct Way {
    ways: u8,
    /// Where the last option begins, and which it is.
    last: Option<(usize, usize)>,
}

impl Options {
    pub(super) fn new<'a>(options: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut all = Self { ids: Vec::new(), exact: HashMap::new(), loose: HashMap::new(), longest: [0; 2] };
        for (at, (id, label)) in options.enumerate() {
            all.ids.push(id.to_owned());
            all.exact.entry(label.trim().to_owned()).or_insert(at);
            all.loose.entry(loose(label)).and_modify(|known| *known = None).or_insert(Some(at));
            for (longest, joiner) in all.longest.iter_mut().zip(JOINERS) {
                *longest = (*longest).max(label.matches(joiner).count());
            }
        }
        all
    }

    pub(super) fn id(&self, at: usize) -> &str {
        self.ids.get(at).map_or("", String::as_str)
    }

    /// The option with this wording.
    pub(super) fn find(&self, text: &str) -> Option<usize> {
        self.exact.get(text.trim()).copied().or_else(|| self.loose.get(&loose(text)).copied().flatten())
    }

    /// The options that a cell names, split by the joiner of its dialect. Where that finds none, the
    /// other is tried: a file that was saved again elsewhere keeps its joiners and loses its quotes.
    pub(super) fn split(&self, cell: &str, dialect: Dialect) -> Named {
        let (own, other) = if dialect == Dialect::Download { (0, 1) } else { (1, 0) };
        let found = self.split_by(cell, own);
        if !matches!(&found, Named::Options(options, Some(_)) if options.is_empty()) {
            return found;
        }
        match self.split_by(cell, other) {
            Named::Options(options, None) => Named::Options(options, None),
            // Quotes around every cell are the mark of a file that nobody has saved again.
            _ if dialect == Dialect::Download => found,
            tried => tried,
        }
    }

    fn split_by(&self, cell: &str, joiner: usize) -> Named {
        let sign = JOINERS.get(joiner).copied().unwrap_or(", ");
        let parts: Vec<&str> = cell.trim().split(sign).take(MOST_PARTS + 1).collect();
        let whole = || Named::Options(Vec::new(), Some(cell.trim().to_owned()));
        if parts.len() > MOST_PARTS {
            return whole();
        }
        let most = self.longest.get(joiner).copied().unwrap_or(0) + 1;
        let ways = self.ways(&parts, sign, most);
        // As many parts as possible are options; a text of one's own comes after them.
        let Some(reached) = (0..=parts.len()).rev().find(|at| ways.get(*at).is_some_and(|way| way.ways > 0)) else {
            return whole();
        };
        if ways.get(reached).is_some_and(|way| way.ways > 1) {
            return Named::TwoWays;
        }
        let rest = parts.get(reached..).unwrap_or_default();
        // An option after a text could have been ticked, or be part of the text.
        if rest.iter().any(|part| self.find(part).is_some()) {
            return Named::TwoWays;
        }
        let mut options = Vec::new();
        let mut at = reached;
        while let Some((begin, option)) = ways.get(at).and_then(|way| way.last) {
            options.push(option);
            at = begin;
        }
        options.sort_unstable();
        let ticks = options.len();
        options.dedup();
        if options.len() < ticks {
            // Nobody ticks a box twice: one of the two belongs to something else.
            return Named::TwoWays;
        }
        Named::Options(options, (!rest.is_empty()).then(|| rest.join(sign)))
    }

    /// For each place between parts, whether options alone fill everything before it.
    fn ways(&self, parts: &[&str], sign: &str, most: usize) -> Vec<Way> {
        let mut ways = vec![Way::default(); parts.len() + 1];
        if let Some(start) = ways.first_mut() {
            start.ways = 1;
        }
        for begin in 0..parts.len() {
            let before = ways.get(begin).map_or(0, |way| way.ways);
            if before == 0 {
                continue;
            }
            let mut text = String::new();
            for (length, part) in (1..=most).zip(parts.iter().skip(begin)) {
                if length > 1 {
                    text.push_str(sign);
                }
                text.push_str(part);
                let Some(option) = self.find(&text) else { continue };
                if let Some(way) = ways.get_mut(begin + length) {
                    way.ways = way.ways.saturating_add(before).min(2);
                    way.last = Some((begin, option));
                }
            }
        }
        ways
    }
}

fn loose(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Named, Options};
    use crate::responses::Dialect::{self, Download, Sheet};

    fn options(labels: &[&'static str]) -> Options {
        Options::new(labels.iter().map(|label| (*label, *label)))
    }

    fn split(labels: &[&'static str], cell: &str, dialect: Dialect) -> Option<(Vec<String>, Option<String>)> {
        let options = options(labels);
        match options.split(cell, dialect) {
            Named::TwoWays => None,
            Named::Options(found, rest) => Some((found.iter().map(|at| options.id(*at).to_owned()).collect(), rest)),
        }
    }

    const PEOPLE: &[&str] = &["Mother", "Father", "Brother, sister", "Brother", "Aunt; uncle"];

    #[rstest]
    #[case("Mother;Father", Download, &["Mother", "Father"], None)]
    #[case("Mother, Father", Sheet, &["Mother", "Father"], None)]
    #[case("Father, Mother", Sheet, &["Mother", "Father"], None)]
    #[case("Mother, Brother, sister", Sheet, &["Mother", "Brother, sister"], None)]
    #[case("Brother, sister;Aunt; uncle", Download, &["Brother, sister", "Aunt; uncle"], None)]
    #[case("mother,  father", Sheet, &["Mother", "Father"], None)]
    #[case("Mother;Father", Sheet, &["Mother", "Father"], None)]
    #[case("Mother, a neighbour, and her dog", Sheet, &["Mother"], Some("a neighbour, and her dog"))]
    #[case("Mother;a neighbour, and; her dog", Download, &["Mother"], Some("a neighbour, and; her dog"))]
    #[case("Mother;a friend, Father, her dog", Download, &["Mother"], Some("a friend, Father, her dog"))]
    #[case("Mother;a neighbour", Sheet, &["Mother"], Some("a neighbour"))]
    #[case("Somebody else", Sheet, &[], Some("Somebody else"))]
    fn options_are_found_longest_first(
        #[case] cell: &str,
        #[case] dialect: Dialect,
        #[case] expected: &[&str],
        #[case] rest: Option<&str>,
    ) {
        let expected = expected.iter().map(|id| (*id).to_owned()).collect();
        assert_eq!(split(PEOPLE, cell, dialect), Some((expected, rest.map(str::to_owned))));
    }

    #[rstest]
    #[case(&["A", "B", "A, B"], "A, B")]
    #[case(&["A", "B"], "A, A")]
    #[case(&["A", "B"], "A, my words, B")]
    fn what_could_be_split_in_two_ways_is_not_split(#[case] labels: &[&'static str], #[case] cell: &str) {
        assert_eq!(split(labels, cell, Sheet), None);
    }

    #[test]
    fn a_cell_of_half_a_million_joiners_ends() {
        assert!(matches!(options(&["A"]).split(&";".repeat(500_000), Download), Named::Options(..)));
    }
}
