import { Claim } from '../../model/claim';
import { isTrue, present } from '../../model/requirement';
import { logRule } from './log-table';

const DESTINATION = /DestinationConfiguration$/;

export const FirehoseErrorLogs = logRule({
  id: 'FirehoseErrorLogs',
  resources: ['AWS::KinesisFirehose::DeliveryStream'],
  // The clause asks for logs to be kept; that a failed delivery is noticed serves it, and is not spelled out.
  duty: 'should',
  subject: { ja: 'Data Firehoseの配信ストリーム', en: 'Delivery streams of Data Firehose' },
  log: { ja: '配信の失敗のログ', en: 'a log of failed deliveries' },
  why: {
    ja: 'ログ等の配信が失敗し続けても、欠けていることに誰も気付かない。',
    en: 'When deliveries fail again and again, logs among them, nobody notices that they are missing.',
  },
  fix: {
    ja: '配信先の設定（ExtendedS3DestinationConfiguration等）のCloudWatchLoggingOptionsで、Enabledをtrueとし、LogGroupName及びLogStreamNameを指定してください。',
    en: 'In CloudWatchLoggingOptions of the destination (ExtendedS3DestinationConfiguration and the like) set Enabled to true, with LogGroupName and LogStreamName.',
  },
  cdk: {
    ja: 'S3Bucket等の配信先のloggingConfigを無効にしない',
    en: 'do not disable loggingConfig of the destination, as of S3Bucket',
  },
  check: (stream) => {
    const names = stream
      .get('')
      .keys()
      .filter((key) => DESTINATION.test(key));
    return Claim.all(
      names.map((name) =>
        stream
          .get(name)
          .get('CloudWatchLoggingOptions.Enabled')
          .orDefault(false)
          .must(isTrue)
          .onlyIf(stream.get(name).must(present)),
      ),
    );
  },
});
