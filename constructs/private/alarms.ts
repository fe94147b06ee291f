import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { Construct } from 'constructs';
import type { IEncryptedTopic } from '../data/encrypted-topic';

/** An alarm whose going off somebody hears of, and its end too (8.1①③). */
export function alarmTo(
  scope: Construct,
  id: string,
  topic: IEncryptedTopic,
  props: cloudwatch.AlarmProps,
): cloudwatch.Alarm {
  topic.allowPublishBy('cloudwatch.amazonaws.com');
  const alarm = new cloudwatch.Alarm(scope, id, props);
  const action = new SnsAction(topic.topic);
  alarm.addAlarmAction(action);
  alarm.addOkAction(action);
  return alarm;
}
