import type { Episode, Fact } from '$lib/api/generated';
import { said } from '$lib/features/people/words';
import { t } from '$lib/words/catalogue';
import { event } from '$lib/words/time';
import { labelOf } from './lists';

/** Who somebody is by their id; none when this file does not name them. */
export type Names = (id: string) => string;

/** "from 1 May 2024 until 3 June 2025", as far as it is known. */
export function period(from?: string | null, until?: string | null): string {
  if (from && until) return t('fact-from-until', { from: event(from), until: event(until) });
  if (from) return t('fact-since', { from: event(from) });
  return until ? t('fact-until', { until: event(until) }) : '';
}

/** What an episode has beside its dates, in words. */
function details(episode: Episode): string[] {
  const of = episode.details ?? {};
  return [
    of.category && labelOf('abuse_category', of.category),
    of.legal_status && labelOf('legal_status', of.legal_status),
    of.placement_type && labelOf('placement_type', of.placement_type),
    of.provider && labelOf('placement_provider', of.provider),
    of.direction && said('fact-episode-direction', of.direction),
    of.conference && said('fact-episode-conference', of.conference),
    of.outcome && t('fact-outcome', { outcome: of.outcome }),
    of.end_reason && t('fact-ended-because', { because: of.end_reason }),
  ].filter((part): part is string => !!part);
}

/** The line that stands for a fact in a list. */
export function title(fact: Fact, names: Names): string {
  switch (fact.kind) {
    case 'other_name':
      return fact.name;
    case 'identifier':
      return t('fact-identifier-line', { scheme: said('scheme', fact.scheme), value: fact.value });
    case 'address':
      return [fact.lines.replace(/\s*\n\s*/g, ', '), fact.postcode].filter(Boolean).join(', ');
    case 'phone_or_email':
      return fact.value;
    case 'relationship':
      return t('fact-relationship-line', {
        of: names(fact.of),
        relation: said('relation', fact.relation),
        to: names(fact.to),
      });
    case 'not_known':
      return t('fact-not-known-line', { part: said('family-part', fact.part) });
    case 'warning':
      return said('warning', fact.warning);
    case 'allocation':
      return t('fact-allocation-line', {
        worker: fact.worker?.name ?? t('allocation-nobody'),
        team: fact.team,
      });
    case 'episode':
      return [said('episode', fact.episode), ...details(fact).slice(0, 1)].join(': ');
    case 'summary':
      return fact.who_am_i;
    case 'mark':
      return fact.headline || t(fact.significant ? 'event-significant' : 'event-not-significant');
    case 'not_told':
      return t(`event-not-told-${fact.unaware}`);
    case 'sent':
      return t('fact-sent-line', { what: fact.what, to: fact.to });
    case 'same_person':
      return t(fact.same ? 'fact-same-person' : 'fact-two-people', {
        one: names(fact.one),
        other: names(fact.other),
      });
    case 'document':
      return fact.title;
    case 'service':
    case 'team':
      return fact.name;
    case 'time_limit':
      return fact.source;
  }
}

/** What else a fact says, a line each; its dates first. */
export function more(fact: Fact, names: Names): string[] {
  const lines = parts(fact, names).filter((part): part is string => !!part);
  const days =
    'from' in fact || 'until' in fact ? period(fact.from, 'until' in fact ? fact.until : null) : '';
  return days ? [days, ...lines] : lines;
}

function parts(fact: Fact, names: Names): (string | false | undefined)[] {
  switch (fact.kind) {
    case 'other_name':
      return [said('name-use', fact.used)];
    case 'address':
      return [
        said('address-use', fact.used),
        fact.hidden && t('fact-hidden'),
        fact.hidden &&
          (fact.hidden_from ?? []).length > 0 &&
          t('fact-hidden-from', { who: (fact.hidden_from ?? []).map(names).join(', ') }),
        fact.note,
      ];
    case 'phone_or_email':
      return [said('reach-by', fact.by), fact.note];
    case 'relationship':
      return [
        fact.parental_responsibility !== undefined &&
          t(fact.parental_responsibility ? 'fact-parental' : 'fact-not-parental'),
        fact.main_carer && t('fact-main-carer'),
        fact.lives_with && t('fact-lives-with'),
        fact.note,
      ];
    case 'not_known':
      return [fact.because];
    case 'warning':
      return [fact.text];
    case 'allocation':
      return [
        said('role', fact.role),
        fact.priority && t('fact-priority', { priority: said('priority', fact.priority) }),
        fact.reason,
        fact.handover && t('fact-handover', { handover: fact.handover }),
        fact.ended_because && t('fact-ended-because', { because: fact.ended_because }),
      ];
    case 'episode':
      return [
        ...details(fact).slice(1),
        fact.own_date && t('fact-own-date', { on: event(fact.own_date) }),
        fact.note,
      ];
    case 'summary':
      return [event(fact.on), fact.what_matters, fact.what_next];
    case 'not_told':
      return [fact.passage && t('event-passage', { passage: fact.passage }), fact.because];
    case 'sent':
      return [event(fact.on), fact.agency, fact.how];
    case 'same_person':
      return [fact.reason, t('fact-approved', { by: fact.approved_by })];
    default:
      return [];
  }
}
