import { type App, Stack } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Code, Function as Program, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';

const env = { account: '111122223333', region: 'ap-northeast-1' };

/** Applications for child care, as a vendor delivered it. */
export function addApplications(app: App): void {
  const stack = new Stack(app, 'Applications', { env });

  const forms = new Bucket(stack, 'Forms');
  const decisions = new Table(stack, 'Decisions', {
    partitionKey: { name: 'id', type: AttributeType.STRING },
  });
  const received = new Queue(stack, 'Received');
  const reader = new Program(stack, 'Reader', {
    runtime: Runtime.NODEJS_18_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {}'),
    environment: { TABLE: decisions.tableName },
  });

  forms.grantRead(reader);
  decisions.grantReadWriteData(reader);
  received.grantConsumeMessages(reader);
}
