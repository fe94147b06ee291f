/** Tests that need cfn-lint: `npm run test:cfn-lint`. */
module.exports = { ...require('./jest.config.js'), testMatch: ['**/*.lint.ts'], testTimeout: 240_000 };
