#!/usr/bin/env node
'use strict';
const { writeSync } = require('node:fs');
const load = require('../dist/package/load.js');
const keepCode = load.useCodeCache();
const { main, unwritable } = load('core');

// A report that did not arrive is not a pass. Where whoever reads it went away, there is nobody to tell.
process.stdout.on('error', ({ code }) => {
  if (code !== 'EPIPE') writeSync(2, unwritable(code, process.env));
  process.exit(2);
});

// The status is set, not forced, so that a report on its way through a pipe is not cut off.
// Until then it is no pass: a command that never ends well must not look like one.
process.exitCode = 2;
Promise.resolve(
  main(process.argv.slice(2), {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    environment: process.env,
    ...(process.stdout.isTTY
      ? { terminal: { columns: process.stdout.columns, rows: process.stdout.rows } }
      : {}),
    ...(process.stderr.isTTY ? { watcher: { now: Date.now } } : {}),
  }),
).then((status) => {
  process.exitCode = status;
  keepCode();
});
