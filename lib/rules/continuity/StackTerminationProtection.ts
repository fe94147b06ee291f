import { Claim } from '../../model/claim';
import type { Template } from '../../model/template';
import { type Context, defineDeploymentRule } from '../define';

export const StackTerminationProtection = defineDeploymentRule({
  id: 'StackTerminationProtection',
  clauses: ['8.1⑥'],
  title: {
    ja: '可用性2の情報を扱うスタックは、削除保護（Termination Protection）を有効にする',
    en: 'Stacks of availability 2 have termination protection',
  },
  why: {
    ja: 'スタックの削除という一つの誤操作により、サーバ、ネットワーク及びストレージがまとめて失われる。',
    en: 'One mistaken call, the deletion of a stack, takes servers, network and storage away together.',
  },
  fix: {
    ja: 'スタックの配備後にaws cloudformation update-termination-protection --enable-termination-protectionを実行してください。テンプレートには書けません。',
    en: 'Run aws cloudformation update-termination-protection --enable-termination-protection once the stack is deployed: a template cannot say it.',
  },
  cdk: {
    ja: 'StackのterminationProtectionをtrueとする',
    en: 'terminationProtection: true of Stack',
  },
  // The clause asks for a procedure around deletion, to which this is a help.
  duty: 'should',
  checkDeployment: (context) =>
    context.deployment.templates
      // A nested stack is deleted with its parent only.
      .filter(({ parent, resources }) => parent === undefined && resources.size > 0)
      .flatMap((template) => {
        const { terminationProtection } = template.stack;
        // What is no stack of an assembly does not say how it is deployed.
        if (terminationProtection === undefined) return [];
        if (!matters(template, context)) return [];
        return [
          {
            template,
            claim: Claim.of(terminationProtection ? 'holds' : 'breaks', {
              path: 'terminationProtection',
              actual: { ja: '無効', en: 'off' },
              required: { ja: '有効', en: 'on' },
            }),
          },
        ];
      }),
});

function matters({ resources }: Template, { marks }: Context): boolean {
  let before: ReturnType<Context['marks']['of']> | undefined;
  for (const resource of resources.values()) {
    // Most resources of a template share one list of marks, of which the same is true.
    const found = marks.of(resource, 'availability');
    if (found === before) continue;
    before = found;
    if (!marks.atLeast(resource, 'availability', 2).holds.isNever) return true;
  }
  return false;
}
