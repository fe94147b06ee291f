import { Claim } from '../../model/claim';
import { isTrue, present, satisfying } from '../../model/requirement';
import { defineRule } from '../define';

const SWITCHES = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/** What a switch means that is left out beside others is not documented. */
const isOn = satisfying(isTrue.text, (value) =>
  value.kind === 'absent' ? 'undetermined' : isTrue.test(value),
);

export const S3AccessPointBlocksPublicAccess = defineRule({
  id: 'S3AccessPointBlocksPublicAccess',
  clauses: ['7.2(1)①', '7.1(1)②', '9.2(5)①(ア)'],
  title: {
    ja: 'S3アクセスポイントは、パブリックアクセスを遮断する',
    en: 'S3 access points block public access',
  },
  why: {
    ja: 'アクセスポイントはバケットへのもう一つの入口であり、作成後に遮断を加えることはできない。',
    en: 'An access point is one more door to its bucket, and the block cannot be changed once it is made.',
  },
  fix: {
    ja: 'PublicAccessBlockConfigurationを指定しない（全て遮断される）か、四つの項目を全てtrueとしてください。',
    en: 'Leave PublicAccessBlockConfiguration out, which blocks everything, or set all four of its switches to true.',
  },
  cdk: {
    ja: 'CfnAccessPointのpublicAccessBlockConfigurationを指定しない',
    en: 'no publicAccessBlockConfiguration of CfnAccessPoint',
  },
  resources: ['AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPoint'],
  check: (point) => {
    const block = point.get('PublicAccessBlockConfiguration');
    // Without the block as a whole everything is blocked.
    return Claim.all(SWITCHES.map((name) => block.get(name).must(isOn).onlyIf(block.must(present))));
  },
});
