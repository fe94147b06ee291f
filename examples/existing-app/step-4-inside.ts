import { type App, Stack } from 'aws-cdk-lib';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import {
  EncryptedBucket,
  EncryptedQueue,
  EncryptedTable,
  Environment,
  LgwanVpc,
  PrivateFunction,
  Zone,
  ZoneMarking,
} from '../../index';

const env = { account: '111122223333', region: 'ap-northeast-1' };

/** Runs inside the VPC of its zone, on a runtime that is supported. */
export function addApplications(app: App): void {
  const stack = new Stack(app, 'Applications', { env, terminationProtection: true });
  ZoneMarking.of(stack).declare({
    zone: Zone.LGWAN,
    confidentiality: 3,
    integrity: 2,
    availability: 2,
    environment: Environment.PRODUCTION,
    plannedUseUntil: '2028-03-31',
  });

  const network = new LgwanVpc(stack, 'Network', { cidr: '10.48.0.0/16' });
  const forms = new EncryptedBucket(stack, 'Forms');
  const decisions = new EncryptedTable(stack, 'Decisions', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
  });
  const received = new EncryptedQueue(stack, 'Received');
  const reader = new PrivateFunction(stack, 'Reader', {
    network,
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {}'),
    environment: { TABLE: decisions.table.tableName },
  });

  forms.grantRead(reader);
  decisions.grantReadWriteData(reader);
  received.grantConsumeMessages(reader);
}
