import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { IConstruct } from 'constructs';

/**
 * Where in the app a construct was made, as `app/app.ts:4:9`; undefined where CDK recorded no place of the
 * user's own. CDK adds this to the findings that it shows, but it shows none of those in Stages.
 */
export function sourceSite(construct: IConstruct): string | undefined {
  const stack: unknown = construct.node.metadata.find(({ type }) => type === 'aws:cdk:creationStack')?.data;
  const frames = Array.isArray(stack) ? stack.map(String) : [];
  for (const frame of frames) {
    const [, where, place] =
      /(?:^|[\s(])((?:file:\/\/\/|\/|[A-Za-z]:[\\/])[^()]*?):(\d+:\d+)\)?$/.exec(frame) ?? [];
    if (where === undefined || /[\\/]node_modules[\\/]/.test(where)) continue;
    // ES modules go by their URL.
    const file = where.startsWith('file:') ? fileURLToPath(where) : where;
    return `${relative(process.cwd(), file) || file}:${place}`;
  }
  return undefined;
}
