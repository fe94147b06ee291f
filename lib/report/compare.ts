import type { Assessment, Finding } from '../assess';
import { fingerprintsOf } from './fingerprint';

/** Findings as against those of a base. */
export interface Comparison {
  readonly added: readonly Finding[];
  readonly unchanged: readonly Finding[];
  /** Those of the base that are gone. */
  readonly fixed: readonly Finding[];
}

/** Whether a finding is still to be dealt with: what is excepted is answered for, what needs evidence waits for people. */
export function isOpen({ verdict }: Finding): boolean {
  return verdict === 'violation' || verdict === 'undetermined';
}

/** Open findings that are new, that stay and that are gone. One that became excepted is none of them any more. */
export function compare(assessment: Assessment, base: Assessment): Comparison {
  const [now, before] = [openOnes(assessment), openOnes(base)];
  return {
    added: [...now].filter(([key]) => !before.has(key)).map(([, finding]) => finding),
    unchanged: [...now].filter(([key]) => before.has(key)).map(([, finding]) => finding),
    fixed: [...before].filter(([key]) => !now.has(key)).map(([, finding]) => finding),
  };
}

function openOnes({ findings }: Assessment): ReadonlyMap<string, Finding> {
  const fingerprints = fingerprintsOf(findings);
  return new Map(
    findings
      .map((finding, index) => [fingerprints[index] as string, finding] as const)
      .filter(([, finding]) => isOpen(finding)),
  );
}
