import type { CheckDraftView } from '$lib/api/generated';
import { t } from '$lib/words/catalogue';

/** Where an answer of the draft can be changed. */
export function placeOf(check: CheckDraftView, section: string, path: string): string {
  // A problem that belongs to no question is about which children the form is for.
  if (path === '') return `/drafts/${check.id}/children`;
  const show = check.problems.length > 0 ? '&show=problems' : '';
  return `/drafts/${check.id}?section=${section}${show}#${encodeURIComponent(path)}`;
}

/** The error summary: each problem with its question, and the child or item that it is about. */
export function problemLinks(check: CheckDraftView): { text: string; href: string }[] {
  const rows = check.sections.flatMap((section) => section.rows);
  return check.problems.map((problem) => {
    const row = rows.find((one) => one.path === problem.path);
    const question = row?.about ? `${row.question} (${row.about})` : row?.question;
    return {
      text: question ? t('check-problem', { question, message: problem.message }) : problem.message,
      href: placeOf(check, problem.section, problem.path),
    };
  });
}
