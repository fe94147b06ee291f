import { BaselineOnlyShrinks } from '../../../lib/rules/enforcement/BaselineOnlyShrinks';
import { CitedExceptionsApply } from '../../../lib/rules/enforcement/CitedExceptionsApply';
import { EmergencyExceptionsAreReported } from '../../../lib/rules/enforcement/EmergencyExceptionsAreReported';
import { ExceptionsAreApproved } from '../../../lib/rules/enforcement/ExceptionsAreApproved';
import { ExceptionsAreInUse } from '../../../lib/rules/enforcement/ExceptionsAreInUse';
import { ExceptionsAreRenewedInTime } from '../../../lib/rules/enforcement/ExceptionsAreRenewedInTime';
import { GuardrailCoversEveryStack } from '../../../lib/rules/enforcement/GuardrailCoversEveryStack';
import { testedElsewhere } from '../../helpers/rule-cases';

for (const [rule, file] of [
  [BaselineOnlyShrinks, 'baseline'],
  [CitedExceptionsApply, 'citations'],
  [EmergencyExceptionsAreReported, 'terms'],
  [ExceptionsAreApproved, 'refusals'],
  [ExceptionsAreInUse, 'register'],
  [ExceptionsAreRenewedInTime, 'terms'],
] as const) {
  testedElsewhere(rule, 'it judges the register of exceptions', `test/exceptions/${file}.test.ts`);
}
testedElsewhere(
  GuardrailCoversEveryStack,
  'it judges how a cloud assembly was made',
  'test/aspects/failopen-check.test.ts',
);
