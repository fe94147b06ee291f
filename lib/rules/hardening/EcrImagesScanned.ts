import { byAlternative } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import { absent, isTrue, matching, oneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { platformDuty } from '../platform';
import { settingApart } from '../reliefs';

const REGISTRY = 'AWS::ECR::RegistryScanningConfiguration';

export const EcrImagesScanned = defineRule({
  id: 'EcrImagesScanned',
  clauses: ['7.6(1)①', '7.4(1)⑧'],
  title: {
    ja: 'ECRのリポジトリは、イメージの脆弱性を検査する',
    en: 'ECR repositories scan images for vulnerabilities',
  },
  why: {
    ja: '既知の脆弱性を持つイメージが、気付かれないまま運用環境で動く。',
    en: 'Images with known vulnerabilities run in production unnoticed.',
  },
  fix: {
    ja: 'ImageScanningConfigurationのScanOnPushをtrueとするか、AWS::ECR::RegistryScanningConfigurationで全てのリポジトリを検査の対象としてください。',
    en: 'Set ScanOnPush in ImageScanningConfiguration to true, or have an AWS::ECR::RegistryScanningConfiguration scan all repositories.',
  },
  cdk: { ja: 'RepositoryのimageScanOnPushをtrueとする', en: 'imageScanOnPush: true of Repository' },
  relievedBy: [settingApart('AWS::ECR::RegistryScanningConfiguration')],
  resources: ['AWS::ECR::Repository'],
  check: (repository, { deployment, profile }) => {
    const onPush = repository.get('ImageScanningConfiguration.ScanOnPush');
    const scanned = onPush
      .orDefault(false)
      .must(isTrue)
      .or(
        Claim.any(
          deployment
            .ofType(REGISTRY)
            .map((registry) => scans(registry, repository).and(Claim.when(registry.exists))),
        ),
      );
    if (!profile.platformProvides.includes('vulnerability-scan')) return scanned;
    // What a repository leaves open the scans of the account decide; one that refuses them says so itself.
    const left = Claim.when(onPush.must(absent).holds);
    const required = { ja: 'このリポジトリの検査', en: 'one that scans this repository' };
    const byPlatform = platformDuty(profile, 'vulnerability-scan', Claim.BREAKS, REGISTRY, required);
    return scanned.or(byPlatform.and(left));
  },
});

/** States that the rules of a registry take in a repository. */
function scans(registry: Resource, repository: Resource): Claim {
  return registry
    .get('Rules')
    .items()
    .some((rule) =>
      rule
        .get('ScanFrequency')
        .must(oneOf('SCAN_ON_PUSH', 'CONTINUOUS_SCAN'))
        .and(
          rule
            .get('RepositoryFilters')
            .items()
            .some((filter) => {
              const pattern = filter.get('Filter').literal;
              if (pattern === '*') return Claim.HOLDS;
              if (typeof pattern !== 'string') return filter.get('Filter').must(oneOf('*'));
              const matches = matching(wildcard(pattern), { ja: pattern, en: pattern });
              const name = repository.get('RepositoryName');
              // A repository without a name gets one that no filter foresees.
              return byAlternative(name, (value) =>
                value.kind === 'absent' ? Claim.BREAKS : name.must(matches),
              );
            }),
        ),
    );
}

function wildcard(pattern: string): RegExp {
  const escaped = pattern.split('*').map((piece) => piece.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  // Without a wildcard a filter takes in each name that begins like it.
  return new RegExp(`^${escaped.join('.*')}${pattern.includes('*') ? '$' : ''}`);
}
