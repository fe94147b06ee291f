import { Claim } from '../model/claim';
import { fieldsAt } from '../model/deployment';
import type { Field } from '../model/field';
import type { Resource } from '../model/resource';
import type { Template } from '../model/template';
import type { Value } from '../model/value';

/** Where each type names a container image. */
const IMAGES: Readonly<Record<string, readonly string[]>> = {
  'AWS::ECS::TaskDefinition': ['ContainerDefinitions[*].Image'],
  'AWS::Batch::JobDefinition': [
    'ContainerProperties.Image',
    'NodeProperties.NodeRangeProperties[*].Container.Image',
    'EcsProperties.TaskProperties[*].Containers[*].Image',
    'EksProperties.PodProperties.Containers[*].Image',
  ],
  'AWS::Lambda::Function': ['Code.ImageUri'],
  'AWS::SageMaker::Model': ['PrimaryContainer.Image', 'Containers[*].Image'],
  'AWS::AppRunner::Service': ['SourceConfiguration.ImageRepository.ImageIdentifier'],
  'AWS::CodeBuild::Project': ['Environment.Image'],
  'AWS::Lightsail::Container': ['ContainerServiceDeployment.Containers[*].Image'],
};

export const IMAGE_TYPES = Object.keys(IMAGES);

/** A container image as it is named, as far as that is known. */
export interface ImageName {
  /** Registry and path without tag and digest; undefined where the registry cannot be told. */
  readonly repository: string | undefined;
  /** The registry is the private one of the own account, of the deployment itself, or AWS made the image for its service. */
  readonly own: boolean;
  /** The tag; `latest` where there is none; undefined where it cannot be told. */
  readonly tag: string | undefined;
  readonly digest: boolean;
}

/** States something of every image that a resource names. */
export function everyImage(resource: Resource, claim: (image: Field) => Claim): Claim {
  return Claim.all(
    (IMAGES[resource.type] ?? []).flatMap((path) =>
      fieldsAt(resource, path)
        .filter((field) => !field.isAbsent)
        .map((field) => claim(field).onlyIf(field.given)),
    ),
  );
}

/** Stands for what is not known; no name holds it. */
const HOLE = '\u0000';
const OWN_ACCOUNT = '\u0001';

/** Reads the name of an image; undefined for what is none at all. */
export function imageName(value: Value, template: Template): ImageName | undefined {
  if (value.kind === 'unknown') return { repository: undefined, own: false, tag: undefined, digest: false };
  if (value.kind !== 'known' && value.kind !== 'text' && value.kind !== 'reference') return undefined;
  const text = skeleton(value);
  const [name = '', digest] = text.split('@');
  const slash = name.lastIndexOf('/');
  const colon = name.lastIndexOf(':');
  const tagged = colon > slash;
  const tag = tagged ? name.slice(colon + 1) : name.endsWith(HOLE) ? undefined : 'latest';
  return {
    ...registryOf(tagged ? name.slice(0, colon) : name, value, template),
    tag: tag?.includes(HOLE) ? undefined : tag,
    digest: digest !== undefined,
  };
}

function registryOf(name: string, value: Value, { stack }: Template): Pick<ImageName, 'repository' | 'own'> {
  const [first = '', ...rest] = name.split('/');
  // CodeBuild and Lightsail keep images of their own, or that were sent to them.
  if (name.startsWith('aws/codebuild/') || name === '') return { repository: name, own: true };
  if (namesRepository(value)) return { repository: name, own: true };
  const account = /^([^.]*)\.dkr\.ecr(-fips)?\./.exec(first)?.[1];
  if (account !== undefined) {
    if (account === OWN_ACCOUNT || account === stack.account) return { repository: name, own: true };
    // Whose a number is that is written out can be told only where the own one is known.
    const told = /^\d{12}$/.test(account) && stack.account !== undefined;
    return { repository: told ? name : undefined, own: false };
  }
  if (rest.length === 0) {
    return { repository: first.includes(HOLE) ? undefined : `docker.io/library/${first}`, own: false };
  }
  if (first.includes(HOLE)) return { repository: undefined, own: false };
  if (first.includes('.') || first.includes(':') || first === 'localhost') {
    return { repository: name, own: false };
  }
  return { repository: `docker.io/${name}`, own: false };
}

/** Whether a name is put together from a repository of the deployment. */
function namesRepository(value: Value): boolean {
  const parts = value.kind === 'text' ? value.parts : value.kind === 'reference' ? [value] : [];
  return parts.some(
    (part) =>
      typeof part !== 'string' && part.kind === 'reference' && part.resource.type === 'AWS::ECR::Repository',
  );
}

function skeleton(value: Value): string {
  if (value.kind === 'known') return String(value.value);
  const parts = value.kind === 'text' ? value.parts : [];
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const name = part.kind === 'unknown' ? part.variable?.name : undefined;
      if (name === 'AWS::AccountId') return OWN_ACCOUNT;
      if (name === 'AWS::Region') return 'region';
      return name === 'AWS::URLSuffix' ? 'amazonaws.com' : HOLE;
    })
    .join('');
}

/** Whether a repository is in one of some registries, named by host or by host and path. */
export function isIn(repository: string, registries: readonly string[]): boolean {
  const name = hostAlias(repository);
  return registries.some((registry) => {
    const prefix = hostAlias(registry.replace(/(?<!\/)\/+$/, ''));
    return name === prefix || name.startsWith(`${prefix}/`);
  });
}

/** Docker Hub has several names. */
function hostAlias(name: string): string {
  return name.replace(/^(registry-1\.|index\.|registry\.hub\.)?docker\.(io|com)(?=\/|$)/, 'docker.io');
}
