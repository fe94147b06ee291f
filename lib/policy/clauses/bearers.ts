import type { Bearer } from './clause-row';

/** The city alone. */
export const CITY: readonly Bearer[] = ['municipality'];
/** The city, and whoever builds the app for it. */
export const CITY_AND_VENDOR: readonly Bearer[] = ['municipality', 'vendor'];
/** The city, and whoever builds, maintains or runs systems for it. */
export const CITY_AND_CONTRACTORS: readonly Bearer[] = ['municipality', 'operator', 'vendor'];
/** The city and its contractors, and the Digital Agency, whose templates set up the accounts of Government Cloud. */
export const CITY_AGENCY_AND_CONTRACTORS: readonly Bearer[] = [
  'municipality',
  'digital-agency',
  'operator',
  'vendor',
];
/** The city, and the provider that must show or agree to something. */
export const CITY_AND_PROVIDER: readonly Bearer[] = ['municipality', 'cloud-provider'];
/** The city, the provider and whoever builds the app. */
export const CITY_PROVIDER_AND_VENDOR: readonly Bearer[] = ['municipality', 'cloud-provider', 'vendor'];
/** The city, the provider, and whoever builds, maintains or runs systems. */
export const CITY_PROVIDER_AND_CONTRACTORS: readonly Bearer[] = [
  'municipality',
  'cloud-provider',
  'operator',
  'vendor',
];
/** Each party of a system in Government Cloud. */
export const EVERYBODY: readonly Bearer[] = [
  'municipality',
  'digital-agency',
  'cloud-provider',
  'operator',
  'vendor',
];
