import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import Checkboxes from './Checkboxes.svelte';

test('what stands alone clears the others, and the others clear it', async () => {
  const options = [
    { value: 'a', text: 'Apples' },
    { value: 'b', text: 'Pears' },
    { value: 'none', text: 'None of these', exclusive: true },
  ];
  render(Checkboxes, { props: { id: 'fruit', legend: 'Fruit', options, value: [] } });
  const user = userEvent.setup();
  const ticked = () =>
    screen
      .getAllByRole('checkbox')
      .filter((box) => (box as HTMLInputElement).checked)
      .map((box) => (box as HTMLInputElement).value);
  await user.click(screen.getByLabelText('Apples'));
  await user.click(screen.getByLabelText('Pears'));
  expect(ticked()).toEqual(['a', 'b']);
  await user.click(screen.getByLabelText('None of these'));
  expect(ticked()).toEqual(['none']);
  await user.click(screen.getByLabelText('Apples'));
  expect(ticked()).toEqual(['a']);
});
