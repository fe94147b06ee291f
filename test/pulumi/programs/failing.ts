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
if (how === 'log' || how === 'log and exit') pulumi.log.error('refused in a message');
if (how === 'log and exit') process.exit(0);
if (how === 'apply')
  first.urn.apply(() => {
    const refusal = new pulumi.RunError('refused when known');
    // With a stack, Node 20 may loop for ever in showing it.
    refusal.stack = '';
    throw refusal;
  });
