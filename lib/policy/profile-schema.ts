import { BUILT_IN_PROFILES, PLATFORM_DUTIES } from './profile';
import { ZONE_ENDS, ZONES } from './zones';

const days = (description: string, most = 36500) => ({
  type: 'integer',
  minimum: 1,
  maximum: most,
  description,
});
const strings = (description: string) => ({
  type: 'array',
  items: { type: 'string', minLength: 1 },
  uniqueItems: true,
  description,
});

const accounts = { type: 'array', items: { type: 'string', pattern: '^\\d{12}$' }, uniqueItems: true };

const ends = (zone: string) => ({
  anyOf: [{ properties: { from: { const: zone } } }, { properties: { to: { const: zone } } }],
});
const limits = (description: string, pattern: string) => ({
  type: 'array',
  items: { type: 'string', pattern },
  minItems: 1,
  uniqueItems: true,
  description,
});

/** A permitted passage between zones. The policy itself says how far a permission can go. */
const PASSAGE = {
  type: 'object',
  additionalProperties: false,
  required: ['from', 'to', 'approval'],
  properties: {
    from: { enum: [...ZONE_ENDS] },
    to: { enum: [...ZONE_ENDS] },
    // A range as wide as this names nobody.
    sources: limits('address ranges', '/([89]|[1-9]\\d|1[01]\\d|12[0-8])$'),
    destinations: limits('address ranges', '/([89]|[1-9]\\d|1[01]\\d|12[0-8])$'),
    ports: limits('protocols and ports', '^((tcp|udp)/\\d{1,5}(-\\d{1,5})?|icmp|icmpv6)$'),
    through: { type: 'string', minLength: 1 },
    approval: { type: 'string', minLength: 1, description: '7.1(10)①' },
  },
  allOf: [
    // 4(1)①: limited by address and by port, and the far end is not the Internet.
    {
      if: ends('my-number'),
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: { sources: true, destinations: true, ports: true },
        required: ['sources', 'destinations', 'ports'],
        not: ends('open-internet'),
      },
    },
    // 4(2)①: what comes into the LGWAN zone is rendered harmless.
    {
      if: { properties: { to: { const: 'lgwan' }, from: { enum: ['internet', 'open-internet'] } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { properties: { through: true }, required: ['through'] },
    },
  ],
};

/** JSON Schema of a profile file. */
export const PROFILE_SCHEMA = {
  $id: 'https://jichitai-guardrails.invalid/profile.schema.json',
  title: 'Profile of jichitai-guardrails',
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: {
    extends: {
      enum: Object.keys(BUILT_IN_PROFILES),
      description: 'The profile that this one changes. Default: miyazaki',
    },
    name: { type: 'string', minLength: 1 },
    policyEdition: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    minimumLogRetentionDays: days('7.1(6)①'),
    minimumArchiveLockDays: days('7.1(6)②'),
    minimumBackupRetentionDays: days('7.1(2)①', 35),
    maximumPrivilegedSessionSeconds: { type: 'integer', minimum: 900, maximum: 43200, description: '7.2(6)' },
    minimumPasswordLength: { type: 'integer', minimum: 6, maximum: 99, description: '6.4(3)' },
    minimumKeyDeletionWindowDays: { type: 'integer', minimum: 7, maximum: 30, description: '9.2(7)③' },
    allowedKeySpecs: { ...strings('7.1(16)②'), minItems: 1 },
    allowedRegions: { ...strings('9.2(2)③(エ)'), minItems: 1 },
    allowedListenerTlsPolicies: { ...strings('7.1(16)②'), minItems: 1 },
    allowedTimeSources: { ...strings('8.1②'), minItems: 1 },
    defaultAdministratorNames: strings('7.2(1)③(オ)'),
    allowedAdministrators: strings('7.2(1)③(ア)'),
    approvedImageRegistries: strings('7.3(2)③(イ), 7.1(17)②'),
    approvedServices: {
      type: 'array',
      items: { type: 'string', pattern: '^[A-Z][A-Za-z0-9]*::[A-Z][A-Za-z0-9]*$' },
      uniqueItems: true,
      description: '9.2(4)③',
    },
    maximumIdleMinutes: { type: 'integer', minimum: 1, maximum: 60, description: '7.2(4)' },
    maximumTokenMinutes: { type: 'integer', minimum: 5, maximum: 1440, description: '7.2(4)' },
    maximumLoginDays: days('7.2(4)', 3650),
    maximumEmergencyDays: days('8.4(2)', 92),
    emergencyReportDays: days('8.4(2)', 31),
    maximumSupportTableAgeDays: days('7.4(1)⑦'),
    platformProvides: { type: 'array', items: { enum: [...PLATFORM_DUTIES] }, uniqueItems: true },
    zoneMatrix: { type: 'array', items: PASSAGE, description: '4(1)①, 4(2)①' },
    facts: {
      type: 'object',
      additionalProperties: false,
      properties: {
        customerManagedKeys: strings('ARNs or ids of keys that a customer manages'),
        zoneOf: { type: 'object', additionalProperties: { enum: [...ZONES] } },
        prefixLists: { type: 'object', additionalProperties: strings('address ranges') },
        outsideAccounts: accounts,
        developmentAccounts: accounts,
        approvedConnections: strings('application numbers'),
      },
    },
    rules: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          severity: { enum: ['error', 'warning'] },
          undetermined: { enum: ['block', 'report'] },
        },
      },
    },
  },
} as const;
