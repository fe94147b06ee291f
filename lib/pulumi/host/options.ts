import type { CheckOptions } from '../../check';
import type { Language } from '../../text';

/** What a policy pack holds stacks against. */
export interface PolicyPackOptions extends Pick<CheckOptions, 'profile' | 'exceptions' | 'facts' | 'zone'> {
  /** @default jichitai-guardrails */
  readonly name?: string;
  /** The language of messages. @default - Japanese where LANG says so, else English */
  readonly language?: Language;
}
