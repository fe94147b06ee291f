import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const SchedulerCustomerManagedKey = serviceKeyRule({
  id: 'SchedulerCustomerManagedKey',
  places: {
    'AWS::Scheduler::Schedule': 'KmsKeyArn',
  },
  subject: { ja: 'EventBridge Schedulerの予定', en: 'Schedules of EventBridge Scheduler' },
  holds: { ja: '起動する処理に渡す入力', en: 'inputs of what is started' },
  otherwise: AWS_OWNED,
  cdk: passKey('key', 'Schedule'),
  // The clauses protect the information that is handled; schedules are not that by themselves.
  duty: 'should',
});
