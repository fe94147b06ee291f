import { TAG_PROPERTIES } from '../../analysis/tags';
import { markOfTag, writtenMarks } from '../../analysis/written-marks';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { isRecord, own, type Template } from '../../model/template';
import { isMarkValue, listedValues, MARKS, type MarkName } from '../../policy/zones';
import { plain, type Text } from '../../text';
import { defineDeploymentRule, type Subject } from '../define';

const NAMES = Object.keys(MARKS) as MarkName[];

export const MarkValuesAreValid = defineDeploymentRule({
  id: 'MarkValuesAreValid',
  clauses: ['3(2)②', '4(1)③'],
  title: {
    ja: '領域及び分類の表示は、定められた値とする',
    en: 'Marks of zone and classification have valid values',
  },
  why: {
    ja: '綴りや範囲を誤った表示は、表示がないのと同じである。書いた者は守られているつもりでも、義務の判定から漏れる。',
    en: 'A mark that is misspelt or out of range is no mark: its author believes the data guarded, and no duty applies to it.',
  },
  fix: {
    ja: 'jichitai:で始まるタグ、又はMetadata.Jichitaiの値を、定められた値に直してください。',
    en: 'Correct the value of the tag that begins with jichitai:, or of Metadata.Jichitai.',
  },
  cdk: {
    ja: '値を確かめるZoneMarking.of(scope).declare()を用いる',
    en: 'ZoneMarking.of(scope).declare(), which checks values',
  },
  checkDeployment: ({ deployment }) =>
    deployment.templates.flatMap((template) => [
      ...ofStack(template),
      ...ofMetadata(template),
      ...ofResources(template),
    ]),
});

function requirement(name: MarkName): Text {
  const values = listedValues(name);
  if (values !== undefined)
    return { ja: `${values.join('、')}のいずれか`, en: `one of ${values.join(', ')}` };
  return MARKS[name].values === 'date'
    ? { ja: '実在する日付（YYYY-MM-DD）', en: 'a date that there is (YYYY-MM-DD)' }
    : { ja: '空でない文字列', en: 'a text that is not empty' };
}

function ofStack(template: Template): Subject[] {
  return NAMES.flatMap((name) => {
    const value = own(template.stack.tags, MARKS[name].tag);
    // Tags of a stack come down to those nested in it.
    if (typeof value !== 'string' || template.parent !== undefined || isMarkValue(name, value)) return [];
    return [{ template, claim: wrong(MARKS[name].tag, value, requirement(name)) }];
  });
}

function ofMetadata(template: Template): Subject[] {
  const declared = own(template.raw['Metadata'], 'Jichitai');
  if (!isRecord(declared)) return [];
  const byKey = new Map<string, MarkName>(NAMES.map((name) => [MARKS[name].metadata, name]));
  return Object.entries(declared).flatMap(([key, value]) => {
    const name = byKey.get(key);
    const path = `Metadata.Jichitai.${key}`;
    const at = ['Metadata', 'Jichitai', key];
    if (name === undefined) {
      const keys = [...byKey.keys()].join(', ');
      return [
        {
          template,
          claim: wrong(path, key, { ja: `${keys}のいずれかのキー`, en: `one of the keys ${keys}` }, at),
        },
      ];
    }
    if (!isRecord(value) && !Array.isArray(value) && isMarkValue(name, String(value))) return [];
    return [{ template, claim: wrong(path, value, requirement(name), at) }];
  });
}

function wrong(path: string, value: unknown, required: Text, at?: readonly string[]): Claim {
  return Claim.of('breaks', { path, at, actual: plain(JSON.stringify(value) ?? ''), required });
}

/** One tag on a stack stands on all of its resources: the same fault is told once a template. */
function ofResources(template: Template): Subject[] {
  const told = new Set<string>();
  const subjects: Subject[] = [];
  for (const resource of template.resources.values()) {
    // Nearly all tags are written out, and the same on all resources of a template.
    if (writtenMarks(resource)?.areSound === true) continue;
    for (const { name, field } of TAG_PROPERTIES.flatMap((property) => markTags(resource, property))) {
      const claim = field.must(
        satisfying(requirement(name), (value) => {
          if (value.kind === 'known') return isMarkValue(name, String(value.value)) ? 'holds' : 'breaks';
          if (value.kind === 'absent') return 'holds';
          return value.kind === 'list' || value.kind === 'object' ? 'breaks' : 'undetermined';
        }),
      );
      if (resource.exists.implies(claim.holds)) continue;
      const fault = `${name}\u0000${claim.evidence.map(({ actual }) => actual.en).join('\u0000')}`;
      if (told.has(fault)) continue;
      told.add(fault);
      subjects.push({ resource, template, claim: claim.onlyIf(field.given) });
    }
  }
  return subjects;
}

/** The tags of a property that are marks. */
function markTags(
  resource: Resource,
  property: string,
): readonly { readonly name: MarkName; readonly field: Field }[] {
  return resource.rawProperty(property) === undefined ? [] : tagsOf(resource.get(property));
}

/** The marks among the tags, in a list of keys and values or in a map. */
function tagsOf(tags: Field): readonly { readonly name: MarkName; readonly field: Field }[] {
  const keys = tags.keys().flatMap((key) => {
    const name = markOfTag(key);
    return name === undefined ? [] : [{ name, field: tags.child(key) }];
  });
  const items = tags.items().known.flatMap((item) => {
    const name = markOfTag(String(item.get('Key').literal));
    return name === undefined ? [] : [{ name, field: item.get('Value') }];
  });
  return [...keys, ...items];
}
