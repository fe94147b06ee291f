import { byAlternative, UNDETERMINED } from '../../analysis/network/alternatives';
import { textTest } from '../../analysis/policy-document';
import { Claim, lacking } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, satisfying } from '../../model/requirement';
import type { Value } from '../../model/value';
import { defineRule } from '../define';

/** Headers by which a browser or a program shows who is logged in. */
const HEADERS = ['authorization', 'cookie'] as const;

export const WebAclLogHidesCredentials = defineRule({
  id: 'WebAclLogHidesCredentials',
  clauses: ['7.2(5)'],
  title: {
    ja: 'ウェブACLのログには、ログイン中であることを示すヘッダー（authorization、cookie）を残さない',
    en: 'Logs of web ACLs hold no headers that show who is logged in (authorization, cookie)',
  },
  why: {
    ja: 'ウェブACLのログには要求のヘッダーがそのまま残る。ログを閲覧できる者が、ログイン中の住民や職員になりすませてしまう。',
    en: 'A web ACL logs headers as they are: whoever may read the log can act as a resident or official who is logged in.',
  },
  fix: {
    ja: 'AWS::WAFv2::LoggingConfigurationのRedactedFieldsに、SingleHeaderのNameをauthorizationとするもの及びcookieとするものを加えてください。',
    en: 'Add SingleHeader with Name authorization and one with Name cookie to RedactedFields of the AWS::WAFv2::LoggingConfiguration.',
  },
  cdk: {
    ja: "CfnLoggingConfigurationのredactedFieldsに{ singleHeader: { Name: 'cookie' } }等を加える",
    en: "{ singleHeader: { Name: 'cookie' } } and the like in redactedFields of CfnLoggingConfiguration",
  },
  // The clause speaks of how log-in information is managed; an application without log-ins has nothing to hide.
  duty: 'should',
  resources: ['AWS::WAFv2::LoggingConfiguration'],
  check: (logging) =>
    Claim.all(
      HEADERS.map((header) => {
        const fields = logging.get('RedactedFields');
        return isRedacted(fields, header)
          .or(byAlternative(logging.get('ResourceArn'), (value) => isProtected(value, header)))
          .explained(
            fields.path,
            lacking({ ja: `${header}を伏せる指定がない`, en: `nothing that hides ${header}` }),
            { ja: `SingleHeaderの${header}`, en: `SingleHeader ${header}` },
            fields.at,
          );
      }),
    ),
});

function named(header: string) {
  return satisfying({ ja: header, en: header }, (value) =>
    textTest(value, (text) => text.toLowerCase() === header),
  );
}

function isRedacted(fields: Field, header: string): Claim {
  return fields.items().some((field) => field.get('SingleHeader.Name').must(named(header)));
}

/** The web ACL itself can replace headers before anything is logged. */
function isProtected(acl: Value, header: string): Claim {
  if (acl.kind !== 'reference') return UNDETERMINED;
  return acl.resource
    .get('DataProtectionConfig.DataProtections')
    .items()
    .some((item) =>
      item
        .get('Field.FieldType')
        .must(equals('SINGLE_HEADER'))
        .and(
          item
            .get('Field.FieldKeys')
            .items()
            .some((key) => key.must(named(header))),
        ),
    );
}
