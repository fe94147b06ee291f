// Runs in the language host before anything else, so that programs are TypeScript and need no build.
// A program that was compiled beforehand passes through untouched.
const Module = require('node:module');
const { join } = require('node:path');

// The host reads source maps from files. Those of what is compiled here are in memory only.
require('source-map-support').install({ hookRequire: true });
require('../../../scripts/swc-register.cjs');

// The policy-pack host always loads a compiler, and fails with TypeScript 7, which has no compiler API.
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) =>
  request === 'ts-node' ? join(__dirname, 'no-ts-node.cjs') : resolve(request, ...rest);
