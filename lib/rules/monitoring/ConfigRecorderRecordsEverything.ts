import { asAlternative } from '../../analysis/evidence';
import { Claim, lacking } from '../../model/claim';
import { absent, isTrue } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

export const ConfigRecorderRecordsEverything = defineRule({
  id: 'ConfigRecorderRecordsEverything',
  clauses: ['7.5(1)④', '8.2(1)③'],
  title: {
    ja: 'AWS Configは、IAMを含む全ての種類のリソースを記録する',
    en: 'AWS Config records all kinds of resources, those of IAM included',
  },
  why: {
    ja: '記録から外れた種類のリソースは、改ざんされても分からない。',
    en: 'Nobody sees that a resource was tampered with if its kind is left out of the record.',
  },
  fix: {
    ja: 'RecordingGroupのAllSupported及びIncludeGlobalResourceTypesをtrueとし、種類を限ったり除いたりしないでください。IAMは、一つのリージョンで記録すれば足ります。',
    en: 'Set AllSupported and IncludeGlobalResourceTypes in RecordingGroup to true, and neither list nor exclude types. IAM need be recorded in one region only.',
  },
  cdk: {
    ja: 'CfnConfigurationRecorderのrecordingGroupを{ allSupported: true, includeGlobalResourceTypes: true }とする',
    en: 'recordingGroup: { allSupported: true, includeGlobalResourceTypes: true } of CfnConfigurationRecorder',
  },
  relievedBy: [fulfilledBy('AWS::Config::ConfigurationRecorder')],
  resources: ['AWS::Config::ConfigurationRecorder'],
  check: (recorder, { deployment }) => {
    const others = deployment
      .ofType(recorder.type)
      .filter((other) => other !== recorder)
      .map((other) => asAlternative(recordsGlobals(other)).and(Claim.when(other.exists)));
    return recordsAll(recorder).and(recordsGlobals(recorder).or(Claim.any(others)));
  },
});

function recordsAll(recorder: Resource): Claim {
  const group = recorder.get('RecordingGroup');
  const all = group.get('AllSupported').must(isTrue);
  // Without a group everything but the global types is recorded.
  return all
    .or(group.must(absent))
    .explained(
      'RecordingGroup.AllSupported',
      lacking({ ja: '一部の種類だけの記録', en: 'some kinds only' }),
      { ja: 'true', en: 'true' },
      group.at,
    );
}

function recordsGlobals(recorder: Resource): Claim {
  return recorder.get('RecordingGroup.IncludeGlobalResourceTypes').orDefault(false).must(isTrue);
}
