import { defineDeploymentRule } from '../define';
import { registerDuty } from '../register';

export const ExceptionsAreInUse = defineDeploymentRule({
  id: 'ExceptionsAreInUse',
  clauses: ['8.4(1)', '8.4(3)'],
  title: {
    ja: '台帳の例外措置は、現に必要なものに限る',
    en: 'The register holds only exceptions that something still needs',
  },
  why: {
    ja: '不要になった例外措置が台帳に残ると、同じ違反が後に生じても、審査を経ずに見逃される。',
    en: 'Where an exception outlives its need, the same violation comes back later without anybody deciding on it.',
  },
  fix: {
    ja: '何にも当たらない申請を台帳から削除するか、範囲の誤りを正して署名し直してください。',
    en: 'Remove the application that matches nothing from the register, or correct its scope and have it signed again.',
  },
  cdk: {
    ja: 'PolicyGuardrailのexceptionsに指定した台帳から削除する',
    en: 'remove it from the register that exceptions of PolicyGuardrail names',
  },
  // A check of a part of the system does not see what the rest needs.
  duty: 'should',
  ...registerDuty('unused', { ja: '少なくとも一つの指摘に当たること', en: 'for at least one finding' }),
});
