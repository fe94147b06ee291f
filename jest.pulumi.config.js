const base = require('./jest.config');

/** Programs and policy packs in the real hosts of Pulumi: each run is a process of its own. */
module.exports = { ...base, testMatch: ['**/test/pulumi/**/*.pulumi.ts'] };
