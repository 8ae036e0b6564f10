//! What is not asked never stands in the way of filing.

use std::collections::HashSet;

use forms::{file, walk};
use proptest::prelude::*;

use crate::{
    every_kind,
    generate::{Dice, anything, complete, put},
    shipped::shipped,
    support::{children, now},
};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    /// Whatever a draft holds where nothing is asked, the record is the same as without it.
    #[test]
    fn hidden_questions_never_block_filing(
        numbers in prop::collection::vec(any::<u32>(), 1..40),
        junk in prop::collection::vec(anything(), 1..8),
        unknown in anything(),
    ) {
        let on_form = children(&["Ada", "Bo"]);
        let every_kind = every_kind::form();
        for form in shipped().iter().chain([&every_kind]) {
            let given = complete(form, &on_form, &mut Dice::new(numbers.clone()));
            let clean = file(form, &given, &on_form, now());
            prop_assert!(clean.is_ok());
            let clean = clean.unwrap_or_else(|_| unreachable!());

            let asked: HashSet<_> = walk(form, &given, &on_form, now()).asked.into_iter().map(|one| one.path).collect();
            let mut littered = given.clone();
            littered.set("question_of_an_older_version", unknown.clone());
            let mut junk = junk.iter().cycle();
            for question in form.definition().sections.iter().flat_map(|section| &section.questions) {
                let path = forms::QuestionPath::top(&question.id);
                if !asked.contains(&path) {
                    put(form, &mut littered, &path, junk.next().unwrap().clone());
                    continue;
                }
                let Some(inner) = question.kind.inner() else { continue };
                let items: Vec<String> = asked.iter()
                    .filter(|path| path.question == question.id)
                    .filter_map(|path| path.inside.as_ref().map(|inside| inside.item.clone()))
                    .collect();
                for (item, inner) in items.iter().flat_map(|item| inner.iter().map(move |one| (item, one))) {
                    let path = forms::QuestionPath::inner(&question.id, item, &inner.id);
                    if !asked.contains(&path) {
                        put(form, &mut littered, &path, junk.next().unwrap().clone());
                    }
                }
                if matches!(question.kind, forms::Kind::EachChild { .. }) {
                    let mut held = littered.remove(&question.id).unwrap_or_default();
                    held["a child taken off"] = junk.next().unwrap().clone();
                    littered.set(&question.id, held);
                }
            }
            let filed = match file(form, &littered, &on_form, now()) {
                Ok(filed) => filed,
                Err(problems) => panic!("{}: {problems:?}", form.definition().id),
            };
            prop_assert!(filed.answers == clean.answers, "the record is the same as without them");
            prop_assert_eq!(filed.event, clean.event);
        }
    }
}
