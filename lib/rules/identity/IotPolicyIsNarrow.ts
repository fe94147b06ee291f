import { documentAt, isAboutEverything } from '../../analysis/identity/statements';
import { allows, statement, statementsOf, textTest } from '../../analysis/policy-document';
import { satisfying } from '../../model/requirement';
import { defineRule } from '../define';

const everyAction = satisfying({ ja: '全ての操作', en: 'every action' }, (value) =>
  textTest(value, (text) => /^(iot:)?\*$/i.test(text)),
);

export const IotPolicyIsNarrow = defineRule({
  id: 'IotPolicyIsNarrow',
  clauses: ['7.2(1)①', '9.2(5)①(ア)'],
  title: {
    ja: 'IoTポリシーは、全ての操作を全ての対象に許可しない',
    en: 'IoT policies do not allow every action on everything',
  },
  why: {
    ja: '一つの機器の証明書が漏れただけで、全ての機器の通信を読み、全ての機器に命令を送れる。',
    en: 'Whoever gets the certificate of one device reads what all devices send, and commands all of them.',
  },
  fix: {
    ja: 'Actionをiot:Connect、iot:Publish等の必要な操作に、Resourceを${iot:Connection.Thing.ThingName}等を含むその機器のものに限ってください。',
    en: 'Limit Action to what is needed, iot:Connect, iot:Publish and so on, and Resource to what belongs to the device, by ${iot:Connection.Thing.ThingName} for example.',
  },
  cdk: {
    ja: 'CfnPolicyのpolicyDocumentに同じ内容を指定する',
    en: 'the same in policyDocument of CfnPolicy',
  },
  resources: ['AWS::IoT::Policy'],
  check: (policy) =>
    statementsOf(documentAt(policy.get('PolicyDocument'), policy)).every((field) => {
      const so = statement(field);
      return allows(so)
        .and(so.actions.some((action) => action.must(everyAction)))
        .and(isAboutEverything(so))
        .not()
        .explained(
          field.path,
          { ja: '全ての操作を全ての対象に許す文', en: 'a statement that allows everything on everything' },
          { ja: '必要な操作及び対象', en: 'the actions and resources that are needed' },
          field.at,
        );
    }),
});
