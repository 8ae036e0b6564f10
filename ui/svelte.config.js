import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
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
