//! What is due, from true dates.

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;

use super::{
    From, Limit, Nature, shipped,
    span::{Span, state},
};
use crate::{
    EventTime, FactId,
    facts::{Episode, EpisodeKind, TimeLimit, Warning},
};

/// A clock that runs, or something that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Id of the limit; `own_date` for the child's own date, `warning_review` for a warning.
    pub limit: String,
    /// Kind of the episode; none for a warning.
    pub episode: Option<EpisodeKind>,
    /// The episode or warning.
    pub fact: FactId,
    /// From when it runs.
    pub from: EventTime,
    /// When it is due: a day, with a time where hours count and the beginning's time is known.
    pub due: EventTime,
    /// How near it is.
    pub state: DueState,
    /// Which day it is, in the limit's days; 0 where that says nothing.
    pub day: u32,
    /// Of how many; 0 where that says nothing.
    pub of_days: u32,
    /// Whose rule.
    pub nature: Nature,
    /// Where the rule comes from.
    pub source: String,
    /// Id of the form that answers it.
    pub form: Option<String>,
}

/// How near something due is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueState {
    /// Its time has passed.
    Overdue,
    /// Today.
    Today,
    /// Within seven days.
    Soon,
    /// Later.
    Later,
}

impl DueState {
    /// As screens and scripts name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
            Self::Today => "today",
            Self::Soon => "soon",
            Self::Later => "later",
        }
    }
}

/// A record that was made: what satisfies limits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Id of its form.
    pub form: String,
    /// When it happened.
    pub on: EventTime,
    /// The child was seen.
    pub seen: bool,
}

/// What is known of a person that clocks run by.
#[derive(Clone, Copy)]
pub struct OfPerson<'a> {
    /// Episodes, open and ended.
    pub episodes: &'a [(FactId, Episode)],
    /// Warnings that are not withdrawn.
    pub warnings: &'a [(FactId, Warning)],
    /// Records, in any order.
    pub records: &'a [Made],
    /// Day of birth, where some limits differ by age.
    pub born: Option<NaiveDate>,
    /// The organisation's own limits.
    pub own: &'a [TimeLimit],
}

/// Clocks that run, the next due first. Ended episodes and limits that were met give nothing, unless
/// the limit itself is counted from the end.
pub fn due(of: OfPerson<'_>, now: DateTime<Utc>, zone: Tz) -> Vec<Due> {
    let at = Now { now, zone, today: now.with_timezone(&zone).date_naive() };
    let mut all = Vec::new();
    for limit in shipped() {
        match limit.from {
            From::OwnDate => all.extend(of.episodes.iter().filter_map(|one| own_date(limit, one, at))),
            From::ReviewBy => all.extend(of.warnings.iter().filter_map(|one| review(limit, of, one, at))),
            From::Begin | From::End => {
                let mut clocks: Vec<Due> =
                    of.episodes.iter().filter_map(|(id, episode)| clock(limit, of, *id, episode, at)).collect();
                if !limit.also.is_empty() {
                    // One rule for a child, however many plans it is held by.
                    let first = clocks.iter().min_by_key(|due| due.from.clone()).map(|due| due.fact);
                    clocks.retain(|due| Some(due.fact) == first);
                }
                all.extend(clocks);
            }
        }
    }
    all.sort_by(|one, other| (&one.due, &one.limit, one.fact).cmp(&(&other.due, &other.limit, other.fact)));
    all
}

#[derive(Clone, Copy)]
struct Now {
    now: DateTime<Utc>,
    zone: Tz,
    today: NaiveDate,
}

fn open(episode: &Episode, today: NaiveDate) -> bool {
    episode.until.as_ref().is_none_or(|until| until.date > today)
}

fn own_date(limit: &Limit, (id, episode): &(FactId, Episode), at: Now) -> Option<Due> {
    let by = episode.own_date.filter(|_| open(episode, at.today))?;
    let days = |until: NaiveDate| u32::try_from((until - episode.from.date).num_days()).unwrap_or(0);
    let due = EventTime { date: by, time: None };
    let found = Found { kind: Some(episode.episode), fact: *id, from: episode.from.clone(), due };
    Some(Due { day: days(at.today), of_days: days(by), ..found.due(limit, None, at) })
}

fn review(limit: &Limit, of: OfPerson<'_>, (id, warning): &(FactId, Warning), at: Now) -> Option<Due> {
    if warning.until.is_some_and(|until| until < at.today) || warning.from > at.today {
        return None;
    }
    let from = EventTime { date: warning.from, time: None };
    let (span, own) = span(limit, of.own, warning.from);
    let due = match warning.review_by {
        Some(by) => EventTime { date: by, time: None },
        None => span.after(&from, at.zone),
    };
    Some(Found { kind: None, fact: *id, from, due }.due(limit, own, at))
}

/// What was found to be due, before its rule is put beside it.
struct Found {
    kind: Option<EpisodeKind>,
    fact: FactId,
    from: EventTime,
    due: EventTime,
}

impl Found {
    fn due(self, limit: &Limit, own: Option<&TimeLimit>, at: Now) -> Due {
        Due {
            limit: limit.id.clone(),
            episode: self.kind,
            fact: self.fact,
            state: state(&self.due, at.now, at.zone),
            from: self.from,
            due: self.due,
            day: 0,
            of_days: 0,
            nature: if own.is_some() { Nature::Local } else { limit.nature },
            source: own.map_or_else(|| limit.source.clone(), |own| own.source.clone()),
            form: limit.offer.as_ref().or(limit.forms.first()).cloned(),
        }
    }
}

/// How long the limit is for a clock that begins on a day: the organisation's own that was in force
/// then, or the one that ships.
fn span<'a>(limit: &Limit, own: &'a [TimeLimit], from: NaiveDate) -> (Span, Option<&'a TimeLimit>) {
    let in_force =
        |one: &&TimeLimit| one.limit == limit.id && one.from <= from && one.until.is_none_or(|until| until >= from);
    match own.iter().filter(in_force).max_by_key(|one| one.from) {
        Some(own) => (Span::of(own.amount, own.unit), Some(own)),
        None => (Span::of(limit.amount, limit.unit), None),
    }
}

fn clock(limit: &Limit, of: OfPerson<'_>, id: FactId, episode: &Episode, at: Now) -> Option<Due> {
    if !(limit.episode == Some(episode.episode) || limit.also.contains(&episode.episode))
        || !holds_for(limit, of, episode, at)
    {
        return None;
    }
    let found = |from, due| Found { kind: Some(episode.episode), fact: id, from, due };
    if limit.before {
        let (span, own) = span(limit, of.own, episode.from.date);
        let due = EventTime { date: span.before(episode.from.date), time: None };
        let sent = of.records.iter().any(|made| satisfies(limit, made) && made.on.date >= earlier(due.date, 60));
        let ahead = episode.from.date >= at.today && open(episode, at.today);
        return (ahead && !sent).then(|| found(episode.from.clone(), due).due(limit, own, at));
    }
    let start = match limit.from {
        From::End => episode.until.clone().filter(|until| until.date <= at.today)?,
        _ if !open(episode, at.today) => return None,
        _ => begin(limit, of.episodes, episode),
    };
    let meets = |one: &(FactId, Episode)| {
        limit.met_by.contains(&one.1.episode)
            // One that is only booked meets nothing yet.
            && one.1.from.date <= at.today
            && goes_on_from(of.episodes, &one.1, (id, episode)).unwrap_or(one.1.from.date >= start.date)
    };
    if start.date > at.today || of.episodes.iter().any(meets) {
        return None;
    }
    let made = made_since(limit, of.records, &start);
    let from = match (limit.window_days, made.last()) {
        (Some(_), _) | (None, None) => start,
        (None, Some(last)) => (*last).clone(),
    };
    let (span, own) = span(limit, of.own, from.date);
    let due = span.after(&from, at.zone);
    let counting = |on: &&&EventTime| limit.window_days.is_none_or(|days| on.date >= earlier(due.date, days));
    let count = made.iter().filter(counting).count();
    if count < limit.after || (limit.once && count > limit.after) {
        return None;
    }
    if limit.lapses_days.is_some_and(|days| due.date < earlier(at.today, days)) {
        return None;
    }
    let (day, of_days) = span.day_of(from.date, at.today);
    Some(Due { day, of_days, ..found(from, due).due(limit, own, at) })
}

/// The day so many days before another; at the beginning of the calendar its first.
fn earlier(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
}

/// Whether an episode came from this one, over as many steps as there are; not when it came from another
/// of the same kind before. None where its sources do not say: then dates do.
fn goes_on_from(episodes: &[(FactId, Episode)], one: &Episode, (id, this): (FactId, &Episode)) -> Option<bool> {
    let mut at = one;
    for _ in episodes {
        let from = at.came_from?;
        if from == id {
            return Some(true);
        }
        at = episodes.iter().find(|(other, _)| *other == from).map(|(_, source)| source)?;
        if at.episode == this.episode {
            return Some(false);
        }
    }
    None
}

fn satisfies(limit: &Limit, made: &Made) -> bool {
    limit.forms.contains(&made.form) && (made.seen || !limit.seen)
}

/// When records that satisfy the limit happened since a time, the earliest first.
fn made_since<'a>(limit: &Limit, records: &'a [Made], start: &EventTime) -> Vec<&'a EventTime> {
    let mut made: Vec<&EventTime> = records
        .iter()
        .filter(|made| satisfies(limit, made) && made.on.date >= start.date)
        .map(|made| &made.on)
        .collect();
    made.sort();
    made
}

/// Where the clock starts: with the episode, or with the one of another kind that it came from, over
/// as many steps as there are.
fn begin(limit: &Limit, episodes: &[(FactId, Episode)], episode: &Episode) -> EventTime {
    let mut at = episode;
    // No chain is longer than there are episodes; one that goes round ends so too.
    for _ in episodes {
        if limit.begin_of == Some(at.episode) {
            return at.from.clone();
        }
        let Some((_, source)) = at.came_from.and_then(|id| episodes.iter().find(|(other, _)| *other == id)) else {
            break;
        };
        at = source;
    }
    if limit.begin_of == Some(at.episode) { at.from.clone() } else { episode.from.clone() }
}

fn holds_for(limit: &Limit, of: OfPerson<'_>, episode: &Episode, at: Now) -> bool {
    let is =
        |(name, any_of): (&String, &Vec<String>)| episode.details.get(name).is_some_and(|value| any_of.contains(value));
    let age = of.born.and_then(|born| crate::age_on(born, at.today));
    let made = |forms: &[String]| {
        of.records.iter().any(|made| forms.contains(&made.form) && made.on.date >= episode.from.date)
    };
    limit.only_if.iter().all(is)
        && !limit.not_if.iter().any(is)
        && limit.under_age.is_none_or(|under| age.is_none_or(|age| age < under))
        && limit.from_age.is_none_or(|from| age.is_some_and(|age| age >= from))
        && !made(&limit.until_forms)
        && (limit.once_forms.is_empty() || made(&limit.once_forms))
}
