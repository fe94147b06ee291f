import { createPolicyPack } from '../../../../lib/pulumi';

createPolicyPack({ language: 'en' });
