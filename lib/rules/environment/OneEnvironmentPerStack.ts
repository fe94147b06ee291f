import { divided, type Environment, environmentOf } from '../../analysis/environments';
import { mayOccur } from '../../analysis/written-marks';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Template } from '../../model/template';
import { MARKS } from '../../policy/zones';
import { type Context, defineDeploymentRule, type Subject } from '../define';

export const OneEnvironmentPerStack = defineDeploymentRule({
  id: 'OneEnvironmentPerStack',
  clauses: ['7.3(3)①(ア)'],
  title: {
    ja: '一つのスタックで、運用環境と開発環境又はテスト環境とを作成しない',
    en: 'Stacks do not hold production together with development or verification',
  },
  why: {
    ja: '開発環境の変更や削除が同じスタックの更新となり、確認のないまま運用環境に及ぶ。',
    en: 'To change or delete development is an update of production then, which nobody has tested.',
  },
  fix: {
    ja: '環境ごとにテンプレートを分け、Metadata.Jichitai.Environmentを一つにしてください。',
    en: 'Give each environment a template of its own, with one Metadata.Jichitai.Environment.',
  },
  cdk: {
    ja: '環境ごとにStackを作成し、それぞれにTags.of(stack).addで宣言する',
    en: 'a Stack for each environment, declared by Tags.of(stack).add',
  },
  checkDeployment: (context) =>
    mayOccur('environment', context.deployment)
      ? context.deployment.templates.flatMap((template) => subjectsOf(template, context))
      : [],
});

function subjectsOf(template: Template, { marks }: Context): readonly Subject[] {
  let production: Guard = NEVER;
  const strangers: { readonly resource: Resource; readonly environment: Environment }[] = [];
  for (const resource of template.resources.values()) {
    const environment = environmentOf(resource, marks);
    production = production.or(environment.production);
    if (!environment.tests.isNever) strangers.push({ resource, environment });
  }
  if (production.isNever) return [];
  return strangers.map(({ resource, environment }) => ({
    resource,
    claim: divided(environment, { production, tests: NEVER })
      .not()
      .explained(
        MARKS.environment.tag,
        { ja: '運用環境のリソースと同じスタック', en: 'in one stack with resources of production' },
        { ja: '環境ごとのスタック', en: 'a stack for each environment' },
      ),
  }));
}
