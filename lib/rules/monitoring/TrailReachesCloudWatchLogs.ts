import { byThisOrAnother } from '../../analysis/trails';
import { present } from '../../model/requirement';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

export const TrailReachesCloudWatchLogs = defineRule({
  id: 'TrailReachesCloudWatchLogs',
  clauses: ['7.1(6)④', '8.1①'],
  // The clause asks for a function by which logs are reviewed, and names none.
  duty: 'should',
  title: {
    ja: 'CloudTrailの証跡は、CloudWatch Logsへも出力し、点検できるようにする',
    en: 'CloudTrail delivers to CloudWatch Logs as well, where its records can be reviewed',
  },
  why: {
    ja: 'S3に保管されるだけのログは、事案が起きるまで誰も見ない。',
    en: 'Nobody looks at logs that merely lie in a bucket until something has happened.',
  },
  fix: {
    ja: 'CloudWatchLogsLogGroupArn及びCloudWatchLogsRoleArnを指定してください。',
    en: 'Set CloudWatchLogsLogGroupArn and CloudWatchLogsRoleArn.',
  },
  cdk: { ja: 'TrailのsendToCloudWatchLogsをtrueとする', en: 'sendToCloudWatchLogs: true of Trail' },
  relievedBy: [fulfilledBy('AWS::CloudTrail::Trail')],
  resources: ['AWS::CloudTrail::Trail'],
  check: (given) => byThisOrAnother(given, (trail) => trail.get('CloudWatchLogsLogGroupArn').must(present)),
});
