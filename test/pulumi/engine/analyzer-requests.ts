import {
  AnalyzeRequest,
  AnalyzerPropertyDependencies,
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
} from '@pulumi/pulumi/proto/analyzer_pb';
import type { EngineResource } from './resource';
import { encode, isObject, type Json, mapProperties, type Properties, SIGNATURE, UNKNOWN } from './wire';

const REFERENCE = '5cf8f73096256a8f31e491e813e4eb8e';

/** One resource by its inputs, as they are before it is made. */
export function analyzeRequest(resource: EngineResource, all: readonly EngineResource[]): AnalyzeRequest {
  return new AnalyzeRequest()
    .setType(resource.type)
    .setName(resource.name)
    .setUrn(resource.urn)
    .setProperties(encode(forPolicies(resource.inputs)))
    .setOptions(optionsOf(resource))
    .setProvider(providerOf(resource, all));
}

/** One resource among all, by its outputs, at the end. */
export function analyzerResource(resource: EngineResource, all: readonly EngineResource[]): AnalyzerResource {
  const request = new AnalyzerResource()
    .setType(resource.type)
    .setName(resource.name)
    .setUrn(resource.urn)
    .setProperties(encode(forPolicies(resource.outputs)))
    .setOptions(optionsOf(resource))
    .setProvider(providerOf(resource, all))
    .setParent(resource.parent ?? '')
    .setDependenciesList([...resource.dependencies]);
  for (const [name, urns] of Object.entries(resource.propertyDependencies))
    if (urns.length > 0)
      request
        .getPropertydependenciesMap()
        .set(name, new AnalyzerPropertyDependencies().setUrnsList([...urns]));
  return request;
}

function optionsOf(resource: EngineResource): AnalyzerResourceOptions {
  return new AnalyzerResourceOptions()
    .setProtect(resource.protect ?? false)
    .setIgnorechangesList([...(resource.ignoreChanges ?? [])])
    .setAdditionalsecretoutputsList([...(resource.additionalSecretOutputs ?? [])])
    .setAliasesList([...(resource.aliases ?? [])])
    .setParent(resource.parent ?? '');
}

function providerOf(
  resource: EngineResource,
  all: readonly EngineResource[],
): AnalyzerProviderResource | undefined {
  const { provider } = resource;
  if (provider === undefined) return undefined;
  const found = all.find(({ urn }) => provider.startsWith(`${urn}::`));
  if (found === undefined) return undefined;
  return new AnalyzerProviderResource()
    .setType(found.type)
    .setName(found.name)
    .setUrn(found.urn)
    .setProperties(encode(forPolicies(found.inputs)));
}

/** The engine keeps unknowns and secrets for policies. Of a reference it keeps the id, and leaves out what is internal. */
function forPolicies(properties: Properties): Properties {
  const lower = (value: Json): Json | undefined => {
    if (!isObject(value)) return undefined;
    if (value[SIGNATURE] === REFERENCE) {
      const { id, urn = '' } = value;
      return id === undefined ? urn : id === '' ? UNKNOWN : id;
    }
    const visible = Object.entries(value).filter(([key]) => !key.startsWith('__'));
    return visible.length === Object.keys(value).length
      ? undefined
      : mapProperties(Object.fromEntries(visible), lower);
  };
  const visible = Object.entries(properties).filter(([key]) => !key.startsWith('__'));
  return mapProperties(Object.fromEntries(visible), lower);
}
