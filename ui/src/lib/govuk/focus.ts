const CONTROLS = 'input,select,textarea,button,summary,a[href]';

/** Puts the caret in a field by its id, with the question above it in view. False when not there. */
export function focusField(id: string): boolean {
  const found = document.getElementById(id);
  const control = found?.matches(CONTROLS) ? found : found?.querySelector<HTMLElement>(CONTROLS);
  if (!control) return false;
  (control.closest('fieldset') ?? control.closest('.govuk-form-group') ?? control).scrollIntoView();
  control.focus({ preventScroll: true });
  return true;
}
