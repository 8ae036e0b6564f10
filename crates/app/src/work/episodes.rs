//! What filing a record does to the episodes of a child. It never refuses: what the work did is
//! written down as it was, and an end without a beginning is an episode with both.

use casebook::tables;
use chrono::NaiveDate;
use domain::{
    EventTime, Fact, FactId, FactKind, PersonId, RecordId,
    facts::{Episode, EpisodeKind, checked},
};
use forms::{EpisodeAct, EpisodeChange};
use rusqlite::Connection;

use crate::AppFault;

/// The record whose filing does it.
#[derive(Clone, Copy)]
pub(crate) struct ByRecord<'a> {
    pub(crate) record: RecordId,
    /// The record that it goes on from.
    pub(crate) goes_on_from: Option<RecordId>,
    /// Everybody on the record: an episode of several people ends with all of them or not by this.
    pub(crate) people: &'a [PersonId],
    pub(crate) today: NaiveDate,
}

/// A version of an episode that filing makes.
pub(crate) struct Changed {
    pub(crate) id: FactId,
    pub(crate) about: Vec<PersonId>,
    pub(crate) says: Episode,
    /// It began by this record; otherwise it was there before.
    pub(crate) begins: bool,
    touched: bool,
}

/// The episodes of one child as filing leaves them: those that it changes.
pub(crate) fn changed(
    reading: &Connection,
    person: PersonId,
    by: ByRecord<'_>,
    changes: &[EpisodeChange],
    new_id: &dyn Fn() -> FactId,
) -> Result<Vec<Changed>, AppFault> {
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    let mut file = OnFile { person, by, episodes: on_file(reading, person)? };
    for change in changes {
        file.apply(change, new_id);
    }
    // A date that nobody can have meant stays in the record alone.
    let kept = |one: &Changed| one.touched && checked(&Fact::Episode(one.says.clone()), by.today).is_ok();
    Ok(file.episodes.into_iter().filter(kept).collect())
}

fn on_file(reading: &Connection, person: PersonId) -> Result<Vec<Changed>, AppFault> {
    let mut episodes: Vec<Changed> = Vec::new();
    for one in tables::same_person::group(reading, person)? {
        for known in tables::fact::of(reading, one, FactKind::Episode)? {
            let Fact::Episode(says) = known.says else { continue };
            if episodes.iter().all(|other| other.id != known.id) {
                let (id, about) = (known.id, known.about);
                episodes.push(Changed { id, about, says, begins: false, touched: false });
            }
        }
    }
    Ok(episodes)
}

struct OnFile<'a> {
    person: PersonId,
    by: ByRecord<'a>,
    episodes: Vec<Changed>,
}

impl OnFile<'_> {
    fn apply(&mut self, change: &EpisodeChange, new_id: &dyn Fn() -> FactId) {
        let (at, begun) = (event(change.at), event(change.begun));
        match change.act {
            EpisodeAct::Begin => self.begin(change, at, None, new_id),
            EpisodeAct::BeginUnlessOpen if self.stands(change.episode, &at) => {}
            EpisodeAct::BeginUnlessOpen => self.begin(change, at, None, new_id),
            EpisodeAct::End => match self.to_end(change.episode, &begun, &at) {
                Some(place) => self.end(place, change, &at),
                // One episode of brothers and sisters ended with the first of them on the record.
                None if self.has_ended(change.episode) => {}
                None => {
                    let from = if begun.date > at.date { at.clone() } else { begun };
                    self.begin(change, from, Some(at), new_id);
                }
            },
            EpisodeAct::EndAll => {
                for place in 0..self.episodes.len() {
                    if self.may_end(place, change.episode, &at) {
                        self.end(place, change, &at);
                    }
                }
            }
        }
    }

    fn begin(
        &mut self,
        change: &EpisodeChange,
        from: EventTime,
        until: Option<EventTime>,
        new_id: &dyn Fn() -> FactId,
    ) {
        let says = Episode {
            episode: change.episode,
            own_date: change.own_date.filter(|own| *own >= from.date),
            came_from: self.source(change.episode),
            begun_by: Some(self.by.record),
            ended_by: until.is_some().then_some(self.by.record),
            until: until.map(|until| not_before(&from, until)),
            from,
            details: change.details.clone(),
            note: String::new(),
        };
        let about = vec![self.person];
        self.episodes.push(Changed { id: new_id(), about, says, begins: true, touched: true });
    }

    fn end(&mut self, place: usize, change: &EpisodeChange, at: &EventTime) {
        let Some(one) = self.episodes.get_mut(place) else { return };
        one.says.until = Some(not_before(&one.says.from, at.clone()));
        one.says.ended_by = Some(self.by.record);
        one.says.own_date = one.says.own_date.or(change.own_date);
        one.says.details.extend(change.details.clone());
        one.touched = true;
    }

    /// Whether a child has an episode of the kind already: open, or begun on that very day.
    fn stands(&self, kind: EpisodeKind, at: &EventTime) -> bool {
        let of_kind = self.episodes.iter().filter(|one| one.says.episode == kind);
        of_kind.into_iter().any(|one| one.says.until.is_none() || one.says.from.date == at.date)
    }

    fn has_ended(&self, kind: EpisodeKind) -> bool {
        let by_it = |one: &&Changed| one.says.ended_by == Some(self.by.record) && !one.touched;
        self.episodes.iter().filter(by_it).any(|one| one.says.episode == kind)
    }

    fn may_end(&self, place: usize, kind: EpisodeKind, at: &EventTime) -> bool {
        self.episodes.get(place).is_some_and(|one| {
            one.says.episode == kind
                && one.says.until.is_none()
                && one.says.from.date <= at.date
                && one.about.iter().all(|person| *person == self.person || self.by.people.contains(person))
        })
    }

    /// The open one that is meant: the one that this record began, else the one whose beginning is
    /// nearest to what the record says of it, the later of two.
    fn to_end(&self, kind: EpisodeKind, begun: &EventTime, at: &EventTime) -> Option<usize> {
        (0..self.episodes.len()).filter(|place| self.may_end(*place, kind, at)).min_by_key(|place| {
            let one = self.episodes.get(*place);
            let from = one.map(|one| one.says.from.date).unwrap_or_default();
            let own = one.is_some_and(|one| one.says.begun_by == Some(self.by.record));
            (!own, (from - begun.date).num_days().abs(), std::cmp::Reverse(from))
        })
    }

    /// The episode that one of this kind came from: one that the record goes on from, else the only
    /// one that is open or that this record touched. Where it could be two, nobody says which.
    fn source(&self, kind: EpisodeKind) -> Option<FactId> {
        let sources = sources(kind);
        let of = |record: RecordId| {
            move |one: &&Changed| one.says.begun_by == Some(record) || one.says.ended_by == Some(record)
        };
        let among = |source: EpisodeKind| self.episodes.iter().filter(move |one| one.says.episode == source);
        let goes_on = self
            .by
            .goes_on_from
            .and_then(|record| sources.iter().find_map(|source| among(*source).find(of(record))).map(|one| one.id));
        goes_on.or_else(|| {
            let own = of(self.by.record);
            let open: Vec<Vec<FactId>> = sources
                .iter()
                .map(|source| {
                    among(*source).filter(|one| one.says.until.is_none() || own(one)).map(|one| one.id).collect()
                })
                .collect();
            match open.into_iter().find(|ids| !ids.is_empty())?.as_slice() {
                [only] => Some(*only),
                _ => None,
            }
        })
    }
}

/// What an episode of a kind may come from, the nearest first.
fn sources(kind: EpisodeKind) -> &'static [EpisodeKind] {
    use EpisodeKind::{
        Assessment, ChildInNeed, ChildProtection, Conference, Contact, EarlyHelp, LookedAfter, PreProceedings,
        Referral, Section47, Step, StrategyDiscussion,
    };
    match kind {
        Referral => &[Contact],
        Assessment => &[Referral, Contact],
        StrategyDiscussion => &[Assessment, Referral, Contact],
        Section47 => &[StrategyDiscussion],
        Conference => &[Section47, StrategyDiscussion],
        ChildProtection => &[Conference],
        ChildInNeed => &[ChildProtection, Assessment, Step],
        EarlyHelp => &[Step, Contact],
        Step => &[ChildInNeed, EarlyHelp],
        EpisodeKind::Proceedings => &[PreProceedings],
        EpisodeKind::LegalStatus | EpisodeKind::Placement => &[LookedAfter],
        _ => &[],
    }
}

fn event(time: forms::EventTime) -> EventTime {
    EventTime { date: time.date, time: time.time }
}

/// An end on the day of the beginning whose time would come before it loses its time.
fn not_before(from: &EventTime, until: EventTime) -> EventTime {
    if until < *from && until.date == from.date { EventTime { time: None, ..until } } else { until }
}
