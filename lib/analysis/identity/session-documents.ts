import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, literal, type Requirement, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { asNumber } from '../../model/value';
import type { Text } from '../../text';
import { asked } from './asked';
import { documentAt } from './statements';

/** The name of the document that holds the preferences of Session Manager for an account and region. */
export const PREFERENCES = 'SSM-SessionManagerRunShell';

/** The content of a document, which may be written as text. */
function contentOf(document: Resource): Field {
  return documentAt(document.get('Content'), document);
}

/** Says that a document opens shells by Session Manager. Commands and forwarded ports have no input of their own. */
function opensShells(document: Resource): Claim {
  return document
    .get('DocumentType')
    .orDefault('Command')
    .must(equals('Session'))
    .and(contentOf(document).get('sessionType').must(equals('Standard_Stream')));
}

/** States something of the settings for shells that a document opens. */
export function ofShells(document: Resource, claim: (inputs: Field) => Claim): Claim {
  return asked(claim(contentOf(document).get('inputs')), opensShells(document));
}

/** Whether a document holds the preferences of the account. */
export function holdsPreferences(document: Resource): Claim {
  return document.get('Name').must(equals(PREFERENCES)).and(Claim.when(document.exists));
}

/** A number of minutes that is written as text; empty means that there is no limit. */
export function minutesAtMost(most: number): Requirement {
  const text: Text = { ja: `1分以上${most}分以下`, en: `from 1 to ${most} minutes` };
  return literal(text, (value) => {
    const minutes = asNumber(value);
    return minutes !== undefined && minutes > 0 && minutes <= most;
  });
}

/** A name or id that is not empty. */
export const named: Requirement = satisfying({ ja: '指定があること', en: 'set' }, (value) => {
  if (value.kind === 'absent' || (value.kind === 'known' && value.value === '')) return 'breaks';
  return value.kind === 'unknown' ? 'undetermined' : 'holds';
});
