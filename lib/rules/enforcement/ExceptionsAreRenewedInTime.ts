import { defineDeploymentRule } from '../define';
import { registerDuty } from '../register';

export const ExceptionsAreRenewedInTime = defineDeploymentRule({
  id: 'ExceptionsAreRenewedInTime',
  clauses: ['8.4(1)'],
  title: {
    ja: '例外措置は、期限が切れる前に解消し、又は改めて許可を得る',
    en: 'Exceptions are ended or permitted anew before they expire',
  },
  why: {
    ja: '期限の当日に初めて気付くと、配備が止まったまま審査を待つか、審査を急がせることになる。',
    en: 'Whoever learns of it only on the day of expiry waits for a decision with deployments at a halt, or hurries the decision.',
  },
  fix: {
    ja: '例外措置を要する状態を期限までに解消するか、新しい申請番号で申請し、承認者の署名を得てください。',
    en: 'Mend what needs the exception by then, or apply anew under another number and have that signed.',
  },
  cdk: {
    ja: 'PolicyGuardrailのexceptionsに指定した台帳に新しい申請を加える',
    en: 'add the new application to the register that exceptions of PolicyGuardrail names',
  },
  // Until the last day it counts.
  duty: 'should',
  ...registerDuty('expiring', {
    ja: '期限までに解消し、又は改めて許可を得ること',
    en: 'ended or permitted anew by then',
  }),
});
