import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { sourceSite } from '../../aspects/source-site';

/** A construct whose creation CDK recorded with these frames. */
function madeAt(...frames: string[]) {
  const resource = new CfnResource(new Stack(new App(), 'Stack'), 'Resource', { type: 'A::B::C' });
  for (const { type, data } of resource.node.metadata) {
    if (type === 'aws:cdk:creationStack') (data as string[]).splice(0, Number.POSITIVE_INFINITY, ...frames);
  }
  resource.node.addMetadata('aws:cdk:creationStack', frames);
  return resource;
}

test.each([
  ['a function', `new Records (${process.cwd()}/app/a.ts:4:9)`, 'app/a.ts:4:9'],
  ['the top of a file', `${process.cwd()}/app/a.ts:4:9`, 'app/a.ts:4:9'],
  [
    'an ES module',
    `file://${process.cwd()}/app/a.mjs:2: (file://${process.cwd()}/app/a.mjs:2:6)`,
    'app/a.mjs:2:6',
  ],
  ['an ES module in a folder with a space', `file://${process.cwd()}/my%20app/a.mjs:2:6`, 'my app/a.mjs:2:6'],
])('the place in %s is told from the current folder', (_name, frame, site) => {
  expect(sourceSite(madeAt('x (/else/node_modules/lib/index.js:1:1)', frame))).toBe(site);
});

test('frames of libraries and of Node itself are no place of the app', () => {
  expect(sourceSite(madeAt('x (/a/node_modules/b/c.js:1:1)', '...node internals...'))).toBeUndefined();
});
