import { App, Aspects, Stack } from 'aws-cdk-lib';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as city from '../../index'; // in an app of your own: 'jichitai-guardrails'

export const app = new App();
Aspects.of(app).add(new city.PolicyGuardrail());

const env = { account: '111122223333', region: 'ap-northeast-1' };
const stack = new Stack(app, 'Notices', { env, terminationProtection: true });
city.ZoneMarking.of(stack).declare({
  zone: city.Zone.LGWAN,
  confidentiality: 2,
  integrity: 2,
  availability: 2,
  environment: city.Environment.PRODUCTION,
  plannedUseUntil: '2029-03-31',
});

const network = new city.LgwanVpc(stack, 'Network', { cidr: '10.48.0.0/16' });
const papers = new city.EncryptedBucket(stack, 'Papers');
const table = new city.EncryptedTable(stack, 'Table', {
  partitionKey: { name: 'id', type: AttributeType.STRING },
});
const code = Code.fromInline('def handler(event, context): pass');
const reader = new city.PrivateFunction(stack, 'Reader', { network, code, handler: 'index.handler' });
papers.grantRead(reader);
table.grantReadWriteData(reader);
