import { textTest } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import { satisfying } from '../../model/requirement';
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
  check: (logging) => {
    const fields = logging.get('RedactedFields');
    return Claim.all(
      HEADERS.map((header) =>
        fields
          .items()
          .some((field) =>
            field
              .get('SingleHeader.Name')
              .must(
                satisfying({ ja: header, en: header }, (value) =>
                  textTest(value, (text) => text.toLowerCase() === header),
                ),
              ),
          )
          .explained(
            fields.path,
            { ja: `${header}を伏せる指定がない`, en: `nothing that hides ${header}` },
            { ja: `SingleHeaderの${header}`, en: `SingleHeader ${header}` },
            fields.at,
          ),
      ),
    );
  },
});
