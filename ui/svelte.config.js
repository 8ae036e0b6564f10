import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/**
 * SvelteKit hides what it says of each new page with a style attribute, which the policy refuses:
 * the attribute is dropped here and `_frame.scss` hides the element instead.
 *
 * @type {import('svelte/compiler').PreprocessorGroup}
 */
const announcerWithoutStyle = {
  markup: ({ content, filename }) =>
    filename?.endsWith('generated/root.svelte')
      ? { code: content.replace(/(id="svelte-announcer"[^>]*?) style="[^"]*"/, '$1') }
      : undefined,
};

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: [announcerWithoutStyle, vitePreprocess()],
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', fallback: 'index.html' }),
    // The same policy holds in the window and on the devhost: nothing from elsewhere, nothing inline.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        'img-src': ['self', 'data:'],
        'font-src': ['self'],
        'connect-src': ['self', 'ipc:', 'http://ipc.localhost'],
        'form-action': ['none'],
        'frame-src': ['none'],
        'object-src': ['none'],
        'base-uri': ['none'],
      },
    },
  },
};
