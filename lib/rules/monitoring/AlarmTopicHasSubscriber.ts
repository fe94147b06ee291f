import { ALARM_TYPES } from '../../analysis/alarms';
import { Claim, lacking } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import { defineRule } from '../define';
import { fulfilledBy, settingApart } from '../reliefs';

/** Where somebody takes in what a topic sends. */
const SUBSCRIBERS: readonly (readonly [type: string, path: string])[] = [
  ['AWS::SNS::Subscription', 'TopicArn'],
  ['AWS::Chatbot::SlackChannelConfiguration', 'SnsTopicArns'],
  ['AWS::Chatbot::MicrosoftTeamsChannelConfiguration', 'SnsTopicArns'],
  ['AWS::SSMIncidents::ResponsePlan', 'ChatChannel.ChatbotSns'],
];
/** Where what security and operations must hear of is sent from. */
const SENDERS: readonly (readonly [type: string, path: string])[] = [
  ...ALARM_TYPES.map((type) => [type, 'AlarmActions'] as const),
  ['AWS::Events::Rule', 'Targets[*].Arn'],
];

export const AlarmTopicHasSubscriber = defineRule({
  id: 'AlarmTopicHasSubscriber',
  clauses: ['8.1①', '8.1③'],
  title: {
    ja: '警報を送るSNSトピックには、受け取る者がいる',
    en: 'SNS topics to which alarms are sent have a subscriber',
  },
  why: {
    ja: '購読者のいないトピックに送られた警報は捨てられ、夜間の障害も攻撃も朝まで分からない。',
    en: 'An alarm sent to a topic without subscribers is thrown away, and a failure or an attack at night is found in the morning.',
  },
  fix: {
    ja: 'トピックをTopicArnとするAWS::SNS::Subscriptionを作成するか、トピックのSubscriptionに受け取る者を指定してください。',
    en: 'Create an AWS::SNS::Subscription whose TopicArn is the topic, or name who receives it in Subscription of the topic.',
  },
  cdk: {
    ja: 'TopicのaddSubscription(new EmailSubscription(…))等を呼ぶ',
    en: 'addSubscription(new EmailSubscription(…)) or the like of Topic',
  },
  relievedBy: [
    settingApart('AWS::SNS::Subscription'),
    fulfilledBy(
      'AWS::Chatbot::SlackChannelConfiguration',
      'AWS::Chatbot::MicrosoftTeamsChannelConfiguration',
    ),
  ],
  resources: ['AWS::SNS::Topic'],
  check: (topic, { deployment }) => {
    const or = (so: Guard, { when }: { readonly when: Guard }) => so.or(when);
    const referring = (places: typeof SUBSCRIBERS) =>
      places.flatMap(([type, path]) => deployment.referrers(topic, type, path)).reduce(or, NEVER);
    const own = topic
      .get('Subscription')
      .items()
      .some((item) => item.present);
    const certain = referring(SUBSCRIBERS);
    const maybe = SUBSCRIBERS.flatMap(([type, path]) => deployment.openReferrers(type, path)).reduce(
      or,
      certain,
    );
    return own
      .or(new Claim(certain, maybe.not()))
      .explained(
        'AWS::SNS::Subscription',
        lacking({ ja: '購読者なし', en: 'no subscriber' }),
        { ja: '一人以上の購読者', en: 'one subscriber or more' },
        topic.at,
      )
      .onlyIf(referring(SENDERS));
  },
});
