import type { Text } from '../../text';
import { OPERATION_REASONS } from './reasons-operation';
import { ORGANISATION_REASONS } from './reasons-organisation';
import { PEOPLE_REASONS } from './reasons-people';
import { PREMISES_REASONS } from './reasons-premises';
import { SERVICE_REASONS } from './reasons-services';

const TABLE = {
  ...ORGANISATION_REASONS,
  ...PREMISES_REASONS,
  ...PEOPLE_REASONS,
  ...OPERATION_REASONS,
  ...SERVICE_REASONS,
};

export type ReasonKey = keyof typeof TABLE;

/** Why no rule can enforce a clause: what it is about, and who answers for it or shows it. */
export const REASONS: Readonly<Record<ReasonKey, Text>> = TABLE;
