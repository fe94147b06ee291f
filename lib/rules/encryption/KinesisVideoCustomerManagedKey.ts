import { AWS_MANAGED, passKey, serviceKeyRule } from './service-keys';

export const KinesisVideoCustomerManagedKey = serviceKeyRule({
  id: 'KinesisVideoCustomerManagedKey',
  places: {
    'AWS::KinesisVideo::Stream': 'KmsKeyId',
  },
  subject: { ja: 'Kinesis Video Streamsの映像', en: 'Videos in Kinesis Video Streams' },
  holds: { ja: '人が写る映像及び通話の音声', en: 'pictures of people and voices of callers' },
  otherwise: AWS_MANAGED,
  cdk: passKey('kmsKeyId', 'CfnStream'),
});
