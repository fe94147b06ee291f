import type { ZoneName } from '../../policy/zones';

/** What a program or a policy pack is held against. */
export interface PolicyOptions {
  /** A built-in profile's name, or a YAML file. @default miyazaki */
  readonly profile?: string;
  /** The register of exceptions, a YAML file or a folder of them. @default - no exception is approved */
  readonly exceptions?: string;
  /** Files with what other repositories say of their networks (see `facts`). @default - none */
  readonly facts?: readonly string[];
  /** Zone of resources for which nothing declares one. @default - none */
  readonly zone?: ZoneName;
  /** The language of messages. @default - Japanese where LANG says so, else English */
  readonly language?: 'ja' | 'en';
}

/** What a policy pack holds stacks against. */
export interface PolicyPackOptions extends PolicyOptions {
  /** @default jichitai-guardrails */
  readonly name?: string;
}
