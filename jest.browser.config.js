/** Tests that need Debian's Chromium: `npm run test:browser`. */
module.exports = { ...require('./jest.config.js'), testMatch: ['**/*.browser.ts'], testTimeout: 60_000 };
