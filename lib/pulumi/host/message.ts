import type { Finding } from '../../finding';
import type { Language } from '../../text';

/** One finding: rule and clauses, where, what is there and what must be there, what to do. */
export function messageOf(finding: Finding, language: Language): string {
  const { rule, clauses, resource, line, title, message, fix } = finding;
  const place = `${resource.template}${line === undefined ? '' : `:${line}`}`;
  const subject =
    resource.constructPath?.split('::').slice(2).join('::') ?? resource.logicalId ?? resource.stack ?? '';
  return [
    `${rule} [${clauses.join(', ')}] ${place} ${subject}`,
    title[language],
    message[language],
    fix[language],
  ].join('\n  ');
}
