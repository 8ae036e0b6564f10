use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use forms::Form;

use super::{
    ChildColumn, ChildPart, Dialect, MappedColumn, Mapping, RECORD, RECORDED, Responses, Target,
    api::FIXED,
    date::{DateOrder, Written},
    heading::{Besides, besides, plain},
};

/// Most children that one response names in columns.
const MOST_CHILDREN: u8 = 3;
/// A header about a child is short; a long one is a question that only mentions a name.
const LONGEST_CHILD_HEADER: usize = 80;
/// The headings that our own export in the layout of a Google Sheet has after the questions, as they
/// read in British English, without case. They are ours only together and in this order: a form of
/// somebody's may well ask for a reference.
const OURS: [(&str, Target); 7] = [
    ("children", Target::Children),
    ("recorded by", Target::Other),
    // Each row gets a reference and a version of its own here.
    ("reference", Target::LeaveOut),
    ("when it happened", Target::Other),
    ("version of the form", Target::LeaveOut),
    ("answers no longer asked", Target::Other),
    ("imported from", Target::Other),
];

/// What each column most likely is. Headers are matched to questions exactly, then without regard to
/// case and blanks; columns of one header go to questions of one wording in their order. API JSON
/// names questions by id, and [`forms::FormSource`] knows which those are here.
///
/// A question inside "each child" or a group is never suggested: a flat file cannot say whose it is.
#[must_use]
pub fn suggest(form: &Form, responses: &Responses) -> Mapping {
    let mut mapping = match responses.dialect() {
        Dialect::Api => by_id(form, responses),
        Dialect::Lossless => lossless(form, responses),
        Dialect::Download | Dialect::Sheet => by_wording(form, responses),
    };
    // Where our own file names the children, no other column does.
    if !mapping.columns.iter().any(|column| column.target == Target::Children) {
        name_children(form, &mut mapping);
    }
    mapping
}

fn by_id(form: &Form, responses: &Responses) -> Mapping {
    let source = form.definition().source.as_ref();
    let keys: BTreeMap<&str, &str> = source
        .iter()
        .flat_map(|source| &source.questions)
        .map(|(here, there)| (there.as_str(), here.as_str()))
        .collect();
    let column = |(index, header): (usize, &String)| {
        let target = match FIXED.get(index) {
            Some(&"responseId") => Target::ResponseId,
            Some(&"lastSubmittedTime") => Target::Submitted,
            Some(&"respondentEmail") => Target::Email,
            Some(_) => Target::Score,
            None => keys.get(header.as_str()).map_or(Target::Other, |key| Target::Question((*key).to_owned())),
        };
        MappedColumn { header: header.clone(), target, child: None }
    };
    Mapping { columns: responses.headers().iter().enumerate().map(column).collect() }
}

fn lossless(form: &Form, responses: &Responses) -> Mapping {
    let column = |header: &String| {
        let id = header.split(" | ").next().unwrap_or_default();
        let target = match id {
            RECORD => Target::ResponseId,
            RECORDED => Target::Submitted,
            "holdfast.children" => Target::Children,
            "holdfast.other_answers" => Target::MoreAnswers,
            _ if form.question(id).is_some() => Target::Question(id.to_owned()),
            _ => Target::Other,
        };
        MappedColumn { header: header.clone(), target, child: None }
    };
    Mapping { columns: responses.headers().iter().map(column).collect() }
}

fn by_wording(form: &Form, responses: &Responses) -> Mapping {
    let columns = forms::columns(form);
    let mut exact: HashMap<&str, VecDeque<&str>> = HashMap::new();
    let mut loose: HashMap<String, VecDeque<&str>> = HashMap::new();
    for column in columns.iter().filter(|column| !column.key.contains('*')) {
        exact.entry(&column.header).or_default().push_back(&column.key);
        loose.entry(plain(&column.header)).or_default().push_back(&column.key);
    }
    let headers = responses.headers();
    let mut targets: Vec<Option<Target>> = vec![None; headers.len()];
    let mut taken = BTreeSet::new();
    for (header, target) in headers.iter().zip(&mut targets) {
        let key = exact.get_mut(header.as_str()).and_then(VecDeque::pop_front);
        *target = key.filter(|key| taken.insert(*key)).map(|key| Target::Question(key.to_owned()));
    }
    for (header, target) in headers.iter().zip(&mut targets).filter(|(_, target)| target.is_none()) {
        let free = loose.get_mut(&plain(header)).and_then(|keys| {
            keys.retain(|key| !taken.contains(key));
            keys.pop_front()
        });
        *target = free.filter(|key| taken.insert(*key)).map(|key| Target::Question(key.to_owned()));
    }
    // The first column is the time whatever language its header is in, if that is what it holds.
    let begins_with_time = || {
        let first = responses.rows().next();
        first.is_some_and(|row| Written::read(&row.text(0), DateOrder::DayFirst).is_ok_and(|at| at.time.is_some()))
    };
    let named_time = headers.iter().any(|header| besides(&plain(header)) == Some(Besides::Timestamp));
    let ours = ours(headers).unwrap_or(headers.len());
    let mut submitted = false;
    let column = |(index, (header, target)): (usize, (&String, Option<Target>))| {
        let ours = index.checked_sub(ours).and_then(|at| OURS.get(at)).map(|(_, target)| target.clone());
        let target = ours.or(target).unwrap_or_else(|| match besides(&plain(header)) {
            Some(Besides::Timestamp) if !submitted => Target::Submitted,
            Some(Besides::Email) if index <= 1 => Target::Email,
            Some(Besides::Score) => Target::Score,
            _ if index == 0 && !named_time && begins_with_time() => Target::Submitted,
            _ => Target::Other,
        });
        submitted |= target == Target::Submitted;
        MappedColumn { header: header.clone(), target, child: None }
    };
    Mapping { columns: headers.iter().zip(targets).enumerate().map(column).collect() }
}

/// Where the columns of our own begin, if the file ends with them.
fn ours(headers: &[String]) -> Option<usize> {
    let begin = headers.len().checked_sub(OURS.len())?;
    let last = headers.get(begin..)?;
    last.iter().zip(OURS).all(|(header, (ours, _))| plain(header) == ours).then_some(begin)
}

/// Finds the columns that say who a response is about: by their headers, or by the wording of the
/// question that they answer. Three children at most, as the forms of the first weeks asked for.
fn name_children(form: &Form, mapping: &mut Mapping) {
    let mut next: BTreeMap<ChildPart, u8> = BTreeMap::new();
    for column in &mut mapping.columns {
        let words = match &column.target {
            Target::Question(key) => match form.question(key).map(|question| question.text.as_str()) {
                Some(text) => text,
                None => continue,
            },
            Target::Other => &column.header,
            _ => continue,
        };
        let Some((part, stated)) = about_a_child(words) else { continue };
        let counted = next.entry(part).or_insert(1);
        let number = stated.unwrap_or(*counted);
        if number <= MOST_CHILDREN {
            column.child = Some(ChildColumn { number, part });
            *counted = number.saturating_add(1).max(*counted);
        }
    }
    // A first and a last name are more than a whole one; two columns for one thing are none.
    let mut seen = BTreeSet::new();
    for column in &mut mapping.columns {
        column.child = column.child.filter(|child| seen.insert((child.number, child.part)));
    }
}

/// What a wording says of a child, and the number of the child if it names one.
fn about_a_child(words: &str) -> Option<(ChildPart, Option<u8>)> {
    const NOT_THE_CHILD: [&str; 24] = [
        "parent",
        "mother",
        "father",
        "mum",
        "dad",
        "carer",
        "worker",
        "referrer",
        "your",
        "professional",
        "school",
        "gp",
        "doctor",
        "manager",
        "practitioner",
        "adult",
        "author",
        "chair",
        "completed",
        "recorded",
        "team",
        "partner",
        "foster",
        "staff",
    ];
    if words.len() > LONGEST_CHILD_HEADER {
        return None;
    }
    let lower = words.to_lowercase().replace(['\u{2019}', '\''], "");
    let tokens: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |word: &str| tokens.contains(&word);
    let row = tokens.join(" ");
    let says = |phrase: &str| format!(" {row} ").contains(&format!(" {phrase} "));
    if NOT_THE_CHILD.iter().any(|word| has(word) || has(&format!("{word}s"))) {
        return None;
    }
    let number = tokens.iter().find_map(|word| match *word {
        "1" => Some(1),
        "first" if !says("first name") => Some(1),
        "2" | "second" => Some(2),
        "3" | "third" => Some(3),
        _ => None,
    });
    let a_child = has("child") || has("childs") || says("young person") || says("young persons") || has("baby");
    let part = if ["social care id", "social care number", "mosaic id", "mosaic number", "emergency id", "temporary id"]
        .iter()
        .any(|phrase| says(phrase))
    {
        ChildPart::Id
    } else if says("date of birth") || has("dob") || says("d o b") || says("birth date") {
        ChildPart::Born
    } else if says("first name") || has("forename") || says("given name") {
        ChildPart::FirstName
    } else if says("last name") || has("surname") || says("family name") {
        ChildPart::LastName
    } else if a_child && (has("name") || says("full name")) {
        ChildPart::Name
    } else {
        return None;
    };
    Some((part, number))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{ChildPart, about_a_child};

    #[rstest]
    #[case("First name", ChildPart::FirstName, None)]
    #[case("First name 2", ChildPart::FirstName, Some(2))]
    #[case("Surname (third child)", ChildPart::LastName, Some(3))]
    #[case("Child 1: date of birth", ChildPart::Born, Some(1))]
    #[case("Child’s name", ChildPart::Name, None)]
    #[case("Name of young person", ChildPart::Name, None)]
    #[case("Social care ID", ChildPart::Id, None)]
    #[case("DOB", ChildPart::Born, None)]
    fn a_header_about_a_child_is_known(#[case] header: &str, #[case] part: ChildPart, #[case] number: Option<u8>) {
        assert_eq!(about_a_child(header), Some((part, number)));
    }

    #[rstest]
    #[case("Name")]
    #[case("Your name")]
    #[case("Social worker's first name")]
    #[case("Mother's date of birth")]
    #[case("What did the child say?")]
    #[case("School name")]
    fn other_people_are_not_taken_for_the_child(#[case] header: &str) {
        assert_eq!(about_a_child(header), None);
    }
}
