import { ACCESS_LEVELS, type AccessReport, type PrincipalRow, type StoreRow } from '../access/report';
import type { Language } from '../text';
import { jsonText } from './escape';

/** Who can reach what, and why, for programs. */
export function accessJson(report: AccessReport, language: Language): string {
  const { tool, asked, templates, stores, principals, untold } = report;
  return jsonText({
    tool,
    asked: { principal: asked.principal ?? null, resource: asked.resource ?? null },
    templates,
    stores: stores.map(storeJson),
    principals: principals.map((principal) => principalJson(principal, language)),
    untold: untold.map(storeJson),
  });
}

function storeJson({ name, logicalId, type, template, line, zone, confidentiality }: StoreRow): object {
  return {
    name,
    logicalId,
    type,
    template,
    line: line ?? null,
    zone: zone ?? null,
    confidentiality: confidentiality ?? null,
  };
}

function principalJson(principal: PrincipalRow, language: Language): object {
  const { sort, name, identity, party, becoming, rights, reaches } = principal;
  return {
    kind: sort,
    name: name[language],
    logicalId: identity?.logicalId ?? null,
    type: identity?.type ?? null,
    template: identity?.template ?? null,
    line: identity?.line ?? null,
    party: party ?? null,
    zone: identity?.zone ?? null,
    becoming: becoming.map(({ from, kind, over, mfa, certainty }) => ({
      kind,
      from: from[language],
      over,
      mfa,
      certainty,
    })),
    rights:
      rights === undefined
        ? null
        : {
            administrator: rights.administrator,
            credentials: rights.credentials,
            keyDestruction: rights.keyDestruction,
            boundary: rights.boundary?.[language] ?? null,
          },
    reaches: reaches.map(({ store, levels, actions, statements, limits, reasons, key }) => ({
      store: { name: store.name, logicalId: store.logicalId, template: store.template },
      levels: Object.fromEntries(ACCESS_LEVELS.map((level) => [level, levels[level]])),
      actions: Object.fromEntries(ACCESS_LEVELS.map((level) => [level, actions[level]])),
      statements: statements.map(({ path, template, line, onlyIf }) => ({
        path,
        template,
        line: line ?? null,
        condition: onlyIf?.[language] ?? null,
      })),
      limits: limits.map((text) => text[language]),
      reasons: reasons.map((text) => text[language]),
      key: key ?? null,
    })),
  };
}
