import { goto } from '$app/navigation';
import { t } from '$lib/words/catalogue';

/** A child who was chosen to be given to somebody else. */
export interface Given {
  id: string;
  name: string;
  /** With whom they are now, in words. */
  with: string;
}

/** Those who were chosen on a list; lost when the page begins anew. */
export const giving = $state<{ people: Given[] }>({ people: [] });

/** With whom a child is, in words. */
export function withWhom(of: { worker?: string | null; team?: string | null }): string {
  return [of.worker, of.team].filter(Boolean).join(', ') || t('caseload-nobody');
}

/** The children who are ticked in a list. */
export class Choosing {
  chosen = $state.raw<Given[]>([]);

  has(id: string): boolean {
    return this.chosen.some((one) => one.id === id);
  }

  toggle(given: Given): void {
    this.chosen = this.has(given.id)
      ? this.chosen.filter((one) => one.id !== given.id)
      : [...this.chosen, given];
  }

  /** Goes on to say to whom they are given. */
  async give(): Promise<void> {
    giving.people = this.chosen;
    await goto('/caseload/transfer');
  }
}
