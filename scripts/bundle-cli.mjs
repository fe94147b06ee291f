// The command line in one file: reading hundreds of small ones would cost more than a check of a small template.
import { build } from 'esbuild';

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
  logLevel: 'warning',
});
