/** Tests that take long: real synths with exceptions, steps of CI, every regular expression, the largest inputs. `npm run test:slow`. */
module.exports = { ...require('./jest.config.js'), testMatch: ['**/*.slow.ts'], testTimeout: 600_000 };
