import type { FindMatchesRequest, MatchView } from '$lib/api/generated';
import { call } from '$lib/host/call';

/** How long nobody types before it is looked, in milliseconds. */
const PAUSE = 300;

/** People on file who may be the one that is being added. */
export class Matching {
  matches = $state.raw<MatchView[]>([]);
  /** UUIDs of those of whom somebody said that they are a different person. */
  others = $state<string[]>([]);

  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Those who are so alike that somebody must say whether they are meant. */
  get undecided(): MatchView[] {
    return this.matches.filter(
      (match) => match.likeness !== 'possible' && !this.others.includes(match.person.id),
    );
  }

  /** UUIDs of those who are alike and were said to be a different person. */
  get refused(): string[] {
    const alike = this.matches.map((match) => match.person.id);
    return this.others.filter((id) => alike.includes(id));
  }

  /** Looks once nobody has typed for a moment. */
  later(wanted: FindMatchesRequest): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(wanted).catch(() => {}), PAUSE);
  }

  /** Looks now. An answer that a later question has overtaken is dropped. */
  async look(wanted: FindMatchesRequest): Promise<void> {
    clearTimeout(this.#timer);
    const mine = ++this.#turn;
    const nothing = Object.values(wanted).every((value) => !value);
    const found = nothing ? [] : (await call('find_matches', wanted)).matches;
    if (mine === this.#turn) this.matches = found;
  }

  /** They were looked at, and are somebody else. */
  different(id: string): void {
    this.others = [...this.others, id];
  }
}
