import { rulesOf } from '../../analysis/backups';
import { mentioned, mentions } from '../../analysis/buckets';
import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import type { Field } from '../../model/field';
import { physicalName } from '../../model/physical-name';
import { atLeast, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { identityOf } from '../../model/value';
import { defineRule } from '../define';

const PLAN = 'AWS::Backup::BackupPlan';

export const BackupVaultLocked = defineRule({
  id: 'BackupVaultLocked',
  clauses: ['3(2)⑥(イ)'],
  title: {
    ja: 'バックアップを長期に保管するボールトは、ロックして書込禁止とする',
    en: 'Backup vaults in which backups are kept for long are locked against change',
  },
  why: {
    ja: 'ロックのないボールトでは、管理者の権限を奪った者が、本体を暗号化した上でバックアップも削除し、復旧の手段をなくすことができる。',
    en: "In an unlocked vault somebody who has taken an administrator's rights deletes the backups after encrypting the data itself, and nothing is left to recover from.",
  },
  fix: {
    ja: 'LockConfigurationにMinRetentionDaysを（誰にも解けないようにするにはChangeableForDaysも）指定してください。',
    en: 'Set MinRetentionDays in LockConfiguration, and ChangeableForDays for a lock that nobody can lift.',
  },
  cdk: {
    ja: 'BackupVaultのlockConfigurationにminRetention（及びchangeableFor）を指定する',
    en: 'minRetention (and changeableFor) in lockConfiguration of BackupVault',
  },
  resources: ['AWS::Backup::BackupVault'],
  check: (vault, { profile }) =>
    vault
      .get('LockConfiguration.MinRetentionDays')
      .must(present)
      .onlyIf(keepsLong(vault, profile.minimumArchiveLockDays)),
});

/** Whether a plan keeps backups here for as long as an archive, or for ever. */
function keepsLong(vault: Resource, days: number): Claim {
  return Claim.any(
    plansFor(vault).map((plan) =>
      rulesOf(plan)
        .known.map((rule) =>
          Claim.any([
            isKept(rule, rule.get('TargetBackupVault'), vault, days),
            ...copiesOf(rule).map((copy) => isKept(copy, copy.get('DestinationBackupVaultArn'), vault, days)),
          ]).and(rule.present),
        )
        .reduce((so, claim) => so.or(claim), Claim.BREAKS)
        .and(Claim.when(plan.exists)),
    ),
  );
}

function copiesOf(rule: Field): readonly Field[] {
  return rule.get('CopyActions').items().known;
}

const PLANS = new WeakMap<Deployment, ReadonlyMap<Resource | string, ReadonlySet<Resource>>>();

/** The plans that say anything of a vault, in the order of the deployment: systems have many of both. */
function plansFor(vault: Resource): readonly Resource[] {
  const { deployment } = vault;
  let plans = PLANS.get(deployment);
  if (plans === undefined) {
    plans = plansByVault(deployment);
    PLANS.set(deployment, plans);
  }
  const name = physicalName(vault);
  const byReference = plans.get(vault);
  const byName = name === undefined ? undefined : plans.get(name);
  if (byReference === undefined || byName === undefined) return [...(byReference ?? byName ?? [])];
  return deployment.ofType(PLAN).filter((plan) => byReference.has(plan) || byName.has(plan));
}

function plansByVault(deployment: Deployment): ReadonlyMap<Resource | string, ReadonlySet<Resource>> {
  const plans = new Map<Resource | string, Set<Resource>>();
  for (const plan of deployment.ofType(PLAN)) {
    for (const rule of rulesOf(plan).known) {
      const places = [
        rule.get('TargetBackupVault'),
        ...copiesOf(rule).map((copy) => copy.get('DestinationBackupVaultArn')),
      ];
      for (const { value } of places.flatMap(({ alternatives }) => alternatives)) {
        for (const key of [identityOf(value), ...mentioned(value)]) {
          if (key !== undefined) plans.set(key, (plans.get(key) ?? new Set()).add(plan));
        }
      }
    }
  }
  return plans;
}

function isKept(kept: Field, place: Field, vault: Resource, days: number): Claim {
  const name = physicalName(vault);
  const here = place.alternatives
    .filter(({ value }) => mentions(value, vault) || (name !== undefined && identityOf(value) === name))
    .map(({ when }) => when);
  if (here.length === 0) return Claim.BREAKS;
  const long = kept
    .get('Lifecycle.DeleteAfterDays')
    .orDefault(Number.POSITIVE_INFINITY)
    .must(atLeast(days, { ja: '日', en: ' days' }));
  return long.and(Claim.any(here.map((when) => Claim.when(when))));
}
