import { PolicyPack } from '@pulumi/policy';

// One policy for each thing that a pack can do, and that the test engine has to pass on.
new PolicyPack('pack-for-tests', {
  enforcementLevel: 'mandatory',
  policies: [
    {
      name: 'database-encrypted',
      displayName: 'Databases are encrypted',
      description: 'A database has storageEncrypted.',
      severity: 'high',
      framework: { name: 'Policy', version: '1', reference: '3.(2)', specification: 'Encryption' },
      configSchema: { properties: { allowed: { type: 'array', items: { type: 'string' } } } },
      validateResource: (args, reportViolation) => {
        if (args.type !== 'aws:rds/instance:Instance') return;
        const { allowed = [] } = args.getConfig<{ allowed?: string[] }>();
        if (allowed.includes(args.name)) return;
        if (args.props['storageEncrypted'] !== true) reportViolation(`${args.name} is not encrypted`);
      },
    },
    {
      name: 'tagged',
      description: 'A bucket names its owner.',
      enforcementLevel: 'remediate',
      remediateResource: (args) =>
        args.type === 'aws:s3/bucket:Bucket'
          ? { ...args.props, tags: { ...args.props['tags'], owner: 'city' } }
          : undefined,
    },
    {
      name: 'policy-names-bucket',
      description: 'Reads what is unknown in a preview.',
      validateResource: (args, reportViolation) => {
        if (args.type === 'aws:s3/bucketPolicy:BucketPolicy' && args.props['bucket'] === '')
          reportViolation('no bucket');
      },
    },
    {
      name: 'stack-tagged',
      description: 'Looks at all resources, the tags of the stack and what remediation left.',
      enforcementLevel: 'advisory',
      validateStack: (args, reportViolation) => {
        const bucket = args.resources.find(({ type }) => type === 'aws:s3/bucket:Bucket');
        reportViolation(
          `${args.stackTags.get('zone')} ${JSON.stringify(bucket?.props['tags'])}`,
          bucket?.urn,
        );
        reportViolation(`${args.resources.length} resources`);
      },
    },
    {
      name: 'throws',
      description: 'Fails, as a policy with a fault does.',
      enforcementLevel: 'disabled',
      validateStack: () => {
        throw new Error('a fault');
      },
    },
  ],
});
