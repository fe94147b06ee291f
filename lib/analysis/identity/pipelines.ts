import type { Deployment } from '../../model/deployment';
import type { Field } from '../../model/field';
import type { Guard } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { rolesOf } from './holders';

/** What a pipeline runs without asking anybody, by whoever can write its source. */
export interface Run {
  /** The repository or bucket that it takes its source from. */
  readonly source: Resource;
  readonly role: Resource;
  readonly when: Guard;
}

const SERVICE_ROLE = { type: 'AWS::CodeBuild::Project', path: 'ServiceRole' };

const runs = new WeakMap<Deployment, readonly Run[]>();

/** The roles as which pipelines run what stands in their sources, up to the first approval. */
export function runsOf(deployment: Deployment): readonly Run[] {
  let found = runs.get(deployment);
  if (found === undefined) {
    found = deployment.ofType('AWS::CodePipeline::Pipeline').flatMap(runsIn);
    runs.set(deployment, found);
  }
  return found;
}

function runsIn(pipeline: Resource): readonly Run[] {
  const sources: { source: Resource; when: Guard }[] = [];
  const roles: { role: Resource; when: Guard }[] = [];
  for (const stage of pipeline.get('Stages').items().known) {
    const actions = stage.get('Actions').items().known;
    // Somebody looks at it before the rest.
    if (actions.some((action) => action.get('ActionTypeId.Category').literal === 'Approval')) break;
    for (const action of actions) {
      const configuration = action.get('Configuration');
      for (const key of ['RepositoryName', 'S3Bucket']) {
        for (const { value, when } of configuration.get(key).references()) {
          if (SOURCES.has(value.resource.type)) sources.push({ source: value.resource, when });
        }
      }
      roles.push(...rolesOfAction(configuration));
    }
  }
  return sources.flatMap(({ source, when }) =>
    roles.map(({ role, when: given }) => ({ source, role, when: when.and(given).and(pipeline.exists) })),
  );
}

const SOURCES = new Set(['AWS::CodeCommit::Repository', 'AWS::S3::Bucket']);

/** The role of the build project, or the one that CloudFormation makes the stack with. */
function rolesOfAction(configuration: Field): readonly { role: Resource; when: Guard }[] {
  const projects = configuration
    .get('ProjectName')
    .references()
    .filter(({ value }) => value.resource.type === SERVICE_ROLE.type)
    .flatMap(({ value, when }) =>
      rolesOf(value.resource, SERVICE_ROLE).map((held) => ({ role: held.role, when: held.when.and(when) })),
    );
  const stacks = configuration
    .get('RoleArn')
    .references()
    .filter(({ value }) => value.resource.type === 'AWS::IAM::Role')
    .map(({ value, when }) => ({ role: value.resource, when }));
  return [...projects, ...stacks];
}
