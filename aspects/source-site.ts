import type { IConstruct } from 'constructs';
import { placeOf } from '../lib/creation-stack';

/**
 * Where in the app a construct was made, as `app/app.ts:4:9`; undefined where CDK recorded no place of the
 * user's own. CDK adds this to the findings that it shows, but it shows none of those in Stages.
 */
export function sourceSite(construct: IConstruct): string | undefined {
  const place = placeOf(construct.node.metadata.find(({ type }) => type === 'aws:cdk:creationStack')?.data);
  return place === undefined ? undefined : `${place.file}:${place.line}:${place.column}`;
}
