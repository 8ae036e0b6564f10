import type { CountRow, QuestionSummaryView } from '$lib/api/generated';
import { t } from '$lib/words/catalogue';

/** As many bars as are drawn of one question; the table has all. */
const BARS = 20;
/** Counts below this may tell who answered. */
const SMALL = 5;

export interface Bar {
  label: string;
  count: number;
  /** Length in hundredths of the longest. */
  length: number;
  fill: 'answer' | 'not-known' | 'empty';
}

/** What the answers to a question say, in one sentence. */
export function finding(question: QuestionSummaryView): string {
  const { answered, not_known, empty, numbers, counts } = question;
  const total = answered + not_known + empty;
  if (answered === 0) return t('response-finding-nobody');
  if (numbers) {
    const [min, mean, max] = numbers;
    if (min === max) return t('response-finding-same', { value: number(min), answered, total });
    return t('response-finding-numbers', {
      min: number(min),
      mean: number(mean),
      max: number(max),
      answered,
      total,
    });
  }
  const most = Math.max(0, ...counts.map((row) => row.count));
  if (most === 0) return t('response-finding-answered', { answered, total });
  const first = counts.filter((row) => row.count === most);
  const labels = first.map((row) => t('response-finding-quoted', { label: row.label }));
  if (first.length === 1)
    return t('response-finding-most', { label: labels[0] ?? '', count: most, answered });
  if (first.length > 3)
    return t('response-finding-many', { labels: first.length, count: most, answered });
  return t('response-finding-equal', {
    labels: new Intl.ListFormat('en-GB').format(labels),
    count: most,
    answered,
  });
}

/** A number as it is read: a mean with one decimal at most. */
export function number(value: number): string {
  return new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(value);
}

/** Every line of a question's table: its answers, then those who said why not, then nothing. */
export function lines(question: QuestionSummaryView): (CountRow & { fill: Bar['fill'] })[] {
  const counted = question.counts.map((row) => ({ ...row, fill: 'answer' as const }));
  const answers =
    counted.length > 0
      ? counted
      : [
          {
            label: t('response-summary-answered'),
            count: question.answered,
            fill: 'answer' as const,
          },
        ];
  return [
    ...answers,
    { label: t('response-summary-not-known'), count: question.not_known, fill: 'not-known' },
    { label: t('response-summary-empty'), count: question.empty, fill: 'empty' },
  ];
}

/** The bars of a question. A list of many choices shows the ones chosen most, in the form's order. */
export function bars(question: QuestionSummaryView): { bars: Bar[]; left: number } {
  const all = lines(question);
  const longest = Math.max(1, ...all.map((row) => row.count));
  const answers = all.filter((row) => row.fill === 'answer');
  const least = [...answers].sort((a, b) => b.count - a.count)[BARS - 1]?.count ?? 0;
  const chosen =
    answers.length > BARS
      ? answers.filter((row) => row.count > 0 && row.count >= least).slice(0, BARS)
      : answers;
  const rest = all.filter((row) => row.fill !== 'answer' && row.count > 0);
  return {
    bars: [...chosen, ...rest].map((row) => ({ ...row, length: (100 * row.count) / longest })),
    left: answers.length - chosen.length,
  };
}

/** Whether some count is so small that it may tell who answered. */
export function tells(questions: QuestionSummaryView[]): boolean {
  const small = (count: number) => count > 0 && count < SMALL;
  return questions.some(
    (question) =>
      small(question.answered) ||
      small(question.not_known) ||
      question.counts.some((row) => small(row.count)),
  );
}
