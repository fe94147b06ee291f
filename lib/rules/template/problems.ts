import { Claim, type Outcome } from '../../model/claim';
import type { TemplateProblem } from '../../model/template';
import type { Text } from '../../text';
import type { Context, Subject } from '../define';

/** What loading has found wrong with templates, as subjects of a rule. */
export function problemSubjects(
  { deployment }: Context,
  kinds: readonly TemplateProblem['kind'][],
  outcome: Outcome,
  required: Text,
): readonly Subject[] {
  return deployment.templates.flatMap((template) =>
    template.problems
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ path, logicalId, message }) => {
        const resource = logicalId === undefined ? undefined : template.resources.get(logicalId);
        const claim = Claim.of(outcome, {
          path: shown(path),
          at: path,
          actual: message,
          required,
          sentence: message,
        });
        return { template, claim, ...(resource === undefined ? {} : { resource }) };
      }),
  );
}

/** A path inside a resource as property paths are written; any other from the top of the template. */
function shown(path: readonly string[]): string {
  const [section, , part, ...rest] = path;
  return section === 'Resources' && part === 'Properties' && rest.length > 0
    ? rest.join('.')
    : path.join('.');
}
