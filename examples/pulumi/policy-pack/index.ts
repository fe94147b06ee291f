import { createPolicyPack } from '../../../lib/pulumi';

createPolicyPack({ zone: 'my-number' });
