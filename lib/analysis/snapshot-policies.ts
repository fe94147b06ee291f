import { Claim } from '../model/claim';
import { equals, noneOf, oneOf } from '../model/requirement';
import type { Resource } from '../model/resource';
import { asAlternative } from './evidence';
import { hasTag } from './tags';

const POLICY = 'AWS::DLM::LifecyclePolicy';

/** States that a policy of Data Lifecycle Manager makes snapshots of a volume, or of the volumes of a server. */
export function isSnapshotByPolicy(target: Resource): Claim {
  const kind = target.type === 'AWS::EC2::Volume' ? 'VOLUME' : 'INSTANCE';
  return asAlternative(
    Claim.any(
      target.deployment.ofType(POLICY).map((policy) =>
        takesIn(policy, target, kind)
          .and(policy.get('State').orDefault('ENABLED').must(equals('ENABLED')))
          .and(Claim.when(policy.exists)),
      ),
    ),
  );
}

function takesIn(policy: Resource, target: Resource, kind: string): Claim {
  const details = policy.get('PolicyDetails');
  // A default policy takes in all that has no snapshots yet.
  const byDefault = policy.get('DefaultPolicy').must(equals(kind));
  const ofKind = details
    .get('ResourceTypes')
    .items()
    .some((type) => type.must(equals(kind)));
  const tagged = details
    .get('TargetTags')
    .items()
    .some((tag) => hasTag(target, tag.get('Key').literal, tag.get('Value')));
  const makes = details
    .get('PolicyType')
    .orDefault('EBS_SNAPSHOT_MANAGEMENT')
    .must(oneOf('EBS_SNAPSHOT_MANAGEMENT', 'IMAGE_MANAGEMENT'))
    .and(details.get('PolicyLanguage').orDefault('STANDARD').must(noneOf('SIMPLIFIED')));
  return byDefault.or(ofKind.and(tagged).and(makes));
}
