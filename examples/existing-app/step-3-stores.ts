import { type App, Aspects, Stack } from 'aws-cdk-lib';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import { Code, Function as Program, Runtime } from 'aws-cdk-lib/aws-lambda';
import {
  EncryptedBucket,
  EncryptedQueue,
  EncryptedTable,
  Environment,
  SafeDefaults,
  Zone,
  ZoneMarking,
} from '../../index';

const env = { account: '111122223333', region: 'ap-northeast-1' };

/** Keeps everything in approved stores, whose grants are the same. */
export function addApplications(app: App): void {
  const stack = new Stack(app, 'Applications', { env, terminationProtection: true });
  ZoneMarking.of(stack).declare({
    zone: Zone.LGWAN,
    confidentiality: 3,
    integrity: 2,
    availability: 2,
    environment: Environment.PRODUCTION,
    plannedUseUntil: '2029-03-31',
  });
  Aspects.of(stack).add(new SafeDefaults());

  const forms = new EncryptedBucket(stack, 'Forms');
  const decisions = new EncryptedTable(stack, 'Decisions', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
  });
  const received = new EncryptedQueue(stack, 'Received');
  const reader = new Program(stack, 'Reader', {
    runtime: Runtime.NODEJS_18_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {}'),
    environment: { TABLE: decisions.table.tableName },
  });

  forms.grantRead(reader);
  decisions.grantReadWriteData(reader);
  received.grantConsumeMessages(reader);
}
