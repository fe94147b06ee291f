import { bucketsAt } from '../../analysis/buckets';
import { divided, type Environment, environmentAt, environmentOf } from '../../analysis/environments';
import type { Marks } from '../../analysis/marks';
import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

/** What carries data on: where it comes from, the resource itself where nothing is named, and where it goes. */
const CARRIERS: Readonly<Record<string, { readonly from?: string; readonly to: string }>> = {
  'AWS::S3::Bucket': { to: 'ReplicationConfiguration.Rules[*].Destination.Bucket' },
  'AWS::DMS::ReplicationTask': { from: 'SourceEndpointArn', to: 'TargetEndpointArn' },
  'AWS::DMS::ReplicationConfig': { from: 'SourceEndpointArn', to: 'TargetEndpointArn' },
  'AWS::DataSync::Task': { from: 'SourceLocationArn', to: 'DestinationLocationArn' },
  'AWS::Pipes::Pipe': { from: 'Source', to: 'Target' },
  'AWS::Logs::SubscriptionFilter': { from: 'LogGroupName', to: 'DestinationArn' },
};

export const ProductionDataStaysInProduction = defineRule({
  id: 'ProductionDataStaysInProduction',
  clauses: ['7.3(3)②(ウ)', '7.3(3)①(ア)'],
  title: {
    ja: '運用環境のデータを、開発環境及びテスト環境に複製し、又は転送しない',
    en: 'Data of production are not replicated or sent to development or verification',
  },
  why: {
    ja: '継続的な複製は、住民の生データを日々テスト環境に流し込む。',
    en: 'Replication pours the raw records of residents into the test environment day by day.',
  },
  fix: {
    ja: 'ReplicationConfigurationのDestination.Bucket、TargetEndpointArn、DestinationLocationArn等の宛先を、運用環境のものとしてください。',
    en: 'Let the destination be of production: Destination.Bucket of ReplicationConfiguration, TargetEndpointArn, DestinationLocationArn and the like.',
  },
  cdk: {
    ja: 'BucketのreplicationRules、CfnReplicationTask等に、他の環境の宛先を渡さない',
    en: 'no destination of another environment in replicationRules of Bucket, CfnReplicationTask and so on',
  },
  resources: Object.keys(CARRIERS),
  check: (carrier, { marks }) => {
    const { from, to } = CARRIERS[carrier.type] as (typeof CARRIERS)[string];
    const source =
      from === undefined ? environmentOf(carrier, marks) : environmentAt(carrier.get(from), marks);
    return Claim.all(fieldsAt(carrier, to).map((field) => staysIn(source, field, carrier, marks)));
  },
});

function staysIn(source: Environment, field: Field, carrier: Resource, marks: Marks): Claim {
  return Claim.all(
    targetsAt(field, carrier).map(({ resource, when }) =>
      divided({ ...source, tests: NEVER }, environmentOf(resource, marks))
        .not()
        .explained(
          field.path,
          {
            ja: `${resource.logicalId}（運用環境でない）`,
            en: `${resource.logicalId}, which is not of production`,
          },
          { ja: '運用環境の宛先', en: 'a destination in production' },
          field.at,
        )
        .onlyIf(when),
    ),
  ).and(unknownTarget(source, field));
}

function targetsAt(
  field: Field,
  carrier: Resource,
): readonly { readonly resource: Resource; readonly when: Guard }[] {
  const named = field.alternatives.flatMap(({ when, value }) =>
    bucketsAt(carrier.deployment, value).map((found) => ({
      resource: found.bucket,
      when: found.when.and(when),
    })),
  );
  const referred = field.references().map(({ when, value }) => ({ resource: value.resource, when }));
  return [...named, ...referred];
}

/** Where data of production go by a parameter only deployment tells. */
function unknownTarget(source: Environment, field: Field): Claim {
  return Claim.all(
    field.alternatives
      .filter(({ value }) => value.kind === 'unknown')
      .map(({ when }) =>
        field
          .states(
            'undetermined',
            { ja: '配備時に定まる宛先', en: 'a destination that deployment tells' },
            { ja: '運用環境の宛先', en: 'a destination in production' },
          )
          .onlyIf(when.and(source.production)),
      ),
  );
}
