import { stringify } from 'yaml';
import { checkPaths } from '../../check';
import { InputError } from '../../errors';
import type { RegisterEntry } from '../../exceptions/entry';
import { isAt, namesOf } from '../../exceptions/scope-index';
import { addEntry } from '../../exceptions/write-register';
import { type Finding, piecesOf } from '../../finding';
import { RULES } from '../../rules';
import type { Command } from '../commands';
import { dayGiven, dayOfCheck, type Options, pathsOf, takesOnly, zoneOf } from '../options';
import { draftOf } from './drafts';

/** Drafts an application for an exception from what a check finds: with the narrowest scope that covers it. */
export const apply: Command = ([rule, ...args], options, language, io) => {
  takesOnly(
    options,
    'application',
    'resource',
    'kind',
    'reason',
    'measures',
    'applicant',
    'approver',
    'office',
    'starts',
    'expires',
    'reported',
    'exceptions',
    'profile',
    'zone',
    'at',
  );
  if (rule === undefined) {
    throw new InputError({
      ja: '例外措置を申請する規則の名前を指定してください',
      en: 'name the rule that the exception is for',
    });
  }
  const found = findingsOf(rule, args, options);
  const entry = entryFor(found, options);
  const { exceptions } = options;
  if (exceptions === undefined) {
    io.stdout(stringify(entry, { lineWidth: 0, compat: 'yaml-1.1' }));
    return true;
  }
  const file = addEntry(exceptions, entry);
  io.stdout(
    language === 'ja'
      ? `${file}に${entry.application}を書きました（指摘${found.length}件）。内容を確かめ、承認者がexceptions signで署名するまでは効力がありません。\n`
      : `${entry.application} is written to ${file} (${found.length} finding${found.length === 1 ? '' : 's'}). Check it; it counts once the approver has signed it with \`exceptions sign\`.\n`,
  );
  return true;
};

function findingsOf(name: string, args: readonly string[], options: Options): readonly Finding[] {
  const rule = RULES.find(({ id }) => id.toLowerCase() === name.toLowerCase());
  if (rule === undefined) {
    throw new InputError({
      ja: `規則${JSON.stringify(name)}はありません（rulesで一覧を表示）`,
      en: `there is no rule ${JSON.stringify(name)} (\`rules\` lists them)`,
    });
  }
  const { profile, resource } = options;
  const zone = zoneOf(options);
  const { findings } = checkPaths(pathsOf(args), {
    ...(profile === undefined ? {} : { profile }),
    ...(zone === undefined ? {} : { zone }),
    today: dayOfCheck(options),
  });
  const found = findings
    .filter((finding) => finding.rule === rule.id && finding.verdict !== 'evidence')
    .filter((finding) => resource === undefined || resource.some((path) => isAt(path, finding.resource)));
  if (found.length === 0) {
    throw new InputError({
      ja: `規則${rule.id}の指摘が${resource === undefined ? '' : '指定されたリソースに'}ないため、申請するものがありません`,
      en: `there is no finding of ${rule.id}${resource === undefined ? '' : ' at these resources'}, so there is nothing to apply for`,
    });
  }
  return found;
}

function entryFor(found: readonly Finding[], options: Options): RegisterEntry {
  const today = dayOfCheck(options);
  const { kind = 'regular' } = options;
  if (kind !== 'regular' && kind !== 'emergency') {
    throw new InputError({
      ja: '--kind にはregular、emergencyのいずれかを指定してください',
      en: '--kind must be one of regular, emergency',
    });
  }
  const { application, applied, starts, expires, ...who } = draftOf(options, today);
  const reported = dayGiven(options, 'reported');
  const [first] = found as readonly [Finding, ...Finding[]];
  const resources = distinct(found.map(({ resource }) => resource.constructPath ?? resource.logicalId));
  return {
    application,
    kind,
    rules: [first.rule],
    clauses: first.clauses,
    scope: {
      stacks: distinct(found.map(({ resource }) => resource.stack ?? resource.template)),
      ...(resources.length === 0 ? {} : { resources }),
      ...piecesWanted(found),
    },
    ...who,
    applied,
    ...(kind === 'regular' ? { decision: 'pending' as const } : {}),
    ...(reported === undefined ? {} : { reported }),
    starts,
    expires,
  };
}

/** The faults of a finding that names several, for the applicant to take off what it is not for. */
function piecesWanted(found: readonly Finding[]): { readonly findings?: readonly string[] } {
  const pieces = distinct(found.flatMap((finding) => piecesOf(finding).map((piece) => namesOf(piece)[0])));
  return found.length === 1 && pieces.length > 1 ? { findings: pieces } : {};
}

function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== undefined && text !== ''))] as string[];
}
