import * as pulumi from '@pulumi/pulumi';

// The ways in which a program ends badly.
const how = new pulumi.Config().require('how');

class Thing extends pulumi.CustomResource {
  constructor(name: string) {
    super('city:index:Thing', name, { size: 1 });
  }
}

if (how === 'transform')
  pulumi.runtime.registerResourceTransform(() => {
    throw new Error('refused by the transform');
  });

const first = new Thing('first');

if (how === 'throw') throw new Error('refused by the program');
if (how === 'exit') process.exit(0);
if (how === 'log') pulumi.log.error('refused in a message', first);
if (how === 'apply')
  first.urn.apply(() => {
    throw new Error('refused when known');
  });
if (how === 'run-error') throw new pulumi.RunError('refused in words for the user');
if (how === 'resource-error') throw new pulumi.ResourceError('refused for a resource', first, true);
