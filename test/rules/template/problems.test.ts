import { NetworkFactsAreCurrent } from '../../../lib/rules/template/NetworkFactsAreCurrent';
import { PulumiTypeIsChecked } from '../../../lib/rules/template/PulumiTypeIsChecked';
import { TemplateHasResources } from '../../../lib/rules/template/TemplateHasResources';
import { TemplateIsFullyExpanded } from '../../../lib/rules/template/TemplateIsFullyExpanded';
import { TemplateReferencesAreDefined } from '../../../lib/rules/template/TemplateReferencesAreDefined';
import { assessInline } from '../../helpers/inline';
import { ruleCases, testedElsewhere } from '../../helpers/rule-cases';

const topic = (TopicName: unknown = 'news') => ({ Type: 'AWS::SNS::Topic', Properties: { TopicName } });

testedElsewhere(
  NetworkFactsAreCurrent,
  'it judges a file that stands beside the templates',
  'test/facts/facts.test.ts',
);

testedElsewhere(
  PulumiTypeIsChecked,
  'it judges what Pulumi programs are made of, which no template says',
  'test/pulumi/files.test.ts',
);

ruleCases(
  TemplateReferencesAreDefined,
  [
    {
      name: 'accepts names that are defined',
      expect: 'compliant',
      template: { Parameters: { P: { Type: 'String' } }, Resources: { T: topic({ Ref: 'P' }) } },
    },
    {
      name: 'refuses a reference to nothing, and says where it stands',
      expect: 'violation',
      resources: { T: topic({ Ref: 'Nmae' }) },
      property: 'TopicName',
      message: /"Nmae" is not defined/,
    },
    {
      name: 'refuses an attribute of nothing',
      expect: 'violation',
      resources: { T: topic({ 'Fn::GetAtt': ['Gone', 'Arn'] }) },
    },
    {
      name: 'refuses a condition that is not there',
      expect: 'violation',
      resources: { T: { ...topic(), Condition: 'Gone' } },
    },
    {
      name: 'refuses a reference in an output',
      expect: 'violation',
      template: { Resources: { T: topic() }, Outputs: { O: { Value: { Ref: 'Gone' } } } },
      property: 'Outputs.O.Value',
    },
  ],
  { undetermined: 'a name is defined or it is not' },
);

ruleCases(
  TemplateIsFullyExpanded,
  [
    { name: 'accepts a template without macros', expect: 'compliant', resources: { T: topic() } },
    {
      name: 'does not know what a macro makes',
      expect: 'undetermined',
      template: { Transform: ['OurMacro'], Resources: { T: topic() } },
      message: /macro OurMacro/,
    },
    {
      name: 'does not know a nested template that is not at hand',
      expect: 'undetermined',
      resources: {
        N: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://example.com/t.yaml' } },
      },
    },
    {
      name: 'does not know a loop over a parameter',
      expect: 'undetermined',
      template: {
        Transform: 'AWS::LanguageExtensions',
        Parameters: { P: { Type: 'CommaDelimitedList' } },
        Resources: { T: topic(), 'Fn::ForEach::L': ['X', { Ref: 'P' }, { 'T${X}': topic({ Ref: 'X' }) }] },
      },
    },
  ],
  { violation: 'what is not seen breaks nothing for certain' },
);

ruleCases(
  TemplateHasResources,
  [
    { name: 'accepts a template with one', expect: 'compliant', resources: { T: topic() } },
    { name: 'warns of one with none', expect: 'violation', resources: {}, message: /nothing was checked/ },
  ],
  { undetermined: 'the section is in the file' },
);

test('an undefined name blocks, is at its line and at its resource; an empty template only warns', () => {
  const text = [
    'Resources:',
    '  T:',
    '    Type: AWS::SNS::Topic',
    '    Properties:',
    '      TopicName: !Ref Gone',
  ].join('\n');
  const [finding] = assessInline([TemplateReferencesAreDefined], [text]).findings;
  expect(finding).toMatchObject({ line: 5, blocking: true, severity: 'error', resource: { logicalId: 'T' } });
  const empty = assessInline([TemplateHasResources], [{ Resources: {} }]);
  expect(empty.blocking).toBe(false);
  expect(empty.findings[0]).toMatchObject({ severity: 'warning', verdict: 'violation' });
});
