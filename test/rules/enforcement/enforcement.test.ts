import { EmergencyExceptionsAreReported } from '../../../lib/rules/enforcement/EmergencyExceptionsAreReported';
import { ExceptionsAreApproved } from '../../../lib/rules/enforcement/ExceptionsAreApproved';
import { GuardrailCoversEveryStack } from '../../../lib/rules/enforcement/GuardrailCoversEveryStack';
import { testedElsewhere } from '../../helpers/rule-cases';

testedElsewhere(
  ExceptionsAreApproved,
  'it judges the register of exceptions',
  'test/exceptions/register.test.ts',
);
testedElsewhere(
  EmergencyExceptionsAreReported,
  'it judges the register of exceptions',
  'test/exceptions/register.test.ts',
);
testedElsewhere(
  GuardrailCoversEveryStack,
  'it judges how a cloud assembly was made',
  'test/aspects/failopen-check.test.ts',
);
