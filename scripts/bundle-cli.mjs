// The command line in one file: reading hundreds of small ones would cost more than a check of a small template.
// What only some calls need (`require` in lib/cli) stays outside, as compiled beside it, and is read once it is asked for.
import { dirname, join, relative, resolve } from 'node:path';
import { build } from 'esbuild';

const lazy = {
  name: 'lazy',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.?\// }, ({ kind, path, importer }) => {
      if (kind !== 'require-call' || !/[\\/]lib[\\/]cli[\\/]/.test(importer)) return undefined;
      const file = relative(resolve('.'), join(dirname(importer), path)).replaceAll('\\', '/');
      return { path: `./${file}.js`, external: true };
    });
  },
};

await build({
  entryPoints: ['lib/cli/main.ts'],
  outfile: 'dist/cli.js',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  // Dependencies are installed beside the package, and loaded once something needs them.
  packages: 'external',
  plugins: [lazy],
  logLevel: 'warning',
});
