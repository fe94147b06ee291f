#!/usr/bin/env node
'use strict';
const { main } = require('../dist/package/core.js');

// Whoever reads the report went away: that is not a pass.
process.stdout.on('error', () => process.exit(2));

// The status is set, not forced, so that a report on its way through a pipe is not cut off.
process.exitCode = main(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  environment: process.env,
});
