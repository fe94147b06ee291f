import { Claim, type Evidence } from './model/claim';
import { ALWAYS, type Guard, GuardLimitError } from './model/guard';
import type { Resource } from './model/resource';
import type { Context, DeploymentRule, ResourceRule, Subject } from './rules/define';

/** The verdict of one rule about one subject. */
export interface Judged {
  readonly verdict: 'compliant' | 'notApplicable' | 'violation' | 'undetermined' | 'evidence';
  readonly evidence: readonly Evidence[];
  readonly crashed?: boolean;
}

const NOT_APPLICABLE: Judged = { verdict: 'notApplicable', evidence: [] };
const COMPLIANT: Judged = { verdict: 'compliant', evidence: [] };

/** The verdict of a rule about a resource. A rule that fails leaves the question open. */
export function judgeResource(
  rule: ResourceRule,
  resource: Resource,
  context: Context,
  applicable: () => Claim,
): Judged {
  const { exists } = resource;
  if (exists.isNever) return NOT_APPLICABLE;
  try {
    const applies = applicable();
    if (exists.implies(applies.breaks)) return NOT_APPLICABLE;
    return judge(rule.check(resource, context), applies, exists);
  } catch (error) {
    return failure(error);
  }
}

/** The same of a rule about the deployment, with what each verdict is about. */
export function judgeDeployment(
  rule: DeploymentRule,
  context: Context,
): readonly { readonly where: Omit<Subject, 'claim'>; readonly judged: Judged }[] {
  try {
    return rule.checkDeployment(context).map(({ claim, ...where }) => {
      const exists = where.resource?.exists ?? where.template?.exists ?? ALWAYS;
      return { where, judged: judge(claim, Claim.HOLDS, exists) };
    });
  } catch (error) {
    return [{ where: {}, judged: failure(error) }];
  }
}

/** The verdict of a claim, among the choices under which its subject exists and the rule applies. */
function judge(claim: Claim, applies: Claim, exists: Guard): Judged {
  // As most claims do, wherever the rule applies.
  if (claim.holds === ALWAYS && claim.needed.length === 0) return COMPLIANT;
  const whole = claim.onlyIf(applies);
  const breaks = whole.breaks.and(exists);
  const undetermined = exists.minus(whole.holds).minus(whole.breaks);
  const pick = (outcome: Evidence['outcome'], guard: Guard) =>
    claim.evidence
      .filter((item) => item.outcome === outcome && item.when.meets(guard))
      .map((item) => ({ ...item, when: item.when.and(guard) }));
  if (!breaks.isNever)
    return {
      verdict: 'violation',
      evidence: [...pick('breaks', breaks), ...pick('undetermined', undetermined)],
    };
  if (!undetermined.isNever) {
    // What would break the rule if it applied, where it cannot be told whether it does.
    const conditional = pick('breaks', undetermined.and(claim.breaks));
    const whether =
      conditional.length === 0 ? [] : applies.evidence.filter(({ when }) => when.meets(undetermined));
    const evidence = [...whether, ...pick('undetermined', undetermined), ...conditional];
    // One way to meet the duty cannot be told and says nothing: then what the other ways lack is what there is to say.
    return {
      verdict: 'undetermined',
      evidence: evidence.length > 0 ? evidence : pick('breaks', undetermined),
    };
  }
  const needed = claim.needed.length === 0 ? [] : pick('needed', exists.minus(applies.breaks));
  return needed.length > 0 ? { verdict: 'evidence', evidence: needed } : COMPLIANT;
}

function failure(error: unknown): Judged {
  const message = error instanceof Error ? error.message : String(error);
  const limit = error instanceof GuardLimitError;
  const evidence: Evidence = {
    path: '',
    actual: limit
      ? { ja: '条件の組合せが多すぎる', en: 'too many combinations of conditions' }
      : { ja: `規則の内部エラー（${message}）`, en: `the rule itself failed (${message})` },
    required: { ja: '検査が完了すること', en: 'that the check completes' },
    outcome: 'undetermined',
    when: ALWAYS,
  };
  return { verdict: 'undetermined', evidence: [evidence], crashed: !limit };
}
