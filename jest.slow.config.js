/** Tests that take long: every regular expression, the largest inputs, kept results after many edits. `npm run test:slow`. */
module.exports = { ...require('./jest.config.js'), testMatch: ['**/*.slow.ts'], testTimeout: 600_000 };
