#!/usr/bin/env node

// The independent check in CI, with the city's profile: `npx example-city-guardrails check cdk.out`.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const command = require
  .resolve('jichitai-guardrails/package.json')
  .replace('package.json', 'bin/jichitai-guardrails.js');
const args = [...process.argv.slice(2), '--profile', join(__dirname, 'profile.yaml')];
const { status, error } = spawnSync(process.execPath, [command, ...args], { stdio: 'inherit' });
// Whatever kept the check from ending is no pass.
process.exitCode = error === undefined ? (status ?? 2) : 2;
