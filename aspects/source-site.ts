import { relative } from 'node:path';
import type { IConstruct } from 'constructs';

/**
 * Where in the app a construct was made, as `app/app.ts:4:9`; undefined where CDK recorded no place of the
 * user's own. CDK adds this to the findings that it shows, but it shows none of those in Stages.
 */
export function sourceSite(construct: IConstruct): string | undefined {
  const stack: unknown = construct.node.metadata.find(({ type }) => type === 'aws:cdk:creationStack')?.data;
  const frames = Array.isArray(stack) ? stack.map(String) : [];
  for (const frame of frames) {
    const [, file, place] = /\(?((?:\/|[A-Za-z]:[\\/])[^()]*?):(\d+:\d+)\)?$/.exec(frame) ?? [];
    if (file !== undefined && !/[\\/]node_modules[\\/]/.test(file)) {
      return `${relative(process.cwd(), file) || file}:${place}`;
    }
  }
  return undefined;
}
