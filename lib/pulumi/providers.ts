import {
  isInputs,
  type PulumiInputs,
  type PulumiResource,
  type PulumiStack,
  type PulumiValue,
} from './resource';

/** What a provider gives to all resources that it makes. */
export interface ProviderSettings {
  readonly region?: string;
  readonly account?: string;
  readonly tags: Readonly<Record<string, PulumiValue>>;
}

const PACKAGES = ['aws', 'aws-native'];

/** Settings by URN of the provider; under `aws` and `aws-native` those of resources that name none. */
export function providersOf({ resources, config = {} }: PulumiStack): ReadonlyMap<string, ProviderSettings> {
  const settings = new Map<string, ProviderSettings>();
  for (const name of PACKAGES) {
    const configured = Object.entries(config)
      .filter(([key]) => key.startsWith(`${name}:`))
      .map(([key, value]) => [key.slice(name.length + 1), value] as const);
    settings.set(name, settingsOf(Object.fromEntries(configured)));
  }
  for (const { urn, type, inputs } of resources) {
    const [, name] = /^pulumi:providers:(.*)$/.exec(type) ?? [];
    if (name === undefined || !PACKAGES.includes(name)) continue;
    const own = settingsOf(inputs);
    settings.set(urn, own.region === undefined ? { ...own, ...regionOf(settings.get(name)) } : own);
  }
  return settings;
}

/** The settings under which a resource is made. */
export function settingsFor(
  { provider, type, inputs }: PulumiResource,
  providers: ReadonlyMap<string, ProviderSettings>,
): ProviderSettings {
  const urn = provider?.split('::').slice(0, 4).join('::');
  const found =
    (urn === undefined ? undefined : providers.get(urn)) ?? providers.get(type.split(':')[0] as string);
  // Each resource of version 7 may say its region itself.
  const { region } = inputs;
  return { tags: {}, ...found, ...(typeof region === 'string' && region !== '' ? { region } : {}) };
}

function settingsOf(inputs: PulumiInputs): ProviderSettings {
  const region = inputs['region'];
  const defaults = decoded(inputs['defaultTags']);
  const accounts = decoded(inputs['allowedAccountIds']);
  const tags = isInputs(defaults) ? defaults['tags'] : undefined;
  const [account] =
    Array.isArray(accounts) && accounts.length === 1 ? (accounts as readonly PulumiValue[]) : [];
  return {
    tags: isInputs(tags) ? tags : {},
    ...(typeof region === 'string' && region !== '' ? { region } : {}),
    ...(typeof account === 'string' ? { account } : {}),
  };
}

function regionOf(settings: ProviderSettings | undefined) {
  return settings?.region === undefined ? {} : { region: settings.region };
}

/** Providers take everything as text. */
function decoded(value: PulumiValue): PulumiValue {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as PulumiValue;
  } catch {
    return value;
  }
}
