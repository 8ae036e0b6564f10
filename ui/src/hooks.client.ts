import type { HandleClientError } from '@sveltejs/kit';
import { ApiError } from '$lib/host/error';

/** A screen that could not be opened says why in the words of the catalogue. */
export const handleError: HandleClientError = ({ error, status }) => {
  if (status === 404) return { message: 'no_such_screen', code: 'no_such_screen', args: {} };
  const { code, args } = ApiError.from(error);
  return { message: code, code, args };
};
