//! Postcodes by which nobody is matched: of hidden addresses. That two share one would say where to look,
//! and whoever may not see it could try one after the other.

use std::collections::{HashMap, HashSet};

use casebook::tables;
use domain::{
    Fact, FactId, FactKind, PersonId,
    likeness::{Profile, plain},
};
use rusqlite::Connection;

use crate::{AppFault, facts::standing_of};

/// Takes the postcodes of hidden addresses from what one person is compared by, whoever acts.
pub(in crate::people) fn without_hidden(
    reading: &Connection,
    person: PersonId,
    profile: &mut Profile,
) -> Result<(), AppFault> {
    if profile.postcodes.is_empty() {
        return Ok(());
    }
    for known in tables::fact::of(reading, person, FactKind::Address)? {
        for hidden in postcodes(reading, known)? {
            profile.postcodes.retain(|postcode| *postcode != hidden);
        }
    }
    Ok(())
}

/// The postcodes of everybody's hidden addresses, by whose they are.
pub(in crate::people) fn hidden_postcodes(
    reading: &Connection,
) -> Result<HashMap<PersonId, HashSet<String>>, AppFault> {
    // Few addresses are hidden: all others are passed over without being read.
    let mut statement = reading.prepare_cached(
        "SELECT DISTINCT f.id FROM fact f JOIN fact_version v ON v.fact = f.id
         WHERE f.kind = ? AND instr(v.says, '\"hidden\":true') > 0",
    )?;
    let facts = statement
        .query_map([FactKind::Address.as_str()], |row| row.get(0).map(FactId::from_bytes))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut hidden: HashMap<PersonId, HashSet<String>> = HashMap::new();
    for id in facts {
        let Some(known) = tables::fact::find(reading, id)? else { continue };
        let about = known.about.clone();
        let postcodes = postcodes(reading, known)?;
        for person in about {
            hidden.entry(person).or_default().extend(postcodes.iter().cloned());
        }
    }
    Ok(hidden)
}

/// The postcodes of an address that any of its versions hides.
fn postcodes(reading: &Connection, known: tables::fact::Known) -> Result<Vec<String>, AppFault> {
    let versions = standing_of(reading, known)?;
    let addresses: Vec<_> = versions
        .into_iter()
        .filter_map(|version| if let Fact::Address(address) = version.says { Some(address) } else { None })
        .collect();
    if !addresses.iter().any(|address| address.hidden) {
        return Ok(Vec::new());
    }
    Ok(addresses.into_iter().filter_map(|address| address.postcode).map(|postcode| plain(&postcode)).collect())
}
