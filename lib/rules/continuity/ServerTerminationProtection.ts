import { asAlternative } from '../../analysis/evidence';
import { UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import { absent, isTrue } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

export const ServerTerminationProtection = defineRule({
  id: 'ServerTerminationProtection',
  clauses: ['8.1⑥'],
  title: {
    ja: '可用性2の情報を扱うEC2インスタンスは、終了保護を有効にする',
    en: 'EC2 instances of availability 2 are protected against termination',
  },
  why: {
    ja: '一つの誤った操作でサーバを終了させると、そのディスクとともに住民サービスが失われる。',
    en: 'One mistaken call ends a server for good, and the service to residents with its disks.',
  },
  fix: {
    ja: 'DisableApiTerminationをtrueにしてください。',
    en: 'Set DisableApiTermination to true.',
  },
  cdk: { ja: 'InstanceのdisableApiTerminationをtrueとする', en: 'disableApiTermination: true of Instance' },
  // The clause asks that deletion of servers follows a procedure and is checked; this is a help to that.
  duty: 'should',
  resources: ['AWS::EC2::Instance'],
  appliesTo: { orAvailabilityAtLeast: 2 },
  check: (server) => {
    const own = server.get('DisableApiTermination');
    const protectedByItself = own.orDefault(false).must(isTrue);
    if (server.get('LaunchTemplate').isAbsent) return protectedByItself;
    // What the server does not say its launch template may.
    return protectedByItself.or(asAlternative(isProtectedByTemplate(server)).and(own.must(absent)));
  },
});

function isProtectedByTemplate(server: Resource): Claim {
  const places = ['LaunchTemplateId', 'LaunchTemplateName'].map((key) => server.get(`LaunchTemplate.${key}`));
  return Claim.any(
    places.flatMap((place) =>
      place.alternatives.map(({ when, value }) => {
        if (value.kind === 'absent') return Claim.BREAKS;
        const claim =
          value.kind === 'reference'
            ? value.resource.get('LaunchTemplateData.DisableApiTermination').orDefault(false).must(isTrue)
            : UNDETERMINED;
        return claim.and(Claim.when(when));
      }),
    ),
  );
}
